terms-link = användarvillkoren
privacy-link = integritetspolicy
footer-legal = Juridisk information
footer-terms = Användarvillkor
footer-privacy = Integritetspolicy

terms-by-signing-up = När du skapar ett konto godkänner du { $terms }.
terms-checkbox = Jag godkänner { $terms }
terms-checkbox-label = Användarvillkor
terms-privacy = I vår { $privacy } kan du läsa vad vi gör med dina uppgifter.
problem-terms = Godkänn villkoren för att skapa ett konto.

terms-first-title = Godkänn våra villkor
terms-first-text = Läs och godkänn { $terms } innan du fortsätter till { $name }.
terms-changed-title = Våra villkor har ändrats
terms-changed-text = Läs och godkänn de nya { $terms } innan du fortsätter till { $name }.
terms-version = Version { $version }
terms-accept = Godkänn och fortsätt
terms-decline = Inte nu
terms-decline-hint = Om du väljer ”Inte nu” går du tillbaka utan att bli inloggad där. Ditt konto förblir som det är.

accepted-terms-title = Villkor som du har godkänt
accepted-terms-text = Det här är de versioner av { $terms } som du har godkänt.
accepted-terms-none = Du har inte godkänt några villkor här än.
accepted-terms-row = Version { $version }, godkänd { $date }
accepted-terms-newer = Det finns en nyare version. Du får frågan om den nästa gång du loggar in på en app.

consent-title = Vill du ge åtkomst till ditt konto?
consent-text = { $name } ber om åtkomst till ditt konto.
consent-more-text = { $name } ber om mer åtkomst till ditt konto än du har tillåtit hittills.
consent-account = Ditt konto
consent-list = Det här tillåter du
consent-list-new = Det här är nytt
consent-list-before = Det här har du tillåtit tidigare
consent-goes-to = Sedan går du vidare till { $host }
consent-take-back = Du kan ta tillbaka det här när som helst under ”Appar” på ditt konto.
consent-allow = Tillåt
consent-deny = Neka
scope-offline = Behåller åtkomsten även när du är borta

applications-allowed = Tillåten { $date }, används inte just nu
