set-up-select-title = Második lépés hozzáadása
set-up-subtitle = A második lépés akkor is védi a fiókját, ha valaki megtudja a jelszavát.
set-up-totp-title = Hitelesítő alkalmazás beállítása
set-up-totp-install = Nyisson meg egy hitelesítő alkalmazást a telefonján. Ha még nincs ilyen, előbb telepítsen egyet.
set-up-totp-scan = Olvassa be ezt a képet az alkalmazással.
set-up-totp-picture = QR-kód a hitelesítő alkalmazás kulcsával. A kulcs alább szövegként is megtalálható.
set-up-totp-open = Megnyitás alkalmazásban ezen az eszközön
set-up-totp-type-summary = Nem tudja beolvasni?
set-up-totp-type = Írja be ezt a kulcsot az alkalmazásba. A kis- és nagybetűk között nincs különbség, és a szóközök sem számítanak.
set-up-totp-copy = Kulcs másolása
set-up-totp-confirm = Írja be azt a hat számjegyet, amelyet az alkalmazás most mutat.
set-up-device-name = Az eszköz neve
set-up-device-hint = Segít megkülönböztetni az eszközeit, például: „telefonom”.
set-up-number-title = Telefon hozzáadása
set-up-number-text = Most és minden bejelentkezéskor SMS-ben küldünk egy kódot erre a számra.
copied = Másolva

challenge-totp-device = Az eszköze:
remember-browser = { $days ->
    [one] Egy napig ne kérje újra ebben a böngészőben
   *[other] { $days } napig ne kérje újra ebben a böngészőben
}

recovery-use = Helyreállítási kód használata
recovery-back = Vissza a szokásos kódhoz
recovery-code-label = Helyreállítási kód
recovery-challenge-title = Használjon helyreállítási kódot
recovery-challenge-text = Írjon be egyet azokból a kódokból, amelyeket a második lépés beállításakor eltett. Mindegyik egyszer használható.
recovery-codes-title = Tegye el a helyreállítási kódjait
recovery-codes-subtitle = Arra az esetre, ha a második lépés éppen nincs kéznél.
recovery-codes-text = Minden kóddal egyszer jelentkezhet be. Tartsa őket olyan helyen, ahol csak Ön találja meg. Csak most jelennek meg.
recovery-codes-copy = Másolás
recovery-codes-print = Nyomtatás
recovery-codes-download = Letöltés
recovery-codes-kept = Eltettem őket
recovery-used-title = Helyreállítási kódot használt
recovery-used-left = { $count ->
    [0] Nem maradt helyreállítási kódja.
    [one] Egy helyreállítási kódja maradt.
   *[other] { $count } helyreállítási kódja maradt.
}
recovery-used-text = Húzza ki a kódot, többé nem használható.
recovery-used-few = Hamarosan kérjen új kódokat, hogy akkor is be tudjon lépni, ha a második lépés nem érhető el.
problem-recovery-code-mismatch = A kód hibás, vagy már felhasználták. Ellenőrizze, vagy próbáljon meg egy másikat.

factors-title = Második lépés
factors-hint = Amit a jelszó után kérünk
factors-required = Itt mindenkinek szüksége van rá.
factors-app = Hitelesítő alkalmazás
factors-email = Kódok e-mailben
factors-sms = Kódok SMS-ben
factors-on = Bekapcsolva
factors-first = Ezt kérjük elsőként
factors-no-email = A használatához előbb erősítsen meg egy e-mail-címet.
factors-no-phone = A használatához előbb erősítsen meg egy telefonszámot.
factors-ends-recovery = Amíg be van kapcsolva, elfelejtett jelszó esetén nem kérhető vele új jelszó.
factors-set-up = Beállítás
factors-replace = Újbóli beállítás
factors-remove = Eltávolítás
factors-turn-on = Bekapcsolás
factors-turn-off = Kikapcsolás
factors-ask-first = Ezt kérje elsőként
factors-app-replaces = Az új alkalmazás a mostani helyébe lép.
factors-stays = Itt a bejelentkezéshez második lépés szükséges, és Önnek csak ez van, ezért nem távolítható el. Előbb állítson be egy másikat.
factors-app-added = Hitelesítő alkalmazását beállítottuk.
factors-turned-on = Bekapcsolva. A következő bejelentkezéskor kérni fogjuk.
factors-turned-off = Kikapcsolva. Többé nem kérjük.
factors-put-first = Mostantól ezt kérjük elsőként.
factors-unchanged = Semmi sem változott. Itt a jelenlegi állapot látható.
factors-recovery = Helyreállítási kódok
factors-recovery-text = Arra az esetre, ha a második lépés éppen nincs kéznél. Mindegyik kód egyszer használható.
factors-new-codes = Új kódok készítése
factors-new-codes-hint = A régi kódok azonnal érvényüket vesztik.
factors-browsers = Megjegyzett böngészők
factors-browsers-text = Ezekben a böngészőkben nem kérjük a második lépést.
factors-browser-times = Kezdete: { $since }, vége: { $until }
factors-forget = Elfelejtés
factors-forget-all = Minden böngésző elfelejtése
factors-browsers-forgotten = Ott ismét kérni fogjuk a második lépést.
account-state-off = Kikapcsolva
