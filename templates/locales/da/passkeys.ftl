passkey-sign-in = Log ind med en adgangsnøgle
passkey-unsupported = Denne browser kan ikke bruge adgangsnøgler her. Vælg en anden måde, eller åbn siden i en anden browser.
passkey-cancelled = Der skete ikke noget med en adgangsnøgle. Du kan prøve igen.
passkey-challenge-title = Brug din adgangsnøgle
passkey-challenge-text = Bekræft med dit fingeraftryk, dit ansigt, din pinkode eller din sikkerhedsnøgle, at det er dig.
passkey-challenge-button = Brug adgangsnøgle
passkey-no-script = Adgangsnøgler kræver JavaScript, som er slået fra i denne browser. Slå det til, eller vælg en anden måde.
factor-passkey = Med min adgangsnøgle

passkey-add-title = Tilføj en adgangsnøgle
passkey-add-text = Med en adgangsnøgle logger du ind med dit fingeraftryk, dit ansigt, din pinkode eller din sikkerhedsnøgle, uden adgangskode.
passkey-add-button = Tilføj en adgangsnøgle
passkey-add-later = Ikke nu
passkey-add-there = Denne enhed har allerede en adgangsnøgle til din konto.
passkey-add-full = Du har { $most } adgangsnøgler, og flere er der ikke plads til. Fjern først en, du ikke længere bruger.

passkeys-title = Adgangsnøgler
passkeys-hint = Med dit fingeraftryk, dit ansigt eller en pinkode i stedet for en adgangskode
passkeys-text = Med en adgangsnøgle logger du ind med dit fingeraftryk, dit ansigt, din pinkode eller din sikkerhedsnøgle.
passkeys-none = Du har ingen adgangsnøgler endnu.
passkeys-unnamed = Adgangsnøgle
passkeys-added = Tilføjet { $date }
passkeys-added-used = Tilføjet { $date }, sidst brugt { $used }
passkeys-synced = På flere enheder
passkeys-one-device = Kun på én enhed
passkeys-other-domain = Lavet til { $domain }, så den virker ikke her.
passkeys-name-label = Navn
passkeys-rename = Omdøb
passkeys-rename-named = Omdøb { $name }
passkeys-remove = Fjern
passkeys-remove-named = Fjern { $name }
passkeys-details = Administrer
passkeys-details-named = Administrer { $name }
passkeys-was-added = Din adgangsnøgle er tilføjet.
passkeys-was-renamed = Det nye navn er gemt.
passkeys-was-removed = Adgangsnøglen er fjernet. Du kan også slette den på den enhed eller i den adgangskodeadministrator, hvor den er gemt.
passkeys-not-there = Adgangsnøglen hører ikke længere til din konto, så intet er ændret.
passkeys-stays-only-way = Adgangsnøglen er din eneste måde at logge ind på, så den kan ikke fjernes. Tilføj først en anden adgangsnøgle, eller opret en adgangskode med ”Har du glemt din adgangskode?” på loginsiden.
passkeys-stays-second = Du skal bruge et ekstra trin for at logge ind her, og denne adgangsnøgle er det eneste, du har, så den kan ikke fjernes. Tilføj først en anden adgangsnøgle.

problem-passkey-refused = Adgangsnøglen kunne ikke bruges. Prøv igen, eller log ind på en anden måde.
problem-passkey-unknown = Adgangsnøglen hører ikke længere til en konto her. Log ind på en anden måde.
problem-passkey-expired = Det tog for lang tid. Prøv igen.
problem-passkey-copied = Adgangsnøglen blev afvist, fordi der måske findes en kopi af den. Log ind på en anden måde, og fjern den fra din konto.

message-passkey-added-subject = En adgangsnøgle er tilføjet til din konto hos { $pool }
message-passkey-added-body =
    Hej

    En adgangsnøgle er lige blevet tilføjet til din konto hos { $pool }. Den kan bruges til at logge ind.

    Hvis det var dig, behøver du ikke gøre noget. Hvis ikke, er en anden logget ind på din konto: Fjern adgangsnøglen, skift adgangskode, og kontakt supporten.
message-passkey-added-sms = { $pool }: En adgangsnøgle er lige blevet tilføjet til din konto. Var det ikke dig, så fjern den, og skift adgangskode nu.
message-passkey-removed-subject = En adgangsnøgle er fjernet fra din konto hos { $pool }
message-passkey-removed-body =
    Hej

    En adgangsnøgle er lige blevet fjernet fra din konto hos { $pool }. Dine andre måder at logge ind på virker som før.

    Hvis det var dig, behøver du ikke gøre noget. Hvis ikke, er en anden logget ind på din konto: Skift adgangskode, og kontakt supporten.
message-passkey-removed-sms = { $pool }: En adgangsnøgle er lige blevet fjernet fra din konto. Var det ikke dig, så skift adgangskode nu.
message-passkey-copied-subject = En adgangsnøgle til din konto hos { $pool } blev afvist
message-passkey-copied-body =
    Hej

    Nogen har prøvet at logge ind på din konto hos { $pool } med en af dine adgangsnøgler, og vi afviste den. Den lignede en kopi.

    Log ind på en anden måde, fjern adgangsnøglen fra din konto, og tilføj en ny. Kontakt supporten, hvis du ikke ved, hvad der er sket.
message-passkey-copied-sms = { $pool }: En adgangsnøgle blev afvist, fordi den måske er en kopi. Log ind på en anden måde, og fjern den.
