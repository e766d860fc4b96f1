problem-incorrect-credentials = Nesprávné uživatelské jméno nebo heslo.
problem-other-account = To je jiný účet. Chcete-li účty propojit, přihlaste se k tomu, který je tu uvedený, nebo začněte znovu.
problem-locked-seconds = { $seconds ->
    [one] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za sekundu.
    [few] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za { $seconds } sekundy.
   *[other] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za { $seconds } sekund.
}
problem-locked-minutes = { $minutes ->
    [one] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za minutu nebo si obnovte heslo.
    [few] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za { $minutes } minuty nebo si obnovte heslo.
   *[other] Příliš mnoho neúspěšných pokusů. Zkuste to znovu za { $minutes } minut nebo si obnovte heslo.
}
problem-too-many-requests = Příliš mnoho pokusů v krátké době. Chvíli počkejte a zkuste to znovu.
problem-busy = Máme teď velký nápor. Zkuste to prosím za chvíli znovu.
problem-form-expired = Tato stránka byla otevřená příliš dlouho. Zkuste to prosím ještě jednou.
problem-password-reset-required = Před přihlášením je potřeba obnovit heslo. Zvolte „Nepamatujete si heslo?“.
problem-temporary-password-expired = Platnost dočasného hesla vypršela. Požádejte správce o nové.
problem-recovery-impossible = Heslo k tomuto účtu nemůžeme obnovit. Obraťte se na podporu aplikace.
problem-message-not-sent = Zprávu se nepodařilo odeslat. Zkuste to prosím za chvíli znovu.
problem-method-unavailable = Tento způsob přihlášení teď není k dispozici. Vyberte si jiný.
problem-provider-try-again = Přihlášení přes externí službu se tentokrát nepovedlo. Zkuste to prosím znovu.
problem-refused = { $reason }
problem-required = Vyplňte toto pole.
problem-invalid-email = Zadejte celou e-mailovou adresu, například name@example.com.
problem-invalid-phone = Zadejte telefonní číslo s předvolbou země, například +420 601 123 456.
problem-invalid-username = Uživatelské jméno obsahuje nepovolený znak. Použít můžete písmena, číslice a většinu symbolů, mezery ne.
problem-invalid-date = Zadejte datum v pořadí rok, měsíc, den, například 1990-12-31.
problem-invalid-url = Zadejte celou webovou adresu, která začíná na https://.
problem-invalid-number = Zadejte celé číslo.
problem-invalid-value = Tuto hodnotu nelze použít. Zkontrolujte ji prosím.
problem-too-short = { $minimum ->
    [one] Zadejte alespoň jeden znak.
    [few] Zadejte alespoň { $minimum } znaky.
   *[other] Zadejte alespoň { $minimum } znaků.
}
problem-too-long = Text je příliš dlouhý. Nejvyšší počet znaků: { $maximum }.
problem-username-taken = Toto jméno už někdo používá. Zvolte si jiné.
problem-address-taken = Tuto adresu už používá jiný účet. Přihlaste se k němu.
problem-password-policy = Heslo nesplňuje všechny požadavky.
problem-password-reused = Toto heslo už jste použili. Zvolte si nové.
problem-password-compromised = Toto heslo se objevilo v úniku dat a už není bezpečné. Zvolte si jiné.
problem-code-mismatch = Kód není správný. Zkontrolujte ho, nebo si vyžádejte nový.
problem-code-expired = Kód je příliš starý nebo už byl použitý. Vyžádejte si nový.
problem-code-attempts-spent = Příliš mnoho chybných kódů. Vyžádejte si nový.
problem-authenticator-mismatch = Kód není správný. Zadejte ten, který aplikace právě ukazuje.
problem-code-reused = Tento kód už byl použitý. Počkejte, až aplikace ukáže další.
