confirm-title = Confirma tu cuenta
confirm-bare = Escribe el código que recibiste.
confirm-button = Confirmar cuenta
confirm-back-question = ¿La dirección no es correcta?
confirm-back = Volver y cambiarla

confirm-user-title = Confirma tu cuenta
confirm-user-ask = Solo un clic y tu cuenta estará lista.
confirm-user-button = Confirmar mi cuenta
confirm-user-done-heading = Tu cuenta está confirmada
confirm-user-done = A partir de ahora puedes iniciar sesión.
confirm-user-close = Puedes cerrar esta página.
confirm-user-failed-heading = Este enlace ya no funciona
confirm-user-failed-advice = Inicia sesión con tu nombre de usuario y tu contraseña; después podrás pedir un código nuevo.
