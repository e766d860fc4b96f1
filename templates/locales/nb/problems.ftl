problem-incorrect-credentials = Feil brukernavn eller passord.
problem-other-account = Dette er en annen konto. Logg inn på kontoen som er nevnt her, for å fullføre tilknytningen, eller begynn på nytt.
problem-locked-seconds = { $seconds ->
    [one] For mange mislykkede forsøk. Prøv igjen om ett sekund.
   *[other] For mange mislykkede forsøk. Prøv igjen om { $seconds } sekunder.
}
problem-locked-minutes = { $minutes ->
    [one] For mange mislykkede forsøk. Prøv igjen om ett minutt, eller tilbakestill passordet.
   *[other] For mange mislykkede forsøk. Prøv igjen om { $minutes } minutter, eller tilbakestill passordet.
}
problem-too-many-requests = Det ble for mange forsøk på kort tid. Vent litt og prøv igjen.
problem-busy = Vi har det svært travelt nå. Prøv igjen om litt.
problem-form-expired = Siden var åpen for lenge. Prøv en gang til.
problem-password-reset-required = Du må tilbakestille passordet før du kan logge inn. Velg «Har du glemt passordet?».
problem-temporary-password-expired = Det midlertidige passordet ditt er utløpt. Be en administrator om et nytt.
problem-recovery-impossible = Vi kan ikke tilbakestille passordet for denne kontoen. Kontakt brukerstøtten for å få hjelp.
problem-message-not-sent = Vi kunne ikke sende meldingen. Prøv igjen om litt.
problem-method-unavailable = Du kan ikke logge inn på denne måten akkurat nå. Velg en annen.
problem-provider-try-again = Innloggingen hos tjenesten fungerte ikke denne gangen. Prøv igjen.
problem-refused = { $reason }
problem-required = Fyll ut dette feltet.
problem-invalid-email = Skriv inn en fullstendig e-postadresse, for eksempel name@example.com.
problem-invalid-phone = Skriv inn et telefonnummer med landskode, for eksempel +49 30 1234567.
problem-invalid-username = Brukernavnet inneholder noe som ikke er tillatt. Bokstaver, tall og de fleste spesialtegn går bra, men ikke mellomrom.
problem-invalid-date = Skriv inn datoen som år, måned og dag, for eksempel 1990-12-31.
problem-invalid-url = Skriv inn en fullstendig nettadresse som begynner med https://.
problem-invalid-number = Skriv inn et helt tall.
problem-invalid-value = Dette kan ikke brukes her. Sjekk det du har skrevet.
problem-too-short = { $minimum ->
    [one] Skriv inn minst ett tegn.
   *[other] Skriv inn minst { $minimum } tegn.
}
problem-too-long = Dette er for langt. Det er plass til høyst { $maximum } tegn.
problem-username-taken = Brukernavnet er opptatt. Velg et annet.
problem-address-taken = En annen konto bruker allerede denne adressen. Logg inn med den kontoen i stedet.
problem-password-policy = Passordet oppfyller ikke alle kravene.
problem-password-reused = Du har brukt dette passordet før. Velg et nytt.
problem-password-compromised = Passordet er kjent fra en datalekkasje og er ikke lenger trygt. Velg et annet.
problem-code-mismatch = Koden stemmer ikke. Sjekk den, eller be om en ny.
problem-code-expired = Koden er for gammel eller allerede brukt. Be om en ny.
problem-code-attempts-spent = For mange feil koder. Be om en ny.
problem-authenticator-mismatch = Koden stemmer ikke. Skriv inn den som appen viser nå.
problem-code-reused = Koden er allerede brukt. Vent til appen viser den neste.
