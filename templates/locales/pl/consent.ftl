terms-link = regulamin
privacy-link = polityka prywatności
footer-legal = Informacje prawne
footer-terms = Regulamin
footer-privacy = Polityka prywatności

terms-by-signing-up = Zakładając konto, akceptujesz nasz { $terms }.
terms-checkbox = Akceptuję { $terms }
terms-checkbox-label = Regulamin
terms-privacy = Nasza { $privacy } wyjaśnia, co robimy z Twoimi danymi.
problem-terms = Aby założyć konto, zaakceptuj regulamin.

terms-first-title = Zaakceptuj nasz regulamin
terms-first-text = Zanim przejdziesz do aplikacji { $name }, przeczytaj i zaakceptuj nasz { $terms }.
terms-changed-title = Nasz regulamin się zmienił
terms-changed-text = Zanim przejdziesz do aplikacji { $name }, przeczytaj i zaakceptuj nasz nowy { $terms }.
terms-version = Wersja { $version }
terms-accept = Zaakceptuj i kontynuuj
terms-decline = Nie teraz
terms-decline-hint = Jeśli wybierzesz „Nie teraz”, wrócisz bez zalogowania się w aplikacji. Twoje konto pozostanie bez zmian.

accepted-terms-title = Zaakceptowane wersje regulaminu
accepted-terms-text = Nasz { $terms } został przez Ciebie zaakceptowany w tych wersjach.
accepted-terms-none = Nie zaakceptowano tu jeszcze żadnego regulaminu.
accepted-terms-row = Wersja { $version }, zaakceptowana { $date }
accepted-terms-newer = Jest nowsza wersja. Zapytamy o nią przy następnym logowaniu do aplikacji.

consent-title = Zezwolić na dostęp do Twojego konta?
consent-text = Aplikacja { $name } prosi o dostęp do Twojego konta.
consent-more-text = Aplikacja { $name } prosi o szerszy dostęp do Twojego konta niż dotychczas dozwolony.
consent-account = Twoje konto
consent-list = Na to zezwalasz
consent-list-new = To jest nowe
consent-list-before = To było już dozwolone
consent-goes-to = Następnie przejdziesz do { $host }
consent-take-back = Możesz to w każdej chwili cofnąć w sekcji „Aplikacje” swojego konta.
consent-allow = Zezwól
consent-deny = Odmów
scope-offline = Zachowuje dostęp pod Twoją nieobecność

applications-allowed = Zezwolono { $date }, obecnie nieużywana
