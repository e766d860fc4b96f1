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

message-invitation-subject = Tu cuenta de { $pool }
message-invitation-body =
    Hola:

    Se creó una cuenta de { $pool } para ti. Tu nombre de usuario es {"{username}"} y esta es tu contraseña temporal:

    {"{####}"}

    Al iniciar sesión elegirás tu propia contraseña.
message-invitation-sms = { $pool }: tu nombre de usuario es {"{username}"} y tu contraseña temporal es {"{####}"}
