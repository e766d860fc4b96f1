# What can be wrong with a form.
problem-incorrect-credentials = Incorrect user name or password.
problem-other-account = That is another account. Sign in to the one named here to connect it, or start again.
problem-locked-seconds = { $seconds ->
    [one] Too many failed attempts. Try again in one second.
   *[other] Too many failed attempts. Try again in { $seconds } seconds.
}
problem-locked-minutes = { $minutes ->
    [one] Too many failed attempts. Try again in a minute, or reset your password.
   *[other] Too many failed attempts. Try again in { $minutes } minutes, or reset your password.
}
problem-too-many-requests = That was too often in a short time. Please wait a while and try again.
problem-busy = We are very busy just now. Please try again in a moment.
problem-form-expired = This page was open for too long. Please try once more.
problem-password-reset-required = Your password has to be reset before you can sign in. Use “Forgot your password?”.
problem-temporary-password-expired = Your temporary password has expired. Ask an administrator for a new one.
problem-recovery-impossible = We cannot reset the password of this account. Please ask for help where you use it.
problem-message-not-sent = We could not send the message. Please try again in a moment.
problem-method-unavailable = That way of signing in is not available just now. Please choose another one.
problem-provider-try-again = The sign-in at the provider did not work this time. Please try again.
problem-refused = { $reason }
problem-required = Please fill in this field.
problem-invalid-email = Please type a complete e-mail address, for example name@example.com.
problem-invalid-phone = Please type a phone number with its country code, for example +49 30 1234567.
problem-invalid-username = This user name contains something that is not allowed. Letters, digits and most symbols work; spaces do not.
problem-invalid-date = Please type a date as year, month and day, for example 1990-12-31.
problem-invalid-url = Please type a complete web address that begins with https://.
problem-invalid-number = Please type a whole number.
problem-invalid-value = This is not accepted here. Please check it.
problem-too-short = { $minimum ->
    [one] Please type at least one character.
   *[other] Please type at least { $minimum } characters.
}
problem-too-long = This is too long. At most { $maximum } characters fit.
problem-username-taken = Somebody already uses this name. Please choose another one.
problem-address-taken = Another account uses this address already. Sign in with that account instead.
problem-password-policy = This password does not meet all the rules.
problem-password-reused = You have used this password before. Please choose a new one.
problem-password-compromised = This password is known from a data leak and no longer safe. Please choose another one.
problem-code-mismatch = This code is not right. Please check it, or ask for a new one.
problem-code-expired = This code is too old or was used already. Please ask for a new one.
problem-code-attempts-spent = Too many wrong codes. Please ask for a new one.
problem-authenticator-mismatch = This code is not right. Please type the one that your app shows now.
problem-code-reused = This code was used already. Wait until your app shows the next one.
