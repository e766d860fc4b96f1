terms-link = términos de uso
privacy-link = política de privacidad
footer-legal = Información legal
footer-terms = Términos de uso
footer-privacy = Política de privacidad

terms-by-signing-up = Al crear una cuenta, aceptas nuestros { $terms }.
terms-checkbox = Acepto los { $terms }
terms-checkbox-label = Términos de uso
terms-privacy = Nuestra { $privacy } explica qué hacemos con tus datos.
problem-terms = Para crear una cuenta, acepta los términos.

terms-first-title = Acepta nuestros términos
terms-first-text = Antes de continuar en { $name }, lee y acepta nuestros { $terms }.
terms-changed-title = Nuestros términos cambiaron
terms-changed-text = Antes de continuar en { $name }, lee y acepta nuestros nuevos { $terms }.
terms-version = Versión { $version }
terms-accept = Aceptar y continuar
terms-decline = Ahora no
terms-decline-hint = Si eliges “Ahora no”, volverás a la aplicación sin iniciar sesión en ella. Tu cuenta sigue igual.

accepted-terms-title = Términos que aceptaste
accepted-terms-text = Estas son las versiones de nuestros { $terms } que aceptaste.
accepted-terms-none = Todavía no has aceptado términos aquí.
accepted-terms-row = Versión { $version }, aceptada el { $date }
accepted-terms-newer = Hay una versión más reciente. Te preguntaremos por ella la próxima vez que inicies sesión en una aplicación.

consent-title = ¿Permitir el acceso a tu cuenta?
consent-text = { $name } pide acceso a tu cuenta.
consent-more-text = { $name } pide más acceso a tu cuenta del que has permitido hasta ahora.
consent-account = Tu cuenta
consent-list = Esto es lo que permites
consent-list-new = Esto es nuevo
consent-list-before = Esto ya lo permitiste
consent-goes-to = Después continuarás en { $host }
consent-take-back = Puedes quitar el acceso en cualquier momento en “Aplicaciones”, dentro de tu cuenta.
consent-allow = Permitir
consent-deny = Denegar
scope-offline = Mantiene la conexión cuando no estás

applications-allowed = Permitido el { $date }; ahora no se usa
