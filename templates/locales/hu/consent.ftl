terms-link = felhasználási feltételeket
privacy-link = adatvédelmi szabályzat
footer-legal = Jogi információk
footer-terms = Felhasználási feltételek
footer-privacy = Adatvédelmi szabályzat

terms-by-signing-up = A fiók létrehozásával elfogadja a { $terms }.
terms-checkbox = Elfogadom a { $terms }
terms-checkbox-label = Felhasználási feltételek
terms-privacy = Azt, hogy mit teszünk az adataival, az { $privacy } írja le.
problem-terms = Fiók létrehozásához fogadja el a feltételeket.

terms-first-title = Kérjük, fogadja el a feltételeinket
terms-first-text = Mielőtt továbblép az alkalmazásba ({ $name }), kérjük, olvassa el és fogadja el a { $terms }.
terms-changed-title = Megváltoztak a feltételeink
terms-changed-text = Mielőtt továbblép az alkalmazásba ({ $name }), kérjük, olvassa el és fogadja el az új { $terms }.
terms-version = Verzió: { $version }
terms-accept = Elfogadás és folytatás
terms-decline = Most nem
terms-decline-hint = Ha a „Most nem” lehetőséget választja, bejelentkezés nélkül tér vissza az alkalmazásba. Fiókja változatlan marad.

accepted-terms-title = Elfogadott feltételek
accepted-terms-text = A { $terms } ezekben a verziókban fogadta el.
accepted-terms-none = Itt még nem fogadott el feltételeket.
accepted-terms-row = Verzió: { $version }, elfogadva: { $date }
accepted-terms-newer = Már van újabb verzió. Amikor legközelebb bejelentkezik egy alkalmazásba, megkérdezzük róla.

consent-title = Engedélyezi a hozzáférést a fiókjához?
consent-text = { $name } hozzáférést kér a fiókjához.
consent-more-text = { $name } több hozzáférést kér a fiókjához, mint amennyit eddig engedélyezett.
consent-account = Az Ön fiókja
consent-list = Ezt engedélyezi
consent-list-new = Ez új
consent-list-before = Ezt már engedélyezte
consent-goes-to = Ezután ide lép tovább: { $host }
consent-take-back = A hozzáférést bármikor megvonhatja a fiókjában, az „Alkalmazások” oldalon.
consent-allow = Engedélyezés
consent-deny = Elutasítás
scope-offline = Az Ön távollétében is kapcsolatban marad

applications-allowed = Engedélyezve: { $date }, jelenleg nem használja
