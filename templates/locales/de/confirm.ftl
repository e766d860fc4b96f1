confirm-title = Konto bestätigen
confirm-bare = Geben Sie den Code ein, den Sie erhalten haben.
confirm-button = Konto bestätigen
confirm-back-question = Falsche Adresse?
confirm-back = Zurück und ändern

confirm-user-title = Konto bestätigen
confirm-user-ask = Nur noch ein Klick, dann können Sie Ihr Konto nutzen.
confirm-user-button = Mein Konto bestätigen
confirm-user-done-heading = Ihr Konto ist bestätigt
confirm-user-done = Ab jetzt können Sie sich anmelden.
confirm-user-close = Sie können diese Seite schließen.
confirm-user-failed-heading = Dieser Link ist nicht mehr gültig
confirm-user-failed-advice = Melden Sie sich mit Benutzername und Passwort an. Dort können Sie einen neuen Code anfordern.
