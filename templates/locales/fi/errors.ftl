error-code-label = Virhe
error-id-label = Viite
error-developer-heading = Kehittäjälle
error-cause-label = Syy
error-mend-label = Ratkaisu

error-request-heading = Sovelluksessa tapahtui virhe
error-request-advice = Osoite, jonka kautta tulit, ei ole aivan oikein. Palaa sovellukseen ja yritä uudelleen. Jos se ei auta, ota yhteyttä sovelluksen tukeen ja mainitse alla oleva viite.
error-sign-out-heading = Emme voi ohjata sinua takaisin sovellukseen
error-sign-out-advice = Sovellus pyysi osoitetta, joka ei ole sen luettelossa. Voit sulkea tämän sivun.
error-expired-heading = Sivu ei ole enää voimassa
error-expired-advice = Kirjautuminen kesti liian kauan tai jatkui toisessa välilehdessä. Palaa sovellukseen ja aloita alusta.
error-form-heading = Lähetä vielä kerran
error-form-advice = Emme voineet varmistaa, että lomake tuli tältä sivulta, joten mitään ei muutettu. Aloita alusta, niin sen pitäisi toimia.
error-cookies-heading = Selaimesi ei tallenna evästeitä
error-cookies-advice = Kirjautumiseen tarvitaan tämän sivuston eväste. Salli se selaimen asetuksissa ja aloita sitten alusta.
error-not-found-heading = Täällä ei ole mitään
error-not-found-advice = Osoite voi olla väärin kirjoitettu tai vanhentunut. Palaa sovellukseen, jota haluat käyttää.
error-unreadable-heading = Emme pystyneet lukemaan tietoja
error-unreadable-advice = Selaimesi lähettämät tiedot olivat liian suuria tai vioittuneita. Palaa takaisin ja yritä uudelleen.
error-sign-up-closed-heading = Täällä ei voi luoda tiliä
error-sign-up-closed-advice = Uudet tilit luo ylläpitäjä. Ota yhteyttä sovelluksen tukeen.
error-recovery-closed-heading = Täällä ei voi vaihtaa unohtunutta salasanaa
error-recovery-closed-advice = Pyydä apua sovelluksen tuesta.
error-too-many-heading = Liian monta yritystä
error-too-many-advice = Verkostasi on aloitettu lyhyessä ajassa liian monta kirjautumista. Odota muutama minuutti ja yritä uudelleen.
error-internal-heading = Jokin meni vikaan
error-internal-advice = Vika on meissä, ei sinussa. Yritä hetken kuluttua uudelleen. Jos tämä toistuu, ilmoita meille alla oleva viite.

cause-unknown-client = Poolissa ei ole sovellusasiakasta, jonka client_id on ”{ $client }”.
mend-unknown-client = Vertaa client_id-arvoa tämän poolin sovellusasiakkaisiin. Jokaisella poolilla on oma osoitteensa: onko tämä oikea?
cause-redirect-mismatch = Osoitetta ”{ $given }” ei ole rekisteröity tämän sovellusasiakkaan redirect_uri-arvoksi.
mend-redirect-mismatch = { $count ->
    [0] Asiakkaalla ei ole vielä paluuosoitetta (callback URL). Rekisteröi se, jota sovelluksesi käyttää.
   *[other] Paluuosoitteita (callback URL) verrataan täsmällisesti, myös porttia ja lopun kauttaviivaa. Rekisteröity: { $registered }
}
cause-sign-out-mismatch = Uloskirjautumisosoitetta ”{ $given }” ei ole rekisteröity tälle sovellusasiakkaalle.
mend-sign-out-mismatch = { $count ->
    [0] Asiakkaalla ei ole vielä uloskirjautumisosoitetta. Rekisteröi se, jota sovelluksesi käyttää.
   *[other] Uloskirjautumisosoitteita verrataan täsmällisesti, myös porttia ja lopun kauttaviivaa. Rekisteröity: { $registered }
}
cause-duplicate-parameter = Parametri ”{ $name }” lähetettiin useammin kuin kerran.
mend-duplicate-parameter = Lähetä kukin parametri vain kerran (RFC 6749, luku 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Korjaa sovelluksesi muodostama pyyntö ja vertaa sitä discovery-dokumenttiin.
cause-flow-expired = Kirjautuminen, johon tämä sivu kuuluu, on vanhentunut, päättynyt tai tuntematon.
mend-flow-expired = Aloita sovelluksestasi, älä tämän sivun kirjanmerkistä.
cause-step-out-of-order = Tämä ei ole kirjautumisen seuraava vaihe.
mend-step-out-of-order = Seuraa uudelleenohjauksia osoitteesta /oauth2/authorize äläkä avaa sivuja suoraan niiden osoitteella.
cause-form-forged = Lomakkeen _csrf-arvo puuttuu tai kuuluu toiselle selaimelle, tai pyyntö tuli toiselta sivustolta.
mend-form-forged = Lomakkeet on lähetettävä sivuilta itseltään. Automaattisen asiakkaan on säilytettävä evästeet ja palautettava _csrf.
cause-cookies-missing = Kirjautumisen eväste ei palautunut.
mend-cookies-missing = Avaa sivu määrityksissä annetulla isäntänimellä. Osoitteen localhost evästettä ei lähetetä osoitteeseen 127.0.0.1.
cause-not-found = Mikään reitti ei vastaa tätä osoitetta.
mend-not-found = Kaikkien päätepisteiden osoitteet ovat discovery-dokumentissa.
cause-method-not-allowed = Osoite on olemassa, mutta ei tälle metodille.
mend-method-not-allowed = Sivut ottavat vastaan GET-pyyntöjä, lomakkeet POST-pyyntöjä.
cause-unreadable-form = Sisältö on liian suuri, sen tyyppi ei ole application/x-www-form-urlencoded tai se ei ole UTF-8-muodossa.
mend-unreadable-form = Lähetä lomakkeen tiedot UTF-8-muodossa.
cause-unknown-host = Isäntänimi ”{ $host }” ei kuulu millekään poolille.
mend-unknown-host = Käytä määritettyä julkista osoitetta tai rekisteröi isäntänimi poolin verkkotunnukseksi.
cause-sign-up-closed = Tässä poolissa vain ylläpitäjät voivat luoda tilejä.
mend-sign-up-closed = Ota itserekisteröinti käyttöön poolin asetuksissa.
cause-recovery-closed = Tilin palautus ei ole käytössä tässä poolissa.
mend-recovery-closed = Ota tilin palautus käyttöön poolin asetuksissa.
cause-too-many = Tästä verkosta on aloitettu niin monta kirjautumista kuin poolin asetus sign_ins_begun_per_prefix sallii kymmenessä minuutissa.
mend-too-many = Nosta asetuksen arvoa, jos moni käyttää samaa verkkoa, tai anna testien käyttää istuntoaan uudelleen.
cause-internal = Tarkemmat tiedot ovat palvelimen lokissa yllä olevan viitteen kohdalla.
mend-internal = Jos loki ei selvennä asiaa, ilmoita virheestä ja liitä mukaan lokirivit.

unavailable-heading = Meillä on nyt ruuhkaa
unavailable-text = Mitään ei ole kadonnut. Yritä uudelleen muutaman sekunnin kuluttua.
