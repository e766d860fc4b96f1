problem-incorrect-credentials = Forkert brugernavn eller adgangskode.
problem-other-account = Det er en anden konto. Log ind på den konto, der er nævnt her, for at gøre tilknytningen færdig, eller start forfra.
problem-locked-seconds = { $seconds ->
    [one] For mange mislykkede forsøg. Prøv igen om et sekund.
   *[other] For mange mislykkede forsøg. Prøv igen om { $seconds } sekunder.
}
problem-locked-minutes = { $minutes ->
    [one] For mange mislykkede forsøg. Prøv igen om et minut, eller nulstil din adgangskode.
   *[other] For mange mislykkede forsøg. Prøv igen om { $minutes } minutter, eller nulstil din adgangskode.
}
problem-too-many-requests = Det var for mange forsøg på kort tid. Vent lidt, og prøv igen.
problem-busy = Vi har meget travlt lige nu. Prøv igen om lidt.
problem-form-expired = Siden var åben for længe. Prøv en gang til.
problem-password-reset-required = Du skal nulstille din adgangskode, før du kan logge ind. Vælg ”Har du glemt din adgangskode?”.
problem-temporary-password-expired = Din midlertidige adgangskode er udløbet. Bed en administrator om en ny.
problem-recovery-impossible = Vi kan ikke nulstille adgangskoden til denne konto. Kontakt supporten for at få hjælp.
problem-message-not-sent = Vi kunne ikke sende beskeden. Prøv igen om lidt.
problem-method-unavailable = Du kan ikke logge ind på den måde lige nu. Vælg en anden.
problem-provider-try-again = Login hos tjenesten lykkedes ikke denne gang. Prøv igen.
problem-refused = { $reason }
problem-required = Udfyld dette felt.
problem-invalid-email = Indtast en fuld e-mailadresse, for eksempel name@example.com.
problem-invalid-phone = Indtast et telefonnummer med landekode, for eksempel +49 30 1234567.
problem-invalid-username = Brugernavnet indeholder noget, der ikke er tilladt. Bogstaver, tal og de fleste specialtegn virker, men ikke mellemrum.
problem-invalid-date = Indtast datoen som år, måned og dag, for eksempel 1990-12-31.
problem-invalid-url = Indtast en fuld webadresse, der begynder med https://.
problem-invalid-number = Indtast et helt tal.
problem-invalid-value = Det kan ikke bruges her. Tjek det, du har indtastet.
problem-too-short = { $minimum ->
    [one] Indtast mindst ét tegn.
   *[other] Indtast mindst { $minimum } tegn.
}
problem-too-long = Det er for langt. Der er plads til højst { $maximum } tegn.
problem-username-taken = Brugernavnet er optaget. Vælg et andet.
problem-address-taken = En anden konto bruger allerede denne adresse. Log ind med den konto i stedet.
problem-password-policy = Adgangskoden opfylder ikke alle krav.
problem-password-reused = Du har brugt denne adgangskode før. Vælg en ny.
problem-password-compromised = Adgangskoden er kendt fra et datalæk og er ikke længere sikker. Vælg en anden.
problem-code-mismatch = Koden er ikke rigtig. Tjek den, eller bed om en ny.
problem-code-expired = Koden er for gammel eller allerede brugt. Bed om en ny.
problem-code-attempts-spent = For mange forkerte koder. Bed om en ny.
problem-authenticator-mismatch = Koden er ikke rigtig. Indtast den, appen viser nu.
problem-code-reused = Koden er allerede brugt. Vent, til appen viser den næste.
