confirm-title = Bekräfta ditt konto
confirm-bare = Ange koden du har fått.
confirm-button = Bekräfta konto
confirm-back-question = Fel adress?
confirm-back = Gå tillbaka och ändra

confirm-user-title = Bekräfta ditt konto
confirm-user-ask = Ett klick till, så är kontot klart att använda.
confirm-user-button = Bekräfta mitt konto
confirm-user-done-heading = Ditt konto är bekräftat
confirm-user-done = Nu kan du logga in.
confirm-user-close = Du kan stänga sidan.
confirm-user-failed-heading = Länken fungerar inte längre
confirm-user-failed-advice = Logga in med ditt användarnamn och lösenord, så kan du be om en ny kod.
