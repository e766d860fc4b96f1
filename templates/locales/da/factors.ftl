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
set-up-device-name = Enhedens navn
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
recovery-back = Tilbage til den sædvanlige kode
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

factors-title = Ekstra trin
factors-hint = Det, du bliver bedt om efter adgangskoden
factors-required = Her skal alle have et.
factors-app = Godkendelsesapp
factors-email = Koder på e-mail
factors-sms = Koder på sms
factors-on = Slået til
factors-first = Bruges først
factors-no-email = Bekræft først en e-mailadresse for at bruge dette.
factors-no-phone = Bekræft først et telefonnummer for at bruge dette.
factors-ends-recovery = Så længe dette er slået til, kan det ikke bruges til at nulstille en glemt adgangskode.
factors-set-up = Konfigurer
factors-replace = Konfigurer igen
factors-remove = Fjern
factors-turn-on = Slå til
factors-turn-off = Slå fra
factors-ask-first = Brug dette først
factors-app-replaces = Den nye app erstatter den, du har nu.
factors-stays = Du skal bruge et ekstra trin for at logge ind her, og dette er det eneste, du har, så det kan ikke fjernes. Konfigurer først et andet.
factors-app-added = Din godkendelsesapp er konfigureret.
factors-turned-on = Det er slået til. Du bliver bedt om det, næste gang du logger ind.
factors-turned-off = Det er slået fra. Du bliver ikke længere bedt om det.
factors-put-first = Fra nu af bliver du bedt om det først.
factors-unchanged = Intet er ændret. Her kan du se, hvordan det er nu.
factors-recovery = Gendannelseskoder
factors-recovery-text = Til den dag, hvor du ikke har dit ekstra trin ved hånden. Hver kode virker én gang.
factors-new-codes = Lav nye koder
factors-new-codes-hint = Dine gamle koder holder op med at virke med det samme.
factors-browsers = Huskede browsere
factors-browsers-text = I disse browsere bliver du ikke bedt om dit ekstra trin.
factors-browser-times = Fra { $since } til { $until }
factors-forget = Glem
factors-forget-all = Glem alle browsere
factors-browsers-forgotten = Der bliver du igen bedt om dit ekstra trin.
account-state-off = Slået fra
