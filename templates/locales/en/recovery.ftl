# Getting a new password.
forgot-title = Reset your password
forgot-text = Tell us who you are, and we will send you a code to set a new password with.
forgot-button = Send the code
confirm-forgot-title = Choose a new password
confirm-forgot-bare = If we know the account, a code is on its way. Type it here.
confirm-forgot-button = Change password
new-password-label = New password
new-password-title = Choose your password
new-password-text = Your password was temporary. Please replace it with one that only you know.
new-password-attributes = Please also complete your account.
new-password-button = Save and continue
