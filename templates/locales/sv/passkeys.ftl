passkey-sign-in = Logga in med en lösennyckel
passkey-unsupported = Den här webbläsaren kan inte använda lösennycklar här. Välj ett annat sätt eller öppna sidan i en annan webbläsare.
passkey-cancelled = Åtgärden med lösennyckeln slutfördes inte. Du kan försöka igen.
passkey-challenge-title = Använd din lösennyckel
passkey-challenge-text = Bekräfta att det är du med fingeravtryck, ansikte, pinkod eller säkerhetsnyckel.
passkey-challenge-button = Använd lösennyckel
passkey-no-script = Lösennycklar kräver JavaScript, som är avstängt i den här webbläsaren. Slå på det eller välj ett annat sätt.
factor-passkey = Med min lösennyckel

passkey-add-title = Lägg till en lösennyckel
passkey-add-text = Med en lösennyckel loggar du in med fingeravtryck, ansikte, pinkod eller säkerhetsnyckel, utan lösenord.
passkey-add-button = Lägg till en lösennyckel
passkey-add-later = Inte nu
passkey-add-there = Den här enheten har redan en lösennyckel till ditt konto.
passkey-add-full = Du har { $most } lösennycklar och fler går inte att ha. Ta först bort en som du inte använder längre.

passkeys-title = Lösennycklar
passkeys-hint = Med fingeravtryck, ansikte eller pinkod i stället för lösenord
passkeys-text = Med en lösennyckel loggar du in med fingeravtryck, ansikte, pinkod eller säkerhetsnyckel.
passkeys-none = Du har inga lösennycklar än.
passkeys-unnamed = Lösennyckel
passkeys-added = Tillagd { $date }
passkeys-added-used = Tillagd { $date }, senast använd { $used }
passkeys-synced = På flera enheter
passkeys-one-device = Bara på en enhet
passkeys-other-domain = Skapad för { $domain }, så den fungerar inte här.
passkeys-name-label = Namn
passkeys-rename = Byt namn
passkeys-rename-named = Byt namn på { $name }
passkeys-remove = Ta bort
passkeys-remove-named = Ta bort { $name }
passkeys-details = Hantera
passkeys-details-named = Hantera { $name }
passkeys-was-added = Din lösennyckel är tillagd.
passkeys-was-renamed = Det nya namnet är sparat.
passkeys-was-removed = Lösennyckeln är borttagen. Du kan också radera den på enheten eller i lösenordshanteraren där den finns sparad.
passkeys-not-there = Lösennyckeln finns inte längre på ditt konto, så inget har ändrats.
passkeys-stays-only-way = Den här lösennyckeln är ditt enda sätt att logga in, så den kan inte tas bort. Lägg först till en annan lösennyckel eller skapa ett lösenord med ”Har du glömt lösenordet?” på inloggningssidan.
passkeys-stays-second = Du behöver ett extra steg för att logga in här och den här lösennyckeln är det enda du har, så den kan inte tas bort. Lägg först till en annan lösennyckel.

problem-passkey-refused = Det gick inte att använda lösennyckeln. Försök igen eller logga in på ett annat sätt.
problem-passkey-unknown = Lösennyckeln hör inte längre till något konto här. Logga in på ett annat sätt.
problem-passkey-expired = Det tog för lång tid. Försök igen.
problem-passkey-copied = Lösennyckeln nekades eftersom det kan finnas en kopia av den. Logga in på ett annat sätt och ta bort den från ditt konto.

message-passkey-added-subject = En lösennyckel har lagts till på ditt konto hos { $pool }
message-passkey-added-body =
    Hej!

    En lösennyckel har nyss lagts till på ditt konto hos { $pool }. Den kan användas för att logga in.

    Om det var du behöver du inte göra något. Om inte är någon annan inloggad på ditt konto: ta bort lösennyckeln, byt lösenord och kontakta supporten.
message-passkey-added-sms = { $pool }: en lösennyckel har nyss lagts till på ditt konto. Om det inte var du, ta bort den och byt lösenord nu.
message-passkey-removed-subject = En lösennyckel har tagits bort från ditt konto hos { $pool }
message-passkey-removed-body =
    Hej!

    En lösennyckel har nyss tagits bort från ditt konto hos { $pool }. Dina andra sätt att logga in fungerar som förut.

    Om det var du behöver du inte göra något. Om inte är någon annan inloggad på ditt konto: byt lösenord och kontakta supporten.
message-passkey-removed-sms = { $pool }: en lösennyckel har nyss tagits bort från ditt konto. Om det inte var du, byt lösenord nu.
message-passkey-copied-subject = En lösennyckel till ditt konto hos { $pool } har nekats
message-passkey-copied-body =
    Hej!

    Någon försökte logga in på ditt konto hos { $pool } med en av dina lösennycklar och vi nekade den eftersom den såg ut att vara en kopia.

    Logga in på ett annat sätt, ta bort lösennyckeln från ditt konto och lägg till en ny. Kontakta supporten om du inte vet vad som har hänt.
message-passkey-copied-sms = { $pool }: en lösennyckel nekades eftersom den kan vara en kopia. Logga in på ett annat sätt och ta bort den.
