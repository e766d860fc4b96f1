set-up-select-title = Lägg till ett extra steg
set-up-subtitle = Ett extra steg håller ditt konto säkert, även om någon får reda på ditt lösenord.
set-up-totp-title = Konfigurera din autentiseringsapp
set-up-totp-install = Öppna en autentiseringsapp på telefonen. Om du inte har någon installerar du en först.
set-up-totp-scan = Skanna den här bilden med appen.
set-up-totp-picture = QR-kod med nyckeln till din autentiseringsapp. Nyckeln finns också som text nedan.
set-up-totp-open = Öppna i en app på den här enheten
set-up-totp-type-summary = Går det inte att skanna?
set-up-totp-type = Ange den här nyckeln i appen. Stora och små bokstäver och mellanslag spelar ingen roll.
set-up-totp-copy = Kopiera nyckeln
set-up-totp-confirm = Ange de sex siffror som appen visar just nu.
set-up-device-name = Enhetens namn
set-up-device-hint = Hjälper dig att skilja dina enheter åt, till exempel ”min telefon”.
set-up-number-title = Lägg till din telefon
set-up-number-text = Vi skickar en kod via sms till det här numret nu och varje gång du loggar in.
copied = Kopierat

challenge-totp-device = Din enhet:
remember-browser = { $days ->
    [one] Fråga inte i den här webbläsaren på en dag
   *[other] Fråga inte i den här webbläsaren på { $days } dagar
}

recovery-use = Använd en återställningskod
recovery-back = Tillbaka till den vanliga koden
recovery-code-label = Återställningskod
recovery-challenge-title = Använd en återställningskod
recovery-challenge-text = Ange en av koderna som du sparade när du konfigurerade det extra steget. Varje kod fungerar en gång.
recovery-codes-title = Spara dina återställningskoder
recovery-codes-subtitle = För den dag då du inte kan använda det extra steget.
recovery-codes-text = Med varje kod kan du logga in en gång. Förvara dem där bara du hittar dem. De visas bara den här gången.
recovery-codes-copy = Kopiera
recovery-codes-print = Skriv ut
recovery-codes-download = Ladda ner
recovery-codes-kept = Jag har sparat dem
recovery-used-title = Du använde en återställningskod
recovery-used-left = { $count ->
    [0] Du har inga återställningskoder kvar.
    [one] Du har en återställningskod kvar.
   *[other] Du har { $count } återställningskoder kvar.
}
recovery-used-text = Stryk koden, den fungerar inte fler gånger.
recovery-used-few = Skaffa nya koder snart, så att du inte blir utelåst om du förlorar det extra steget.
problem-recovery-code-mismatch = Koden stämmer inte eller har redan använts. Kontrollera den eller prova en annan.

factors-title = Extra steg
factors-hint = Vad som krävs efter lösenordet
factors-required = Alla behöver ett här.
factors-app = Autentiseringsapp
factors-email = Koder via e-post
factors-sms = Koder via sms
factors-on = På
factors-first = Efterfrågas först
factors-no-email = Bekräfta först en e-postadress för att använda det här.
factors-no-phone = Bekräfta först ett telefonnummer för att använda det här.
factors-ends-recovery = Så länge det här är på kan det inte användas för att återställa ett glömt lösenord.
factors-set-up = Konfigurera
factors-replace = Konfigurera på nytt
factors-remove = Ta bort
factors-turn-on = Slå på
factors-turn-off = Stäng av
factors-ask-first = Fråga efter detta först
factors-app-replaces = Den nya appen ersätter den som du har nu.
factors-stays = Du behöver ett extra steg för att logga in här och det här är det enda du har, så det kan inte tas bort. Konfigurera först ett annat.
factors-app-added = Din autentiseringsapp är konfigurerad.
factors-turned-on = Det är på. Vi frågar efter det nästa gång du loggar in.
factors-turned-off = Det är avstängt. Vi frågar inte efter det längre.
factors-put-first = Från och med nu frågar vi efter det här först.
factors-unchanged = Inget har ändrats. Här ser du hur det är nu.
factors-recovery = Återställningskoder
factors-recovery-text = För den dag då du inte kan använda det extra steget. Varje kod fungerar en gång.
factors-new-codes = Skapa nya koder
factors-new-codes-hint = De gamla koderna slutar fungera direkt.
factors-browsers = Ihågkomna webbläsare
factors-browsers-text = I de här webbläsarna frågar vi inte efter det extra steget.
factors-browser-times = Sedan { $since }, till { $until }
factors-forget = Glöm
factors-forget-all = Glöm alla webbläsare
factors-browsers-forgotten = Där frågar vi efter det extra steget igen.
account-state-off = Av
