passkey-sign-in = Logg inn med en passnøkkel
passkey-unsupported = Denne nettleseren kan ikke bruke passnøkler her. Velg en annen måte, eller åpne siden i en annen nettleser.
passkey-cancelled = Passnøkkelen ble ikke tatt i bruk. Du kan prøve igjen.
passkey-challenge-title = Bruk passnøkkelen din
passkey-challenge-text = Bekreft at det er deg, med fingeravtrykk, ansikt, PIN-kode eller sikkerhetsnøkkel.
passkey-challenge-button = Bruk passnøkkel
passkey-no-script = Passnøkler krever JavaScript, som er slått av i denne nettleseren. Slå det på, eller velg en annen måte.
factor-passkey = Med passnøkkelen min

passkey-add-title = Legg til en passnøkkel
passkey-add-text = Med en passnøkkel logger du inn med fingeravtrykk, ansikt, PIN-kode eller sikkerhetsnøkkel, uten passord.
passkey-add-button = Legg til en passnøkkel
passkey-add-later = Ikke nå
passkey-add-there = Denne enheten har allerede en passnøkkel for kontoen din.
passkey-add-full = Du har { $most } passnøkler, og det er så mange du kan ha. Fjern først en du ikke bruker lenger.

passkeys-title = Passnøkler
passkeys-hint = Med fingeravtrykk, ansikt eller PIN-kode i stedet for passord
passkeys-text = Med en passnøkkel logger du inn med fingeravtrykk, ansikt, PIN-kode eller sikkerhetsnøkkel.
passkeys-none = Du har ingen passnøkler ennå.
passkeys-unnamed = Passnøkkel
passkeys-added = Lagt til { $date }
passkeys-added-used = Lagt til { $date }, sist brukt { $used }
passkeys-synced = På flere enheter
passkeys-one-device = Bare på én enhet
passkeys-other-domain = Laget for { $domain }, så den virker ikke her.
passkeys-name-label = Navn
passkeys-rename = Gi nytt navn
passkeys-rename-named = Gi nytt navn til { $name }
passkeys-remove = Fjern
passkeys-remove-named = Fjern { $name }
passkeys-details = Administrer
passkeys-details-named = Administrer { $name }
passkeys-was-added = Passnøkkelen er lagt til.
passkeys-was-renamed = Det nye navnet er lagret.
passkeys-was-removed = Passnøkkelen er fjernet. Du kan også slette den på enheten eller i passordbehandleren der den er lagret.
passkeys-not-there = Passnøkkelen er ikke lenger knyttet til kontoen din, så ingenting er endret.
passkeys-stays-only-way = Denne passnøkkelen er den eneste måten du kan logge inn på, så den kan ikke fjernes. Legg først til en annen passnøkkel, eller lag et passord med «Har du glemt passordet?» på innloggingssiden.
passkeys-stays-second = Du trenger et ekstra steg for å logge inn her, og denne passnøkkelen er det eneste du har, så den kan ikke fjernes. Legg først til en annen passnøkkel.

problem-passkey-refused = Passnøkkelen kunne ikke brukes. Prøv igjen, eller logg inn på en annen måte.
problem-passkey-unknown = Passnøkkelen hører ikke lenger til noen konto her. Logg inn på en annen måte.
problem-passkey-expired = Det tok for lang tid. Prøv igjen.
problem-passkey-copied = Passnøkkelen ble avvist fordi det kan finnes en kopi av den. Logg inn på en annen måte, og fjern den fra kontoen din.

message-passkey-added-subject = En passnøkkel er lagt til på kontoen din hos { $pool }
message-passkey-added-body =
    Hei!

    En passnøkkel ble nettopp lagt til på kontoen din hos { $pool }. Den kan brukes til å logge inn.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, er noen andre logget inn på kontoen din: Fjern passnøkkelen, bytt passord og kontakt brukerstøtten.
message-passkey-added-sms = { $pool }: En passnøkkel ble nettopp lagt til på kontoen din. Var det ikke deg, må du fjerne den og bytte passord nå.
message-passkey-removed-subject = En passnøkkel er fjernet fra kontoen din hos { $pool }
message-passkey-removed-body =
    Hei!

    En passnøkkel ble nettopp fjernet fra kontoen din hos { $pool }. De andre måtene du logger inn på, virker som før.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, er noen andre logget inn på kontoen din: Bytt passord og kontakt brukerstøtten.
message-passkey-removed-sms = { $pool }: En passnøkkel ble nettopp fjernet fra kontoen din. Var det ikke deg, må du bytte passord nå.
message-passkey-copied-subject = En passnøkkel for kontoen din hos { $pool } ble avvist
message-passkey-copied-body =
    Hei!

    Noen prøvde å logge inn på kontoen din hos { $pool } med en av passnøklene dine, og vi avviste den fordi den så ut til å være en kopi.

    Logg inn på en annen måte, fjern passnøkkelen fra kontoen din, og legg til en ny. Hvis du ikke vet hva som har skjedd, kan du kontakte brukerstøtten.
message-passkey-copied-sms = { $pool }: En passnøkkel ble avvist fordi den kan være en kopi. Logg inn på en annen måte og fjern den.
