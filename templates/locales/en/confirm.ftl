# Confirming an account.
confirm-title = Confirm your account
confirm-bare = Type the code that you were given.
confirm-button = Confirm account
confirm-back-question = Wrong address?
confirm-back = Go back and change it

confirm-user-title = Confirm your account
confirm-user-ask = One click and your account is ready to use.
confirm-user-button = Confirm my account
confirm-user-done-heading = Your account is confirmed
confirm-user-done = You can sign in from now on.
confirm-user-close = You can close this page.
confirm-user-failed-heading = This link no longer works
confirm-user-failed-advice = Sign in with your name and password: you can then ask for a new code.
