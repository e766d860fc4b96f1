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
set-up-device-name = Tämän laitteen nimi
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
recovery-back = Takaisin toiseen koodiin
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
