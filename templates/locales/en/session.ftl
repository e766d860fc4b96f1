# The browser's session.
signed-in-title = You are signed in
signed-in-text = Continue to { $name } with this account, or use another one.
signed-in-continue = Continue as { $name }
sign-out-title = Sign out?
sign-out-text = You will be signed out of this browser.
sign-out-button = Sign out
sign-out-cancel = Stay signed in
signed-out-title = You are signed out
signed-out-text = It is safe to close this page.
welcome-title = Nothing to sign in to yet
welcome-text = Open the application that you want to sign in to. It will bring you back here.
