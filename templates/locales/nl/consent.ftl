terms-link = gebruiksvoorwaarden
privacy-link = privacybeleid
footer-legal = Juridische informatie
footer-terms = Gebruiksvoorwaarden
footer-privacy = Privacybeleid

terms-by-signing-up = Door een account aan te maken, accepteer je onze { $terms }.
terms-checkbox = Ik accepteer de { $terms }
terms-checkbox-label = Gebruiksvoorwaarden
terms-privacy = In ons { $privacy } lees je wat we met je gegevens doen.
problem-terms = Accepteer de voorwaarden om een account aan te maken.

terms-first-title = Accepteer onze voorwaarden
terms-first-text = Lees en accepteer onze { $terms } voordat je doorgaat naar { $name }.
terms-changed-title = Onze voorwaarden zijn gewijzigd
terms-changed-text = Lees en accepteer onze nieuwe { $terms } voordat je doorgaat naar { $name }.
terms-version = Versie { $version }
terms-accept = Accepteren en doorgaan
terms-decline = Niet nu
terms-decline-hint = Kies je ‘Niet nu’, dan ga je terug zonder dat je daar wordt ingelogd. Je account blijft zoals het is.

accepted-terms-title = Voorwaarden die je hebt geaccepteerd
accepted-terms-text = Dit zijn de versies van onze { $terms } die je hebt geaccepteerd.
accepted-terms-none = Je hebt hier nog geen voorwaarden geaccepteerd.
accepted-terms-row = Versie { $version }, geaccepteerd op { $date }
accepted-terms-newer = Er is een nieuwere versie. We vragen je ernaar als je de volgende keer bij een applicatie inlogt.

consent-title = Toegang tot je account toestaan?
consent-text = { $name } vraagt om toegang tot je account.
consent-more-text = { $name } vraagt om meer toegang tot je account dan je tot nu toe hebt toegestaan.
consent-account = Je account
consent-list = Dit sta je toe
consent-list-new = Dit is nieuw
consent-list-before = Dit heb je al eerder toegestaan
consent-goes-to = Daarna ga je verder naar { $host }
consent-take-back = Je kunt dit altijd weer intrekken bij ‘Applicaties’ in je account.
consent-allow = Toestaan
consent-deny = Weigeren
scope-offline = Blijft verbonden als je er niet bent

applications-allowed = Toegestaan op { $date }, op dit moment niet in gebruik
