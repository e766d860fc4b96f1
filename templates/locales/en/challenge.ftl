# Proving who you are with something other than a password.
challenge-email-title = Check your e-mail
challenge-sms-title = Check your phone
challenge-second-factor = One more step to be sure that it is you.
challenge-totp-title = Type your code
challenge-totp-text = Open your authenticator app and type the six digits it shows for { $pool }.
select-title = Choose how to continue
select-first = How would you like to sign in?
select-second = One more step to be sure that it is you.
factor-password = With my password
factor-email = E-mail me a code
factor-sms = Text me a code
factor-totp = Use my authenticator app
