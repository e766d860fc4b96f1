message-verification-subject = Tu código de confirmación de { $pool }
message-verification-body =
    Hola:

    Este es el código para confirmar tu cuenta de { $pool }:

    {"{####}"}

    Si no lo pediste, puedes ignorar este mensaje.
message-verification-sms = { $pool }: tu código de confirmación es {"{####}"}

message-link-subject = Confirma tu cuenta de { $pool }
message-link-body =
    Hola:

    Con este enlace confirmas tu cuenta de { $pool }:

    {"{##Confirmar mi cuenta##}"}

    Si no lo pediste, puedes ignorar este mensaje.

message-sign-in-subject = Tu código de acceso a { $pool }
message-sign-in-body =
    Hola:

    Este es tu código para iniciar sesión en { $pool }:

    {"{####}"}

    No lo compartas nunca: nadie de { $pool } te lo pedirá. Si no estás iniciando sesión en este momento, es posible que otra persona lo esté intentando.
message-sign-in-sms = { $pool }: tu código de acceso es {"{####}"}. No lo compartas nunca.

message-reset-subject = Tu código para restablecer la contraseña de { $pool }
message-reset-body =
    Hola:

    Este es el código para crear una contraseña nueva en tu cuenta de { $pool }:

    {"{####}"}

    Si no lo pediste, puedes ignorar este mensaje. Tu contraseña seguirá siendo la misma.
message-reset-sms = { $pool }: tu código para restablecer la contraseña es {"{####}"}

message-existing-account-subject = Ya tienes una cuenta de { $pool }
message-existing-account-body =
    Hola:

    Alguien, probablemente tú, acaba de intentar crear una cuenta de { $pool } con esta dirección. Como ya tienes una, no se cambió nada.

    Inicia sesión como siempre. Si no recuerdas la contraseña, elige “¿Olvidaste tu contraseña?” en la página de inicio de sesión.

    Si no fuiste tú, puedes ignorar este mensaje.
message-existing-account-sms = { $pool }: ya tienes una cuenta con este número. Inicia sesión como siempre o restablece tu contraseña.

message-password-changed-subject = Se cambió tu contraseña de { $pool }
message-password-changed-body =
    Hola:

    La contraseña de tu cuenta de { $pool } se acaba de cambiar y se cerró la sesión en los demás navegadores.

    Si fuiste tú, no tienes que hacer nada. Si no, restablece tu contraseña ahora mismo en la página de inicio de sesión.
message-password-changed-sms = { $pool }: tu contraseña se acaba de cambiar. Si no fuiste tú, restablécela ahora mismo.

message-provider-unlinked-subject = Se quitó el inicio de sesión con { $provider } de tu cuenta de { $pool }
message-provider-unlinked-body =
    Hola:

    El inicio de sesión con { $provider } se acaba de quitar de tu cuenta de { $pool }. Tus otras formas de iniciar sesión no cambian.

    Si fuiste tú, no tienes que hacer nada. Si no, otra persona tiene acceso a tu cuenta: cambia tu contraseña y pide ayuda a quien te facilitó la cuenta.
message-provider-unlinked-sms = { $pool }: se quitó el inicio de sesión con { $provider }. Si no fuiste tú, cambia tu contraseña ahora mismo.

message-recovery-code-used-subject = Se usó un código de recuperación de { $pool }
message-recovery-code-used-body =
    Hola:

    Uno de los códigos de recuperación de tu cuenta de { $pool } se acaba de usar para iniciar sesión. Cada código sirve una sola vez, así que táchalo.

    Si fuiste tú, no tienes que hacer nada más. Si no, otra persona conoce tu contraseña y tus códigos: restablece tu contraseña ahora mismo en la página de inicio de sesión y consigue códigos de recuperación nuevos.
message-recovery-code-used-sms = { $pool }: se usó un código de recuperación. Si no fuiste tú, restablece tu contraseña ahora mismo.

