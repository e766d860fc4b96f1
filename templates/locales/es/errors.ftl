error-code-label = Error
error-id-label = Referencia
error-developer-heading = Para el equipo de desarrollo
error-cause-label = Causa
error-mend-label = Qué hacer

error-request-heading = La aplicación cometió un error
error-request-advice = La dirección que te trajo aquí no es del todo correcta. Vuelve a la aplicación e inténtalo de nuevo. Si el problema continúa, avisa al equipo de la aplicación e indica la referencia que aparece abajo.
error-sign-out-heading = No podemos llevarte de vuelta a la aplicación
error-sign-out-advice = La aplicación pidió una dirección que no está en su lista. Puedes cerrar esta página.
error-expired-heading = Esta página ya no es válida
error-expired-advice = El inicio de sesión tardó demasiado o continuó en otra pestaña. Vuelve a la aplicación y empieza de nuevo.
error-form-heading = Vuelve a enviarlo, por favor
error-form-advice = No pudimos comprobar que el formulario viniera de esta página, así que no se cambió nada. Empieza de nuevo y debería funcionar.
error-cookies-heading = Tu navegador no guarda las cookies
error-cookies-advice = Para iniciar sesión se necesita una cookie de este sitio. Permite sus cookies en la configuración del navegador y empieza de nuevo.
error-not-found-heading = Aquí no hay nada
error-not-found-advice = Puede que la dirección esté mal escrita o ya no exista. Vuelve a la aplicación que quieres usar.
error-unreadable-heading = No pudimos leer los datos
error-unreadable-advice = Lo que envió tu navegador era demasiado grande o ilegible. Vuelve atrás e inténtalo de nuevo.
error-sign-up-closed-heading = Aquí no es posible registrarse
error-sign-up-closed-advice = El equipo de administración crea las cuentas nuevas. Pide ayuda a quien te da acceso a la aplicación.
error-recovery-closed-heading = Aquí no puedes restablecer tu contraseña
error-recovery-closed-advice = Pide ayuda a quien te da acceso a la aplicación.
error-too-many-heading = Demasiados intentos
error-too-many-advice = Se iniciaron demasiadas sesiones desde tu red en poco tiempo. Espera unos minutos e inténtalo de nuevo.
error-internal-heading = Algo salió mal
error-internal-advice = El error es nuestro, no tuyo. Inténtalo de nuevo en un momento. Si vuelve a ocurrir, avísanos e indica la referencia que aparece abajo.

cause-unknown-client = Este pool no tiene ningún cliente de aplicación con el client_id “{ $client }”.
mend-unknown-client = Compara el client_id con los clientes de aplicación de este pool. Cada pool tiene su propia dirección: ¿es esta la correcta?
cause-redirect-mismatch = La redirect_uri “{ $given }” no está registrada para este cliente de aplicación.
mend-redirect-mismatch = { $count ->
    [0] El cliente aún no tiene ninguna URL de devolución de llamada. Registra la que usa tu aplicación.
   *[other] Las URL de devolución de llamada deben coincidir exactamente, incluidos el puerto y la barra final. Registradas: { $registered }
}
cause-sign-out-mismatch = La dirección de cierre de sesión “{ $given }” no está registrada para este cliente de aplicación.
mend-sign-out-mismatch = { $count ->
    [0] El cliente aún no tiene ninguna URL de cierre de sesión. Registra la que usa tu aplicación.
   *[other] Las URL de cierre de sesión deben coincidir exactamente, incluidos el puerto y la barra final. Registradas: { $registered }
}
cause-duplicate-parameter = El parámetro “{ $name }” se envió más de una vez.
mend-duplicate-parameter = Envía cada parámetro una sola vez (RFC 6749, sección 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Corrige la solicitud que genera tu aplicación y compárala con el documento de descubrimiento.
cause-flow-expired = El inicio de sesión al que pertenece esta página caducó, ya terminó o no se conoce.
mend-flow-expired = Empieza desde tu aplicación, no desde un marcador de esta página.
cause-step-out-of-order = Este paso no es el siguiente del inicio de sesión.
mend-step-out-of-order = Sigue las redirecciones desde /oauth2/authorize y no abras las páginas directamente por su dirección.
cause-form-forged = El valor _csrf del formulario falta o pertenece a otro navegador, o la solicitud vino de otro sitio.
mend-form-forged = Los formularios deben enviarse desde las propias páginas. Un cliente automatizado debe conservar las cookies y devolver _csrf.
cause-cookies-missing = La cookie del flujo no volvió.
mend-cookies-missing = Abre la página con el host que indica la configuración. Una cookie de localhost no se envía a 127.0.0.1.
cause-not-found = Ninguna ruta coincide con esta dirección.
mend-not-found = El documento de descubrimiento indica las direcciones de todos los endpoints.
cause-method-not-allowed = La dirección existe, pero no para este método.
mend-method-not-allowed = Las páginas aceptan GET; los formularios, POST.
cause-unreadable-form = El cuerpo es demasiado grande, no es application/x-www-form-urlencoded o no está en UTF-8.
mend-unreadable-form = Envía el cuerpo del formulario en UTF-8.
cause-unknown-host = El host “{ $host }” no pertenece a ningún pool.
mend-unknown-host = Usa la dirección pública configurada o registra el host como dominio del pool.
cause-sign-up-closed = En este pool solo la administración puede crear cuentas.
mend-sign-up-closed = Activa el autorregistro en la configuración del pool.
cause-recovery-closed = La recuperación de cuentas está desactivada en este pool.
mend-recovery-closed = Activa la recuperación de cuentas en la configuración del pool.
cause-too-many = Desde esta red se iniciaron tantas sesiones como permite en diez minutos el parámetro sign_ins_begun_per_prefix del pool.
mend-too-many = Aumenta el límite si muchas personas comparten esta red, o haz que las pruebas reutilicen su sesión.
cause-internal = Los detalles están en el log del servidor, bajo la referencia que aparece abajo.
mend-internal = Si el log no explica el error, infórmanos e incluye las líneas correspondientes.

unavailable-heading = Hay mucha demanda en este momento
unavailable-text = No se perdió nada. Inténtalo de nuevo en unos segundos.
