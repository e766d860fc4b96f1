problem-incorrect-credentials = Benutzername oder Passwort ist falsch.
problem-other-account = Das ist ein anderes Konto. Melden Sie sich bei dem hier genannten Konto an, um es zu verknüpfen, oder beginnen Sie von vorn.
problem-locked-seconds = { $seconds ->
    [one] Zu viele Fehlversuche. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Zu viele Fehlversuche. Versuchen Sie es in { $seconds } Sekunden noch einmal.
}
problem-locked-minutes = { $minutes ->
    [one] Zu viele Fehlversuche. Versuchen Sie es in einer Minute noch einmal oder setzen Sie Ihr Passwort zurück.
   *[other] Zu viele Fehlversuche. Versuchen Sie es in { $minutes } Minuten noch einmal oder setzen Sie Ihr Passwort zurück.
}
problem-too-many-requests = Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie etwas und versuchen Sie es dann noch einmal.
problem-busy = Gerade ist sehr viel los. Bitte versuchen Sie es gleich noch einmal.
problem-form-expired = Diese Seite war zu lange geöffnet. Bitte versuchen Sie es noch einmal.
problem-password-reset-required = Bevor Sie sich anmelden können, müssen Sie Ihr Passwort zurücksetzen. Wählen Sie dazu „Passwort vergessen?“.
problem-temporary-password-expired = Ihr vorläufiges Passwort ist abgelaufen. Bitten Sie die Administration um ein neues.
problem-recovery-impossible = Wir können das Passwort für dieses Konto nicht zurücksetzen. Bitte wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
problem-message-not-sent = Wir konnten die Nachricht nicht senden. Bitte versuchen Sie es gleich noch einmal.
problem-method-unavailable = Diese Anmeldemöglichkeit steht gerade nicht zur Verfügung. Bitte wählen Sie eine andere.
problem-provider-try-again = Die Anmeldung beim Anbieter hat diesmal nicht geklappt. Bitte versuchen Sie es noch einmal.
problem-refused = { $reason }
problem-required = Bitte füllen Sie dieses Feld aus.
problem-invalid-email = Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.com.
problem-invalid-phone = Bitte geben Sie die Telefonnummer mit Ländervorwahl ein, zum Beispiel +49 30 1234567.
problem-invalid-username = Dieser Benutzername enthält ein unzulässiges Zeichen. Buchstaben, Ziffern und die meisten Sonderzeichen sind möglich, Leerzeichen nicht.
problem-invalid-date = Bitte geben Sie das Datum mit Jahr, Monat und Tag ein, zum Beispiel 1990-12-31.
problem-invalid-url = Bitte geben Sie eine vollständige Webadresse ein, die mit https:// beginnt.
problem-invalid-number = Bitte geben Sie eine ganze Zahl ein.
problem-invalid-value = Diese Eingabe ist hier nicht möglich. Bitte prüfen Sie sie.
problem-too-short = { $minimum ->
    [one] Bitte geben Sie mindestens ein Zeichen ein.
   *[other] Bitte geben Sie mindestens { $minimum } Zeichen ein.
}
problem-too-long = Das ist zu lang. Höchstens { $maximum } Zeichen sind möglich.
problem-username-taken = Dieser Name ist schon vergeben. Bitte wählen Sie einen anderen.
problem-address-taken = Diese Adresse gehört schon zu einem anderen Konto. Melden Sie sich stattdessen mit diesem Konto an.
problem-password-policy = Dieses Passwort erfüllt noch nicht alle Anforderungen.
problem-password-reused = Dieses Passwort haben Sie schon einmal verwendet. Bitte wählen Sie ein neues.
problem-password-compromised = Dieses Passwort ist aus einem Datenleck bekannt und nicht mehr sicher. Bitte wählen Sie ein anderes.
problem-code-mismatch = Dieser Code stimmt nicht. Bitte prüfen Sie ihn oder fordern Sie einen neuen an.
problem-code-expired = Dieser Code ist abgelaufen oder wurde schon verwendet. Bitte fordern Sie einen neuen an.
problem-code-attempts-spent = Zu viele falsche Codes. Bitte fordern Sie einen neuen an.
problem-authenticator-mismatch = Dieser Code stimmt nicht. Bitte geben Sie den Code ein, den Ihre App gerade anzeigt.
problem-code-reused = Dieser Code wurde schon verwendet. Warten Sie, bis Ihre App den nächsten anzeigt.
