message-verification-subject = { $pool }: vahvistuskoodisi
message-verification-body =
    Hei!

    Tällä koodilla vahvistat tilisi palvelussa { $pool }:

    {"{####}"}

    Jos et pyytänyt koodia, voit jättää tämän viestin huomiotta.
message-verification-sms = { $pool }: vahvistuskoodisi on {"{####}"}

message-link-subject = { $pool }: vahvista tilisi
message-link-body =
    Hei!

    Tällä linkillä vahvistat tilisi palvelussa { $pool }:

    {"{##Vahvista tilini##}"}

    Jos et pyytänyt linkkiä, voit jättää tämän viestin huomiotta.

message-sign-in-subject = { $pool }: kirjautumiskoodisi
message-sign-in-body =
    Hei!

    Tällä koodilla kirjaudut palveluun { $pool }:

    {"{####}"}

    Älä koskaan anna koodia muille. Kukaan palvelun { $pool } työntekijä ei pyydä sitä sinulta. Jos et ole juuri nyt kirjautumassa, joku muu saattaa yrittää sitä.
message-sign-in-sms = { $pool }: kirjautumiskoodisi on {"{####}"}. Älä koskaan anna sitä muille.

message-reset-subject = { $pool }: koodi salasanan vaihtamiseen
message-reset-body =
    Hei!

    Tällä koodilla vaihdat tilisi salasanan palvelussa { $pool }:

    {"{####}"}

    Jos et pyytänyt koodia, voit jättää tämän viestin huomiotta. Salasanasi pysyy ennallaan.
message-reset-sms = { $pool }: koodisi salasanan vaihtamiseen on {"{####}"}

message-existing-account-subject = { $pool }: sinulla on jo tili
message-existing-account-body =
    Hei!

    Joku, luultavasti sinä, yritti juuri luoda tällä osoitteella tilin palveluun { $pool }. Sinulla on jo tili, joten mitään ei muutettu.

    Kirjaudu sille tavalliseen tapaan. Jos et muista salasanaa, valitse kirjautumissivulla ”Unohditko salasanasi?”.

    Jos se et ollut sinä, voit jättää tämän viestin huomiotta.
message-existing-account-sms = { $pool }: sinulla on jo tili tällä numerolla. Kirjaudu tavalliseen tapaan tai vaihda unohtunut salasana.

message-password-changed-subject = { $pool }: salasanasi on vaihdettu
message-password-changed-body =
    Hei!

    Tilisi salasana palvelussa { $pool } vaihdettiin juuri, ja muut selaimet kirjattiin ulos.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, vaihda salasanasi heti kirjautumissivulla.
message-password-changed-sms = { $pool }: salasanasi vaihdettiin juuri. Jos et tehnyt sitä itse, vaihda se heti.

message-provider-unlinked-subject = { $pool }: kirjautumistapa { $provider } on poistettu tililtäsi
message-provider-unlinked-body =
    Hei!

    Kirjautumistapa { $provider } poistettiin juuri tililtäsi palvelussa { $pool }. Muut kirjautumistapasi toimivat ennallaan.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, joku muu on kirjautunut tilillesi: vaihda salasanasi ja pyydä apua palvelun tuesta.
message-provider-unlinked-sms = { $pool }: kirjautumistapa { $provider } poistettiin juuri. Jos et tehnyt sitä itse, vaihda salasanasi heti.

message-recovery-code-used-subject = { $pool }: palautuskoodi on käytetty
message-recovery-code-used-body =
    Hei!

    Yhtä tilisi palautuskoodeista palvelussa { $pool } käytettiin juuri kirjautumiseen. Jokainen koodi toimii kerran, joten yliviivaa se.

    Jos teit sen itse, sinun ei tarvitse tehdä muuta. Jos et, joku muu tietää salasanasi ja koodisi: vaihda salasanasi heti kirjautumissivulla ja hanki uudet palautuskoodit.
message-recovery-code-used-sms = { $pool }: palautuskoodia käytettiin juuri. Jos et tehnyt sitä itse, vaihda salasanasi heti.

