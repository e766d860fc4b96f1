# Pages that end a sign-in, in words for everybody; causes and mends are for developers.
error-code-label = Error
error-id-label = Reference
error-developer-heading = For the developer
error-cause-label = Cause
error-mend-label = What to do

error-request-heading = The application made a mistake
error-request-advice = The address that brought you here is not quite right. Go back to the application and try again. If that does not help, tell its makers, with the reference below.
error-sign-out-heading = We cannot return you to the application
error-sign-out-advice = The application asked for an address that is not on its list. You can close this page.
error-expired-heading = This page is no longer valid
error-expired-advice = The sign-in took too long, or it went on in another tab. Go back to the application and begin again.
error-form-heading = Please send that once more
error-form-advice = We could not make sure that the form came from this page, so nothing was changed. Begin again and it should work.
error-cookies-heading = Your browser keeps no cookies
error-cookies-advice = Signing in needs a cookie from this site. Allow cookies for it in your browser’s settings, then begin again.
error-not-found-heading = There is nothing here
error-not-found-advice = The address may be mistyped or out of date. Go back to the application that you want to use.
error-unreadable-heading = We could not read that
error-unreadable-advice = What your browser sent was too large or garbled. Please go back and try again.
error-sign-up-closed-heading = You cannot sign up here
error-sign-up-closed-advice = New accounts are made by an administrator. Please ask where you use the application.
error-recovery-closed-heading = You cannot reset your password here
error-recovery-closed-advice = Please ask for help where you use the application.
error-too-many-heading = That was too often
error-too-many-advice = Too many sign-ins were begun from your network in a short time. Please wait a few minutes and try again.
error-internal-heading = Something went wrong
error-internal-advice = This is our fault, not yours. Please try again in a moment. If it happens again, report the reference below.

cause-unknown-client = This pool has no app client with the client_id “{ $client }”.
mend-unknown-client = Compare client_id with the app clients of this pool. Each pool has its own address: is this the right one?
cause-redirect-mismatch = The redirect_uri “{ $given }” is not registered for this app client.
mend-redirect-mismatch = { $count ->
    [0] The client has no callback URL yet. Register the one that your application uses.
   *[other] Callback URLs are compared exactly, including port and trailing slash. Registered: { $registered }
}
cause-sign-out-mismatch = The sign-out address “{ $given }” is not registered for this app client.
mend-sign-out-mismatch = { $count ->
    [0] The client has no sign-out URL yet. Register the one that your application uses.
   *[other] Sign-out URLs are compared exactly, including port and trailing slash. Registered: { $registered }
}
cause-duplicate-parameter = The parameter “{ $name }” was sent more than once.
mend-duplicate-parameter = Send each parameter once (RFC 6749, section 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Correct the request that your application builds, and compare it with the discovery document.
cause-flow-expired = The sign-in that this page belongs to is over, finished or unknown.
mend-flow-expired = Start from your application, not from a bookmark of this page.
cause-step-out-of-order = This step is not the next one of the sign-in.
mend-step-out-of-order = Follow the redirects from /oauth2/authorize, and do not open pages by address.
cause-form-forged = The form’s _csrf value is missing or belongs to another browser, or the request came from another site.
mend-form-forged = Forms must be posted by the pages themselves. An automated client must keep cookies and send back _csrf.
cause-cookies-missing = The flow cookie did not come back.
mend-cookies-missing = Open the page under the host that the configuration names. A cookie from localhost is not sent to 127.0.0.1.
cause-not-found = No route matches this address.
mend-not-found = The discovery document names the addresses of all endpoints.
cause-method-not-allowed = The address exists, but not for this method.
mend-method-not-allowed = Pages take GET, forms take POST.
cause-unreadable-form = The body is too large, not application/x-www-form-urlencoded, or not UTF-8.
mend-unreadable-form = Send a form body in UTF-8.
cause-unknown-host = The host “{ $host }” belongs to no pool.
mend-unknown-host = Use the configured public address, or register the host as the pool’s domain.
cause-sign-up-closed = The pool allows accounts made by administrators only.
mend-sign-up-closed = Turn self-sign-up on in the pool’s settings.
cause-recovery-closed = The pool’s account recovery is off.
mend-recovery-closed = Turn account recovery on in the pool’s settings.
cause-too-many = This network has begun as many sign-ins as the pool’s setting sign_ins_begun_per_prefix allows in ten minutes.
mend-too-many = Raise the setting if many people share this network, or have tests reuse their session.
cause-internal = The server’s log has the details under the reference above.
mend-internal = If the log does not explain it, please report it with the log’s lines.

unavailable-heading = We are very busy
unavailable-text = Nothing was lost. Please try again in a few seconds.
