error-code-label = Chyba
error-id-label = Identifikátor
error-developer-heading = Pro vývojáře
error-cause-label = Příčina
error-mend-label = Co s tím

error-request-heading = Chyba na straně aplikace
error-request-advice = Adresa, která vás sem přivedla, není v pořádku. Vraťte se do aplikace a zkuste to znovu. Pokud to nepomůže, dejte vědět jejím autorům a uveďte níže zobrazený identifikátor.
error-sign-out-heading = Nemůžeme vás vrátit do aplikace
error-sign-out-advice = Aplikace požádala o adresu, kterou nemá na svém seznamu. Tuto stránku můžete zavřít.
error-expired-heading = Tato stránka už neplatí
error-expired-advice = Přihlašování trvalo příliš dlouho nebo pokračovalo na jiné kartě. Vraťte se do aplikace a začněte znovu.
error-form-heading = Odešlete to prosím ještě jednou
error-form-advice = Nemohli jsme ověřit, že formulář pochází z této stránky, takže se nic nezměnilo. Začněte znovu a mělo by to fungovat.
error-cookies-heading = Váš prohlížeč neukládá soubory cookie
error-cookies-advice = K přihlášení je potřeba soubor cookie z tohoto webu. Povolte ho v nastavení prohlížeče a začněte znovu.
error-not-found-heading = Tady nic není
error-not-found-advice = V adrese může být překlep, nebo už neplatí. Vraťte se do aplikace, kterou chcete používat.
error-unreadable-heading = Data se nepodařilo přečíst
error-unreadable-advice = Data z vašeho prohlížeče byla příliš velká nebo poškozená. Vraťte se zpět a zkuste to znovu.
error-sign-up-closed-heading = Tady si účet založit nemůžete
error-sign-up-closed-advice = Nové účty zakládá správce. Obraťte se na podporu aplikace.
error-recovery-closed-heading = Tady si heslo obnovit nemůžete
error-recovery-closed-advice = Obraťte se na podporu aplikace.
error-too-many-heading = Příliš mnoho pokusů
error-too-many-advice = Z vaší sítě začalo v krátké době příliš mnoho přihlášení. Počkejte pár minut a zkuste to znovu.
error-internal-heading = Něco se pokazilo
error-internal-advice = Chyba je u nás, ne u vás. Zkuste to za chvíli znovu. Pokud se to bude opakovat, nahlaste nám níže zobrazený identifikátor.

cause-unknown-client = V tomto poolu není klient aplikace s client_id „{ $client }“.
mend-unknown-client = Porovnejte client_id s klienty aplikací v tomto poolu. Každý pool má vlastní adresu: je tahle ta správná?
cause-redirect-mismatch = Adresa redirect_uri „{ $given }“ není pro tohoto klienta aplikace zaregistrovaná.
mend-redirect-mismatch = { $count ->
    [0] Klient zatím nemá žádnou callback URL. Zaregistrujte tu, kterou vaše aplikace používá.
   *[other] Callback URL se musí přesně shodovat, včetně portu a koncového lomítka. Zaregistrované: { $registered }
}
cause-sign-out-mismatch = Adresa pro odhlášení „{ $given }“ není pro tohoto klienta aplikace zaregistrovaná.
mend-sign-out-mismatch = { $count ->
    [0] Klient zatím nemá žádnou adresu pro odhlášení. Zaregistrujte tu, kterou vaše aplikace používá.
   *[other] Adresy pro odhlášení se musí přesně shodovat, včetně portu a koncového lomítka. Zaregistrované: { $registered }
}
cause-duplicate-parameter = Parametr „{ $name }“ byl odeslán víc než jednou.
mend-duplicate-parameter = Každý parametr posílejte jen jednou (RFC 6749, oddíl 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Opravte požadavek, který vaše aplikace sestavuje, a porovnejte ho s dokumentem discovery.
cause-flow-expired = Přihlášení, ke kterému tato stránka patří, skončilo, je dokončené nebo neznámé.
mend-flow-expired = Začněte ze své aplikace, ne ze záložky na tuto stránku.
cause-step-out-of-order = Tento krok přihlášení teď není na řadě.
mend-step-out-of-order = Držte se přesměrování od /oauth2/authorize a neotevírejte stránky přímo přes adresu.
cause-form-forged = Hodnota _csrf ve formuláři chybí nebo patří jinému prohlížeči, případně požadavek přišel z jiného webu.
mend-form-forged = Formuláře musí odesílat samy stránky. Automatizovaný klient musí uchovávat soubory cookie a vracet _csrf.
cause-cookies-missing = Soubor cookie přihlášení se nevrátil.
mend-cookies-missing = Otevřete stránku pod hostem uvedeným v konfiguraci. Soubor cookie z localhost se na 127.0.0.1 neposílá.
cause-not-found = Této adrese neodpovídá žádná cesta.
mend-not-found = Adresy všech koncových bodů najdete v dokumentu discovery.
cause-method-not-allowed = Adresa existuje, ale ne pro tuto metodu.
mend-method-not-allowed = Stránky přijímají GET, formuláře POST.
cause-unreadable-form = Tělo požadavku je příliš velké, není application/x-www-form-urlencoded nebo není v UTF-8.
mend-unreadable-form = Pošlete tělo formuláře v UTF-8.
cause-unknown-host = Host „{ $host }“ nepatří k žádnému poolu.
mend-unknown-host = Použijte nastavenou veřejnou adresu, nebo host zaregistrujte jako doménu poolu.
cause-sign-up-closed = Pool povoluje jen účty založené správcem.
mend-sign-up-closed = Zapněte v nastavení poolu vlastní registraci.
cause-recovery-closed = Obnovení účtu je v tomto poolu vypnuté.
mend-recovery-closed = Zapněte obnovení účtu v nastavení poolu.
cause-too-many = Z této sítě začalo tolik přihlášení, kolik za deset minut povoluje nastavení poolu sign_ins_begun_per_prefix.
mend-too-many = Pokud síť sdílí hodně lidí, nastavení zvyšte. V testech používejte jednu relaci opakovaně.
cause-internal = Podrobnosti jsou v logu serveru pod výše zobrazeným identifikátorem.
mend-internal = Pokud to log nevysvětlí, nahlaste chybu a přiložte řádky z logu.

unavailable-heading = Máme teď velký nápor
unavailable-text = Nic se neztratilo. Zkuste to za pár sekund znovu.
