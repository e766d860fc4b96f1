problem-incorrect-credentials = Fel användarnamn eller lösenord.
problem-other-account = Det är ett annat konto. Logga in på kontot som anges här för att slutföra kopplingen, eller börja om.
problem-locked-seconds = { $seconds ->
    [one] För många misslyckade försök. Försök igen om en sekund.
   *[other] För många misslyckade försök. Försök igen om { $seconds } sekunder.
}
problem-locked-minutes = { $minutes ->
    [one] För många misslyckade försök. Försök igen om en minut eller återställ lösenordet.
   *[other] För många misslyckade försök. Försök igen om { $minutes } minuter eller återställ lösenordet.
}
problem-too-many-requests = Det blev för många försök på kort tid. Vänta en stund och försök igen.
problem-busy = Vi har mycket att göra just nu. Försök igen om en stund.
problem-form-expired = Sidan var öppen för länge. Försök en gång till.
problem-password-reset-required = Du behöver återställa lösenordet innan du kan logga in. Välj ”Har du glömt lösenordet?”.
problem-temporary-password-expired = Ditt tillfälliga lösenord har gått ut. Be en administratör om ett nytt.
problem-recovery-impossible = Vi kan inte återställa lösenordet för det här kontot. Kontakta supporten för att få hjälp.
problem-message-not-sent = Vi kunde inte skicka meddelandet. Försök igen om en stund.
problem-method-unavailable = Det går inte att logga in på det sättet just nu. Välj ett annat.
problem-provider-try-again = Inloggningen hos tjänsten fungerade inte den här gången. Försök igen.
problem-refused = { $reason }
problem-required = Fyll i det här fältet.
problem-invalid-email = Ange en fullständig e-postadress, till exempel name@example.com.
problem-invalid-phone = Ange ett telefonnummer med landskod, till exempel +49 30 1234567.
problem-invalid-username = Användarnamnet innehåller något som inte är tillåtet. Bokstäver, siffror och de flesta specialtecken fungerar, men inte mellanslag.
problem-invalid-date = Ange datumet som år, månad och dag, till exempel 1990-12-31.
problem-invalid-url = Ange en fullständig webbadress som börjar med https://.
problem-invalid-number = Ange ett heltal.
problem-invalid-value = Det här går inte att använda här. Kontrollera uppgiften.
problem-too-short = { $minimum ->
    [one] Ange minst ett tecken.
   *[other] Ange minst { $minimum } tecken.
}
problem-too-long = Det här är för långt. Högst { $maximum } tecken får plats.
problem-username-taken = Användarnamnet är upptaget. Välj ett annat.
problem-address-taken = Adressen används redan av ett annat konto. Logga in med det kontot i stället.
problem-password-policy = Lösenordet uppfyller inte alla krav.
problem-password-reused = Du har använt det här lösenordet förut. Välj ett nytt.
problem-password-compromised = Lösenordet har läckt ut på nätet och är inte längre säkert. Välj ett annat.
problem-code-mismatch = Koden stämmer inte. Kontrollera den eller be om en ny.
problem-code-expired = Koden är för gammal eller redan använd. Be om en ny.
problem-code-attempts-spent = För många felaktiga koder. Be om en ny.
problem-authenticator-mismatch = Koden stämmer inte. Ange den som appen visar just nu.
problem-code-reused = Koden är redan använd. Vänta tills appen visar nästa.
