problem-incorrect-credentials = El nombre de usuario o la contraseña no son correctos.
problem-other-account = Esa es otra cuenta. Inicia sesión en la que se indica aquí para vincularla, o empieza de nuevo.
problem-locked-seconds = { $seconds ->
    [one] Demasiados intentos fallidos. Inténtalo de nuevo en un segundo.
   *[other] Demasiados intentos fallidos. Inténtalo de nuevo en { $seconds } segundos.
}
problem-locked-minutes = { $minutes ->
    [one] Demasiados intentos fallidos. Inténtalo de nuevo en un minuto o restablece tu contraseña.
   *[other] Demasiados intentos fallidos. Inténtalo de nuevo en { $minutes } minutos o restablece tu contraseña.
}
problem-too-many-requests = Demasiados intentos en poco tiempo. Espera un rato e inténtalo de nuevo.
problem-busy = Hay mucha demanda en este momento. Inténtalo de nuevo en unos instantes.
problem-form-expired = Esta página estuvo abierta demasiado tiempo. Inténtalo una vez más.
problem-password-reset-required = Antes de iniciar sesión tienes que restablecer tu contraseña. Usa “¿Olvidaste tu contraseña?”.
problem-temporary-password-expired = Tu contraseña temporal caducó. Pide una nueva al equipo de administración.
problem-recovery-impossible = No podemos restablecer la contraseña de esta cuenta. Pide ayuda a quien te facilitó la cuenta.
problem-message-not-sent = No pudimos enviar el mensaje. Inténtalo de nuevo en unos instantes.
problem-method-unavailable = Esa forma de iniciar sesión no está disponible en este momento. Elige otra.
problem-provider-try-again = El inicio de sesión con el servicio elegido no funcionó esta vez. Inténtalo de nuevo.
problem-refused = { $reason }
problem-required = Completa este campo.
problem-invalid-email = Escribe un correo electrónico completo, por ejemplo nombre@example.com.
problem-invalid-phone = Escribe un número de teléfono con el código de país, por ejemplo +34 612 345 678.
problem-invalid-username = Este nombre de usuario contiene algo que no se permite. Puedes usar letras, números y la mayoría de los símbolos, pero no espacios.
problem-invalid-date = Escribe una fecha con año, mes y día, por ejemplo 1990-12-31.
problem-invalid-url = Escribe una dirección web completa que comience con https://.
problem-invalid-number = Escribe un número entero.
problem-invalid-value = Este valor no se acepta aquí. Revísalo, por favor.
problem-too-short = { $minimum ->
    [one] Escribe al menos un carácter.
   *[other] Escribe al menos { $minimum } caracteres.
}
problem-too-long = Es demasiado largo. El máximo es de { $maximum } caracteres.
problem-username-taken = Ese nombre ya está en uso. Elige otro.
problem-address-taken = Esta dirección ya pertenece a otra cuenta. Inicia sesión con esa cuenta.
problem-password-policy = Esta contraseña no cumple todos los requisitos.
problem-password-reused = Ya usaste esta contraseña antes. Elige una nueva.
problem-password-compromised = Esta contraseña apareció en una filtración de datos y ya no es segura. Elige otra.
problem-code-mismatch = Este código no es correcto. Revísalo o pide uno nuevo.
problem-code-expired = Este código caducó o ya se usó. Pide uno nuevo.
problem-code-attempts-spent = Demasiados códigos incorrectos. Pide uno nuevo.
problem-authenticator-mismatch = Este código no es correcto. Escribe el que tu aplicación muestra ahora.
problem-code-reused = Este código ya se usó. Espera a que tu aplicación muestre el siguiente.
