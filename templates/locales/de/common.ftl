title-problem = Problem:
continue-to = Weiter zu { $name }
or = oder
optional = optional
choice-yes = Ja
choice-no = Nein
continue = Fortfahren
next = Weiter
try-again = Erneut versuchen
use-another-account = Anderes Konto verwenden
back-to-sign-in = Zurück zur Anmeldung
choose-another-method = Andere Möglichkeit wählen
password-label = Passwort
password-show = Passwort anzeigen
password-hide = Passwort verbergen
password-rules = Anforderungen an Ihr Passwort
rule-satisfied = erfüllt:
rule-missing = noch nicht erfüllt:
code-label = Code
code-sent-email = Wir haben eine E-Mail mit einem Code gesendet an
code-sent-sms = Wir haben eine SMS mit einem Code gesendet an
resend-question = Nichts angekommen?
resend-button = Neuen Code senden
check-fields = { $count ->
    [one] Bitte prüfen Sie eine Angabe
   *[other] Bitte prüfen Sie { $count } Angaben
}
development-ribbon = Entwicklungsserver
development-mailbox = Postfach
development-playground = Playground
development-providers = Anbieter

identifier-username = Benutzername
identifier-email = E-Mail-Adresse
identifier-phone = Telefonnummer
identifier-email-or-phone = E-Mail-Adresse oder Telefonnummer
identifier-username-or-email = Benutzername oder E-Mail-Adresse
identifier-username-or-phone = Benutzername oder Telefonnummer
identifier-any = Benutzername, E-Mail-Adresse oder Telefonnummer
hint-phone = Mit Ländervorwahl, zum Beispiel +49 30 1234567

rule-minimum-length = { $length ->
    [one] mindestens ein Zeichen
   *[other] mindestens { $length } Zeichen
}
rule-lowercase = ein Kleinbuchstabe
rule-uppercase = ein Großbuchstabe
rule-number = eine Ziffer
rule-symbol = ein Sonderzeichen wie ! oder #
rule-no-edge-space = kein Leerzeichen am Anfang oder Ende

notice-password-changed = Ihr Passwort wurde geändert. Melden Sie sich mit dem neuen an.
notice-account-confirmed = Ihr Konto ist bestätigt. Sie können sich jetzt anmelden.
notice-session-expired = Diese Seite war zu lange geöffnet, deshalb beginnen wir noch einmal von vorn. Bitte melden Sie sich an.
notice-sign-in-again = Bitte melden Sie sich erneut an, um fortzufahren.
notice-code-sent = Wir haben einen neuen Code gesendet. Nur der neueste ist gültig.
notice-signed-out = Sie sind in diesem Browser abgemeldet.
