terms-link = brugsvilkår
privacy-link = privatlivspolitik
footer-legal = Juridiske oplysninger
footer-terms = Brugsvilkår
footer-privacy = Privatlivspolitik

terms-by-signing-up = Når du opretter en konto, accepterer du vores { $terms }.
terms-checkbox = Jeg accepterer jeres { $terms }
terms-checkbox-label = Brugsvilkår
terms-privacy = I vores { $privacy } kan du læse, hvad vi gør med dine data.
problem-terms = Du skal acceptere vilkårene for at oprette en konto.

terms-first-title = Accepter vores vilkår
terms-first-text = Før du fortsætter til { $name }, skal du læse og acceptere vores { $terms }.
terms-changed-title = Vores vilkår er ændret
terms-changed-text = Før du fortsætter til { $name }, skal du læse og acceptere vores nye { $terms }.
terms-version = Version { $version }
terms-accept = Accepter og fortsæt
terms-decline = Ikke nu
terms-decline-hint = Hvis du vælger ”Ikke nu”, kommer du tilbage til appen uden at blive logget ind. Din konto forbliver, som den er.

accepted-terms-title = Vilkår, du har accepteret
accepted-terms-text = Du har accepteret disse versioner af vores { $terms }.
accepted-terms-none = Du har ikke accepteret nogen vilkår her endnu.
accepted-terms-row = Version { $version }, accepteret { $date }
accepted-terms-newer = Der er en nyere version. Du bliver spurgt om den, næste gang du logger ind på en app.

consent-title = Vil du give adgang til din konto?
consent-text = { $name } beder om adgang til din konto.
consent-more-text = { $name } beder om mere adgang til din konto, end du har givet indtil nu.
consent-account = Din konto
consent-list = Det tillader du
consent-list-new = Det er nyt
consent-list-before = Det har du tilladt før
consent-goes-to = Derefter fortsætter du til { $host }
consent-take-back = Du kan til enhver tid fjerne adgangen under ”Apps” på din konto.
consent-allow = Tillad
consent-deny = Afvis
scope-offline = Forbliver forbundet, også når du er væk

applications-allowed = Tilladt { $date }, bruges ikke i øjeblikket
