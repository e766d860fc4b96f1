title-problem = Probleem:
continue-to = om door te gaan naar { $name }
or = of
optional = optioneel
choice-yes = Ja
choice-no = Nee
continue = Doorgaan
next = Volgende
try-again = Opnieuw proberen
use-another-account = Een ander account gebruiken
back-to-sign-in = Terug naar inloggen
choose-another-method = Een andere manier kiezen
password-label = Wachtwoord
password-show = Wachtwoord tonen
password-hide = Wachtwoord verbergen
password-rules = Eisen aan je wachtwoord
rule-satisfied = in orde:
rule-missing = nog niet in orde:
code-label = Code
code-sent-email = We hebben een e-mail met een code gestuurd naar
code-sent-sms = We hebben een sms met een code gestuurd naar
resend-question = Niets ontvangen?
resend-button = Nieuwe code sturen
check-fields = { $count ->
    [one] Controleer één veld
   *[other] Controleer { $count } velden
}
development-ribbon = Ontwikkelserver
development-mailbox = Postvak
development-playground = Playground
development-providers = Providers

identifier-username = Gebruikersnaam
identifier-email = E-mailadres
identifier-phone = Telefoonnummer
identifier-email-or-phone = E-mailadres of telefoonnummer
identifier-username-or-email = Gebruikersnaam of e-mailadres
identifier-username-or-phone = Gebruikersnaam of telefoonnummer
identifier-any = Gebruikersnaam, e-mailadres of telefoonnummer
hint-phone = Met landcode, bijvoorbeeld +31 6 12345678

rule-minimum-length = { $length ->
    [one] minstens één teken
   *[other] minstens { $length } tekens
}
rule-lowercase = een kleine letter
rule-uppercase = een hoofdletter
rule-number = een cijfer
rule-symbol = een symbool zoals ! of #
rule-no-edge-space = geen spatie aan het begin of het eind

notice-password-changed = Je wachtwoord is gewijzigd. Log in met het nieuwe wachtwoord.
notice-account-confirmed = Je account is bevestigd. Je kunt nu inloggen.
notice-session-expired = Deze pagina stond te lang open, dus we beginnen opnieuw. Log in om verder te gaan.
notice-sign-in-again = Log opnieuw in om door te gaan.
notice-code-sent = We hebben een nieuwe code gestuurd. Alleen de nieuwste werkt.
notice-signed-out = Je bent in deze browser uitgelogd.
