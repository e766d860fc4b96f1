passkey-sign-in = Kirjaudu pääsyavaimella
passkey-unsupported = Tämä selain ei voi käyttää pääsyavaimia täällä. Valitse toinen tapa tai avaa sivu toisessa selaimessa.
passkey-cancelled = Pääsyavaimella ei tehty mitään. Voit yrittää uudelleen.
passkey-challenge-title = Käytä pääsyavaintasi
passkey-challenge-text = Vahvista sormenjäljellä, kasvoilla, PIN-koodilla tai suojausavaimella, että se olet sinä.
passkey-challenge-button = Käytä pääsyavainta
passkey-no-script = Pääsyavaimet tarvitsevat JavaScriptin, joka on tässä selaimessa pois päältä. Ota se käyttöön tai valitse toinen tapa.
factor-passkey = Pääsyavaimella

passkey-add-title = Lisää pääsyavain
passkey-add-text = Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla, PIN-koodilla tai suojausavaimella, ilman salasanaa.
passkey-add-button = Lisää pääsyavain
passkey-add-later = Ei nyt
passkey-add-there = Tällä laitteella on jo pääsyavain tilillesi.
passkey-add-full = Sinulla on { $most } pääsyavainta, eikä niitä voi olla enempää. Poista ensin sellainen, jota et enää käytä.

passkeys-title = Pääsyavaimet
passkeys-hint = Sormenjäljellä, kasvoilla tai PIN-koodilla salasanan sijaan
passkeys-text = Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla, PIN-koodilla tai suojausavaimella.
passkeys-none = Sinulla ei ole vielä pääsyavaimia.
passkeys-unnamed = Pääsyavain
passkeys-added = Lisätty { $date }
passkeys-added-used = Lisätty { $date }, viimeksi käytetty { $used }
passkeys-synced = Useilla laitteilla
passkeys-one-device = Vain yhdellä laitteella
passkeys-other-domain = Luotu osoitteelle { $domain }, joten se ei toimi täällä.
passkeys-name-label = Nimi
passkeys-rename = Nimeä uudelleen
passkeys-rename-named = Nimeä uudelleen: { $name }
passkeys-remove = Poista
passkeys-remove-named = Poista: { $name }
passkeys-details = Hallitse
passkeys-details-named = Hallitse: { $name }
passkeys-was-added = Pääsyavain on lisätty.
passkeys-was-renamed = Uusi nimi on tallennettu.
passkeys-was-removed = Pääsyavain on poistettu. Voit poistaa sen myös laitteesta tai salasanojen hallinnasta, johon se on tallennettu.
passkeys-not-there = Pääsyavain ei enää kuulu tiliisi, joten mitään ei muutettu.
passkeys-stays-only-way = Tämä pääsyavain on ainoa tapasi kirjautua, joten sitä ei voi poistaa. Lisää ensin toinen pääsyavain tai luo salasana: valitse kirjautumissivulla ”Unohditko salasanasi?”.
passkeys-stays-second = Kirjautumiseen tarvitaan täällä toinen vaihe, eikä sinulla ole muuta kuin tämä pääsyavain, joten sitä ei voi poistaa. Lisää ensin toinen pääsyavain.

problem-passkey-refused = Tätä pääsyavainta ei voitu käyttää. Yritä uudelleen tai kirjaudu toisella tavalla.
problem-passkey-unknown = Tämä pääsyavain ei enää kuulu millekään tilille täällä. Kirjaudu toisella tavalla.
problem-passkey-expired = Tämä kesti liian kauan. Yritä uudelleen.
problem-passkey-copied = Tämä pääsyavain hylättiin, koska siitä saattaa olla kopio. Kirjaudu toisella tavalla ja poista se tililtäsi.

message-passkey-added-subject = { $pool }: tilillesi on lisätty pääsyavain
message-passkey-added-body =
    Hei!

    Tilillesi palvelussa { $pool } lisättiin juuri pääsyavain. Sillä voi kirjautua sisään.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, joku muu on kirjautunut tilillesi: poista pääsyavain, vaihda salasanasi ja pyydä apua palvelun tuesta.
message-passkey-added-sms = { $pool }: tilillesi lisättiin juuri pääsyavain. Jos et tehnyt sitä itse, poista se ja vaihda salasanasi heti.
message-passkey-removed-subject = { $pool }: tililtäsi on poistettu pääsyavain
message-passkey-removed-body =
    Hei!

    Tililtäsi palvelussa { $pool } poistettiin juuri pääsyavain. Muut kirjautumistapasi toimivat ennallaan.

    Jos teit sen itse, sinun ei tarvitse tehdä mitään. Jos et, joku muu on kirjautunut tilillesi: vaihda salasanasi ja pyydä apua palvelun tuesta.
message-passkey-removed-sms = { $pool }: tililtäsi poistettiin juuri pääsyavain. Jos et tehnyt sitä itse, vaihda salasanasi heti.
message-passkey-copied-subject = { $pool }: pääsyavain hylättiin
message-passkey-copied-body =
    Hei!

    Joku yritti kirjautua tilillesi palvelussa { $pool } yhdellä pääsyavaimistasi, ja hylkäsimme sen, koska pääsyavain näytti kopiolta.

    Kirjaudu toisella tavalla, poista tämä pääsyavain tililtäsi ja lisää uusi. Jos et tiedä, mitä tapahtui, pyydä apua palvelun tuesta.
message-passkey-copied-sms = { $pool }: pääsyavain hylättiin, koska se saattaa olla kopio. Kirjaudu toisella tavalla ja poista se.
