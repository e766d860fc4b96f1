set-up-select-title = Tilføj et trin mere
set-up-subtitle = Et ekstra trin beskytter din konto, selv hvis nogen får fat i din adgangskode.
set-up-totp-title = Konfigurer din godkendelsesapp
set-up-totp-install = Åbn en godkendelsesapp på din telefon. Hvis du ikke har en, så installer først en.
set-up-totp-scan = Scan dette billede med appen.
set-up-totp-picture = QR-kode med nøglen til din godkendelsesapp. Nøglen står også som tekst nedenfor.
set-up-totp-open = Åbn i en app på denne enhed
set-up-totp-type-summary = Kan du ikke scanne billedet?
set-up-totp-type = Indtast denne nøgle i appen. Du kan skrive med store eller små bogstaver, og mellemrum betyder ikke noget.
set-up-totp-copy = Kopiér nøglen
set-up-totp-confirm = Indtast de seks cifre, appen viser nu.
set-up-device-name = Navn på denne enhed
set-up-device-hint = Så kan du kende dine enheder fra hinanden, for eksempel ”min telefon”.
set-up-number-title = Tilføj din telefon
set-up-number-text = Vi sender en kode på sms til dette nummer nu, og hver gang du logger ind.
copied = Kopieret

challenge-totp-device = Din enhed:
remember-browser = { $days ->
    [one] Spørg ikke i denne browser i én dag
   *[other] Spørg ikke i denne browser i { $days } dage
}

recovery-use = Brug en gendannelseskode
recovery-back = Tilbage til den anden kode
recovery-code-label = Gendannelseskode
recovery-challenge-title = Brug en gendannelseskode
recovery-challenge-text = Indtast en af de koder, du gemte, da du konfigurerede det ekstra trin. Hver kode virker én gang.
recovery-codes-title = Gem dine gendannelseskoder
recovery-codes-subtitle = Til den dag, hvor du ikke har dit ekstra trin ved hånden.
recovery-codes-text = Du kan logge ind én gang med hver kode. Gem koderne et sted, hvor kun du finder dem. De bliver kun vist denne ene gang.
recovery-codes-copy = Kopiér
recovery-codes-print = Udskriv
recovery-codes-download = Download
recovery-codes-kept = Jeg har gemt dem
recovery-used-title = Du har brugt en gendannelseskode
recovery-used-left = { $count ->
    [0] Du har ingen gendannelseskoder tilbage.
    [one] Du har én gendannelseskode tilbage.
   *[other] Du har { $count } gendannelseskoder tilbage.
}
recovery-used-text = Streg koden ud, den virker ikke igen.
recovery-used-few = Få snart nye koder, så du ikke bliver lukket ude, hvis du mister dit ekstra trin.
problem-recovery-code-mismatch = Koden er ikke rigtig eller er allerede brugt. Tjek den, eller prøv en anden.
