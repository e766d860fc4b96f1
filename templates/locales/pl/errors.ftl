error-code-label = Błąd
error-id-label = Identyfikator
error-developer-heading = Dla dewelopera
error-cause-label = Przyczyna
error-mend-label = Co zrobić

error-request-heading = Błąd po stronie aplikacji
error-request-advice = Adres, który Cię tu przekierował, jest nieprawidłowy. Wróć do aplikacji i spróbuj ponownie. Jeśli to nie pomoże, zgłoś problem twórcom aplikacji i podaj poniższy identyfikator.
error-sign-out-heading = Nie możemy przekierować Cię do aplikacji
error-sign-out-advice = Aplikacja podała adres, którego nie ma na jej liście. Możesz zamknąć tę stronę.
error-expired-heading = Ta strona straciła ważność
error-expired-advice = Logowanie trwało zbyt długo albo zostało dokończone w innej karcie. Wróć do aplikacji i zacznij od nowa.
error-form-heading = Wyślij formularz jeszcze raz
error-form-advice = Nie udało się potwierdzić, że formularz pochodzi z tej strony, więc nic się nie zmieniło. Zacznij od nowa, a wszystko powinno zadziałać.
error-cookies-heading = Przeglądarka blokuje pliki cookie
error-cookies-advice = Do logowania potrzebny jest plik cookie z tej witryny. Zezwól na niego w ustawieniach przeglądarki i zacznij od nowa.
error-not-found-heading = Nic tu nie ma
error-not-found-advice = Adres może zawierać błąd albo być nieaktualny. Wróć do aplikacji, z której chcesz skorzystać.
error-unreadable-heading = Nie udało się odczytać danych
error-unreadable-advice = Dane z przeglądarki były zbyt duże lub uszkodzone. Wróć i spróbuj ponownie.
error-sign-up-closed-heading = Tutaj nie można założyć konta
error-sign-up-closed-advice = Nowe konta zakłada administrator. Skontaktuj się z obsługą aplikacji.
error-recovery-closed-heading = Tutaj nie można zresetować hasła
error-recovery-closed-advice = Poproś o pomoc obsługę aplikacji.
error-too-many-heading = Zbyt wiele prób
error-too-many-advice = W krótkim czasie z Twojej sieci rozpoczęto zbyt wiele logowań. Odczekaj kilka minut i spróbuj ponownie.
error-internal-heading = Coś poszło nie tak
error-internal-advice = To nasz błąd, nie Twój. Spróbuj ponownie za chwilę. Jeśli sytuacja się powtórzy, zgłoś problem i podaj poniższy identyfikator.

cause-unknown-client = W tej puli nie ma klienta aplikacji z client_id „{ $client }”.
mend-unknown-client = Porównaj client_id z klientami aplikacji w tej puli. Każda pula ma własny adres: czy ten jest właściwy?
cause-redirect-mismatch = Adres redirect_uri „{ $given }” nie jest zarejestrowany dla tego klienta aplikacji.
mend-redirect-mismatch = { $count ->
    [0] Klient nie ma jeszcze adresu zwrotnego (callback URL). Zarejestruj ten, którego używa Twoja aplikacja.
   *[other] Adresy zwrotne (callback URL) muszą się dokładnie zgadzać, łącznie z portem i końcowym ukośnikiem. Zarejestrowane: { $registered }
}
cause-sign-out-mismatch = Adres wylogowania „{ $given }” nie jest zarejestrowany dla tego klienta aplikacji.
mend-sign-out-mismatch = { $count ->
    [0] Klient nie ma jeszcze adresu wylogowania. Zarejestruj ten, którego używa Twoja aplikacja.
   *[other] Adresy wylogowania muszą się dokładnie zgadzać, łącznie z portem i końcowym ukośnikiem. Zarejestrowane: { $registered }
}
cause-duplicate-parameter = Parametr „{ $name }” został wysłany więcej niż raz.
mend-duplicate-parameter = Każdy parametr wysyłaj tylko raz (RFC 6749, punkt 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Popraw żądanie, które tworzy Twoja aplikacja, i porównaj je z dokumentem discovery.
cause-flow-expired = Logowanie, do którego należy ta strona, wygasło, zostało zakończone albo jest nieznane.
mend-flow-expired = Zacznij od swojej aplikacji, a nie od zakładki prowadzącej do tej strony.
cause-step-out-of-order = Ten krok nie jest kolejnym krokiem logowania.
mend-step-out-of-order = Korzystaj z przekierowań od /oauth2/authorize i nie otwieraj stron bezpośrednio po adresie.
cause-form-forged = Brakuje wartości _csrf formularza, należy ona do innej przeglądarki albo żądanie przyszło z innej witryny.
mend-form-forged = Formularze muszą być wysyłane przez same strony. Klient automatyczny musi zachowywać pliki cookie i odsyłać _csrf.
cause-cookies-missing = Plik cookie logowania nie wrócił do serwera.
mend-cookies-missing = Otwórz stronę pod hostem podanym w konfiguracji. Plik cookie z localhost nie jest wysyłany do 127.0.0.1.
cause-not-found = Temu adresowi nie odpowiada żadna ścieżka.
mend-not-found = Adresy wszystkich endpointów podaje dokument discovery.
cause-method-not-allowed = Ten adres istnieje, ale nie obsługuje tej metody.
mend-method-not-allowed = Strony przyjmują GET, formularze POST.
cause-unreadable-form = Treść żądania jest za duża, nie ma typu application/x-www-form-urlencoded albo nie jest zakodowana w UTF-8.
mend-unreadable-form = Wyślij treść formularza w UTF-8.
cause-unknown-host = Host „{ $host }” nie należy do żadnej puli.
mend-unknown-host = Użyj skonfigurowanego adresu publicznego albo zarejestruj host jako domenę puli.
cause-sign-up-closed = Pula dopuszcza tylko konta założone przez administratorów.
mend-sign-up-closed = Włącz samodzielną rejestrację w ustawieniach puli.
cause-recovery-closed = Odzyskiwanie konta jest w tej puli wyłączone.
mend-recovery-closed = Włącz odzyskiwanie konta w ustawieniach puli.
cause-too-many = Z tej sieci rozpoczęto już tyle logowań, na ile w ciągu dziesięciu minut pozwala ustawienie puli sign_ins_begun_per_prefix.
mend-too-many = Zwiększ tę wartość, jeśli z sieci korzysta wiele osób, a w testach używaj ponownie tej samej sesji.
cause-internal = Szczegóły są w logu serwera pod powyższym identyfikatorem.
mend-internal = Jeśli log tego nie wyjaśnia, zgłoś błąd i dołącz wpisy z logu.

unavailable-heading = Mamy teraz duży ruch
unavailable-text = Nic nie przepadło. Spróbuj ponownie za kilka sekund.
