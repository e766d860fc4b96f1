confirm-title = Bekræft din konto
confirm-bare = Indtast den kode, du har fået.
confirm-button = Bekræft konto
confirm-back-question = Forkert adresse?
confirm-back = Gå tilbage, og ret den

confirm-user-title = Bekræft din konto
confirm-user-ask = Ét klik mere, så er din konto klar til brug.
confirm-user-button = Bekræft min konto
confirm-user-done-heading = Din konto er bekræftet
confirm-user-done = Nu kan du logge ind.
confirm-user-close = Du kan lukke siden.
confirm-user-failed-heading = Linket virker ikke længere
confirm-user-failed-advice = Log ind med dit brugernavn og din adgangskode, så kan du bede om en ny kode.
