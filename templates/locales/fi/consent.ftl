terms-link = käyttöehdot
privacy-link = tietosuojakäytäntö
footer-legal = Oikeudelliset tiedot
footer-terms = Käyttöehdot
footer-privacy = Tietosuojakäytäntö

terms-by-signing-up = Luomalla tilin hyväksyt { $terms }.
terms-checkbox = Hyväksyn { $terms }
terms-checkbox-label = Käyttöehdot
terms-privacy = Tietojesi käsittelystä kertoo { $privacy }.
problem-terms = Jos haluat luoda tilin, hyväksy ehdot.

terms-first-title = Hyväksy ehtomme
terms-first-text = Ennen kuin jatkat palveluun { $name }, lue ja hyväksy { $terms }.
terms-changed-title = Ehtomme ovat muuttuneet
terms-changed-text = Ennen kuin jatkat palveluun { $name }, lue ja hyväksy uudet { $terms }.
terms-version = Versio { $version }
terms-accept = Hyväksy ja jatka
terms-decline = Ei nyt
terms-decline-hint = Jos valitset ”Ei nyt”, palaat sovellukseen kirjautumatta sisään. Tilisi pysyy ennallaan.

accepted-terms-title = Hyväksymäsi ehdot
accepted-terms-text = Olet hyväksynyt { $terms } seuraavina versioina.
accepted-terms-none = Et ole vielä hyväksynyt ehtoja täällä.
accepted-terms-row = Versio { $version }, hyväksytty { $date }
accepted-terms-newer = Ehdoista on uudempi versio. Kysymme siitä, kun seuraavan kerran kirjaudut sovellukseen.

consent-title = Sallitaanko pääsy tiliisi?
consent-text = { $name } pyytää pääsyä tiliisi.
consent-more-text = { $name } pyytää tiliisi laajempaa pääsyä kuin olet tähän mennessä sallinut.
consent-account = Tilisi
consent-list = Tämän sallit
consent-list-new = Tämä on uutta
consent-list-before = Tämän olet jo sallinut
consent-goes-to = Sen jälkeen jatkat osoitteeseen { $host }
consent-take-back = Voit poistaa pääsyn milloin tahansa tilisi kohdassa ”Sovellukset”.
consent-allow = Salli
consent-deny = Älä salli
scope-offline = Pysyy yhdistettynä, kun olet poissa

applications-allowed = Sallittu { $date }, ei nyt käytössä
