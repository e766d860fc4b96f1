error-code-label = Feil
error-id-label = Referanse
error-developer-heading = For utvikleren
error-cause-label = Årsak
error-mend-label = Løsning

error-request-heading = Det oppsto en feil i appen
error-request-advice = Adressen som førte deg hit, er ikke helt riktig. Gå tilbake til appen og prøv igjen. Hvis det ikke hjelper, kan du kontakte brukerstøtten for appen og oppgi referansen nedenfor.
error-sign-out-heading = Vi kan ikke sende deg tilbake til appen
error-sign-out-advice = Appen ba om en adresse som ikke står på listen dens. Du kan lukke siden.
error-expired-heading = Siden er ikke lenger gyldig
error-expired-advice = Innloggingen tok for lang tid, eller den fortsatte i en annen fane. Gå tilbake til appen og begynn på nytt.
error-form-heading = Send en gang til
error-form-advice = Vi kunne ikke kontrollere at skjemaet kom fra denne siden, så ingenting er endret. Begynn på nytt, så bør det virke.
error-cookies-heading = Nettleseren lagrer ikke informasjonskapsler
error-cookies-advice = For å logge inn trenger du en informasjonskapsel fra dette nettstedet. Tillat det i innstillingene i nettleseren, og begynn på nytt.
error-not-found-heading = Her er det ingenting
error-not-found-advice = Adressen kan være feilskrevet eller utdatert. Gå tilbake til appen du vil bruke.
error-unreadable-heading = Vi kunne ikke lese opplysningene
error-unreadable-advice = Nettleseren sendte noe som var for stort eller ødelagt. Gå tilbake og prøv igjen.
error-sign-up-closed-heading = Du kan ikke opprette konto her
error-sign-up-closed-advice = Nye kontoer opprettes av en administrator. Kontakt brukerstøtten for appen.
error-recovery-closed-heading = Du kan ikke tilbakestille passordet her
error-recovery-closed-advice = Kontakt brukerstøtten for appen for å få hjelp.
error-too-many-heading = Det ble for mange forsøk
error-too-many-advice = Det er startet for mange innlogginger fra nettverket ditt på kort tid. Vent noen minutter og prøv igjen.
error-internal-heading = Noe gikk galt
error-internal-advice = Feilen er vår, ikke din. Prøv igjen om litt. Skjer det igjen, kan du melde fra og oppgi referansen nedenfor.

cause-unknown-client = Poolen har ingen appklient med client_id «{ $client }».
mend-unknown-client = Sammenlign client_id med appklientene i poolen. Hver pool har sin egen adresse: Er dette den riktige?
cause-redirect-mismatch = Adressen «{ $given }» er ikke registrert som redirect_uri for denne appklienten.
mend-redirect-mismatch = { $count ->
    [0] Klienten har ingen callback-URL ennå. Registrer den som appen din bruker.
   *[other] Callback-URL-er sammenlignes nøyaktig, også port og avsluttende skråstrek. Registrert: { $registered }
}
cause-sign-out-mismatch = Utloggingsadressen «{ $given }» er ikke registrert for denne appklienten.
mend-sign-out-mismatch = { $count ->
    [0] Klienten har ingen utloggings-URL ennå. Registrer den som appen din bruker.
   *[other] Utloggings-URL-er sammenlignes nøyaktig, også port og avsluttende skråstrek. Registrert: { $registered }
}
cause-duplicate-parameter = Parameteren «{ $name }» ble sendt mer enn én gang.
mend-duplicate-parameter = Send hver parameter én gang (RFC 6749, avsnitt 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Rett forespørselen som appen din lager, og sammenlign den med discovery-dokumentet.
cause-flow-expired = Innloggingen som siden hører til, er utløpt, fullført eller ukjent.
mend-flow-expired = Start fra appen din, ikke fra et bokmerke til denne siden.
cause-step-out-of-order = Dette er ikke neste steg i innloggingen.
mend-step-out-of-order = Følg omdirigeringene fra /oauth2/authorize, og ikke åpne sidene direkte via adressen.
cause-form-forged = Verdien for _csrf i skjemaet mangler eller hører til en annen nettleser, eller forespørselen kom fra et annet nettsted.
mend-form-forged = Skjemaer må sendes fra selve sidene. En automatisert klient må ta vare på informasjonskapsler og sende _csrf tilbake.
cause-cookies-missing = Informasjonskapselen for innloggingsflyten kom ikke tilbake.
mend-cookies-missing = Åpne siden på vertsnavnet som står i konfigurasjonen. En informasjonskapsel fra localhost sendes ikke til 127.0.0.1.
cause-not-found = Ingen rute passer til adressen.
mend-not-found = Adressene til alle endepunktene står i discovery-dokumentet.
cause-method-not-allowed = Adressen finnes, men ikke for denne metoden.
mend-method-not-allowed = Sider tar imot GET, skjemaer tar imot POST.
cause-unreadable-form = Innholdet er for stort, ikke application/x-www-form-urlencoded eller ikke UTF-8.
mend-unreadable-form = Send skjemadata i UTF-8.
cause-unknown-host = Vertsnavnet «{ $host }» hører ikke til noen pool.
mend-unknown-host = Bruk den konfigurerte offentlige adressen, eller registrer vertsnavnet som domenet til poolen.
cause-sign-up-closed = I denne poolen kan bare administratorer opprette kontoer.
mend-sign-up-closed = Slå på selvregistrering i innstillingene for poolen.
cause-recovery-closed = Kontogjenoppretting er slått av for poolen.
mend-recovery-closed = Slå på kontogjenoppretting i innstillingene for poolen.
cause-too-many = Nettverket har startet så mange innlogginger som innstillingen sign_ins_begun_per_prefix for poolen tillater på ti minutter.
mend-too-many = Øk verdien hvis mange deler nettverket, eller la testene gjenbruke sesjonen sin.
cause-internal = Detaljene står i serverloggen under referansen ovenfor.
mend-internal = Hvis loggen ikke forklarer feilen, kan du rapportere den sammen med linjene fra loggen.

unavailable-heading = Vi har det svært travelt nå
unavailable-text = Ingenting er gått tapt. Prøv igjen om noen sekunder.
