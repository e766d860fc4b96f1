title-problem = Problema:
continue-to = para continuar en { $name }
or = o
optional = opcional
choice-yes = Sí
choice-no = No
continue = Continuar
next = Siguiente
try-again = Reintentar
use-another-account = Usar otra cuenta
back-to-sign-in = Volver al inicio de sesión
choose-another-method = Elegir otro método
password-label = Contraseña
password-show = Mostrar contraseña
password-hide = Ocultar contraseña
password-rules = Requisitos de la contraseña
rule-satisfied = se cumple:
rule-missing = aún no se cumple:
code-label = Código
code-sent-email = Enviamos un código por correo electrónico a
code-sent-sms = Enviamos un código por SMS a
resend-question = ¿No te llegó nada?
resend-button = Enviar un código nuevo
check-fields = { $count ->
    [one] Revisa un dato
   *[other] Revisa { $count } datos
}
development-ribbon = Servidor de desarrollo
development-mailbox = Buzón
development-playground = Playground
development-providers = Proveedores

identifier-username = Nombre de usuario
identifier-email = Correo electrónico
identifier-phone = Número de teléfono
identifier-email-or-phone = Correo electrónico o número de teléfono
identifier-username-or-email = Nombre de usuario o correo electrónico
identifier-username-or-phone = Nombre de usuario o número de teléfono
identifier-any = Nombre de usuario, correo electrónico o número de teléfono
hint-phone = Con el código de país, por ejemplo +34 612 345 678

rule-minimum-length = { $length ->
    [one] un carácter como mínimo
   *[other] { $length } caracteres como mínimo
}
rule-lowercase = una letra minúscula
rule-uppercase = una letra mayúscula
rule-number = un número
rule-symbol = un símbolo como ! o #
rule-no-edge-space = ningún espacio al principio ni al final

notice-password-changed = Se cambió tu contraseña. Inicia sesión con la nueva.
notice-account-confirmed = Tu cuenta está confirmada. Ya puedes iniciar sesión.
notice-session-expired = Esta página estuvo abierta demasiado tiempo, así que empezamos de nuevo. Inicia sesión, por favor.
notice-sign-in-again = Vuelve a iniciar sesión para continuar.
notice-code-sent = Enviamos un código nuevo. Solo funciona el más reciente.
notice-signed-out = Se cerró tu sesión en este navegador.
