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

message-recovery-code-used-subject = { $pool }: użyto kodu odzyskiwania
message-recovery-code-used-body =
    Dzień dobry,

    do Twojego konta { $pool } zalogowano się właśnie jednym z kodów odzyskiwania. Każdy kod działa tylko raz, więc skreśl go.

    Jeśli to Ty, nie musisz robić nic więcej. Jeśli nie, ktoś inny zna Twoje hasło i kody: od razu zresetuj hasło na stronie logowania i postaraj się o nowe kody odzyskiwania.
message-recovery-code-used-sms = { $pool }: użyto kodu odzyskiwania. Jeśli to nie Ty, od razu zresetuj hasło.

message-factors-changed-subject = { $pool }: drugi krok logowania został zmieniony
message-factors-changed-body =
    Dzień dobry,

    drugi krok, który chroni Twoje konto { $pool }, został właśnie zmieniony.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, ktoś inny zna Twoje hasło: od razu zresetuj je na stronie logowania i poproś o pomoc obsługę aplikacji.
message-factors-changed-sms = { $pool }: drugi krok logowania został zmieniony. Jeśli to nie Ty, od razu zresetuj hasło.

message-invitation-subject = { $pool }: Twoje konto
message-invitation-body =
    Dzień dobry,

    założyliśmy dla Ciebie konto { $pool }. Twoja nazwa użytkownika to {"{username}"}, a to Twoje hasło tymczasowe:

    {"{####}"}

    Własne hasło ustawisz przy logowaniu.
message-invitation-sms = { $pool }: nazwa użytkownika {"{username}"}, hasło tymczasowe {"{####}"}

message-address-code-subject = { $pool }: kod potwierdzający
message-address-code-body =
    Dzień dobry,

    oto kod, którym potwierdzisz ten adres dla swojego konta { $pool }:

    {"{####}"}

    Wpisz go na stronie, która o niego prosi. Jeśli to nie Ty prosisz o kod, zignoruj tę wiadomość: nic się nie zmieni.
message-address-code-sms = { $pool }: {"{####}"} to kod, którym potwierdzisz ten numer dla swojego konta

message-address-in-use-subject = { $pool }: Twoje konto ma już ten adres
message-address-in-use-body =
    Dzień dobry,

    ktoś (być może Ty) chciał użyć tego adresu w innym koncie { $pool }. Adres należy do Twojego konta, więc nic się nie zmieniło.

    Jeśli to Ty, zaloguj się na konto, które ma ten adres. Jeśli to nie Ty, zignoruj tę wiadomość.
message-address-in-use-sms = { $pool }: ktoś chciał użyć tego numeru w innym koncie. Numer należy do Twojego, więc nic się nie zmieniło.

message-address-changed-subject = { $pool }: adres Twojego konta został zmieniony
message-address-changed-body =
    Dzień dobry,

    Twoje konto { $pool } ma od teraz inny adres. Wiadomości nie będą już tu przychodzić.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, od razu ją cofnij:

    {"{##Cofnij zmianę##}"}

    W ten sposób przywrócisz ten adres, wylogujesz wszystkich i ustawisz nowe hasło.
message-address-changed-sms = { $pool }: zmieniono Twój numer. To nie Ty? {"{##Cofnij##}"}

message-address-changed-for-good-subject = { $pool }: adres Twojego konta został zmieniony
message-address-changed-for-good-body =
    Dzień dobry,

    Twoje konto { $pool } ma od teraz inny adres. Wiadomości nie będą już tu przychodzić.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, poproś o pomoc obsługę aplikacji.
message-address-changed-for-good-sms = { $pool }: numer Twojego konta został zmieniony. Jeśli to nie Ty, poproś o pomoc.

message-address-restored-subject = { $pool }: zmiana adresu została cofnięta
message-address-restored-body =
    Dzień dobry,

    zmiana adresu konta { $pool } została cofnięta za pomocą linku z naszej wiadomości. Konto ma znów poprzedni adres, a wszystkich wylogowaliśmy.

    Jeśli to Twoje konto, przy logowaniu ustaw nowe hasło, a potem przejrzyj ustawienia.
message-address-restored-sms = { $pool }: zmiana numeru została cofnięta. Wylogowaliśmy wszystkich.

message-account-deleted-subject = { $pool }: Twoje konto zostało usunięte
message-account-deleted-body =
    Dzień dobry,

    Twoje konto { $pool } i wszystko, co do niego należało, zostało właśnie usunięte zgodnie z Twoim życzeniem.

    Jeśli to nie Ty, poproś o pomoc obsługę aplikacji.
message-account-deleted-sms = { $pool }: Twoje konto zostało usunięte zgodnie z Twoim życzeniem.
