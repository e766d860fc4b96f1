title-problem = Problem:
continue-to = for at fortsætte til { $name }
or = eller
optional = valgfrit
choice-yes = Ja
choice-no = Nej
continue = Fortsæt
next = Næste
try-again = Prøv igen
use-another-account = Brug en anden konto
back-to-sign-in = Tilbage til login
choose-another-method = Vælg en anden måde
password-label = Adgangskode
password-show = Vis adgangskode
password-hide = Skjul adgangskode
password-rules = Krav til adgangskoden
rule-satisfied = opfyldt:
rule-missing = ikke opfyldt endnu:
code-label = Kode
code-sent-email = Vi har sendt en kode på e-mail til
code-sent-sms = Vi har sendt en kode på sms til
resend-question = Har du ikke fået en kode?
resend-button = Send en ny kode
check-fields = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}
development-ribbon = Udviklingsserver
development-mailbox = Postkasse
development-playground = Testområde
development-providers = Logintjenester

identifier-username = Brugernavn
identifier-email = E-mailadresse
identifier-phone = Telefonnummer
identifier-email-or-phone = E-mailadresse eller telefonnummer
identifier-username-or-email = Brugernavn eller e-mailadresse
identifier-username-or-phone = Brugernavn eller telefonnummer
identifier-any = Brugernavn, e-mailadresse eller telefonnummer
hint-phone = Med landekode, for eksempel +49 30 1234567

rule-minimum-length = { $length ->
    [one] mindst ét tegn
   *[other] mindst { $length } tegn
}
rule-lowercase = et lille bogstav
rule-uppercase = et stort bogstav
rule-number = et tal
rule-symbol = et specialtegn, for eksempel ! eller #
rule-no-edge-space = intet mellemrum i starten eller slutningen

notice-password-changed = Din adgangskode er ændret. Log ind med den nye.
notice-account-confirmed = Din konto er bekræftet. Nu kan du logge ind.
notice-session-expired = Siden var åben for længe, så vi er startet forfra. Log ind.
notice-sign-in-again = Log ind igen for at fortsætte.
notice-code-sent = Vi har sendt en ny kode. Kun den nyeste virker.
notice-signed-out = Du er logget ud i denne browser.
