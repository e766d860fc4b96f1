confirm-title = Bekreft kontoen din
confirm-bare = Skriv inn koden du har fått.
confirm-button = Bekreft konto
confirm-back-question = Feil adresse?
confirm-back = Gå tilbake og endre den

confirm-user-title = Bekreft kontoen din
confirm-user-ask = Ett klikk til, så er kontoen klar til bruk.
confirm-user-button = Bekreft kontoen min
confirm-user-done-heading = Kontoen din er bekreftet
confirm-user-done = Nå kan du logge inn.
confirm-user-close = Du kan lukke siden.
confirm-user-failed-heading = Lenken virker ikke lenger
confirm-user-failed-advice = Logg inn med brukernavn og passord, så kan du be om en ny kode.