message-factors-changed-subject = Se cambió el segundo paso de tu cuenta de { $pool }
message-factors-changed-body =
    Hola:

    El segundo paso que protege tu cuenta de { $pool } se acaba de cambiar.

    Si fuiste tú, no tienes que hacer nada. Si no, otra persona conoce tu contraseña: restablécela ahora mismo en la página de inicio de sesión y pide ayuda a quien te facilitó la cuenta.
message-factors-changed-sms = { $pool }: se cambió tu segundo paso para iniciar sesión. Si no fuiste tú, restablece tu contraseña ahora mismo.

message-invitation-subject = Tu cuenta de { $pool }
message-invitation-body =
    Hola:

    Se creó una cuenta de { $pool } para ti. Tu nombre de usuario es {"{username}"} y esta es tu contraseña temporal:

    {"{####}"}

    Al iniciar sesión elegirás tu propia contraseña.
message-invitation-sms = { $pool }: tu nombre de usuario es {"{username}"} y tu contraseña temporal es {"{####}"}

message-address-code-subject = Tu código de confirmación de { $pool }
message-address-code-body =
    Hola:

    Este es el código para usar esta dirección en tu cuenta de { $pool }:

    {"{####}"}

    Escríbelo en la página donde lo pediste. Si no lo pediste, puedes ignorar este mensaje: no cambiará nada.
message-address-code-sms = { $pool }: {"{####}"} es el código para usar este número en tu cuenta

message-address-in-use-subject = Tu cuenta de { $pool } ya tiene esta dirección
message-address-in-use-body =
    Hola:

    Alguien, tal vez tú, quiso usar esta dirección en otra cuenta de { $pool }. Como pertenece a la tuya, no se cambió nada.

    Si fuiste tú, inicia sesión en la cuenta que tiene esta dirección. Si no fuiste tú, puedes ignorar este mensaje.
message-address-in-use-sms = { $pool }: alguien quiso usar este número en otra cuenta. Como pertenece a la tuya, no se cambió nada.

message-address-changed-subject = Se cambió la dirección de tu cuenta de { $pool }
message-address-changed-body =
    Hola:

    Tu cuenta de { $pool } tiene otra dirección a partir de ahora. Ya no llegarán mensajes a esta.

    Si fuiste tú, no tienes que hacer nada. Si no fuiste tú, deshaz el cambio ahora mismo:

    {"{##Deshacer el cambio##}"}

    Así se restablece esta dirección, se cierran todas las sesiones y creas una contraseña nueva.
message-address-changed-sms = { $pool }: se cambió tu número. ¿No fuiste tú? {"{##Deshacer##}"}

message-address-changed-for-good-subject = Se cambió la dirección de tu cuenta de { $pool }
message-address-changed-for-good-body =
    Hola:

    Tu cuenta de { $pool } tiene otra dirección a partir de ahora. Ya no llegarán mensajes a esta.

    Si fuiste tú, no tienes que hacer nada. Si no fuiste tú, pide ayuda a quien te facilitó la cuenta.
message-address-changed-for-good-sms = { $pool }: se cambió el número de tu cuenta. Si no fuiste tú, pide ayuda.

message-address-restored-subject = Se deshizo el cambio de tu dirección de { $pool }
message-address-restored-body =
    Hola:

    Con el enlace de nuestro mensaje se deshizo un cambio de dirección en una cuenta de { $pool }. La cuenta vuelve a tener su dirección anterior y se cerraron todas las sesiones.

    Si es tu cuenta, crea una contraseña nueva al iniciar sesión y revisa la configuración.
message-address-restored-sms = { $pool }: se deshizo el cambio de tu número y se cerraron todas las sesiones.

message-account-deleted-subject = Se eliminó tu cuenta de { $pool }
message-account-deleted-body =
    Hola:

    Tu cuenta de { $pool } y todo lo que le pertenece se acaban de eliminar, como querías.

    Si no fuiste tú, pide ayuda a quien te facilitó la cuenta.
message-account-deleted-sms = { $pool }: tu cuenta se acaba de eliminar, como querías.
