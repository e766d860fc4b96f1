# The account of whoever is signed in to this browser.
account-providers-title = Linked sign-ins
account-providers-text = These providers sign you in to your account.
account-signed-out = You are not signed in to this browser. Sign in to the application first, then open this page again.
account-sign-in = Sign in
account-sign-in-again = Sign in again
account-stale = To change this, sign in again: your sign-in is more than ten minutes old. Then open this page again.
account-since = Since { $date }
account-unlink = Unlink
account-unlink-named = Unlink { $provider }
account-no-links = No provider is linked with your account.
account-unlinked = The link was removed. That provider does not sign you in to this account any more.
account-not-linked = That provider is not linked with your account any more, so nothing was changed.
account-stays-only = { $provider } is your only way to sign in, so it stays.
account-stays-own = Your account was made by signing in with { $provider } and has no password, so it stays.
account-stays-recover = To unlink it, first set a password with “Forgot your password?” on the sign-in page.
account-stays-ask = To unlink it, first link another provider, or ask for a password where you use the application.
account-stays-own-ask = To unlink it, first ask for a password where you use the application.