message-factors-changed-subject = { $pool }: kirjautumisen toinen vaihe on muuttunut
message-factors-changed-body =
    Hei!

    Tiliäsi palvelussa { $pool } suojaava toinen vaihe muutettiin juuri.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, joku muu tietää salasanasi: vaihda se heti kirjautumissivulla ja pyydä apua palvelun tuesta.
message-factors-changed-sms = { $pool }: kirjautumisen toinen vaihe muutettiin juuri. Jos et tehnyt sitä itse, vaihda salasanasi heti.

message-invitation-subject = { $pool }: tilisi
message-invitation-body =
    Hei!

    Sinulle on luotu tili palveluun { $pool }. Käyttäjätunnuksesi on {"{username}"}, ja tämä on väliaikainen salasanasi:

    {"{####}"}

    Valitset oman salasanan, kun kirjaudut sisään.
message-invitation-sms = { $pool }: käyttäjätunnuksesi on {"{username}"}, väliaikainen salasanasi {"{####}"}

message-address-code-subject = { $pool }: vahvistuskoodisi
message-address-code-body =
    Hei!

    Tällä koodilla otat tämän osoitteen käyttöön tilillesi palvelussa { $pool }:

    {"{####}"}

    Anna koodi sivulla, jolla pyysit sitä. Jos et pyytänyt koodia, voit jättää tämän viestin huomiotta: mikään ei muutu.
message-address-code-sms = { $pool }: {"{####}"} on koodi, jolla otat tämän numeron käyttöön tilillesi

message-address-in-use-subject = { $pool }: tililläsi on jo tämä osoite
message-address-in-use-body =
    Hei!

    Joku, ehkä sinä, halusi käyttää tätä osoitetta toisella tilillä palvelussa { $pool }. Osoite kuuluu sinun tilillesi, joten mitään ei muutettu.

    Jos se olit sinä, kirjaudu tilille, jolla tämä osoite on. Jos se et ollut sinä, voit jättää tämän viestin huomiotta.
message-address-in-use-sms = { $pool }: joku halusi käyttää tätä numeroa toisella tilillä. Se kuuluu sinun tilillesi, joten mitään ei muutettu.

message-address-changed-subject = { $pool }: tilisi osoite on vaihdettu
message-address-changed-body =
    Hei!

    Tililläsi palvelussa { $pool } on tästä lähtien toinen osoite. Viestejä ei enää lähetetä tänne.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, peru muutos heti:

    {"{##Peru muutos##}"}

    Tämä osoite palautetaan, kaikki kirjataan ulos, ja valitset uuden salasanan.
message-address-changed-sms = { $pool }: numerosi on vaihdettu. Etkö tehnyt sitä itse? {"{##Peru##}"}

message-address-changed-for-good-subject = { $pool }: tilisi osoite on vaihdettu
message-address-changed-for-good-body =
    Hei!

    Tililläsi palvelussa { $pool } on tästä lähtien toinen osoite. Viestejä ei enää lähetetä tänne.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, pyydä apua palvelun tuesta.
message-address-changed-for-good-sms = { $pool }: tilisi numero on vaihdettu. Jos et tehnyt sitä itse, pyydä apua palvelun tuesta.

message-address-restored-subject = { $pool }: osoitteen muutos on peruttu
message-address-restored-body =
    Hei!

    Tilin osoitteen muutos palvelussa { $pool } peruttiin viestissämme olleella linkillä. Tilillä on taas aiempi osoite, ja kaikki on kirjattu ulos.

    Jos tili on sinun, vaihda salasana, kun kirjaudut sisään, ja tarkista tilin asetukset.
message-address-restored-sms = { $pool }: numerosi muutos on peruttu, ja kaikki on kirjattu ulos.

message-account-deleted-subject = { $pool }: tilisi on poistettu
message-account-deleted-body =
    Hei!

    Tilisi palvelussa { $pool } ja kaikki siihen kuuluva poistettiin juuri toiveesi mukaan.

    Jos se et ollut sinä, pyydä apua palvelun tuesta.
message-account-deleted-sms = { $pool }: tilisi poistettiin juuri toiveesi mukaan.
