title-problem = Hiba:
continue-to = Tovább ide: { $name }
or = vagy
optional = nem kötelező
choice-yes = Igen
choice-no = Nem
continue = Folytatás
next = Tovább
try-again = Próbálja újra
use-another-account = Másik fiók használata
back-to-sign-in = Vissza a bejelentkezéshez
choose-another-method = Másik mód választása
password-label = Jelszó
password-show = Jelszó megjelenítése
password-hide = Jelszó elrejtése
password-rules = A jelszó követelményei
rule-satisfied = teljesül:
rule-missing = még nem teljesül:
code-label = Kód
code-sent-email = Kódot küldtünk erre az e-mail-címre:
code-sent-sms = Kódot küldtünk SMS-ben erre a számra:
resend-question = Nem érkezett meg?
resend-button = Új kód küldése
check-fields = { $count ->
    [one] Egy mezőt ellenőrizni kell
   *[other] { $count } mezőt ellenőrizni kell
}
development-ribbon = Fejlesztői szerver
development-mailbox = Postafiók
development-playground = Homokozó
development-providers = Szolgáltatók

identifier-username = Felhasználónév
identifier-email = E-mail-cím
identifier-phone = Telefonszám
identifier-email-or-phone = E-mail-cím vagy telefonszám
identifier-username-or-email = Felhasználónév vagy e-mail-cím
identifier-username-or-phone = Felhasználónév vagy telefonszám
identifier-any = Felhasználónév, e-mail-cím vagy telefonszám
hint-phone = Országhívóval együtt, például +36 20 123 4567

rule-minimum-length = { $length ->
    [one] legalább egy karakter
   *[other] legalább { $length } karakter
}
rule-lowercase = kisbetű
rule-uppercase = nagybetű
rule-number = számjegy
rule-symbol = szimbólum, például ! vagy #
rule-no-edge-space = nincs szóköz az elején és a végén

notice-password-changed = A jelszó megváltozott. Jelentkezzen be az újjal.
notice-account-confirmed = Fiókját megerősítettük. Most már bejelentkezhet.
notice-session-expired = Ez az oldal túl sokáig volt nyitva, ezért újrakezdtük. Kérjük, jelentkezzen be.
notice-sign-in-again = A folytatáshoz jelentkezzen be újra.
notice-code-sent = Új kódot küldtünk. Csak a legutóbbi érvényes.
notice-signed-out = Kijelentkezett ebben a böngészőben.
