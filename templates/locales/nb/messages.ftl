message-verification-subject = Bekreftelseskoden din for { $pool }
message-verification-body =
    Hei!

    Her er koden som bekrefter kontoen din hos { $pool }:

    {"{####}"}

    Hvis du ikke har bedt om den, kan du se bort fra denne meldingen.
message-verification-sms = { $pool }: Bekreftelseskoden din er {"{####}"}

message-link-subject = Bekreft kontoen din hos { $pool }
message-link-body =
    Hei!

    Med denne lenken bekrefter du kontoen din hos { $pool }:

    {"{##Bekreft kontoen min##}"}

    Hvis du ikke har bedt om den, kan du se bort fra denne meldingen.

message-sign-in-subject = Innloggingskoden din for { $pool }
message-sign-in-body =
    Hei!

    Her er koden du logger inn med hos { $pool }:

    {"{####}"}

    Gi den aldri videre. Ingen fra { $pool } vil be deg om den. Hvis du ikke holder på å logge inn, kan det være noen andre som prøver.
message-sign-in-sms = { $pool }: Innloggingskoden din er {"{####}"}. Gi den aldri videre.

message-reset-subject = Tilbakestill passordet for { $pool }
message-reset-body =
    Hei!

    Med denne koden velger du et nytt passord for kontoen din hos { $pool }:

    {"{####}"}

    Hvis du ikke har bedt om den, kan du se bort fra denne meldingen. Passordet ditt blir ikke endret.
message-reset-sms = { $pool }: Koden for å tilbakestille passordet er {"{####}"}

message-existing-account-subject = Du har allerede en konto hos { $pool }
message-existing-account-body =
    Hei!

    Noen, trolig du, prøvde nettopp å opprette en konto hos { $pool } med denne adressen. Du har allerede en, så ingenting er endret.

    Logg inn med den som vanlig. Hvis du ikke husker passordet, velger du «Har du glemt passordet?» på innloggingssiden.

    Hvis det ikke var deg, kan du se bort fra denne meldingen.
message-existing-account-sms = { $pool }: Du har allerede en konto med dette nummeret. Logg inn som vanlig, eller tilbakestill passordet.

message-password-changed-subject = Passordet ditt for { $pool } er endret
message-password-changed-body =
    Hei!

    Passordet for kontoen din hos { $pool } ble nettopp endret, og andre nettlesere er logget ut.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, må du tilbakestille passordet på innloggingssiden nå.
message-password-changed-sms = { $pool }: Passordet ditt ble nettopp endret. Var det ikke deg, må du tilbakestille det nå.

message-provider-unlinked-subject = Innlogging med { $provider } er fjernet fra kontoen din hos { $pool }
message-provider-unlinked-body =
    Hei!

    Innlogging med { $provider } ble nettopp fjernet fra kontoen din hos { $pool }. De andre måtene du logger inn på, virker som før.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, er noen andre logget inn på kontoen din: Bytt passord og kontakt brukerstøtten.
message-provider-unlinked-sms = { $pool }: Innlogging med { $provider } ble nettopp fjernet. Var det ikke deg, må du bytte passord nå.

message-invitation-subject = Kontoen din hos { $pool }
message-invitation-body =
    Hei!

    Du har fått en konto hos { $pool }. Brukernavnet ditt er {"{username}"}, og dette er det midlertidige passordet ditt:

    {"{####}"}

    Du velger ditt eget passord når du logger inn.
message-invitation-sms = { $pool }: Brukernavnet ditt er {"{username}"}, det midlertidige passordet {"{####}"}
