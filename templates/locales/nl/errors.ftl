error-code-label = Fout
error-id-label = Referentie
error-developer-heading = Voor de ontwikkelaar
error-cause-label = Oorzaak
error-mend-label = Wat je kunt doen

error-request-heading = De applicatie heeft een fout gemaakt
error-request-advice = Het adres waarmee je hier kwam, klopt niet helemaal. Ga terug naar de applicatie en probeer het opnieuw. Helpt dat niet, laat het dan weten aan het team van de applicatie en vermeld de referentie hieronder.
error-sign-out-heading = We kunnen je niet terugbrengen naar de applicatie
error-sign-out-advice = Het adres dat de applicatie opgaf, staat niet op de lijst. Je kunt deze pagina sluiten.
error-expired-heading = Deze pagina is niet meer geldig
error-expired-advice = Het inloggen duurde te lang of ging verder in een ander tabblad. Ga terug naar de applicatie en begin opnieuw.
error-form-heading = Verstuur het nog een keer
error-form-advice = We konden niet vaststellen dat het formulier van deze pagina kwam. Er is dus niets gewijzigd. Begin opnieuw, dan zou het moeten lukken.
error-cookies-heading = Je browser bewaart geen cookies
error-cookies-advice = Voor het inloggen is een cookie van deze site nodig. Sta cookies van deze site toe in de instellingen van je browser en begin opnieuw.
error-not-found-heading = Hier is niets te vinden
error-not-found-advice = Het adres is misschien verouderd of verkeerd getypt. Ga terug naar de applicatie die je wilt gebruiken.
error-unreadable-heading = We konden dat niet lezen
error-unreadable-advice = Wat je browser stuurde, was te groot of onleesbaar. Ga terug en probeer het opnieuw.
error-sign-up-closed-heading = Je kunt je hier niet registreren
error-sign-up-closed-advice = Nieuwe accounts worden gemaakt door een beheerder. Vraag ernaar bij de organisatie die je toegang geeft tot de applicatie.
error-recovery-closed-heading = Je kunt je wachtwoord hier niet opnieuw instellen
error-recovery-closed-advice = Vraag hulp bij de organisatie die je toegang geeft tot de applicatie.
error-too-many-heading = Te veel pogingen
error-too-many-advice = Vanaf je netwerk is in korte tijd te vaak geprobeerd in te loggen. Wacht een paar minuten en probeer het opnieuw.
error-internal-heading = Er ging iets mis
error-internal-advice = Dit ligt aan ons, niet aan jou. Probeer het zo meteen opnieuw. Gebeurt het nog een keer, meld het dan en vermeld de referentie hieronder.

cause-unknown-client = Deze pool heeft geen app-client met de client_id ‘{ $client }’.
mend-unknown-client = Vergelijk client_id met de app-clients van deze pool. Elke pool heeft een eigen adres: is dit het juiste?
cause-redirect-mismatch = De redirect_uri ‘{ $given }’ is niet geregistreerd voor deze app-client.
mend-redirect-mismatch = { $count ->
    [0] De client heeft nog geen callback-URL. Registreer de URL die je applicatie gebruikt.
   *[other] Callback-URL’s moeten exact overeenkomen, ook de poort en de slash aan het eind. Geregistreerd: { $registered }
}
cause-sign-out-mismatch = Het uitlogadres ‘{ $given }’ is niet geregistreerd voor deze app-client.
mend-sign-out-mismatch = { $count ->
    [0] De client heeft nog geen uitlog-URL. Registreer de URL die je applicatie gebruikt.
   *[other] Uitlog-URL’s moeten exact overeenkomen, ook de poort en de slash aan het eind. Geregistreerd: { $registered }
}
cause-duplicate-parameter = De parameter ‘{ $name }’ is meer dan één keer verstuurd.
mend-duplicate-parameter = Verstuur elke parameter één keer (RFC 6749, sectie 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Corrigeer het verzoek dat je applicatie opbouwt en vergelijk het met het discovery-document.
cause-flow-expired = De inlogpoging waar deze pagina bij hoort, is verlopen, afgerond of onbekend.
mend-flow-expired = Begin in je applicatie, niet via een bladwijzer van deze pagina.
cause-step-out-of-order = Deze stap is niet de volgende bij het inloggen.
mend-step-out-of-order = Volg de redirects vanaf /oauth2/authorize en open pagina’s niet rechtstreeks via hun adres.
cause-form-forged = De _csrf-waarde van het formulier ontbreekt of hoort bij een andere browser, of het verzoek kwam van een andere site.
mend-form-forged = Formulieren moeten door de pagina’s zelf worden verstuurd. Een geautomatiseerde client moet cookies bewaren en _csrf terugsturen.
cause-cookies-missing = De flow-cookie kwam niet terug.
mend-cookies-missing = Open de pagina onder de host die in de configuratie staat. Een cookie van localhost wordt niet naar 127.0.0.1 gestuurd.
cause-not-found = Geen enkele route past bij dit adres.
mend-not-found = Het discovery-document noemt de adressen van alle endpoints.
cause-method-not-allowed = Het adres bestaat, maar niet voor deze methode.
mend-method-not-allowed = Pagina’s accepteren GET, formulieren POST.
cause-unreadable-form = De body is te groot, geen application/x-www-form-urlencoded of geen UTF-8.
mend-unreadable-form = Verstuur de formulierbody in UTF-8.
cause-unknown-host = De host ‘{ $host }’ hoort bij geen enkele pool.
mend-unknown-host = Gebruik het ingestelde openbare adres of registreer de host als domein van de pool.
cause-sign-up-closed = In deze pool kunnen alleen beheerders accounts maken.
mend-sign-up-closed = Zet zelfregistratie aan in de instellingen van de pool.
cause-recovery-closed = Accountherstel staat uit voor deze pool.
mend-recovery-closed = Zet accountherstel aan in de instellingen van de pool.
cause-too-many = Vanaf dit netwerk is zo vaak met inloggen begonnen als de poolinstelling sign_ins_begun_per_prefix in tien minuten toestaat.
mend-too-many = Verhoog de instelling als veel mensen dit netwerk delen, of laat tests hun sessie hergebruiken.
cause-internal = De details staan in het log van de server onder de referentie hieronder.
mend-internal = Verklaart het log de fout niet, meld die dan samen met de regels uit het log.

unavailable-heading = Het is erg druk
unavailable-text = Er is niets verloren gegaan. Probeer het over een paar seconden opnieuw.
