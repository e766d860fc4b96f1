# Setting up a second step, recovery codes, remembered browsers.
set-up-select-title = Add a second step
set-up-subtitle = A second step keeps your account safe, even if somebody learns your password.
set-up-totp-title = Set up your authenticator app
set-up-totp-install = Open an authenticator app on your phone. If you have none, install one first.
set-up-totp-scan = Scan this picture with the app.
set-up-totp-picture = QR code with the key for your authenticator app. The key is below as text as well.
set-up-totp-open = Open in an app on this device
set-up-totp-type-summary = You cannot scan it?
set-up-totp-type = Type this key into the app. Capital and small letters are the same, and spaces do not matter.
set-up-totp-copy = Copy the key
set-up-totp-confirm = Type the six digits that the app shows now.
set-up-device-name = Name of this device
set-up-device-hint = Helps you to tell your devices apart, for example “my phone”.
set-up-number-title = Add your phone
set-up-number-text = We will text a code to this number now, and each time you sign in.
copied = Copied

challenge-totp-device = Your device:
remember-browser = { $days ->
    [one] Do not ask on this browser for one day
   *[other] Do not ask on this browser for { $days } days
}

recovery-use = Use a recovery code
recovery-back = Back to the other code
recovery-code-label = Recovery code
recovery-challenge-title = Use a recovery code
recovery-challenge-text = Type one of the codes that you kept when you set up the second step. Each works once.
recovery-codes-title = Keep your recovery codes
recovery-codes-subtitle = For the day when you do not have your second step at hand.
recovery-codes-text = Each code signs you in once. Keep them where only you find them. They are shown this one time.
recovery-codes-copy = Copy
recovery-codes-print = Print
recovery-codes-download = Download
recovery-codes-kept = I have kept them
recovery-used-title = You used a recovery code
recovery-used-left = { $count ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
}
recovery-used-text = Cross the code out, it does not work again.
recovery-used-few = Get new codes soon, so that you are not locked out if you lose your second step.
problem-recovery-code-mismatch = This code is not right, or was used before. Please check it or try another one.
