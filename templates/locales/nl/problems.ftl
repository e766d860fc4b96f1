problem-incorrect-credentials = De gebruikersnaam of het wachtwoord klopt niet.
problem-other-account = Dat is een ander account. Log in op het account dat hier staat om het te koppelen, of begin opnieuw.
problem-locked-seconds = { $seconds ->
    [one] Te veel mislukte pogingen. Probeer het over één seconde opnieuw.
   *[other] Te veel mislukte pogingen. Probeer het over { $seconds } seconden opnieuw.
}
problem-locked-minutes = { $minutes ->
    [one] Te veel mislukte pogingen. Probeer het over een minuut opnieuw of stel je wachtwoord opnieuw in.
   *[other] Te veel mislukte pogingen. Probeer het over { $minutes } minuten opnieuw of stel je wachtwoord opnieuw in.
}
problem-too-many-requests = Te veel pogingen in korte tijd. Wacht even en probeer het dan opnieuw.
problem-busy = Het is op dit moment erg druk. Probeer het zo meteen opnieuw.
problem-form-expired = Deze pagina stond te lang open. Probeer het nog een keer.
problem-password-reset-required = Je moet je wachtwoord opnieuw instellen voordat je kunt inloggen. Gebruik ‘Wachtwoord vergeten?’.
problem-temporary-password-expired = Je tijdelijke wachtwoord is verlopen. Vraag een beheerder om een nieuw wachtwoord.
problem-recovery-impossible = We kunnen het wachtwoord van dit account niet opnieuw instellen. Vraag hulp bij de organisatie van wie je het account hebt.
problem-message-not-sent = We konden het bericht niet versturen. Probeer het zo meteen opnieuw.
problem-method-unavailable = Deze manier van inloggen is nu niet beschikbaar. Kies een andere.
problem-provider-try-again = Inloggen met deze dienst is deze keer niet gelukt. Probeer het opnieuw.
problem-refused = { $reason }
problem-required = Vul dit veld in.
problem-invalid-email = Vul een volledig e-mailadres in, bijvoorbeeld naam@example.com.
problem-invalid-phone = Vul een telefoonnummer met landcode in, bijvoorbeeld +31 6 12345678.
problem-invalid-username = Deze gebruikersnaam bevat iets wat niet is toegestaan. Letters, cijfers en de meeste symbolen mogen, spaties niet.
problem-invalid-date = Vul een datum in met jaar, maand en dag, bijvoorbeeld 1990-12-31.
problem-invalid-url = Vul een volledig webadres in dat begint met https://.
problem-invalid-number = Vul een geheel getal in.
problem-invalid-value = Dit wordt hier niet geaccepteerd. Controleer het even.
problem-too-short = { $minimum ->
    [one] Vul minstens één teken in.
   *[other] Vul minstens { $minimum } tekens in.
}
problem-too-long = Dit is te lang. Het maximale aantal tekens is { $maximum }.
problem-username-taken = Deze naam is al in gebruik. Kies een andere.
problem-address-taken = Dit adres hoort al bij een ander account. Log in met dat account.
problem-password-policy = Dit wachtwoord voldoet niet aan alle eisen.
problem-password-reused = Je hebt dit wachtwoord al eerder gebruikt. Kies een nieuw wachtwoord.
problem-password-compromised = Dit wachtwoord komt voor in een datalek en is niet meer veilig. Kies een ander wachtwoord.
problem-code-mismatch = Deze code klopt niet. Controleer de code of vraag een nieuwe aan.
problem-code-expired = Deze code is verlopen of al gebruikt. Vraag een nieuwe aan.
problem-code-attempts-spent = Te veel verkeerde codes. Vraag een nieuwe aan.
problem-authenticator-mismatch = Deze code klopt niet. Vul de code in die je app nu laat zien.
problem-code-reused = Deze code is al gebruikt. Wacht tot je app de volgende laat zien.
