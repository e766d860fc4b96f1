title-problem = Problem:
continue-to = för att fortsätta till { $name }
or = eller
optional = valfritt
choice-yes = Ja
choice-no = Nej
continue = Fortsätt
next = Nästa
try-again = Försök igen
use-another-account = Använd ett annat konto
back-to-sign-in = Tillbaka till inloggningen
choose-another-method = Välj ett annat sätt
password-label = Lösenord
password-show = Visa lösenord
password-hide = Dölj lösenord
password-rules = Krav på lösenordet
rule-satisfied = uppfyllt:
rule-missing = inte uppfyllt än:
code-label = Kod
code-sent-email = Vi har skickat en kod via e-post till
code-sent-sms = Vi har skickat en kod via sms till
resend-question = Har du inte fått någon kod?
resend-button = Skicka en ny kod
check-fields = { $count ->
    [one] En sak behöver rättas till
   *[other] { $count } saker behöver rättas till
}
development-ribbon = Utvecklingsserver
development-mailbox = Brevlåda
development-playground = Testmiljö
development-providers = Inloggningstjänster

identifier-username = Användarnamn
identifier-email = E-postadress
identifier-phone = Telefonnummer
identifier-email-or-phone = E-postadress eller telefonnummer
identifier-username-or-email = Användarnamn eller e-postadress
identifier-username-or-phone = Användarnamn eller telefonnummer
identifier-any = Användarnamn, e-postadress eller telefonnummer
hint-phone = Med landskod, till exempel +49 30 1234567

rule-minimum-length = { $length ->
    [one] minst ett tecken
   *[other] minst { $length } tecken
}
rule-lowercase = en liten bokstav
rule-uppercase = en stor bokstav
rule-number = en siffra
rule-symbol = ett specialtecken, till exempel ! eller #
rule-no-edge-space = inget mellanslag i början eller slutet

notice-password-changed = Ditt lösenord är ändrat. Logga in med det nya.
notice-account-confirmed = Ditt konto är bekräftat. Nu kan du logga in.
notice-session-expired = Sidan var öppen för länge, så vi har börjat om. Logga in.
notice-sign-in-again = Logga in igen för att fortsätta.
notice-code-sent = Vi har skickat en ny kod. Bara den senaste fungerar.
notice-signed-out = Du är utloggad i den här webbläsaren.
