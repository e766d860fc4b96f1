error-code-label = Hiba
error-id-label = Azonosító
error-developer-heading = Fejlesztőknek
error-cause-label = Ok
error-mend-label = Teendő

error-request-heading = Hiba az alkalmazásban
error-request-advice = A cím, amelyről ideérkezett, nem megfelelő. Térjen vissza az alkalmazáshoz, és próbálja újra. Ha ez nem segít, jelezze a készítőinek, és adja meg az alábbi azonosítót.
error-sign-out-heading = Nem tudjuk visszairányítani az alkalmazásba
error-sign-out-advice = Az alkalmazás olyan címet kért, amely nem szerepel a listáján. Ezt az oldalt bezárhatja.
error-expired-heading = Ez az oldal már nem érvényes
error-expired-advice = A bejelentkezés túl sokáig tartott, vagy egy másik lapon folytatódott. Térjen vissza az alkalmazáshoz, és kezdje újra.
error-form-heading = Kérjük, küldje el még egyszer
error-form-advice = Nem tudtunk meggyőződni arról, hogy az űrlap erről az oldalról érkezett, ezért semmi sem változott. Kezdje újra, és működnie kell.
error-cookies-heading = Böngészője nem tárolja a cookie-kat
error-cookies-advice = A bejelentkezéshez szükség van a webhely cookie-jára. Engedélyezze a böngésző beállításaiban, majd kezdje újra.
error-not-found-heading = Itt nincs semmi
error-not-found-advice = Lehet, hogy a cím hibás vagy elavult. Térjen vissza ahhoz az alkalmazáshoz, amelyet használni szeretne.
error-unreadable-heading = Nem sikerült beolvasni az adatokat
error-unreadable-advice = A böngésző túl nagy vagy sérült adatot küldött. Lépjen vissza, és próbálja újra.
error-sign-up-closed-heading = Itt nem lehet regisztrálni
error-sign-up-closed-advice = Új fiókot csak rendszergazda hozhat létre. Forduljon az alkalmazás ügyfélszolgálatához.
error-recovery-closed-heading = Itt nem lehet új jelszót kérni
error-recovery-closed-advice = Forduljon az alkalmazás ügyfélszolgálatához.
error-too-many-heading = Túl sok próbálkozás
error-too-many-advice = Az Ön hálózatáról rövid idő alatt túl sok bejelentkezést indítottak. Várjon néhány percet, és próbálja újra.
error-internal-heading = Hiba történt
error-internal-advice = A hiba nálunk van, nem Önnél. Próbálja újra egy kis idő múlva. Ha ismét előfordul, jelezze nekünk az alábbi azonosítóval.

cause-unknown-client = Ebben a poolban nincs „{ $client }” client_id értékű alkalmazáskliens.
mend-unknown-client = Hasonlítsa össze a client_id értéket a pool alkalmazásklienseivel. Minden poolnak saját címe van: biztosan ez a megfelelő?
cause-redirect-mismatch = Ehhez az alkalmazásklienshez nincs regisztrálva ez a redirect_uri: „{ $given }”.
mend-redirect-mismatch = { $count ->
    [0] A kliensnek még nincs callback URL-je. Regisztrálja azt, amelyet az alkalmazása használ.
   *[other] A callback URL-eknek pontosan egyezniük kell, a portot és a záró perjelet is beleértve. Regisztrálva: { $registered }
}
cause-sign-out-mismatch = Ehhez az alkalmazásklienshez nincs regisztrálva ez a kijelentkezési cím: „{ $given }”.
mend-sign-out-mismatch = { $count ->
    [0] A kliensnek még nincs kijelentkezési URL-je. Regisztrálja azt, amelyet az alkalmazása használ.
   *[other] A kijelentkezési URL-eknek pontosan egyezniük kell, a portot és a záró perjelet is beleértve. Regisztrálva: { $registered }
}
cause-duplicate-parameter = Többször szerepelt ez a paraméter: „{ $name }”.
mend-duplicate-parameter = Minden paramétert csak egyszer küldjön el (RFC 6749, 3.1. szakasz).
cause-invalid-request = { $detail }
mend-invalid-request = Javítsa az alkalmazás által összeállított kérést, és vesse össze a discovery dokumentummal.
cause-flow-expired = A bejelentkezés, amelyhez ez az oldal tartozik, lejárt, befejeződött vagy ismeretlen.
mend-flow-expired = Az alkalmazásból induljon, ne az oldal könyvjelzőjéből.
cause-step-out-of-order = Most nem ez a lépés következik a bejelentkezésben.
mend-step-out-of-order = Kövesse az átirányításokat a /oauth2/authorize címtől, és ne nyisson meg oldalakat közvetlenül a címük alapján.
cause-form-forged = Az űrlap _csrf értéke hiányzik vagy másik böngészőé, esetleg a kérés másik webhelyről érkezett.
mend-form-forged = Az űrlapokat maguknak az oldalaknak kell elküldeniük. Az automatizált kliensnek meg kell őriznie a cookie-kat, és vissza kell küldenie a _csrf értéket.
cause-cookies-missing = A bejelentkezés cookie-ja nem érkezett vissza.
mend-cookies-missing = A konfigurációban megadott gazdanéven nyissa meg az oldalt. A localhost cookie-ját a böngésző nem küldi el a 127.0.0.1 címre.
cause-not-found = Ehhez a címhez nem tartozik útvonal.
mend-not-found = Az összes végpont címe megtalálható a discovery dokumentumban.
cause-method-not-allowed = A cím létezik, de nem ezzel a metódussal.
mend-method-not-allowed = Az oldalak GET, az űrlapok POST kérést fogadnak.
cause-unreadable-form = A kérés törzse túl nagy, nem application/x-www-form-urlencoded, vagy nem UTF-8.
mend-unreadable-form = Az űrlap törzsét UTF-8 kódolással küldje.
cause-unknown-host = Egyik poolhoz sem tartozik ez a gazdanév: „{ $host }”.
mend-unknown-host = Használja a beállított nyilvános címet, vagy regisztrálja a gazdanevet a pool tartományaként.
cause-sign-up-closed = A pool csak rendszergazda által létrehozott fiókokat engedélyez.
mend-sign-up-closed = Kapcsolja be az önálló regisztrációt a pool beállításaiban.
cause-recovery-closed = A poolban ki van kapcsolva a fiók-helyreállítás.
mend-recovery-closed = Kapcsolja be a fiók-helyreállítást a pool beállításaiban.
cause-too-many = Erről a hálózatról már annyi bejelentkezést indítottak, amennyit a pool sign_ins_begun_per_prefix beállítása tíz perc alatt enged.
mend-too-many = Növelje az értéket, ha sokan használják ezt a hálózatot, a tesztekben pedig használja újra a munkamenetet.
cause-internal = A részletek a szerver naplójában, a fenti azonosítónál találhatók.
mend-internal = Ha a napló nem ad magyarázatot, jelentse a hibát a napló soraival együtt.

unavailable-heading = Most nagyon sok a látogatónk
unavailable-text = Semmi sem veszett el. Próbálja újra néhány másodperc múlva.
