set-up-select-title = Voeg een tweede stap toe
set-up-subtitle = Een tweede stap houdt je account veilig, ook als iemand je wachtwoord te weten komt.
set-up-totp-title = Stel je authenticator-app in
set-up-totp-install = Open een authenticator-app op je telefoon. Heb je er nog geen, installeer er dan eerst een.
set-up-totp-scan = Scan deze afbeelding met de app.
set-up-totp-picture = QR-code met de sleutel voor je authenticator-app. De sleutel staat hieronder ook als tekst.
set-up-totp-open = Openen in een app op dit apparaat
set-up-totp-type-summary = Lukt het scannen niet?
set-up-totp-type = Vul deze sleutel in de app in. Hoofdletters, kleine letters en spaties maken niet uit.
set-up-totp-copy = Sleutel kopiëren
set-up-totp-confirm = Vul de zes cijfers in die de app nu laat zien.
set-up-device-name = Naam van het apparaat
set-up-device-hint = Zo houd je je apparaten uit elkaar, bijvoorbeeld ‘mijn telefoon’.
set-up-number-title = Voeg je telefoon toe
set-up-number-text = We sturen nu een sms met een code naar dit nummer, en daarna elke keer dat je inlogt.
copied = Gekopieerd

challenge-totp-device = Je apparaat:
remember-browser = { $days ->
    [one] Eén dag niet vragen in deze browser
   *[other] { $days } dagen niet vragen in deze browser
}

recovery-use = Een herstelcode gebruiken
recovery-back = Terug naar de gewone code
recovery-code-label = Herstelcode
recovery-challenge-title = Gebruik een herstelcode
recovery-challenge-text = Vul een van de codes in die je hebt bewaard toen je de tweede stap instelde. Elke code werkt één keer.
recovery-codes-title = Bewaar je herstelcodes
recovery-codes-subtitle = Voor als je je tweede stap een keer niet bij de hand hebt.
recovery-codes-text = Met elke code kun je één keer inloggen. Bewaar ze op een plek waar alleen jij ze vindt. Je ziet ze alleen deze keer.
recovery-codes-copy = Kopiëren
recovery-codes-print = Afdrukken
recovery-codes-download = Downloaden
recovery-codes-kept = Ik heb ze bewaard
recovery-used-title = Je hebt een herstelcode gebruikt
recovery-used-left = { $count ->
    [0] Je hebt geen herstelcodes meer over.
    [one] Je hebt nog één herstelcode over.
   *[other] Je hebt nog { $count } herstelcodes over.
}
recovery-used-text = Streep de code door, die werkt niet nog een keer.
recovery-used-few = Maak snel nieuwe codes aan. Dan kun je blijven inloggen als je je tweede stap kwijtraakt.
problem-recovery-code-mismatch = Deze code klopt niet of is al gebruikt. Controleer de code of probeer een andere.

factors-title = Tweede stap
factors-hint = Wat er na je wachtwoord wordt gevraagd
factors-required = Iedereen heeft er hier een nodig.
factors-app = Authenticator-app
factors-email = Codes per e-mail
factors-sms = Codes per sms
factors-on = Aan
factors-first = Eerst gevraagd
factors-no-email = Bevestig eerst een e-mailadres om dit te gebruiken.
factors-no-phone = Bevestig eerst een telefoonnummer om dit te gebruiken.
factors-ends-recovery = Zolang dit aanstaat, kun je het niet gebruiken om een vergeten wachtwoord opnieuw in te stellen.
factors-set-up = Instellen
factors-replace = Opnieuw instellen
factors-remove = Verwijderen
factors-turn-on = Aanzetten
factors-turn-off = Uitzetten
factors-ask-first = Hier eerst om vragen
factors-app-replaces = De nieuwe app vervangt de app die je nu hebt.
factors-stays = Je hebt hier een tweede stap nodig om in te loggen en dit is de enige die je hebt. Hij blijft daarom bestaan. Stel eerst een andere in.
factors-app-added = Je authenticator-app is ingesteld.
factors-turned-on = Dit staat nu aan. We vragen erom als je de volgende keer inlogt.
factors-turned-off = Dit staat nu uit. We vragen er niet meer om.
factors-put-first = Voortaan vragen we hier als eerste om.
factors-unchanged = Er is niets gewijzigd. Hier zie je hoe het nu is.
factors-recovery = Herstelcodes
factors-recovery-text = Voor als je je tweede stap een keer niet bij de hand hebt. Elke code werkt één keer.
factors-new-codes = Nieuwe codes maken
factors-new-codes-hint = Je oude codes werken dan meteen niet meer.
factors-browsers = Onthouden browsers
factors-browsers-text = In deze browsers vragen we niet om je tweede stap.
factors-browser-times = Sinds { $since }, tot { $until }
factors-forget = Vergeten
factors-forget-all = Alle browsers vergeten
factors-browsers-forgotten = Daar vragen we weer om je tweede stap.
account-state-off = Uit
