passkey-sign-in = Inloggen met een passkey
passkey-unsupported = Deze browser kan hier geen passkeys gebruiken. Kies een andere manier of open deze pagina in een andere browser.
passkey-cancelled = Er is niets met een passkey gedaan. Je kunt het opnieuw proberen.
passkey-challenge-title = Gebruik je passkey
passkey-challenge-text = Bevestig met je vingerafdruk, gezicht, pincode of beveiligingssleutel dat jij het bent.
passkey-challenge-button = Passkey gebruiken
passkey-no-script = Voor passkeys is JavaScript nodig. Dat staat in deze browser uit. Zet het aan of kies een andere manier.
factor-passkey = Mijn passkey gebruiken

passkey-add-title = Voeg een passkey toe
passkey-add-text = Met een passkey log je in met je vingerafdruk, gezicht, pincode of beveiligingssleutel, zonder wachtwoord.
passkey-add-button = Passkey toevoegen
passkey-add-later = Niet nu
passkey-add-there = Dit apparaat heeft al een passkey voor je account.
passkey-add-full = Je hebt { $most } passkeys en dat is het maximum. Verwijder eerst een passkey die je niet meer gebruikt.

passkeys-title = Passkeys
passkeys-hint = Met je vingerafdruk, gezicht of pincode in plaats van een wachtwoord
passkeys-text = Met een passkey log je in met je vingerafdruk, gezicht, pincode of beveiligingssleutel.
passkeys-none = Je hebt nog geen passkeys.
passkeys-unnamed = Passkey
passkeys-added = Toegevoegd op { $date }
passkeys-added-used = Toegevoegd op { $date }, laatst gebruikt op { $used }
passkeys-synced = Op meerdere apparaten
passkeys-one-device = Op maar één apparaat
passkeys-other-domain = Gemaakt voor { $domain } en werkt daarom hier niet.
passkeys-name-label = Naam
passkeys-rename = Naam wijzigen
passkeys-rename-named = Naam van { $name } wijzigen
passkeys-remove = Verwijderen
passkeys-remove-named = { $name } verwijderen
passkeys-details = Beheren
passkeys-details-named = { $name } beheren
passkeys-was-added = Je passkey is toegevoegd.
passkeys-was-renamed = De nieuwe naam is opgeslagen.
passkeys-was-removed = De passkey is verwijderd. Je kunt hem ook verwijderen van het apparaat of uit de wachtwoordmanager waarin hij is opgeslagen.
passkeys-not-there = Die passkey hoort niet meer bij je account. Er is dus niets gewijzigd.
passkeys-stays-only-way = Deze passkey is je enige manier om in te loggen en blijft daarom bestaan. Voeg eerst een andere passkey toe of stel een wachtwoord in via ‘Wachtwoord vergeten?’ op de inlogpagina.
passkeys-stays-second = Je hebt hier een tweede stap nodig om in te loggen en deze passkey is de enige die je hebt. Hij blijft daarom bestaan. Voeg eerst een andere passkey toe.

problem-passkey-refused = Deze passkey kon niet worden gebruikt. Probeer het opnieuw of log op een andere manier in.
problem-passkey-unknown = Deze passkey hoort hier niet meer bij een account. Log op een andere manier in.
problem-passkey-expired = Dat duurde te lang. Probeer het opnieuw.
problem-passkey-copied = Deze passkey is geweigerd, omdat er misschien een kopie van bestaat. Log op een andere manier in en verwijder hem uit je account.

message-passkey-added-subject = Er is een passkey toegevoegd aan je account bij { $pool }
message-passkey-added-body =
    Hallo,

    Er is zojuist een passkey toegevoegd aan je account bij { $pool }. Daarmee kan worden ingelogd.

    Was jij dit? Dan hoef je niets te doen. Zo niet, dan is iemand anders ingelogd op je account: verwijder de passkey, wijzig je wachtwoord en vraag hulp bij de organisatie van wie je het account hebt.
message-passkey-added-sms = { $pool }: er is zojuist een passkey toegevoegd aan je account. Was jij dit niet? Verwijder hem dan meteen en wijzig je wachtwoord.
message-passkey-removed-subject = Er is een passkey verwijderd uit je account bij { $pool }
message-passkey-removed-body =
    Hallo,

    Er is zojuist een passkey verwijderd uit je account bij { $pool }. Je andere manieren om in te loggen blijven hetzelfde.

    Was jij dit? Dan hoef je niets te doen. Zo niet, dan is iemand anders ingelogd op je account: wijzig je wachtwoord en vraag hulp bij de organisatie van wie je het account hebt.
message-passkey-removed-sms = { $pool }: er is zojuist een passkey verwijderd uit je account. Was jij dit niet? Wijzig dan meteen je wachtwoord.
message-passkey-copied-subject = Een passkey van je account bij { $pool } is geweigerd
message-passkey-copied-body =
    Hallo,

    Iemand probeerde met een van je passkeys in te loggen op je account bij { $pool }. We hebben die geweigerd, omdat het een kopie leek te zijn.

    Log op een andere manier in, verwijder deze passkey uit je account en voeg een nieuwe toe. Weet je niet wat er is gebeurd? Vraag dan hulp bij de organisatie van wie je het account hebt.
message-passkey-copied-sms = { $pool }: een passkey is geweigerd, omdat het misschien een kopie is. Log op een andere manier in en verwijder hem.
