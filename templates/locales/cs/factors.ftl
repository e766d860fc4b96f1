set-up-select-title = Přidejte druhý krok
set-up-subtitle = Druhý krok chrání váš účet, i kdyby se někdo dozvěděl vaše heslo.
set-up-totp-title = Nastavte si ověřovací aplikaci
set-up-totp-install = Otevřete v telefonu ověřovací aplikaci. Pokud žádnou nemáte, nejdřív si ji nainstalujte.
set-up-totp-scan = Naskenujte aplikací tento obrázek.
set-up-totp-picture = QR kód s klíčem pro ověřovací aplikaci. Klíč je níže uvedený i jako text.
set-up-totp-open = Otevřít v aplikaci na tomto zařízení
set-up-totp-type-summary = Nejde obrázek naskenovat?
set-up-totp-type = Opište tento klíč do aplikace. Na velikosti písmen ani na mezerách nezáleží.
set-up-totp-copy = Zkopírovat klíč
set-up-totp-confirm = Zadejte šest číslic, které aplikace právě ukazuje.
set-up-device-name = Název zařízení
set-up-device-hint = Pomůže vám svá zařízení rozlišit, například „můj telefon“.
set-up-number-title = Přidejte svůj telefon
set-up-number-text = Na toto číslo pošleme kód v SMS teď a potom při každém přihlášení.
copied = Zkopírováno

challenge-totp-device = Vaše zařízení:
remember-browser = { $days ->
    [one] V tomto prohlížeči se jeden den neptat
    [few] V tomto prohlížeči se { $days } dny neptat
   *[other] V tomto prohlížeči se { $days } dní neptat
}

recovery-use = Použít obnovovací kód
recovery-back = Zpět k běžnému kódu
recovery-code-label = Obnovovací kód
recovery-challenge-title = Použijte obnovovací kód
recovery-challenge-text = Zadejte jeden z kódů, které jste si uložili při nastavení druhého kroku. Každý platí jen jednou.
recovery-codes-title = Uložte si obnovovací kódy
recovery-codes-subtitle = Pro případ, že nebudete mít druhý krok po ruce.
recovery-codes-text = Každým kódem se přihlásíte jednou. Uložte si je tam, kde je najdete jen vy. Zobrazí se jenom teď.
recovery-codes-copy = Zkopírovat
recovery-codes-print = Vytisknout
recovery-codes-download = Stáhnout
recovery-codes-kept = Mám je uložené
recovery-used-title = Použili jste obnovovací kód
recovery-used-left = { $count ->
    [0] Nezbývá vám žádný obnovovací kód.
    [one] Zbývá vám jeden obnovovací kód.
    [few] Zbývají vám { $count } obnovovací kódy.
   *[other] Zbývá vám { $count } obnovovacích kódů.
}
recovery-used-text = Použitý kód si škrtněte, znovu už platit nebude.
recovery-used-few = Brzy si pořiďte nové kódy, abyste se k účtu dostali, i kdybyste o druhý krok přišli.
problem-recovery-code-mismatch = Kód není správný nebo už byl použitý. Zkontrolujte ho, nebo zkuste jiný.

factors-title = Druhý krok
factors-hint = Co je potřeba po zadání hesla
factors-required = Tady ho potřebuje každý.
factors-app = Ověřovací aplikace
factors-email = Kódy e-mailem
factors-sms = Kódy v SMS
factors-on = Zapnuto
factors-first = Vyžaduje se jako první
factors-no-email = Chcete-li to používat, nejdřív potvrďte e-mailovou adresu.
factors-no-phone = Chcete-li to používat, nejdřív potvrďte telefonní číslo.
factors-ends-recovery = Dokud je tento způsob zapnutý, nelze ho použít k obnovení zapomenutého hesla.
factors-set-up = Nastavit
factors-replace = Nastavit znovu
factors-remove = Odebrat
factors-turn-on = Zapnout
factors-turn-off = Vypnout
factors-ask-first = Vyžadovat jako první
factors-app-replaces = Nová aplikace nahradí tu, kterou máte teď.
factors-stays = K přihlášení tu potřebujete druhý krok a jiný nemáte, proto ho nelze odebrat. Nejdřív si nastavte další.
factors-app-added = Ověřovací aplikace je nastavená.
factors-turned-on = Zapnuto. Při příštím přihlášení to budeme vyžadovat.
factors-turned-off = Vypnuto. Už to vyžadovat nebudeme.
factors-put-first = Odteď to budeme vyžadovat jako první.
factors-unchanged = Nic se nezměnilo. Vidíte tu současný stav.
factors-recovery = Obnovovací kódy
factors-recovery-text = Pro případ, že nebudete mít druhý krok po ruce. Každý kód platí jen jednou.
factors-new-codes = Vytvořit nové kódy
factors-new-codes-hint = Staré kódy hned přestanou platit.
factors-browsers = Zapamatované prohlížeče
factors-browsers-text = V těchto prohlížečích se na druhý krok neptáme.
factors-browser-times = Od { $since } do { $until }
factors-forget = Zapomenout
factors-forget-all = Zapomenout všechny prohlížeče
factors-browsers-forgotten = Na druhý krok se tam budeme zase ptát.
account-state-off = Vypnuto
