# Terms of use and privacy policy. { $terms } and { $privacy } become links whose words are terms-link and privacy-link:
# word the sentences so that these words fit as they are, for example after a colon.
terms-link = terms of use
privacy-link = privacy policy
footer-legal = Legal information
footer-terms = Terms of use
footer-privacy = Privacy policy

# While creating an account.
terms-by-signing-up = By creating an account, you accept our { $terms }.
terms-checkbox = I accept the { $terms }
terms-checkbox-label = Terms of use
terms-privacy = Our { $privacy } says what we do with your data.
problem-terms = To create an account, please accept the terms.

# Between signing in and the application.
terms-first-title = Please accept our terms
terms-first-text = Before you continue to { $name }, please read and accept our { $terms }.
terms-changed-title = Our terms have changed
terms-changed-text = Before you continue to { $name }, please read and accept our new { $terms }.
terms-version = Version { $version }
terms-accept = Accept and continue
terms-decline = Not now
terms-decline-hint = If you choose “Not now”, you go back without being signed in there. Your account stays as it is.

# Your data, in the account.
accepted-terms-title = Terms you accepted
accepted-terms-text = These are the versions of our { $terms } that you accepted.
accepted-terms-none = You have not accepted any terms here yet.
accepted-terms-row = Version { $version }, accepted { $date }
accepted-terms-newer = There is a newer version. You will be asked about it when you next sign in to an application.

# What an application asks for.
consent-title = Allow access to your account?
consent-text = { $name } asks for access to your account.
consent-more-text = { $name } asks for more access to your account than you have allowed so far.
consent-account = Your account
consent-list = This is what you allow
consent-list-new = This is new
consent-list-before = You have allowed this before
consent-goes-to = You then go on to { $host }
consent-take-back = You can take this back at any time under “Applications” in your account.
consent-allow = Allow
consent-deny = Deny
scope-offline = Stays connected when you are away

# Applications, in the account.
applications-allowed = Allowed { $date }, not used at present
