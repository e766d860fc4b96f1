title-problem = Problemă:
continue-to = pentru a continua în { $name }
or = sau
optional = opțional
choice-yes = Da
choice-no = Nu
continue = Continuă
next = Înainte
try-again = Încearcă din nou
use-another-account = Folosește alt cont
back-to-sign-in = Înapoi la conectare
choose-another-method = Alege altă metodă
password-label = Parolă
password-show = Afișează parola
password-hide = Ascunde parola
password-rules = Cerințe pentru parolă
rule-satisfied = îndeplinit:
rule-missing = încă neîndeplinit:
code-label = Cod
code-sent-email = Am trimis un cod prin e-mail la
code-sent-sms = Am trimis un cod prin SMS la
resend-question = Nu ai primit nimic?
resend-button = Trimite un cod nou
check-fields = { $count ->
    [one] Verifică un câmp
    [few] Verifică { $count } câmpuri
   *[other] Verifică { $count } de câmpuri
}
development-ribbon = Server de dezvoltare
development-mailbox = Căsuță poștală
development-playground = Spațiu de testare
development-providers = Furnizori

identifier-username = Nume de utilizator
identifier-email = Adresă de e-mail
identifier-phone = Număr de telefon
identifier-email-or-phone = Adresă de e-mail sau număr de telefon
identifier-username-or-email = Nume de utilizator sau adresă de e-mail
identifier-username-or-phone = Nume de utilizator sau număr de telefon
identifier-any = Nume de utilizator, adresă de e-mail sau număr de telefon
hint-phone = Cu prefixul țării, de exemplu +40 712 034 567

rule-minimum-length = { $length ->
    [one] cel puțin un caracter
    [few] cel puțin { $length } caractere
   *[other] cel puțin { $length } de caractere
}
rule-lowercase = o literă mică
rule-uppercase = o literă mare
rule-number = o cifră
rule-symbol = un simbol, de exemplu ! sau #
rule-no-edge-space = fără spații la început sau la sfârșit

notice-password-changed = Parola a fost schimbată. Conectează-te cu cea nouă.
notice-account-confirmed = Contul este confirmat. Acum te poți conecta.
notice-session-expired = Pagina a rămas deschisă prea mult timp, așa că am luat-o de la capăt. Conectează-te din nou.
notice-sign-in-again = Conectează-te din nou pentru a continua.
notice-code-sent = Am trimis un cod nou. Doar cel mai recent este valabil.
notice-signed-out = Te-ai deconectat în acest browser.
