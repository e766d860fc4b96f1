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

message-recovery-code-used-subject = En gjenopprettingskode for { $pool } er brukt
message-recovery-code-used-body =
    Hei!

    En av gjenopprettingskodene til kontoen din hos { $pool } ble nettopp brukt til å logge inn. Hver kode virker bare én gang, så stryk den ut.

    Hvis det var deg, trenger du ikke gjøre noe mer. Hvis ikke, kjenner noen andre passordet og kodene dine: Tilbakestill passordet på innloggingssiden nå, og skaff deg nye gjenopprettingskoder.
message-recovery-code-used-sms = { $pool }: En gjenopprettingskode ble nettopp brukt. Var det ikke deg, må du tilbakestille passordet nå.

message-factors-changed-subject = Det ekstra innloggingssteget for kontoen din hos { $pool } er endret
message-factors-changed-body =
    Hei!

    Det ekstra steget som beskytter kontoen din hos { $pool }, ble nettopp endret.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, kjenner noen andre passordet ditt: Tilbakestill det på innloggingssiden nå, og kontakt brukerstøtten.
message-factors-changed-sms = { $pool }: Det ekstra innloggingssteget ditt ble nettopp endret. Var det ikke deg, må du tilbakestille passordet nå.

message-invitation-subject = Kontoen din hos { $pool }
message-invitation-body =
    Hei!

    Du har fått en konto hos { $pool }. Brukernavnet ditt er {"{username}"}, og dette er det midlertidige passordet ditt:

    {"{####}"}

    Du velger ditt eget passord når du logger inn.
message-invitation-sms = { $pool }: Brukernavnet ditt er {"{username}"}, det midlertidige passordet {"{####}"}

message-address-code-subject = Bekreftelseskoden din for { $pool }
message-address-code-body =
    Hei!

    Med denne koden tar du i bruk denne adressen for kontoen din hos { $pool }:

    {"{####}"}

    Skriv den inn på siden der du ba om den. Hvis du ikke har bedt om den, kan du se bort fra denne meldingen. Ingenting blir endret.
message-address-code-sms = { $pool }: {"{####}"} er koden for å ta i bruk dette nummeret for kontoen din

message-address-in-use-subject = Kontoen din hos { $pool } har allerede denne adressen
message-address-in-use-body =
    Hei!

    Noen, kanskje du, ville bruke denne adressen for en annen konto hos { $pool }. Den hører til kontoen din, så ingenting er endret.

    Hvis det var deg, kan du logge inn på kontoen som har denne adressen. Hvis det ikke var deg, kan du se bort fra denne meldingen.
message-address-in-use-sms = { $pool }: Noen ville bruke dette nummeret for en annen konto. Det hører til kontoen din, så ingenting er endret.

message-address-changed-subject = Adressen for kontoen din hos { $pool } er endret
message-address-changed-body =
    Hei!

    Kontoen din hos { $pool } har nå en annen adresse. Det kommer ikke flere meldinger hit.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis det ikke var deg, må du angre endringen nå:

    {"{##Angre endringen##}"}

    Da får kontoen tilbake denne adressen, alle blir logget ut, og du blir bedt om å velge et nytt passord.
message-address-changed-sms = { $pool }: Nummeret ditt er endret. Var det ikke deg? {"{##Angre##}"}

message-address-changed-for-good-subject = Adressen for kontoen din hos { $pool } er endret
message-address-changed-for-good-body =
    Hei!

    Kontoen din hos { $pool } har nå en annen adresse. Det kommer ikke flere meldinger hit.

    Hvis det var deg, trenger du ikke gjøre noe. Hvis det ikke var deg, må du kontakte brukerstøtten.
message-address-changed-for-good-sms = { $pool }: Nummeret for kontoen din er endret. Var det ikke deg, må du kontakte brukerstøtten.

message-address-restored-subject = Endringen av adressen din hos { $pool } er angret
message-address-restored-body =
    Hei!

    En endring av adressen for en konto hos { $pool } ble angret med lenken i meldingen vår. Kontoen har fått tilbake den forrige adressen, og alle er logget ut.

    Hvis det er kontoen din, må du velge et nytt passord når du logger inn, og gå gjennom innstillingene.
message-address-restored-sms = { $pool }: Endringen av nummeret ditt er angret, og alle er logget ut.

message-account-deleted-subject = Kontoen din hos { $pool } er slettet
message-account-deleted-body =
    Hei!

    Kontoen din hos { $pool } og alt som hører til den, ble nettopp slettet, slik du ønsket.

    Hvis det ikke var deg, må du kontakte brukerstøtten.
message-account-deleted-sms = { $pool }: Kontoen din ble nettopp slettet, slik du ønsket.
