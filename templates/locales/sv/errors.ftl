error-code-label = Fel
error-id-label = Referens
error-developer-heading = För utvecklaren
error-cause-label = Orsak
error-mend-label = Åtgärd

error-request-heading = Något gick fel i appen
error-request-advice = Adressen som ledde dig hit stämmer inte riktigt. Gå tillbaka till appen och försök igen. Kontakta appens support och ange referensen nedan om det inte hjälper.
error-sign-out-heading = Vi kan inte ta dig tillbaka till appen
error-sign-out-advice = Appen angav en adress som inte finns på dess lista. Du kan stänga sidan.
error-expired-heading = Sidan gäller inte längre
error-expired-advice = Inloggningen tog för lång tid eller fortsatte i en annan flik. Gå tillbaka till appen och börja om.
error-form-heading = Skicka en gång till
error-form-advice = Vi kunde inte kontrollera att formuläret kom från den här sidan, så inget har ändrats. Börja om, så bör det fungera.
error-cookies-heading = Webbläsaren sparar inga cookies
error-cookies-advice = För att du ska kunna logga in behövs en cookie från den här webbplatsen. Tillåt det i webbläsarens inställningar och börja sedan om.
error-not-found-heading = Här finns ingenting
error-not-found-advice = Adressen kan vara felskriven eller gammal. Gå tillbaka till appen du vill använda.
error-unreadable-heading = Vi kunde inte läsa uppgifterna
error-unreadable-advice = Webbläsaren skickade något som var för stort eller skadat. Gå tillbaka och försök igen.
error-sign-up-closed-heading = Du kan inte skapa konto här
error-sign-up-closed-advice = Nya konton skapas av en administratör. Kontakta appens support.
error-recovery-closed-heading = Du kan inte återställa lösenordet här
error-recovery-closed-advice = Kontakta appens support för att få hjälp.
error-too-many-heading = Det var för många försök
error-too-many-advice = Många inloggningar har påbörjats från ditt nätverk på kort tid. Vänta några minuter och försök igen.
error-internal-heading = Något gick fel
error-internal-advice = Felet är vårt, inte ditt. Försök igen om en stund. Händer det igen får du gärna rapportera referensen nedan.

cause-unknown-client = Poolen har ingen appklient med client_id ”{ $client }”.
mend-unknown-client = Jämför client_id med poolens appklienter. Varje pool har sin egen adress: är det här rätt pool?
cause-redirect-mismatch = Adressen ”{ $given }” är inte registrerad som redirect_uri för appklienten.
mend-redirect-mismatch = { $count ->
    [0] Klienten har ingen callback-URL ännu. Registrera den som din app använder.
   *[other] Callback-URL:er jämförs exakt, även port och avslutande snedstreck. Registrerade: { $registered }
}
cause-sign-out-mismatch = Utloggningsadressen ”{ $given }” är inte registrerad för appklienten.
mend-sign-out-mismatch = { $count ->
    [0] Klienten har ingen utloggnings-URL ännu. Registrera den som din app använder.
   *[other] Utloggnings-URL:er jämförs exakt, även port och avslutande snedstreck. Registrerade: { $registered }
}
cause-duplicate-parameter = Parametern ”{ $name }” skickades mer än en gång.
mend-duplicate-parameter = Skicka varje parameter en gång (RFC 6749, avsnitt 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Rätta den begäran som din app skapar och jämför den med discovery-dokumentet.
cause-flow-expired = Inloggningen som sidan hör till har gått ut, är avslutad eller är okänd.
mend-flow-expired = Börja från din app, inte från ett bokmärke till den här sidan.
cause-step-out-of-order = Det här är inte nästa steg i inloggningen.
mend-step-out-of-order = Följ omdirigeringarna från /oauth2/authorize och öppna inte sidorna direkt via deras adress.
cause-form-forged = Formulärets värde för _csrf saknas eller hör till en annan webbläsare, eller så kom begäran från en annan webbplats.
mend-form-forged = Formulär måste skickas från sidorna själva. En automatiserad klient måste spara cookies och skicka tillbaka _csrf.
cause-cookies-missing = Inloggningsflödets cookie kom inte tillbaka.
mend-cookies-missing = Öppna sidan via det värdnamn som står i konfigurationen. En cookie från localhost skickas inte till 127.0.0.1.
cause-not-found = Ingen route matchar adressen.
mend-not-found = Adresserna till alla slutpunkter finns i discovery-dokumentet.
cause-method-not-allowed = Adressen finns, men inte för den här metoden.
mend-method-not-allowed = Sidor tar emot GET, formulär tar emot POST.
cause-unreadable-form = Innehållet är för stort, inte application/x-www-form-urlencoded eller inte UTF-8.
mend-unreadable-form = Skicka formulärdata i UTF-8.
cause-unknown-host = Värdnamnet ”{ $host }” hör inte till någon pool.
mend-unknown-host = Använd den konfigurerade publika adressen eller registrera värdnamnet som poolens domän.
cause-sign-up-closed = I den här poolen kan bara administratörer skapa konton.
mend-sign-up-closed = Slå på egen registrering i poolens inställningar.
cause-recovery-closed = Kontoåterställning är avstängd för poolen.
mend-recovery-closed = Slå på kontoåterställning i poolens inställningar.
cause-too-many = Nätverket har påbörjat så många inloggningar som poolens inställning sign_ins_begun_per_prefix tillåter på tio minuter.
mend-too-many = Höj värdet om många delar på nätverket, eller låt testerna återanvända sin session.
cause-internal = Mer information finns i serverns logg under referensen ovan.
mend-internal = Rapportera gärna felet tillsammans med loggraderna om loggen inte ger svar.

unavailable-heading = Vi har mycket att göra just nu
unavailable-text = Inget har gått förlorat. Försök igen om några sekunder.
