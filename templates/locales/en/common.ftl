# Texts that every page shares.
title-problem = Problem:
continue-to = to continue to { $name }
or = or
optional = optional
choice-yes = Yes
choice-no = No
continue = Continue
next = Next
try-again = Try again
use-another-account = Use another account
back-to-sign-in = Back to sign in
choose-another-method = Choose another way
password-label = Password
password-show = Show password
password-hide = Hide password
password-rules = Your password needs
rule-satisfied = done:
rule-missing = still missing:
code-label = Code
code-sent-email = We sent a code by e-mail to
code-sent-sms = We sent a code by text message to
resend-question = Nothing arrived?
resend-button = Send a new code
check-fields = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
development-ribbon = Development server
development-mailbox = Mailbox
development-playground = Playground
development-providers = Providers

identifier-username = User name
identifier-email = E-mail address
identifier-phone = Phone number
identifier-email-or-phone = E-mail address or phone number
identifier-username-or-email = User name or e-mail address
identifier-username-or-phone = User name or phone number
identifier-any = User name, e-mail address or phone number
hint-phone = With country code, for example +49 30 1234567

rule-minimum-length = { $length ->
    [one] one character or more
   *[other] { $length } characters or more
}
rule-lowercase = a lower-case letter
rule-uppercase = an upper-case letter
rule-number = a number
rule-symbol = a symbol like ! or #
rule-no-edge-space = no space at either end

notice-password-changed = Your password was changed. Sign in with the new one.
notice-account-confirmed = Your account is confirmed. You can sign in now.
notice-session-expired = This page was open for too long, so we started again. Please sign in.
notice-sign-in-again = Please sign in again to continue.
notice-code-sent = We sent a new code. Only the newest one works.
notice-signed-out = You are signed out of this browser.
