# Signing in.
login-title = Sign in
login-button = Sign in
login-forgot = Forgot your password?
login-sign-up-question = New here?
login-sign-up = Create an account
login-by-email = E-mail me a code
login-by-sms = Text me a code
identify-email-text = We will e-mail you a code to sign in with. No password needed.
identify-sms-text = We will text you a code to sign in with. No password needed.
identify-send-code = Send the code
login-with-password = Sign in with a password
