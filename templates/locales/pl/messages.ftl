message-verification-subject = { $pool }: kod potwierdzający
message-verification-body =
    Dzień dobry,

    oto kod, którym potwierdzisz swoje konto { $pool }:

    {"{####}"}

    Jeśli to nie Ty prosisz o kod, zignoruj tę wiadomość.
message-verification-sms = { $pool }: Twój kod potwierdzający to {"{####}"}

message-link-subject = { $pool }: potwierdź swoje konto
message-link-body =
    Dzień dobry,

    tym linkiem potwierdzisz swoje konto { $pool }:

    {"{##Potwierdź konto##}"}

    Jeśli to nie Ty zakładasz konto, zignoruj tę wiadomość.

message-sign-in-subject = { $pool }: kod logowania
message-sign-in-body =
    Dzień dobry,

    oto Twój kod do logowania na konto { $pool }:

    {"{####}"}

    Nikomu go nie podawaj. Zespół { $pool } nigdy o niego nie poprosi. Jeśli to nie Ty się teraz logujesz, być może próbuje to zrobić ktoś inny.
message-sign-in-sms = { $pool }: Twój kod logowania to {"{####}"}. Nikomu go nie podawaj.

message-reset-subject = { $pool }: kod do zmiany hasła
message-reset-body =
    Dzień dobry,

    oto kod, którym ustawisz nowe hasło do konta { $pool }:

    {"{####}"}

    Jeśli to nie Ty prosisz o zmianę, zignoruj tę wiadomość. Hasło pozostanie bez zmian.
message-reset-sms = { $pool }: Twój kod do zmiany hasła to {"{####}"}

message-existing-account-subject = { $pool }: masz już konto
message-existing-account-body =
    Dzień dobry,

    ktoś (prawdopodobnie Ty) próbował właśnie założyć konto { $pool } z tym adresem. Masz już takie konto, więc nic się nie zmieniło.

    Zaloguj się jak zwykle. Jeśli nie pamiętasz hasła, wybierz „Nie pamiętasz hasła?” na stronie logowania.

    Jeśli to nie Ty, zignoruj tę wiadomość.
message-existing-account-sms = { $pool }: masz już konto z tym numerem. Zaloguj się lub zresetuj hasło.

message-password-changed-subject = { $pool }: hasło zostało zmienione
message-password-changed-body =
    Dzień dobry,

    hasło do Twojego konta { $pool } zostało właśnie zmienione, a w innych przeglądarkach wylogowaliśmy Cię z konta.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, od razu zresetuj hasło na stronie logowania.
message-password-changed-sms = { $pool }: hasło zostało zmienione. Jeśli to nie Ty, od razu je zresetuj.

message-provider-unlinked-subject = { $pool }: usunięto logowanie kontem { $provider }
message-provider-unlinked-body =
    Dzień dobry,

    z Twojego konta { $pool } usunięto właśnie logowanie kontem { $provider }. Pozostałe sposoby logowania się nie zmieniły.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, na Twoje konto zalogował się ktoś inny: zmień hasło i poproś o pomoc obsługę aplikacji.
message-provider-unlinked-sms = { $pool }: usunięto logowanie kontem { $provider }. To nie Ty? Od razu zmień hasło.

message-invitation-subject = { $pool }: Twoje konto
message-invitation-body =
    Dzień dobry,

    założyliśmy dla Ciebie konto { $pool }. Twoja nazwa użytkownika to {"{username}"}, a to Twoje hasło tymczasowe:

    {"{####}"}

    Własne hasło ustawisz przy logowaniu.
message-invitation-sms = { $pool }: nazwa użytkownika {"{username}"}, hasło tymczasowe {"{####}"}
