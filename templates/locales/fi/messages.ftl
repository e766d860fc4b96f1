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

message-invitation-subject = { $pool }: tilisi
message-invitation-body =
    Hei!

    Sinulle on luotu tili palveluun { $pool }. Käyttäjätunnuksesi on {"{username}"}, ja tämä on väliaikainen salasanasi:

    {"{####}"}

    Valitset oman salasanan, kun kirjaudut sisään.
message-invitation-sms = { $pool }: käyttäjätunnuksesi on {"{username}"}, väliaikainen salasanasi {"{####}"}
