# Passkeys: signing in with them, adding them, and the page that lists them.
passkey-sign-in = Sign in with a passkey
passkey-unsupported = This browser cannot use passkeys here. Choose another way, or open this page in another browser.
passkey-cancelled = Nothing was done with a passkey. You can try again.
passkey-challenge-title = Use your passkey
passkey-challenge-text = Confirm with your fingerprint, face, PIN or security key that it is you.
passkey-challenge-button = Use passkey
passkey-no-script = Passkeys need JavaScript, which is off in this browser. Turn it on, or choose another way.
factor-passkey = Use my passkey

passkey-add-title = Add a passkey
passkey-add-text = With a passkey you sign in with your fingerprint, face, PIN or security key, without a password.
passkey-add-button = Add a passkey
passkey-add-later = Not now
passkey-add-there = This device already has a passkey for your account.
passkey-add-full = You have { $most } passkeys, and that is as many as there can be. Remove one that you do not use any more first.

passkeys-title = Passkeys
passkeys-hint = With your fingerprint, your face or a PIN in place of a password
passkeys-text = A passkey signs you in with your fingerprint, face, PIN or security key.
passkeys-none = You have no passkeys yet.
passkeys-unnamed = Passkey
passkeys-added = Added on { $date }
passkeys-added-used = Added on { $date }, last used on { $used }
passkeys-synced = On several devices
passkeys-one-device = On one device only
passkeys-other-domain = Made for { $domain }, so it does not work here.
passkeys-name-label = Name
passkeys-rename = Rename
passkeys-rename-named = Rename { $name }
passkeys-remove = Remove
passkeys-remove-named = Remove { $name }
passkeys-details = Manage
passkeys-details-named = Manage { $name }
passkeys-was-added = Your passkey was added.
passkeys-was-renamed = The new name was saved.
passkeys-was-removed = The passkey was removed. You can also delete it on the device or in the password manager where it is kept.
passkeys-not-there = That passkey is not on your account any more, so nothing was changed.
passkeys-stays-only-way = This passkey is your only way to sign in, so it stays. Add another passkey first, or set a password with “Forgot your password?” on the sign-in page.
passkeys-stays-second = You need a second step to sign in here, and this passkey is the only one you have, so it stays. Add another passkey first.

problem-passkey-refused = This passkey could not be used. Try again, or sign in another way.
problem-passkey-unknown = This passkey does not belong to an account here any more. Sign in another way.
problem-passkey-expired = That took too long. Try again.
problem-passkey-copied = This passkey was refused because there may be a copy of it. Sign in another way, and remove it from your account.

message-passkey-added-subject = A passkey was added to your { $pool } account
message-passkey-added-body =
    Hello,

    a passkey was just added to your { $pool } account. It can be used to sign in.

    If it was you, there is nothing to do. If not, somebody else is signed in to your account: remove the passkey, change your password, and ask for help where you use it.
message-passkey-added-sms = { $pool }: a passkey was just added to your account. If it was not you, remove it and change your password now.
message-passkey-removed-subject = A passkey was removed from your { $pool } account
message-passkey-removed-body =
    Hello,

    a passkey was just removed from your { $pool } account. Your other ways to sign in stay as they are.

    If it was you, there is nothing to do. If not, somebody else is signed in to your account: change your password, and ask for help where you use it.
message-passkey-removed-sms = { $pool }: a passkey was just removed from your account. If it was not you, change your password now.
message-passkey-copied-subject = A passkey of your { $pool } account was refused
message-passkey-copied-body =
    Hello,

    somebody tried to sign in to your { $pool } account with one of your passkeys, and we refused it: the passkey looked like a copy.

    Sign in another way, remove this passkey from your account and add a new one. If you do not know what happened, ask for help where you use the account.
message-passkey-copied-sms = { $pool }: a passkey was refused because it may be a copy. Sign in another way and remove it.
