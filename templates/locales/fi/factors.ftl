set-up-select-title = Lisää toinen vaihe
set-up-subtitle = Toinen vaihe suojaa tiliäsi, vaikka joku saisi salasanasi selville.
set-up-totp-title = Ota todennussovellus käyttöön
set-up-totp-install = Avaa todennussovellus puhelimessasi. Jos sinulla ei ole sellaista, asenna ensin sovellus.
set-up-totp-scan = Skannaa tämä kuva sovelluksella.
set-up-totp-picture = QR-koodi, jossa on avain todennussovellukseesi. Avain on alla myös tekstinä.
set-up-totp-open = Avaa tämän laitteen sovelluksessa
set-up-totp-type-summary = Etkö voi skannata kuvaa?
set-up-totp-type = Kirjoita tämä avain sovellukseen. Isoilla ja pienillä kirjaimilla tai välilyönneillä ei ole väliä.
set-up-totp-copy = Kopioi avain
set-up-totp-confirm = Anna kuusinumeroinen koodi, joka sovelluksessa näkyy juuri nyt.
set-up-device-name = Laitteen nimi
set-up-device-hint = Auttaa erottamaan laitteesi toisistaan, esimerkiksi ”oma puhelin”.
set-up-number-title = Lisää puhelimesi
set-up-number-text = Lähetämme koodin tekstiviestillä tähän numeroon nyt ja aina, kun kirjaudut sisään.
copied = Kopioitu

challenge-totp-device = Laitteesi:
remember-browser = { $days ->
    [one] Älä kysy tässä selaimessa yhteen päivään
   *[other] Älä kysy tässä selaimessa { $days } päivään
}

recovery-use = Käytä palautuskoodia
recovery-back = Takaisin tavalliseen koodiin
recovery-code-label = Palautuskoodi
recovery-challenge-title = Käytä palautuskoodia
recovery-challenge-text = Anna jokin koodeista, jotka otit talteen, kun otit toisen vaiheen käyttöön. Jokainen toimii kerran.
recovery-codes-title = Ota palautuskoodit talteen
recovery-codes-subtitle = Sen päivän varalle, kun toinen vaihe ei ole käsillä.
recovery-codes-text = Jokaisella koodilla voi kirjautua kerran. Säilytä koodit paikassa, josta vain sinä löydät ne. Ne näytetään vain tämän kerran.
recovery-codes-copy = Kopioi
recovery-codes-print = Tulosta
recovery-codes-download = Lataa
recovery-codes-kept = Koodit ovat tallessa
recovery-used-title = Käytit palautuskoodin
recovery-used-left = { $count ->
    [0] Sinulla ei ole enää palautuskoodeja.
    [one] Sinulla on jäljellä yksi palautuskoodi.
   *[other] Sinulla on jäljellä { $count } palautuskoodia.
}
recovery-used-text = Yliviivaa koodi, se ei toimi enää uudelleen.
recovery-used-few = Hanki pian uudet koodit, jotta pääset tilillesi, vaikka menettäisit toisen vaiheen.
problem-recovery-code-mismatch = Koodi ei ole oikein tai se on jo käytetty. Tarkista se tai kokeile toista.

factors-title = Toinen vaihe
factors-hint = Mitä salasanan jälkeen kysytään
factors-required = Täällä jokainen tarvitsee sellaisen.
factors-app = Todennussovellus
factors-email = Koodit sähköpostitse
factors-sms = Koodit tekstiviestitse
factors-on = Käytössä
factors-first = Kysytään ensin
factors-no-email = Jos haluat käyttää tätä, vahvista ensin sähköpostiosoite.
factors-no-phone = Jos haluat käyttää tätä, vahvista ensin puhelinnumero.
factors-ends-recovery = Kun tämä on käytössä, sen avulla ei voi vaihtaa unohtunutta salasanaa.
factors-set-up = Ota käyttöön
factors-replace = Määritä uudelleen
factors-remove = Poista
factors-turn-on = Ota käyttöön
factors-turn-off = Poista käytöstä
factors-ask-first = Kysy tätä ensin
factors-app-replaces = Uusi sovellus korvaa nykyisen.
factors-stays = Kirjautumiseen tarvitaan täällä toinen vaihe, eikä sinulla ole muuta kuin tämä, joten sitä ei voi poistaa. Ota ensin käyttöön jokin muu.
factors-app-added = Todennussovellus on otettu käyttöön.
factors-turned-on = Se on otettu käyttöön. Sitä kysytään, kun seuraavan kerran kirjaudut.
factors-turned-off = Se on poistettu käytöstä. Sitä ei enää kysytä.
factors-put-first = Tästä lähtien sitä kysytään ensin.
factors-unchanged = Mitään ei muutettu. Tässä näet nykyisen tilanteen.
factors-recovery = Palautuskoodit
factors-recovery-text = Sen päivän varalle, kun toinen vaihe ei ole käsillä. Jokainen koodi toimii kerran.
factors-new-codes = Luo uudet koodit
factors-new-codes-hint = Vanhat koodit lakkaavat heti toimimasta.
factors-browsers = Muistetut selaimet
factors-browsers-text = Näissä selaimissa toista vaihetta ei kysytä.
factors-browser-times = Muistettu { $since }, voimassa { $until } asti
factors-forget = Unohda
factors-forget-all = Unohda kaikki selaimet
factors-browsers-forgotten = Siellä kysytään taas toista vaihetta.
account-state-off = Ei käytössä
