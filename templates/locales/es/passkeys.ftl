passkey-sign-in = Iniciar sesión con una llave de acceso
passkey-unsupported = Este navegador no puede usar llaves de acceso aquí. Elige otro método o abre esta página en otro navegador.
passkey-cancelled = No se hizo nada con una llave de acceso. Puedes intentarlo de nuevo.
passkey-challenge-title = Usa tu llave de acceso
passkey-challenge-text = Confirma que eres tú con tu huella, tu cara, tu PIN o tu llave de seguridad.
passkey-challenge-button = Usar llave de acceso
passkey-no-script = Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador. Actívalo o elige otro método.
factor-passkey = Usar mi llave de acceso

passkey-add-title = Agregar una llave de acceso
passkey-add-text = Con una llave de acceso inicias sesión con tu huella, tu cara, tu PIN o tu llave de seguridad, sin contraseña.
passkey-add-button = Agregar una llave de acceso
passkey-add-later = Ahora no
passkey-add-there = Este dispositivo ya tiene una llave de acceso para tu cuenta.
passkey-add-full = Tienes { $most } llaves de acceso y no puede haber más. Elimina primero una que ya no uses.

passkeys-title = Llaves de acceso
passkeys-hint = Con tu huella, tu cara o un PIN en lugar de una contraseña
passkeys-text = Con una llave de acceso inicias sesión con tu huella, tu cara, tu PIN o tu llave de seguridad.
passkeys-none = Todavía no tienes llaves de acceso.
passkeys-unnamed = Llave de acceso
passkeys-added = Agregada el { $date }
passkeys-added-used = Agregada el { $date }, usada por última vez el { $used }
passkeys-synced = En varios dispositivos
passkeys-one-device = Solo en un dispositivo
passkeys-other-domain = Se creó para { $domain }, así que no funciona aquí.
passkeys-name-label = Nombre
passkeys-rename = Cambiar nombre
passkeys-rename-named = Cambiar el nombre de { $name }
passkeys-remove = Eliminar
passkeys-remove-named = Eliminar { $name }
passkeys-details = Administrar
passkeys-details-named = Administrar { $name }
passkeys-was-added = Se agregó tu llave de acceso.
passkeys-was-renamed = Se guardó el nuevo nombre.
passkeys-was-removed = Se eliminó la llave de acceso. También puedes borrarla del dispositivo o del administrador de contraseñas donde está guardada.
passkeys-not-there = Esa llave de acceso ya no está en tu cuenta, así que no se cambió nada.
passkeys-stays-only-way = Esta llave de acceso es tu única forma de iniciar sesión, por eso se mantiene. Agrega primero otra llave de acceso o crea una contraseña con “¿Olvidaste tu contraseña?” en la página de inicio de sesión.
passkeys-stays-second = Para iniciar sesión aquí necesitas un segundo paso y esta llave de acceso es el único que tienes, por eso se mantiene. Agrega primero otra llave de acceso.

problem-passkey-refused = No se pudo usar esta llave de acceso. Inténtalo de nuevo o inicia sesión de otra forma.
problem-passkey-unknown = Esta llave de acceso ya no pertenece a ninguna cuenta de aquí. Inicia sesión de otra forma.
problem-passkey-expired = Pasó demasiado tiempo. Inténtalo de nuevo.
problem-passkey-copied = Esta llave de acceso se rechazó porque es posible que exista una copia. Inicia sesión de otra forma y elimínala de tu cuenta.

message-passkey-added-subject = Se agregó una llave de acceso a tu cuenta de { $pool }
message-passkey-added-body =
    Hola:

    Se acaba de agregar una llave de acceso a tu cuenta de { $pool }. Sirve para iniciar sesión.

    Si fuiste tú, no tienes que hacer nada. Si no, otra persona tiene acceso a tu cuenta: elimina la llave de acceso, cambia tu contraseña y pide ayuda a quien te facilitó la cuenta.
message-passkey-added-sms = { $pool }: hay una llave de acceso nueva. Si no fuiste tú, elimínala y cambia tu contraseña ahora mismo.
message-passkey-removed-subject = Se eliminó una llave de acceso de tu cuenta de { $pool }
message-passkey-removed-body =
    Hola:

    Se acaba de eliminar una llave de acceso de tu cuenta de { $pool }. Tus otras formas de iniciar sesión no cambian.

    Si fuiste tú, no tienes que hacer nada. Si no, otra persona tiene acceso a tu cuenta: cambia tu contraseña y pide ayuda a quien te facilitó la cuenta.
message-passkey-removed-sms = { $pool }: se eliminó una llave de acceso. Si no fuiste tú, cambia tu contraseña ahora mismo.
message-passkey-copied-subject = Se rechazó una llave de acceso de tu cuenta de { $pool }
message-passkey-copied-body =
    Hola:

    Alguien intentó iniciar sesión en tu cuenta de { $pool } con una de tus llaves de acceso y la rechazamos, porque parecía una copia.

    Inicia sesión de otra forma, elimina esta llave de acceso de tu cuenta y agrega una nueva. Si no sabes qué pasó, pide ayuda a quien te facilitó la cuenta.
message-passkey-copied-sms = { $pool }: se rechazó una llave de acceso que puede ser una copia. Inicia sesión de otra forma y elimínala.
