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

message-recovery-code-used-subject = En gendannelseskode til { $pool } er brugt
message-recovery-code-used-body =
    Hej

    En af gendannelseskoderne til din konto hos { $pool } er lige blevet brugt til at logge ind. Hver kode virker én gang, så streg den ud.

    Hvis det var dig, behøver du ikke gøre mere. Hvis ikke, kender en anden din adgangskode og dine koder: Nulstil adgangskoden på loginsiden nu, og få nye gendannelseskoder.
message-recovery-code-used-sms = { $pool }: En gendannelseskode er lige blevet brugt. Var det ikke dig, så nulstil din adgangskode nu.

message-factors-changed-subject = Det ekstra trin for din konto hos { $pool } er ændret
message-factors-changed-body =
    Hej

    Det ekstra trin, der beskytter din konto hos { $pool }, er lige blevet ændret.

    Hvis det var dig, behøver du ikke gøre noget. Hvis ikke, kender en anden din adgangskode: Nulstil den på loginsiden nu, og kontakt supporten.
message-factors-changed-sms = { $pool }: Dit ekstra trin ved login er lige blevet ændret. Var det ikke dig, så nulstil din adgangskode nu.

message-invitation-subject = Din konto hos { $pool }
message-invitation-body =
    Hej

    Der er oprettet en konto til dig hos { $pool }. Dit brugernavn er {"{username}"}, og her er din midlertidige adgangskode:

    {"{####}"}

    Du vælger din egen adgangskode, når du logger ind.
message-invitation-sms = { $pool }: Dit brugernavn er {"{username}"}, din midlertidige adgangskode {"{####}"}

message-address-code-subject = Din bekræftelseskode til { $pool }
message-address-code-body =
    Hej

    Her er koden, du skal bruge for at få denne adresse på din konto hos { $pool }:

    {"{####}"}

    Indtast den på siden, hvor du bad om den. Hvis du ikke har bedt om den, kan du se bort fra denne besked. Så bliver intet ændret.
message-address-code-sms = { $pool }: {"{####}"} er koden til at bruge dette nummer på din konto

message-address-in-use-subject = Din konto hos { $pool } har allerede denne adresse
message-address-in-use-body =
    Hej

    Nogen, måske dig, ville bruge denne adresse til en anden konto hos { $pool }. Den hører til din konto, så intet er ændret.

    Hvis det var dig, så log ind på den konto, der har adressen. Hvis det ikke var dig, kan du se bort fra denne besked.
message-address-in-use-sms = { $pool }: Nogen ville bruge dette nummer til en anden konto. Det hører til din konto, så intet er ændret.

message-address-changed-subject = Adressen på din konto hos { $pool } er ændret
message-address-changed-body =
    Hej

    Din konto hos { $pool } har fra nu af en anden adresse. Beskeder bliver ikke længere sendt hertil.

    Hvis det var dig, behøver du ikke gøre noget. Hvis det ikke var dig, så fortryd ændringen nu:

    {"{##Fortryd ændringen##}"}

    Så får kontoen denne adresse igen, alle bliver logget ud, og du skal vælge en ny adgangskode.
message-address-changed-sms = { $pool }: Dit nummer er ændret. Var det ikke dig? {"{##Fortryd##}"}

message-address-changed-for-good-subject = Adressen på din konto hos { $pool } er ændret
message-address-changed-for-good-body =
    Hej

    Din konto hos { $pool } har fra nu af en anden adresse. Beskeder bliver ikke længere sendt hertil.

    Hvis det var dig, behøver du ikke gøre noget. Hvis det ikke var dig, så kontakt supporten.
message-address-changed-for-good-sms = { $pool }: Nummeret på din konto er ændret. Var det ikke dig, så kontakt supporten.

message-address-restored-subject = Ændringen af din adresse hos { $pool } er fortrudt
message-address-restored-body =
    Hej

    En ændring af adressen på en konto hos { $pool } er fortrudt med linket i vores besked. Kontoen har igen sin tidligere adresse, og alle er logget ud.

    Hvis det er din konto, så vælg en ny adgangskode, når du logger ind, og se indstillingerne igennem.
message-address-restored-sms = { $pool }: Ændringen af dit nummer er fortrudt, og alle er logget ud.

message-account-deleted-subject = Din konto hos { $pool } er slettet
message-account-deleted-body =
    Hej

    Din konto hos { $pool } og alt, hvad der hører til den, er lige blevet slettet, som du ønskede.

    Hvis det ikke var dig, så kontakt supporten.
message-account-deleted-sms = { $pool }: Din konto er lige blevet slettet, som du ønskede.
