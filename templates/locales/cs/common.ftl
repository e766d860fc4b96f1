title-problem = Problém:
continue-to = a pokračujte do aplikace { $name }
or = nebo
optional = nepovinné
choice-yes = Ano
choice-no = Ne
continue = Pokračovat
next = Další
try-again = Zkusit znovu
use-another-account = Použít jiný účet
back-to-sign-in = Zpět na přihlášení
choose-another-method = Vybrat jiný způsob
password-label = Heslo
password-show = Zobrazit heslo
password-hide = Skrýt heslo
password-rules = Požadavky na heslo
rule-satisfied = splněno:
rule-missing = zatím nesplněno:
code-label = Kód
code-sent-email = Kód jsme poslali na e-mail
code-sent-sms = Kód jsme poslali v SMS na číslo
resend-question = Nic nepřišlo?
resend-button = Poslat nový kód
check-fields = { $count ->
    [one] Zkontrolujte jedno pole
    [few] Zkontrolujte { $count } pole
   *[other] Zkontrolujte { $count } polí
}
development-ribbon = Vývojový server
development-mailbox = Poštovní schránka
development-playground = Pískoviště
development-providers = Poskytovatelé přihlášení

identifier-username = Uživatelské jméno
identifier-email = E-mailová adresa
identifier-phone = Telefonní číslo
identifier-email-or-phone = E-mailová adresa nebo telefonní číslo
identifier-username-or-email = Uživatelské jméno nebo e-mailová adresa
identifier-username-or-phone = Uživatelské jméno nebo telefonní číslo
identifier-any = Uživatelské jméno, e-mailová adresa nebo telefonní číslo
hint-phone = S předvolbou země, například +420 601 123 456

rule-minimum-length = { $length ->
    [one] alespoň jeden znak
    [few] alespoň { $length } znaky
   *[other] alespoň { $length } znaků
}
rule-lowercase = malé písmeno
rule-uppercase = velké písmeno
rule-number = číslice
rule-symbol = symbol, například ! nebo #
rule-no-edge-space = bez mezery na začátku a na konci

notice-password-changed = Heslo je změněné. Přihlaste se tím novým.
notice-account-confirmed = Účet je potvrzený. Teď se můžete přihlásit.
notice-session-expired = Tato stránka byla otevřená příliš dlouho, proto začínáme znovu. Přihlaste se prosím.
notice-sign-in-again = Chcete-li pokračovat, přihlaste se prosím znovu.
notice-code-sent = Poslali jsme nový kód. Platí jen ten nejnovější.
notice-signed-out = V tomto prohlížeči jste se odhlásili.
