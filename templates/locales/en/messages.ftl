# Messages of pools that have no words of their own.
# {"{####}"} stands for the code and {"{username}"} for the name; both are filled in when the message is sent.
# {"{##text##}"} stands for a link with that text.
# A paragraph that is the code alone is set large in the HTML mail.
message-verification-subject = Your { $pool } confirmation code
message-verification-body =
    Hello,

    This is the code that confirms your account with { $pool }:

    {"{####}"}

    If you did not ask for it, you can ignore this message.
message-verification-sms = { $pool }: your confirmation code is {"{####}"}

message-link-subject = Confirm your { $pool } account
message-link-body =
    Hello,

    This link confirms your account with { $pool }:

    {"{##Confirm my account##}"}

    If you did not ask for it, you can ignore this message.

message-sign-in-subject = Your { $pool } sign-in code
message-sign-in-body =
    Hello,

    This is your code to sign in to { $pool }:

    {"{####}"}

    Never pass it on: nobody from { $pool } will ask you for it. If you are not signing in just now, somebody else may be trying to.
message-sign-in-sms = { $pool }: your sign-in code is {"{####}"}. Never pass it on.

message-reset-subject = Your { $pool } password reset code
message-reset-body =
    Hello,

    This is the code to set a new password for your { $pool } account:

    {"{####}"}

    If you did not ask for it, you can ignore this message. Your password stays as it is.
message-reset-sms = { $pool }: your password reset code is {"{####}"}

message-existing-account-subject = You already have a { $pool } account
message-existing-account-body =
    Hello,

    Somebody, probably you, just tried to create a { $pool } account with this address. You have one already, so nothing was changed.

    Sign in with it as usual. If you do not remember the password, choose “Forgot your password?” on the sign-in page.

    If it was not you, you can ignore this message.
message-existing-account-sms = { $pool }: you already have an account with this number. Sign in as usual, or reset your password.

message-password-changed-subject = Your { $pool } password was changed
message-password-changed-body =
    Hello,

    The password of your { $pool } account was just changed, and other browsers were signed out.

    If it was you, there is nothing to do. If not, reset your password on the sign-in page now.
message-password-changed-sms = { $pool }: your password was just changed. If it was not you, reset it now.

message-provider-unlinked-subject = Sign-in with { $provider } was removed from your { $pool } account
message-provider-unlinked-body =
    Hello,

    Sign-in with { $provider } was just removed from your { $pool } account. Your other ways to sign in stay as they are.

    If it was you, there is nothing to do. If not, somebody else is signed in to your account: change your password, and ask for help where you use it.
message-provider-unlinked-sms = { $pool }: sign-in with { $provider } was just removed. If it was not you, change your password now.

message-invitation-subject = Your { $pool } account
message-invitation-body =
    Hello,

    An account with { $pool } was made for you. Your user name is {"{username}"}, and this is your temporary password:

    {"{####}"}

    You will choose your own password when you sign in.
message-invitation-sms = { $pool }: your user name is {"{username}"}, your temporary password {"{####}"}
