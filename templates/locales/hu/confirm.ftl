confirm-title = Erősítse meg fiókját
confirm-bare = Írja be a kapott kódot.
confirm-button = Fiók megerősítése
confirm-back-question = Rossz a cím?
confirm-back = Vissza a javításhoz

confirm-user-title = Erősítse meg fiókját
confirm-user-ask = Egyetlen kattintás, és fiókja használatra kész.
confirm-user-button = Fiók megerősítése
confirm-user-done-heading = Fiókját megerősítettük
confirm-user-done = Mostantól bejelentkezhet.
confirm-user-close = Ezt az oldalt bezárhatja.
confirm-user-failed-heading = Ez a link már nem érvényes
confirm-user-failed-advice = Jelentkezzen be a felhasználónevével és jelszavával. Ezután új kódot kérhet.
