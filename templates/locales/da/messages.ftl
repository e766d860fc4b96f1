message-verification-subject = Din bekræftelseskode til { $pool }
message-verification-body =
    Hej

    Her er koden, der bekræfter din konto hos { $pool }:

    {"{####}"}

    Hvis du ikke har bedt om den, kan du se bort fra denne besked.
message-verification-sms = { $pool }: Din bekræftelseskode er {"{####}"}

message-link-subject = Bekræft din konto hos { $pool }
message-link-body =
    Hej

    Med dette link bekræfter du din konto hos { $pool }:

    {"{##Bekræft min konto##}"}

    Hvis du ikke har bedt om det, kan du se bort fra denne besked.

message-sign-in-subject = Din loginkode til { $pool }
message-sign-in-body =
    Hej

    Her er koden, du logger ind med hos { $pool }:

    {"{####}"}

    Giv den aldrig videre. Ingen fra { $pool } vil bede dig om den. Hvis du ikke er ved at logge ind, er det måske en anden, der prøver.
message-sign-in-sms = { $pool }: Din loginkode er {"{####}"}. Giv den aldrig videre.

message-reset-subject = Nulstil din adgangskode til { $pool }
message-reset-body =
    Hej

    Med denne kode vælger du en ny adgangskode til din konto hos { $pool }:

    {"{####}"}

    Hvis du ikke har bedt om den, kan du se bort fra denne besked. Din adgangskode bliver ikke ændret.
message-reset-sms = { $pool }: Koden til at nulstille din adgangskode er {"{####}"}

message-existing-account-subject = Du har allerede en konto hos { $pool }
message-existing-account-body =
    Hej

    Nogen, formentlig dig, har lige prøvet at oprette en konto hos { $pool } med denne adresse. Du har allerede en, så intet er ændret.

    Log ind med den, som du plejer. Hvis du ikke kan huske adgangskoden, så vælg ”Har du glemt din adgangskode?” på loginsiden.

    Hvis det ikke var dig, kan du se bort fra denne besked.
message-existing-account-sms = { $pool }: Du har allerede en konto med dette nummer. Log ind, som du plejer, eller nulstil din adgangskode.

message-password-changed-subject = Din adgangskode til { $pool } er ændret
message-password-changed-body =
    Hej

    Adgangskoden til din konto hos { $pool } er lige blevet ændret, og andre browsere er logget ud.

    Hvis det var dig, behøver du ikke gøre noget. Hvis ikke, så nulstil adgangskoden på loginsiden nu.
message-password-changed-sms = { $pool }: Din adgangskode er lige blevet ændret. Var det ikke dig, så nulstil den nu.

message-provider-unlinked-subject = Login med { $provider } er fjernet fra din konto hos { $pool }
message-provider-unlinked-body =
    Hej

    Login med { $provider } er lige blevet fjernet fra din konto hos { $pool }. Dine andre måder at logge ind på virker som før.

    Hvis det var dig, behøver du ikke gøre noget. Hvis ikke, er en anden logget ind på din konto: Skift adgangskode, og kontakt supporten.
message-provider-unlinked-sms = { $pool }: Login med { $provider } er lige blevet fjernet. Var det ikke dig, så skift adgangskode nu.

message-invitation-subject = Din konto hos { $pool }
message-invitation-body =
    Hej

    Der er oprettet en konto til dig hos { $pool }. Dit brugernavn er {"{username}"}, og her er din midlertidige adgangskode:

    {"{####}"}

    Du vælger din egen adgangskode, når du logger ind.
message-invitation-sms = { $pool }: Dit brugernavn er {"{username}"}, din midlertidige adgangskode {"{####}"}
