problem-incorrect-credentials = Hibás felhasználónév vagy jelszó.
problem-other-account = Ez egy másik fiók. Az összekapcsoláshoz jelentkezzen be az itt megnevezett fiókba, vagy kezdje újra.
problem-locked-seconds = { $seconds ->
    [one] Túl sok sikertelen próbálkozás. Próbálja újra egy másodperc múlva.
   *[other] Túl sok sikertelen próbálkozás. Próbálja újra { $seconds } másodperc múlva.
}
problem-locked-minutes = { $minutes ->
    [one] Túl sok sikertelen próbálkozás. Próbálja újra egy perc múlva, vagy kérjen új jelszót.
   *[other] Túl sok sikertelen próbálkozás. Próbálja újra { $minutes } perc múlva, vagy kérjen új jelszót.
}
problem-too-many-requests = Rövid idő alatt túl sok próbálkozás történt. Várjon egy kicsit, és próbálja újra.
problem-busy = Most nagyon sok a látogatónk. Próbálja újra egy kis idő múlva.
problem-form-expired = Ez az oldal túl sokáig volt nyitva. Próbálja meg még egyszer.
problem-password-reset-required = A bejelentkezéshez előbb új jelszót kell beállítania. Válassza az „Elfelejtette a jelszavát?” lehetőséget.
problem-temporary-password-expired = Ideiglenes jelszava lejárt. Kérjen újat a rendszergazdától.
problem-recovery-impossible = Ennek a fióknak a jelszavát nem tudjuk visszaállítani. Forduljon az alkalmazás ügyfélszolgálatához.
problem-message-not-sent = Nem sikerült elküldeni az üzenetet. Próbálja újra egy kis idő múlva.
problem-method-unavailable = Ez a bejelentkezési mód most nem érhető el. Válasszon másikat.
problem-provider-try-again = A bejelentkezés a szolgáltatónál most nem sikerült. Próbálja újra.
problem-refused = { $reason }
problem-required = Töltse ki ezt a mezőt.
problem-invalid-email = Adjon meg egy teljes e-mail-címet, például name@example.com.
problem-invalid-phone = Adjon meg egy telefonszámot országhívóval együtt, például +36 20 123 4567.
problem-invalid-username = A felhasználónév nem engedélyezett karaktert tartalmaz. Betűt, számjegyet és a legtöbb szimbólumot használhatja, szóközt nem.
problem-invalid-date = A dátumot év, hónap, nap sorrendben adja meg, például 1990-12-31.
problem-invalid-url = Adjon meg egy teljes, https:// kezdetű webcímet.
problem-invalid-number = Adjon meg egy egész számot.
problem-invalid-value = Ez itt nem fogadható el. Kérjük, ellenőrizze.
problem-too-short = { $minimum ->
    [one] Írjon be legalább egy karaktert.
   *[other] Írjon be legalább { $minimum } karaktert.
}
problem-too-long = Ez túl hosszú. Legfeljebb { $maximum } karakter lehet.
problem-username-taken = Ezt a nevet már használja valaki. Válasszon másikat.
problem-address-taken = Ezt a címet már egy másik fiók használja. Jelentkezzen be azzal a fiókkal.
problem-password-policy = A jelszó nem felel meg minden követelménynek.
problem-password-reused = Ezt a jelszót már használta. Válasszon újat.
problem-password-compromised = Ez a jelszó egy adatszivárgásban nyilvánosságra került, ezért már nem biztonságos. Válasszon másikat.
problem-code-mismatch = Hibás a kód. Ellenőrizze, vagy kérjen újat.
problem-code-expired = A kód túl régi, vagy már felhasználták. Kérjen újat.
problem-code-attempts-spent = Túl sok hibás kód. Kérjen újat.
problem-authenticator-mismatch = Hibás a kód. Azt írja be, amelyet az alkalmazás most mutat.
problem-code-reused = Ezt a kódot már felhasználta. Várja meg, amíg az alkalmazás a következőt mutatja.
