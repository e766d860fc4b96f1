set-up-select-title = Dodaj drugi krok
set-up-subtitle = Drugi krok chroni Twoje konto, nawet jeśli ktoś pozna Twoje hasło.
set-up-totp-title = Skonfiguruj aplikację uwierzytelniającą
set-up-totp-install = Otwórz na telefonie aplikację uwierzytelniającą. Jeśli jej nie masz, najpierw ją zainstaluj.
set-up-totp-scan = Zeskanuj ten obraz w aplikacji.
set-up-totp-picture = Kod QR z kluczem do aplikacji uwierzytelniającej. Klucz znajdziesz też poniżej jako tekst.
set-up-totp-open = Otwórz w aplikacji na tym urządzeniu
set-up-totp-type-summary = Nie możesz zeskanować obrazu?
set-up-totp-type = Wpisz ten klucz w aplikacji. Wielkość liter i spacje nie mają znaczenia.
set-up-totp-copy = Kopiuj klucz
set-up-totp-confirm = Wpisz sześć cyfr, które aplikacja pokazuje w tej chwili.
set-up-device-name = Nazwa urządzenia
set-up-device-hint = Ułatwia rozróżnianie urządzeń, np. „mój telefon”.
set-up-number-title = Dodaj telefon
set-up-number-text = Wyślemy kod SMS-em na ten numer teraz i przy każdym logowaniu.
copied = Skopiowano

challenge-totp-device = Twoje urządzenie:
remember-browser = { $days ->
    [one] Nie pytaj w tej przeglądarce przez jeden dzień
    [few] Nie pytaj w tej przeglądarce przez { $days } dni
    [many] Nie pytaj w tej przeglądarce przez { $days } dni
   *[other] Nie pytaj w tej przeglądarce przez { $days } dnia
}

recovery-use = Użyj kodu odzyskiwania
recovery-back = Wróć do zwykłego kodu
recovery-code-label = Kod odzyskiwania
recovery-challenge-title = Użyj kodu odzyskiwania
recovery-challenge-text = Wpisz jeden z kodów zachowanych podczas konfigurowania drugiego kroku. Każdy działa tylko raz.
recovery-codes-title = Zachowaj kody odzyskiwania
recovery-codes-subtitle = Przydadzą się, gdy drugi krok nie będzie dostępny.
recovery-codes-text = Każdym kodem zalogujesz się jeden raz. Przechowuj je tam, gdzie znajdziesz je tylko Ty. Pokazujemy je tylko teraz.
recovery-codes-copy = Kopiuj
recovery-codes-print = Drukuj
recovery-codes-download = Pobierz
recovery-codes-kept = Mam je zapisane
recovery-used-title = Użyto kodu odzyskiwania
recovery-used-left = { $count ->
    [0] Nie masz już żadnych kodów odzyskiwania.
    [one] Został Ci jeden kod odzyskiwania.
    [few] Zostały Ci { $count } kody odzyskiwania.
    [many] Zostało Ci { $count } kodów odzyskiwania.
   *[other] Zostało Ci { $count } kodu odzyskiwania.
}
recovery-used-text = Skreśl ten kod, drugi raz już nie zadziała.
recovery-used-few = Postaraj się wkrótce o nowe kody, żeby utrata drugiego kroku nie odcięła Cię od konta.
problem-recovery-code-mismatch = Kod jest nieprawidłowy lub został już użyty. Sprawdź go albo spróbuj innego.

factors-title = Drugi krok
factors-hint = O co prosimy po podaniu hasła
factors-required = Tutaj każdy go potrzebuje.
factors-app = Aplikacja uwierzytelniająca
factors-email = Kody e-mailem
factors-sms = Kody SMS-em
factors-on = Włączone
factors-first = Jako pierwsze
factors-no-email = Aby z tego korzystać, najpierw potwierdź adres e-mail.
factors-no-phone = Aby z tego korzystać, najpierw potwierdź numer telefonu.
factors-ends-recovery = Gdy ta opcja jest włączona, nie można jej użyć do zresetowania zapomnianego hasła.
factors-set-up = Skonfiguruj
factors-replace = Skonfiguruj od nowa
factors-remove = Usuń
factors-turn-on = Włącz
factors-turn-off = Wyłącz
factors-ask-first = Ustaw jako pierwsze
factors-app-replaces = Nowa aplikacja zastąpi tę, którą masz teraz.
factors-stays = Do logowania potrzebny jest tu drugi krok, a masz tylko ten, dlatego nie można go usunąć. Najpierw skonfiguruj inny.
factors-app-added = Aplikacja uwierzytelniająca została skonfigurowana.
factors-turned-on = Włączone. Poprosimy o to przy następnym logowaniu.
factors-turned-off = Wyłączone. Nie będziemy już o to prosić.
factors-put-first = Od teraz będziemy prosić o to w pierwszej kolejności.
factors-unchanged = Nic się nie zmieniło. Tutaj widzisz obecny stan.
factors-recovery = Kody odzyskiwania
factors-recovery-text = Przydadzą się, gdy drugi krok nie będzie dostępny. Każdy kod działa tylko raz.
factors-new-codes = Utwórz nowe kody
factors-new-codes-hint = Stare kody od razu przestaną działać.
factors-browsers = Zapamiętane przeglądarki
factors-browsers-text = W tych przeglądarkach nie prosimy o drugi krok.
factors-browser-times = Od { $since } do { $until }
factors-forget = Zapomnij
factors-forget-all = Zapomnij wszystkie przeglądarki
factors-browsers-forgotten = Znów będziemy tam prosić o drugi krok.
account-state-off = Wyłączony
