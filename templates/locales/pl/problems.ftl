problem-incorrect-credentials = Nieprawidłowa nazwa użytkownika lub hasło.
problem-other-account = To inne konto. Aby dokończyć łączenie, zaloguj się na konto wskazane na tej stronie albo zacznij od nowa.
problem-locked-seconds = { $seconds ->
    [one] Zbyt wiele nieudanych prób. Spróbuj ponownie za sekundę.
    [few] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $seconds } sekundy.
    [many] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $seconds } sekund.
   *[other] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $seconds } sekundy.
}
problem-locked-minutes = { $minutes ->
    [one] Zbyt wiele nieudanych prób. Spróbuj ponownie za minutę lub zresetuj hasło.
    [few] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $minutes } minuty lub zresetuj hasło.
    [many] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $minutes } minut lub zresetuj hasło.
   *[other] Zbyt wiele nieudanych prób. Spróbuj ponownie za { $minutes } minuty lub zresetuj hasło.
}
problem-too-many-requests = Zbyt wiele prób w krótkim czasie. Odczekaj chwilę i spróbuj ponownie.
problem-busy = Mamy teraz duży ruch. Spróbuj ponownie za chwilę.
problem-form-expired = Ta strona była otwarta zbyt długo. Spróbuj jeszcze raz.
problem-password-reset-required = Zanim się zalogujesz, musisz zresetować hasło. Wybierz „Nie pamiętasz hasła?”.
problem-temporary-password-expired = Twoje hasło tymczasowe wygasło. Poproś administratora o nowe.
problem-recovery-impossible = Nie możemy zresetować hasła do tego konta. Poproś o pomoc obsługę aplikacji.
problem-message-not-sent = Nie udało się wysłać wiadomości. Spróbuj ponownie za chwilę.
problem-method-unavailable = Ten sposób logowania jest teraz niedostępny. Wybierz inny.
problem-provider-try-again = Tym razem logowanie w zewnętrznym serwisie się nie udało. Spróbuj ponownie.
problem-refused = { $reason }
problem-required = Wypełnij to pole.
problem-invalid-email = Wpisz pełny adres e-mail, np. name@example.com.
problem-invalid-phone = Wpisz numer telefonu z numerem kierunkowym kraju, np. +48 512 345 678.
problem-invalid-username = Ta nazwa użytkownika zawiera niedozwolone znaki. Możesz użyć liter, cyfr i większości symboli, ale nie spacji.
problem-invalid-date = Wpisz datę w kolejności rok, miesiąc, dzień, np. 1990-12-31.
problem-invalid-url = Wpisz pełny adres internetowy zaczynający się od https://.
problem-invalid-number = Wpisz liczbę całkowitą.
problem-invalid-value = Ta wartość jest niedozwolona. Sprawdź ją.
problem-too-short = { $minimum ->
    [one] Wpisz co najmniej jeden znak.
    [few] Wpisz co najmniej { $minimum } znaki.
    [many] Wpisz co najmniej { $minimum } znaków.
   *[other] Wpisz co najmniej { $minimum } znaku.
}
problem-too-long = Tekst jest za długi. Maksymalna liczba znaków: { $maximum }.
problem-username-taken = Ta nazwa jest już zajęta. Wybierz inną.
problem-address-taken = Ten adres jest już przypisany do innego konta. Zaloguj się na tamto konto.
problem-password-policy = Hasło nie spełnia wszystkich wymagań.
problem-password-reused = To hasło było już używane. Wybierz nowe.
problem-password-compromised = To hasło znalazło się w wycieku danych i nie jest już bezpieczne. Wybierz inne.
problem-code-mismatch = Kod jest nieprawidłowy. Sprawdź go lub poproś o nowy.
problem-code-expired = Kod wygasł lub został już użyty. Poproś o nowy.
problem-code-attempts-spent = Zbyt wiele błędnych kodów. Poproś o nowy.
problem-authenticator-mismatch = Kod jest nieprawidłowy. Wpisz ten, który aplikacja pokazuje w tej chwili.
problem-code-reused = Ten kod został już użyty. Poczekaj, aż aplikacja pokaże następny.
