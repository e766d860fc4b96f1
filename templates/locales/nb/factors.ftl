set-up-select-title = Legg til et ekstra steg
set-up-subtitle = Et ekstra steg holder kontoen din trygg, selv om noen får tak i passordet ditt.
set-up-totp-title = Sett opp autentiseringsappen din
set-up-totp-install = Åpne en autentiseringsapp på telefonen. Hvis du ikke har noen, må du installere en først.
set-up-totp-scan = Skann dette bildet med appen.
set-up-totp-picture = QR-kode med nøkkelen til autentiseringsappen din. Nøkkelen står også som tekst nedenfor.
set-up-totp-open = Åpne i en app på denne enheten
set-up-totp-type-summary = Kan du ikke skanne bildet?
set-up-totp-type = Skriv inn denne nøkkelen i appen. Store og små bokstaver og mellomrom har ingenting å si.
set-up-totp-copy = Kopier nøkkelen
set-up-totp-confirm = Skriv inn de seks sifrene som appen viser nå.
set-up-device-name = Navn på enheten
set-up-device-hint = Gjør det lettere å skille enhetene dine fra hverandre, for eksempel «telefonen min».
set-up-number-title = Legg til telefonen din
set-up-number-text = Vi sender en kode på SMS til dette nummeret nå og hver gang du logger inn.
copied = Kopiert

challenge-totp-device = Enheten din:
remember-browser = { $days ->
    [one] Ikke spør i denne nettleseren på én dag
   *[other] Ikke spør i denne nettleseren på { $days } dager
}

recovery-use = Bruk en gjenopprettingskode
recovery-back = Tilbake til den vanlige koden
recovery-code-label = Gjenopprettingskode
# In headings a soft hyphen (U+00AD) stands where a very long word may be parted on a narrow screen.
recovery-challenge-title = Bruk en gjenopprettings­kode
recovery-challenge-text = Skriv inn en av kodene du tok vare på da du satte opp det ekstra steget. Hver kode virker bare én gang.
recovery-codes-title = Ta vare på gjenopprettings­kodene
recovery-codes-subtitle = Til den dagen du ikke kan bruke det ekstra steget.
recovery-codes-text = Hver kode logger deg inn én gang. Oppbevar dem der bare du finner dem. De vises bare denne ene gangen.
recovery-codes-copy = Kopier
recovery-codes-print = Skriv ut
recovery-codes-download = Last ned
recovery-codes-kept = Jeg har tatt vare på dem
recovery-used-title = Du brukte en gjenopprettings­kode
recovery-used-left = { $count ->
    [0] Du har ingen gjenopprettingskoder igjen.
    [one] Du har én gjenopprettingskode igjen.
   *[other] Du har { $count } gjenopprettingskoder igjen.
}
recovery-used-text = Stryk ut koden, den virker ikke flere ganger.
recovery-used-few = Skaff deg nye koder snart, så du ikke blir stengt ute hvis du mister det ekstra steget.
problem-recovery-code-mismatch = Koden stemmer ikke, eller den er allerede brukt. Sjekk den, eller prøv en annen.

factors-title = Ekstra steg
factors-hint = Det vi spør om etter passordet
factors-required = Alle må ha ett her.
factors-app = Autentiseringsapp
factors-email = Koder på e-post
factors-sms = Koder på SMS
factors-on = På
factors-first = Kommer først
factors-no-email = Du må bekrefte en e-postadresse før du kan bruke dette.
factors-no-phone = Du må bekrefte et telefonnummer før du kan bruke dette.
factors-ends-recovery = Så lenge dette er på, kan det ikke brukes til å tilbakestille et glemt passord.
factors-set-up = Sett opp
factors-replace = Sett opp på nytt
factors-remove = Fjern
factors-turn-on = Slå på
factors-turn-off = Slå av
factors-ask-first = Spør om dette først
factors-app-replaces = Den nye appen erstatter den du har nå.
factors-stays = Du trenger et ekstra steg for å logge inn her, og dette er det eneste du har, så det kan ikke fjernes. Sett først opp et annet.
factors-app-added = Autentiseringsappen din er satt opp.
factors-turned-on = Det er slått på. Vi spør deg om det neste gang du logger inn.
factors-turned-off = Det er slått av. Vi spør deg ikke om det lenger.
factors-put-first = Fra nå av spør vi om dette først.
factors-unchanged = Ingenting er endret. Her ser du hvordan det er nå.
factors-recovery = Gjenopprettings­koder
factors-recovery-text = Til den dagen du ikke kan bruke det ekstra steget. Hver kode virker bare én gang.
factors-new-codes = Lag nye koder
factors-new-codes-hint = De gamle kodene slutter å virke med én gang.
factors-browsers = Huskede nettlesere
factors-browsers-text = I disse nettleserne spør vi deg ikke om det ekstra steget.
factors-browser-times = Siden { $since }, til { $until }
factors-forget = Glem
factors-forget-all = Glem alle nettlesere
factors-browsers-forgotten = Vi spør deg om det ekstra steget der igjen.
account-state-off = Av
