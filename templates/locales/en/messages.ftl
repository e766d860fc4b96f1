# Messages of pools that have no words of their own.
# {"{####}"} stands for the code and {"{username}"} for the name; both are filled in when the message is sent.
# {"{##text##}"} stands for a link with that text.
# A paragraph that is the code alone is set large in the HTML mail.
message-verification-subject = Your { $pool } confirmation code
message-verification-body =
    Hello,

    this is the code that confirms your account with { $pool }:

    {"{####}"}

    If you did not ask for it, you can ignore this message.
message-verification-sms = { $pool }: your confirmation code is {"{####}"}

message-link-subject = Confirm your { $pool } account
message-link-body =
    Hello,

    this link confirms your account with { $pool }:

    {"{##Confirm my account##}"}

    If you did not ask for it, you can ignore this message.

message-sign-in-subject = Your { $pool } sign-in code
message-sign-in-body =
    Hello,

    this is your code to sign in to { $pool }:

    {"{####}"}

    Never pass it on: nobody from { $pool } will ask you for it. If you are not signing in just now, somebody else may be trying to.
message-sign-in-sms = { $pool }: your sign-in code is {"{####}"}. Never pass it on.

message-reset-subject = Your { $pool } password reset code
message-reset-body =
    Hello,

    this is the code to set a new password for your { $pool } account:

    {"{####}"}

    If you did not ask for it, you can ignore this message. Your password stays as it is.
message-reset-sms = { $pool }: your password reset code is {"{####}"}

message-existing-account-subject = You already have a { $pool } account
message-existing-account-body =
    Hello,

    somebody, probably you, just tried to create a { $pool } account with this address. You have one already, so nothing was changed.

    Sign in with it as usual. If you do not remember the password, choose “Forgot your password?” on the sign-in page.

    If it was not you, you can ignore this message.
message-existing-account-sms = { $pool }: you already have an account with this number. Sign in as usual, or reset your password.

message-password-changed-subject = Your { $pool } password was changed
message-password-changed-body =
    Hello,

    the password of your { $pool } account was just changed, and other browsers were signed out.

    If it was you, there is nothing to do. If not, reset your password on the sign-in page now.
message-password-changed-sms = { $pool }: your password was just changed. If it was not you, reset it now.

message-provider-unlinked-subject = Sign-in with { $provider } was removed from your { $pool } account
message-provider-unlinked-body =
    Hello,

    sign-in with { $provider } was just removed from your { $pool } account. Your other ways to sign in stay as they are.

    If it was you, there is nothing to do. If not, somebody else is signed in to your account: change your password, and ask for help where you use it.
message-provider-unlinked-sms = { $pool }: sign-in with { $provider } was just removed. If it was not you, change your password now.

message-recovery-code-used-subject = A { $pool } recovery code was used
message-recovery-code-used-body =
    Hello,

    one of the recovery codes of your { $pool } account was just used to sign in. Each code works once, so cross it out.

    If it was you, there is nothing else to do. If not, somebody else knows your password and your codes: reset your password on the sign-in page now, and get new recovery codes.
message-recovery-code-used-sms = { $pool }: a recovery code was just used. If it was not you, reset your password now.

message-factors-changed-subject = The second step of your { $pool } account was changed
message-factors-changed-body =
    Hello,

    the second step that protects your { $pool } account was just changed.

    If it was you, there is nothing to do. If not, somebody else knows your password: reset it on the sign-in page now, and ask for help where you use the account.
message-factors-changed-sms = { $pool }: your second sign-in step was just changed. If it was not you, reset your password now.

message-invitation-subject = Your { $pool } account
message-invitation-body =
    Hello,

    an account with { $pool } was made for you. Your user name is {"{username}"}, and this is your temporary password:

    {"{####}"}

    You will choose your own password when you sign in.
message-invitation-sms = { $pool }: your user name is {"{username}"}, your temporary password {"{####}"}

message-address-code-subject = Your { $pool } confirmation code
message-address-code-body =
    Hello,

    this is the code to use this address for your { $pool } account:

    {"{####}"}

    Type it on the page where you asked for it. If you did not ask for it, you can ignore this message: nothing changes.
message-address-code-sms = { $pool }: {"{####}"} is the code to use this number for your account

message-address-in-use-subject = Your { $pool } account has this address already
message-address-in-use-body =
    Hello,

    somebody, perhaps you, wanted to use this address for another { $pool } account. It belongs to yours, so nothing was changed.

    If it was you, sign in to the account that has this address. If it was not you, you can ignore this message.
message-address-in-use-sms = { $pool }: somebody wanted to use this number for another account. It belongs to yours, so nothing was changed.

message-address-changed-subject = The address of your { $pool } account was changed
message-address-changed-body =
    Hello,

    your { $pool } account has another address from now on. Messages do not come here any more.

    If it was you, there is nothing to do. If it was not you, take the change back now:

    {"{##Take the change back##}"}

    This restores your address here, signs out everybody, and asks you for a new password.
message-address-changed-sms = { $pool }: your number was changed. Not you? {"{##Take it back##}"}

message-address-changed-for-good-subject = The address of your { $pool } account was changed
message-address-changed-for-good-body =
    Hello,

    your { $pool } account has another address from now on. Messages do not come here any more.

    If it was you, there is nothing to do. If it was not you, ask for help where you use the account.
message-address-changed-for-good-sms = { $pool }: the number of your account was changed. If it was not you, ask for help.

message-address-restored-subject = The change of your { $pool } address was taken back
message-address-restored-body =
    Hello,

    a change of the address of a { $pool } account was taken back with the link in our message. The account has its earlier address again, and everybody was signed out.

    If it is your account, set a new password when you sign in, and look through its settings.
message-address-restored-sms = { $pool }: the change of your number was taken back, and everybody was signed out.

message-account-deleted-subject = Your { $pool } account was deleted
message-account-deleted-body =
    Hello,

    your { $pool } account and everything that belongs to it was just deleted, as you wished.

    If it was not you, ask for help where you used it.
message-account-deleted-sms = { $pool }: your account was just deleted, as you wished.
