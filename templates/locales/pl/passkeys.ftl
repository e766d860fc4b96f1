passkey-sign-in = Zaloguj się kluczem dostępu
passkey-unsupported = W tej przeglądarce nie można tu używać kluczy dostępu. Wybierz inny sposób albo otwórz tę stronę w innej przeglądarce.
passkey-cancelled = Operacja z kluczem dostępu nie została dokończona. Możesz spróbować ponownie.
passkey-challenge-title = Użyj klucza dostępu
passkey-challenge-text = Potwierdź odciskiem palca, twarzą, kodem PIN lub kluczem bezpieczeństwa, że to Ty.
passkey-challenge-button = Użyj klucza dostępu
passkey-no-script = Klucze dostępu wymagają JavaScriptu, który w tej przeglądarce jest wyłączony. Włącz go albo wybierz inny sposób.
factor-passkey = Użyj klucza dostępu

passkey-add-title = Dodaj klucz dostępu
passkey-add-text = Dzięki kluczowi dostępu logujesz się odciskiem palca, twarzą, kodem PIN lub kluczem bezpieczeństwa, bez hasła.
passkey-add-button = Dodaj klucz dostępu
passkey-add-later = Nie teraz
passkey-add-there = Na tym urządzeniu jest już klucz dostępu do Twojego konta.
passkey-add-full = Masz już największą możliwą liczbę kluczy dostępu ({ $most }). Usuń najpierw ten, którego już nie używasz.

passkeys-title = Klucze dostępu
passkeys-hint = Odciskiem palca, twarzą lub kodem PIN zamiast hasła
passkeys-text = Dzięki kluczowi dostępu logujesz się odciskiem palca, twarzą, kodem PIN lub kluczem bezpieczeństwa.
passkeys-none = Nie masz jeszcze żadnych kluczy dostępu.
passkeys-unnamed = Klucz dostępu
passkeys-added = Dodano { $date }
passkeys-added-used = Dodano { $date }, ostatnio użyto { $used }
passkeys-synced = Na wielu urządzeniach
passkeys-one-device = Tylko na jednym urządzeniu
passkeys-other-domain = Utworzony dla domeny { $domain }, więc tu nie działa.
passkeys-name-label = Nazwa
passkeys-rename = Zmień nazwę
passkeys-rename-named = Zmień nazwę: { $name }
passkeys-remove = Usuń
passkeys-remove-named = Usuń: { $name }
passkeys-details = Zarządzaj
passkeys-details-named = Zarządzaj: { $name }
passkeys-was-added = Klucz dostępu został dodany.
passkeys-was-renamed = Nowa nazwa została zapisana.
passkeys-was-removed = Klucz dostępu został usunięty. Możesz go też usunąć z urządzenia lub menedżera haseł, w którym jest zapisany.
passkeys-not-there = Tego klucza dostępu nie ma już na Twoim koncie, więc nic się nie zmieniło.
passkeys-stays-only-way = Ten klucz dostępu to Twój jedyny sposób logowania, dlatego nie można go usunąć. Najpierw dodaj inny klucz dostępu albo ustaw hasło: na stronie logowania wybierz „Nie pamiętasz hasła?”.
passkeys-stays-second = Do logowania potrzebny jest tu drugi krok, a masz tylko ten klucz dostępu, dlatego nie można go usunąć. Najpierw dodaj inny klucz dostępu.

problem-passkey-refused = Nie udało się użyć tego klucza dostępu. Spróbuj ponownie lub zaloguj się w inny sposób.
problem-passkey-unknown = Ten klucz dostępu nie należy już do żadnego konta. Zaloguj się w inny sposób.
problem-passkey-expired = To trwało zbyt długo. Spróbuj ponownie.
problem-passkey-copied = Ten klucz dostępu został odrzucony, ponieważ może istnieć jego kopia. Zaloguj się w inny sposób i usuń go ze swojego konta.

message-passkey-added-subject = { $pool }: dodano klucz dostępu do konta
message-passkey-added-body =
    Dzień dobry,

    do Twojego konta { $pool } dodano właśnie klucz dostępu. Można się nim logować.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, na Twoje konto zalogował się ktoś inny: usuń klucz dostępu, zmień hasło i poproś o pomoc obsługę aplikacji.
message-passkey-added-sms = { $pool }: do konta dodano klucz dostępu. To nie Ty? Od razu usuń go i zmień hasło.
message-passkey-removed-subject = { $pool }: usunięto klucz dostępu z konta
message-passkey-removed-body =
    Dzień dobry,

    z Twojego konta { $pool } usunięto właśnie klucz dostępu. Pozostałe sposoby logowania się nie zmieniły.

    Jeśli to Twoja zmiana, nie musisz nic robić. Jeśli nie, na Twoje konto zalogował się ktoś inny: zmień hasło i poproś o pomoc obsługę aplikacji.
message-passkey-removed-sms = { $pool }: z konta usunięto klucz dostępu. To nie Ty? Od razu zmień hasło.
message-passkey-copied-subject = { $pool }: klucz dostępu został odrzucony
message-passkey-copied-body =
    Dzień dobry,

    ktoś próbował zalogować się na Twoje konto { $pool } jednym z Twoich kluczy dostępu, ale go odrzuciliśmy, bo wyglądał na kopię.

    Zaloguj się w inny sposób, usuń ten klucz dostępu ze swojego konta i dodaj nowy. Jeśli nie wiesz, co się stało, poproś o pomoc obsługę aplikacji.
message-passkey-copied-sms = { $pool }: odrzucono klucz dostępu, bo może być kopią. Zaloguj się w inny sposób i go usuń.
