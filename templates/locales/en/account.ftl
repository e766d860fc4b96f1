# The account of whoever is signed in to this browser.
account-title = Your account
account-text = See and change what { $name } knows about you, and how you sign in.
account-nav = Account pages
account-ways-out = Ways out
account-back-to = Back to { $name }
account-save = Save
account-keep = Keep my account
account-sign-in = Sign in
account-state-waiting = Waiting for your confirmation
account-state-unconfirmed = Not confirmed yet
account-state-missing = None yet

account-profile = Profile
account-profile-hint = Your name and what else you tell about yourself
account-email = E-mail address
account-email-hint = For signing in, and for messages about your account
account-phone = Phone number
account-phone-hint = For codes and messages about your account
account-password = Password
account-password-hint = Change it, or set one
account-sessions = Where you are signed in
account-sessions-hint = Browsers and devices, and signing out from afar
account-applications = Applications
account-applications-hint = Which applications have access to your account
account-data = Your data
account-data-hint = Download what is stored, or delete your account

# Linked sign-ins.
account-providers-title = Linked sign-ins
account-providers-hint = Other accounts that sign you in here
account-providers-text = These providers sign you in to your account.
account-since = Since { $date }
account-unlink = Unlink
account-unlink-named = Unlink { $provider }
account-no-links = No provider is linked with your account.
account-unlinked = The link was removed. That provider does not sign you in to this account any more.
account-not-linked = That provider is not linked with your account any more, so nothing was changed.
account-stays-only = { $provider } is your only way to sign in, so it stays.
account-stays-own = Your account was made by signing in with { $provider } and has no password, so it stays.
account-stays-password = To unlink it, first set a password for your account.

# Confirming who one is.
confirm-you-title = Confirm that it is you
confirm-you-text = You are about to change how you sign in, or what belongs to you alone.
confirm-you-email = Send me a code by e-mail
confirm-you-sms = Send me a code by text message
confirm-you-no-way = There is no way to confirm this here. Ask for help where you use the application.
confirm-you-cancel = Not now
confirm-you-done = Thank you. You can go on now.
confirm-you-kept = Thank you. Look through it once more, then go on.

# The profile.
profile-text = Applications that you sign in to may show this.
profile-names = Your name
profile-about = About you
profile-region = Language and region
profile-more = More
profile-not-chosen = Not chosen
profile-nothing = There is nothing to fill in here.
profile-saved = Your profile was saved.
profile-unchanged = Nothing was changed.

# E-mail address and phone number.
address-email-text = Codes and messages about your account go there.
address-phone-text = Codes and messages about your account can go there.
address-present = Now
address-confirmed = Confirmed
address-unconfirmed = Not confirmed
address-unconfirmed-hint = To confirm it, enter it once more below. You will get a code.
address-no-email = Your account has no e-mail address.
address-no-phone = Your account has no phone number.
address-waiting = Waiting for your confirmation
address-waiting-email = We sent a code there. If it does not come, look into the spam folder, and check the address.
address-waiting-phone = We sent a code there. If it does not come, check the number.
address-old-serves = Until you enter it, everything stays as it is.
address-confirm-button = Confirm
address-cancel = Give this change up
address-change-email = Change the address
address-change-phone = Change the number
address-add-email = Add an address
address-add-phone = Add a number
address-new-email = New e-mail address
address-new-phone = New phone number
address-email-hint = You will get a code there. Your present address is told of the change.
address-send-code = Send a code
address-impossible = No text messages can be sent here at present, so a number cannot be confirmed.
address-changed-email = Your e-mail address was changed.
address-changed-phone = Your phone number was changed.
address-unchanged = Your account has this address already.
address-cancelled = The change was given up. Everything stays as it is.
address-nothing-waits = No change is waiting any more.
address-code-sent = We sent a code. Enter it below.

# The password.
account-password-change = Change your password
account-password-set = Set a password
password-change-text = Choose one that you use nowhere else.
password-set-text = With a password you can also sign in as { $name } without a provider. Choose one that you use nowhere else.
password-present = Present password
password-elsewhere = Sign out everywhere else
password-elsewhere-hint = Ends your sessions in other browsers, and what applications keep. You stay signed in here.
password-saved = Your new password is set.
problem-present-password = This is not your present password.

# Sessions.
sessions-text = Sign out of a browser that you do not use any more, or do not know.
sessions-here = This browser
sessions-times = Signed in { $began }, last used { $seen }
sessions-network = Network
sessions-others = Everywhere else
sessions-others-text = Ends all other sessions and what applications got from them. You stay signed in here.
sessions-others-button = Sign out everywhere else
sessions-ended = That browser is signed out.
sessions-others-ended = You are signed out everywhere else.
sessions-not-there = That session had ended already.
browser-on = { $browser } on { $system }
browser-alone = { $browser }
browser-unknown = Unknown browser

# Applications.
applications-text = These applications keep you signed in or use your account for you.
applications-none = No application has access to your account at present.
applications-times = Since { $since }, last used { $last }
applications-revoke = Remove access
applications-hint = An application that has just got access may keep it for up to an hour. It can ask you again at any time.
applications-revoked = The application has no access any more.
applications-not-there = That application had no access any more.
scope-openid = Knows that it is you
scope-email = Sees your e-mail address
scope-phone = Sees your phone number
scope-profile = Sees your profile
scope-address = Sees your postal address
scope-account = May change your account
scope-other = Has further access: { $scope }

# Data.
data-download = Download your data
data-download-text = A file with everything that is stored about you: your profile, how and where you sign in, applications, and what happened to your account. It holds no passwords or codes.
data-download-button = Download
data-delete-text = Your account and everything that belongs to it is deleted at once. This cannot be undone.
account-delete = Delete your account
delete-warning = This cannot be undone.
delete-what-account = Your account and all that is stored with it are deleted at once.
delete-what-sessions = You are signed out everywhere.
delete-what-applications = Applications lose their access. What they have stored themselves stays with them.
delete-type = To go on, type the name of your account:
delete-typed = Name of the account
delete-button = Delete for good
problem-name-differs = This is not the name of your account.
account-deleted = Your account is deleted
account-deleted-text = Everything that belonged to it is gone. It is safe to close this page.

# Taking a change back.
take-back-title = Take the change back?
take-back-email = The e-mail address of your account was changed.
take-back-phone = The phone number of your account was changed.
take-back-old = Before
take-back-new = Now
take-back-text = This restores the earlier one, signs out everybody, and asks for a new password.
take-back-button = Take the change back
take-back-done-title = The change is taken back
take-back-done = Your account has this again:
take-back-password = Everybody is signed out. Choose “Forgot your password?” to set a new one, then look through your account.
take-back-look = Everybody is signed out. Sign in, then look through your account.
take-back-failed-title = Nothing was changed
take-back-unknown = This link was used already, or its time is over. If you need help, ask where you use the account.
take-back-taken = Somebody else uses the earlier address by now, so it could not be restored. Ask for help where you use the account.
