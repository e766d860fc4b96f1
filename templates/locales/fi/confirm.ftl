confirm-title = Vahvista tilisi
confirm-bare = Anna saamasi koodi.
confirm-button = Vahvista tili
confirm-back-question = Väärä osoite?
confirm-back = Palaa ja muuta sitä

confirm-user-title = Vahvista tilisi
confirm-user-ask = Vielä yksi napsautus, niin tilisi on valmis käyttöön.
confirm-user-button = Vahvista tilini
confirm-user-done-heading = Tilisi on vahvistettu
confirm-user-done = Voit nyt kirjautua sisään.
confirm-user-close = Voit sulkea tämän sivun.
confirm-user-failed-heading = Linkki ei enää toimi
confirm-user-failed-advice = Kirjaudu käyttäjätunnuksella ja salasanalla, niin voit pyytää uuden koodin.
