title-problem = Problem:
continue-to = for å fortsette til { $name }
or = eller
optional = valgfritt
choice-yes = Ja
choice-no = Nei
continue = Fortsett
next = Neste
try-again = Prøv igjen
use-another-account = Bruk en annen konto
back-to-sign-in = Tilbake til innloggingen
choose-another-method = Velg en annen måte
password-label = Passord
password-show = Vis passord
password-hide = Skjul passord
password-rules = Krav til passordet
rule-satisfied = oppfylt:
rule-missing = ikke oppfylt ennå:
code-label = Kode
code-sent-email = Vi har sendt en kode på e-post til
code-sent-sms = Vi har sendt en kode på SMS til
resend-question = Har du ikke fått noen kode?
resend-button = Send en ny kode
check-fields = { $count ->
    [one] Én ting må rettes
   *[other] { $count } ting må rettes
}
development-ribbon = Utviklingsserver
development-mailbox = Postkasse
development-playground = Testområde
development-providers = Innloggingstjenester

identifier-username = Brukernavn
identifier-email = E-postadresse
identifier-phone = Telefonnummer
identifier-email-or-phone = E-postadresse eller telefonnummer
identifier-username-or-email = Brukernavn eller e-postadresse
identifier-username-or-phone = Brukernavn eller telefonnummer
identifier-any = Brukernavn, e-postadresse eller telefonnummer
hint-phone = Med landskode, for eksempel +49 30 1234567

rule-minimum-length = { $length ->
    [one] minst ett tegn
   *[other] minst { $length } tegn
}
rule-lowercase = en liten bokstav
rule-uppercase = en stor bokstav
rule-number = et tall
rule-symbol = et spesialtegn, for eksempel ! eller #
rule-no-edge-space = ingen mellomrom først eller sist

notice-password-changed = Passordet er endret. Logg inn med det nye.
notice-account-confirmed = Kontoen din er bekreftet. Nå kan du logge inn.
notice-session-expired = Siden var åpen for lenge, så vi begynte på nytt. Logg inn.
notice-sign-in-again = Logg inn igjen for å fortsette.
notice-code-sent = Vi har sendt en ny kode. Bare den nyeste virker.
notice-signed-out = Du er logget ut i denne nettleseren.
