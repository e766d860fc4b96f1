set-up-select-title = Agrega un segundo paso
set-up-subtitle = Un segundo paso protege tu cuenta aunque alguien averigüe tu contraseña.
set-up-totp-title = Configura tu aplicación de autenticación
set-up-totp-install = Abre una aplicación de autenticación en tu teléfono. Si no tienes ninguna, instala una primero.
set-up-totp-scan = Escanea esta imagen con la aplicación.
set-up-totp-picture = Código QR con la clave para tu aplicación de autenticación. La clave también aparece abajo como texto.
set-up-totp-open = Abrir en una aplicación de este dispositivo
set-up-totp-type-summary = ¿No puedes escanearla?
set-up-totp-type = Escribe esta clave en la aplicación. Da igual usar mayúsculas o minúsculas, y los espacios no importan.
set-up-totp-copy = Copiar la clave
set-up-totp-confirm = Escribe los seis dígitos que la aplicación muestra ahora.
set-up-device-name = Nombre del dispositivo
set-up-device-hint = Te ayuda a distinguir tus dispositivos, por ejemplo, “mi teléfono”.
set-up-number-title = Agrega tu teléfono
set-up-number-text = Te enviaremos un código por SMS a este número ahora y cada vez que inicies sesión.
copied = Copiado

challenge-totp-device = Tu dispositivo:
remember-browser = { $days ->
    [one] No preguntar en este navegador durante un día
   *[other] No preguntar en este navegador durante { $days } días
}

recovery-use = Usar un código de recuperación
recovery-back = Volver al código habitual
recovery-code-label = Código de recuperación
recovery-challenge-title = Usa un código de recuperación
recovery-challenge-text = Escribe uno de los códigos que guardaste al configurar el segundo paso. Cada uno sirve una sola vez.
recovery-codes-title = Guarda tus códigos de recuperación
recovery-codes-subtitle = Para el día en que no tengas a mano tu segundo paso.
recovery-codes-text = Con cada código puedes iniciar sesión una vez. Guárdalos donde solo tú los encuentres. Solo se muestran esta vez.
recovery-codes-copy = Copiar
recovery-codes-print = Imprimir
recovery-codes-download = Descargar
recovery-codes-kept = Ya los guardé
recovery-used-title = Usaste un código de recuperación
recovery-used-left = { $count ->
    [0] No te quedan códigos de recuperación.
    [one] Te queda un código de recuperación.
   *[other] Te quedan { $count } códigos de recuperación.
}
recovery-used-text = Tacha el código, ya no volverá a funcionar.
recovery-used-few = Consigue pronto códigos nuevos para no quedarte sin acceso si pierdes tu segundo paso.
problem-recovery-code-mismatch = Este código no es correcto o ya se usó. Revísalo o prueba con otro.

factors-title = Segundo paso
factors-hint = Lo que se pide después de la contraseña
factors-required = Aquí es obligatorio tener uno.
factors-app = Aplicación de autenticación
factors-email = Códigos por correo
factors-sms = Códigos por SMS
factors-on = Activado
factors-first = Se pide primero
factors-no-email = Para usar esto, primero confirma un correo electrónico.
factors-no-phone = Para usar esto, primero confirma un número de teléfono.
factors-ends-recovery = Mientras esté activado, no podrás usarlo para restablecer una contraseña olvidada.
factors-set-up = Configurar
factors-replace = Configurar de nuevo
factors-remove = Eliminar
factors-turn-on = Activar
factors-turn-off = Desactivar
factors-ask-first = Pedir esto primero
factors-app-replaces = La aplicación nueva reemplaza a la que tienes ahora.
factors-stays = Para iniciar sesión aquí necesitas un segundo paso y este es el único que tienes, por eso se mantiene. Configura primero otro.
factors-app-added = Tu aplicación de autenticación está configurada.
factors-turned-on = Está activado. Se te pedirá la próxima vez que inicies sesión.
factors-turned-off = Está desactivado. Ya no se te pedirá.
factors-put-first = A partir de ahora se pedirá primero.
factors-unchanged = No se cambió nada. Aquí ves cómo está ahora.
factors-recovery = Códigos de recuperación
factors-recovery-text = Para el día en que no tengas a mano tu segundo paso. Cada código sirve una sola vez.
factors-new-codes = Crear códigos nuevos
factors-new-codes-hint = Tus códigos anteriores dejan de funcionar de inmediato.
factors-browsers = Navegadores recordados
factors-browsers-text = En estos navegadores no se te pide el segundo paso.
factors-browser-times = Desde el { $since } hasta el { $until }
factors-forget = Olvidar
factors-forget-all = Olvidar todos los navegadores
factors-browsers-forgotten = Ahí se te volverá a pedir el segundo paso.
account-state-off = Desactivado
