problem-incorrect-credentials = Väärä käyttäjätunnus tai salasana.
problem-other-account = Tämä on toinen tili. Viimeistele linkitys kirjautumalla tässä mainitulle tilille tai aloita alusta.
problem-locked-seconds = { $seconds ->
    [one] Liian monta epäonnistunutta yritystä. Yritä uudelleen sekunnin kuluttua.
   *[other] Liian monta epäonnistunutta yritystä. Yritä uudelleen { $seconds } sekunnin kuluttua.
}
problem-locked-minutes = { $minutes ->
    [one] Liian monta epäonnistunutta yritystä. Yritä uudelleen minuutin kuluttua tai vaihda unohtunut salasana.
   *[other] Liian monta epäonnistunutta yritystä. Yritä uudelleen { $minutes } minuutin kuluttua tai vaihda unohtunut salasana.
}
problem-too-many-requests = Liian monta yritystä lyhyessä ajassa. Odota hetki ja yritä uudelleen.
problem-busy = Meillä on nyt ruuhkaa. Yritä hetken kuluttua uudelleen.
problem-form-expired = Sivu oli auki liian pitkään. Yritä vielä kerran.
problem-password-reset-required = Salasanasi on vaihdettava, ennen kuin voit kirjautua. Valitse ”Unohditko salasanasi?”.
problem-temporary-password-expired = Väliaikainen salasanasi on vanhentunut. Pyydä ylläpitäjältä uusi.
problem-recovery-impossible = Emme voi vaihtaa tämän tilin salasanaa. Pyydä apua palvelun tuesta.
problem-message-not-sent = Viestin lähettäminen ei onnistunut. Yritä hetken kuluttua uudelleen.
problem-method-unavailable = Tämä kirjautumistapa ei ole juuri nyt käytettävissä. Valitse toinen.
problem-provider-try-again = Kirjautuminen palvelussa ei onnistunut tällä kertaa. Yritä uudelleen.
problem-refused = { $reason }
problem-required = Täytä tämä kenttä.
problem-invalid-email = Anna täydellinen sähköpostiosoite, esimerkiksi name@example.com.
problem-invalid-phone = Anna puhelinnumero maatunnuksineen, esimerkiksi +49 30 1234567.
problem-invalid-username = Käyttäjätunnuksessa on jotain, mikä ei ole sallittua. Kirjaimet, numerot ja useimmat erikoismerkit käyvät, mutta välilyönnit eivät.
problem-invalid-date = Anna päivämäärä muodossa vuosi, kuukausi ja päivä, esimerkiksi 1990-12-31.
problem-invalid-url = Anna täydellinen verkko-osoite, jonka alussa on https://.
problem-invalid-number = Anna kokonaisluku.
problem-invalid-value = Tämä ei kelpaa tähän. Tarkista antamasi tieto.
problem-too-short = { $minimum ->
    [one] Kirjoita vähintään yksi merkki.
   *[other] Kirjoita vähintään { $minimum } merkkiä.
}
problem-too-long = Tämä on liian pitkä. Merkkejä saa olla enintään { $maximum }.
problem-username-taken = Käyttäjätunnus on jo käytössä. Valitse toinen.
problem-address-taken = Osoite on jo käytössä toisella tilillä. Kirjaudu sille tilille.
problem-password-policy = Salasana ei täytä kaikkia vaatimuksia.
problem-password-reused = Olet käyttänyt tätä salasanaa aiemmin. Valitse uusi.
problem-password-compromised = Salasana on paljastunut tietovuodossa, eikä se ole enää turvallinen. Valitse toinen.
problem-code-mismatch = Koodi ei ole oikein. Tarkista se tai pyydä uusi.
problem-code-expired = Koodi on vanhentunut tai jo käytetty. Pyydä uusi.
problem-code-attempts-spent = Liian monta väärää koodia. Pyydä uusi.
problem-authenticator-mismatch = Koodi ei ole oikein. Anna koodi, joka sovelluksessa näkyy juuri nyt.
problem-code-reused = Koodi on jo käytetty. Odota, kunnes sovelluksessa näkyy seuraava.
