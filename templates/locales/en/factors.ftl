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
set-up-device-name = Name of the device
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
recovery-back = Back to the usual code
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

# The second factors of an account, on its own page.
factors-title = Second step
factors-hint = What is asked for after your password
factors-required = Everybody needs one here.
factors-app = Authenticator app
factors-email = Codes by e-mail
factors-sms = Codes by text message
factors-on = On
factors-first = Asked for first
factors-no-email = To use this, confirm an e-mail address first.
factors-no-phone = To use this, confirm a phone number first.
factors-ends-recovery = While this is on, it cannot be used to reset a forgotten password.
factors-set-up = Set up
factors-replace = Set up anew
factors-remove = Remove
factors-turn-on = Turn on
factors-turn-off = Turn off
factors-ask-first = Ask for this first
factors-app-replaces = The new app takes the place of the one that you have now.
factors-stays = You need a second step to sign in here, and this is the only one you have, so it stays. Set up another one first.
factors-app-added = Your authenticator app is set up.
factors-turned-on = It is on. You will be asked for it at your next sign-in.
factors-turned-off = It is off. You will not be asked for it any more.
factors-put-first = It will be asked for first from now on.
factors-unchanged = Nothing was changed. What you see here is how it is now.
factors-recovery = Recovery codes
factors-recovery-text = For the day when you do not have your second step at hand. Each code works once.
factors-new-codes = Make new codes
factors-new-codes-hint = Your old codes stop working at once.
factors-browsers = Remembered browsers
factors-browsers-text = In these browsers you are not asked for your second step.
factors-browser-times = Since { $since }, until { $until }
factors-forget = Forget
factors-forget-all = Forget all browsers
factors-browsers-forgotten = You will be asked for your second step there again.
account-state-off = Off
