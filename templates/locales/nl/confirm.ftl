confirm-title = Bevestig je account
confirm-bare = Vul de code in die je hebt gekregen.
confirm-button = Account bevestigen
confirm-back-question = Verkeerd adres?
confirm-back = Ga terug en pas het aan

confirm-user-title = Bevestig je account
confirm-user-ask = Eén klik en je account is klaar voor gebruik.
confirm-user-button = Mijn account bevestigen
confirm-user-done-heading = Je account is bevestigd
confirm-user-done = Je kunt vanaf nu inloggen.
confirm-user-close = Je kunt deze pagina sluiten.
confirm-user-failed-heading = Deze link werkt niet meer
confirm-user-failed-advice = Log in met je gebruikersnaam en wachtwoord. Daarna kun je een nieuwe code aanvragen.
