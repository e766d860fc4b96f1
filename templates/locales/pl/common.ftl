title-problem = Problem:
continue-to = aby przejść do aplikacji { $name }
or = lub
optional = opcjonalnie
choice-yes = Tak
choice-no = Nie
continue = Kontynuuj
next = Dalej
try-again = Spróbuj ponownie
use-another-account = Użyj innego konta
back-to-sign-in = Wróć do logowania
choose-another-method = Wybierz inny sposób
password-label = Hasło
password-show = Pokaż hasło
password-hide = Ukryj hasło
password-rules = Wymagania dotyczące hasła
rule-satisfied = spełnione:
rule-missing = jeszcze niespełnione:
code-label = Kod
code-sent-email = Wysłaliśmy kod na adres e-mail
code-sent-sms = Wysłaliśmy kod SMS-em na numer
resend-question = Kod nie dotarł?
resend-button = Wyślij nowy kod
check-fields = { $count ->
    [one] Sprawdź jedno pole
    [few] Sprawdź { $count } pola
    [many] Sprawdź { $count } pól
   *[other] Sprawdź { $count } pola
}
development-ribbon = Serwer deweloperski
development-mailbox = Skrzynka pocztowa
development-playground = Piaskownica
development-providers = Dostawcy logowania

identifier-username = Nazwa użytkownika
identifier-email = Adres e-mail
identifier-phone = Numer telefonu
identifier-email-or-phone = Adres e-mail lub numer telefonu
identifier-username-or-email = Nazwa użytkownika lub adres e-mail
identifier-username-or-phone = Nazwa użytkownika lub numer telefonu
identifier-any = Nazwa użytkownika, adres e-mail lub numer telefonu
hint-phone = Z numerem kierunkowym kraju, np. +48 512 345 678

rule-minimum-length = { $length ->
    [one] co najmniej jeden znak
    [few] co najmniej { $length } znaki
    [many] co najmniej { $length } znaków
   *[other] co najmniej { $length } znaku
}
rule-lowercase = mała litera
rule-uppercase = wielka litera
rule-number = cyfra
rule-symbol = symbol, np. ! lub #
rule-no-edge-space = bez spacji na początku i na końcu

notice-password-changed = Hasło zostało zmienione. Zaloguj się nowym hasłem.
notice-account-confirmed = Konto zostało potwierdzone. Możesz się już zalogować.
notice-session-expired = Ta strona była otwarta zbyt długo, dlatego zaczynamy od nowa. Zaloguj się.
notice-sign-in-again = Aby kontynuować, zaloguj się ponownie.
notice-code-sent = Wysłaliśmy nowy kod. Działa tylko najnowszy.
notice-signed-out = Wylogowano Cię w tej przeglądarce.
