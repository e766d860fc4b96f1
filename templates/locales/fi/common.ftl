title-problem = Ongelma:
continue-to = jatkaaksesi palveluun { $name }
or = tai
optional = valinnainen
choice-yes = Kyllä
choice-no = Ei
continue = Jatka
next = Seuraava
try-again = Yritä uudelleen
use-another-account = Käytä toista tiliä
back-to-sign-in = Takaisin kirjautumiseen
choose-another-method = Valitse toinen tapa
password-label = Salasana
password-show = Näytä salasana
password-hide = Piilota salasana
password-rules = Salasanan vaatimukset
rule-satisfied = täyttyy:
rule-missing = ei vielä täyty:
code-label = Koodi
code-sent-email = Lähetimme koodin sähköpostilla osoitteeseen
code-sent-sms = Lähetimme koodin tekstiviestillä numeroon
resend-question = Eikö koodi tullut?
resend-button = Lähetä uusi koodi
check-fields = { $count ->
    [one] Yksi kohta on korjattava
   *[other] { $count } kohtaa on korjattava
}
development-ribbon = Kehityspalvelin
development-mailbox = Postilaatikko
development-playground = Kokeilualue
development-providers = Kirjautumispalvelut

identifier-username = Käyttäjätunnus
identifier-email = Sähköpostiosoite
identifier-phone = Puhelinnumero
identifier-email-or-phone = Sähköpostiosoite tai puhelinnumero
identifier-username-or-email = Käyttäjätunnus tai sähköpostiosoite
identifier-username-or-phone = Käyttäjätunnus tai puhelinnumero
identifier-any = Käyttäjätunnus, sähköpostiosoite tai puhelinnumero
hint-phone = Anna myös maatunnus, esimerkiksi +49 30 1234567

rule-minimum-length = { $length ->
    [one] vähintään yksi merkki
   *[other] vähintään { $length } merkkiä
}
rule-lowercase = pieni kirjain
rule-uppercase = iso kirjain
rule-number = numero
rule-symbol = erikoismerkki, esimerkiksi ! tai #
rule-no-edge-space = ei välilyöntiä alussa eikä lopussa

notice-password-changed = Salasanasi on vaihdettu. Kirjaudu uudella salasanalla.
notice-account-confirmed = Tilisi on vahvistettu. Voit nyt kirjautua sisään.
notice-session-expired = Sivu oli auki liian pitkään, joten aloitimme alusta. Kirjaudu sisään.
notice-sign-in-again = Jatka kirjautumalla uudelleen.
notice-code-sent = Lähetimme uuden koodin. Vain uusin koodi toimii.
notice-signed-out = Olet kirjautunut ulos tässä selaimessa.
