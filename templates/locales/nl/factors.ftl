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
set-up-device-name = Naam van dit apparaat
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
recovery-back = Terug naar de andere code
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
