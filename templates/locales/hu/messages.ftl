message-verification-subject = { $pool }: megerősítő kód
message-verification-body =
    Üdvözöljük!

    Ezzel a kóddal megerősítheti { $pool }-fiókját:

    {"{####}"}

    Ha nem Ön kérte, hagyja figyelmen kívül ezt az üzenetet.
message-verification-sms = { $pool }: megerősítő kódja {"{####}"}

message-link-subject = { $pool }: erősítse meg fiókját
message-link-body =
    Üdvözöljük!

    Ezzel a linkkel megerősítheti { $pool }-fiókját:

    {"{##Fiók megerősítése##}"}

    Ha nem Ön kérte, hagyja figyelmen kívül ezt az üzenetet.

message-sign-in-subject = { $pool }: bejelentkezési kód
message-sign-in-body =
    Üdvözöljük!

    Ezzel a kóddal bejelentkezhet { $pool }-fiókjába:

    {"{####}"}

    Senkinek ne adja meg. Munkatársaink soha nem kérik el Öntől. Ha most nem Ön jelentkezik be, lehet, hogy valaki más próbálkozik.
message-sign-in-sms = { $pool }: bejelentkezési kódja {"{####}"}. Senkinek ne adja meg.

message-reset-subject = { $pool }: kód az új jelszóhoz
message-reset-body =
    Üdvözöljük!

    Ezzel a kóddal új jelszót állíthat be { $pool }-fiókjához:

    {"{####}"}

    Ha nem Ön kérte, hagyja figyelmen kívül ezt az üzenetet. Jelszava nem változik.
message-reset-sms = { $pool }: kódja az új jelszóhoz {"{####}"}

message-existing-account-subject = { $pool }: már van fiókja
message-existing-account-body =
    Üdvözöljük!

    Valaki, valószínűleg Ön, az imént { $pool }-fiókot próbált létrehozni ezzel a címmel. Önnek már van fiókja, ezért semmi sem változott.

    Jelentkezzen be a szokásos módon. Ha nem emlékszik a jelszavára, válassza az „Elfelejtette a jelszavát?” lehetőséget a bejelentkezési oldalon.

    Ha nem Ön volt, hagyja figyelmen kívül ezt az üzenetet.
message-existing-account-sms = { $pool }: ezzel a számmal már van fiókja. Jelentkezzen be, vagy kérjen új jelszót.

message-password-changed-subject = { $pool }: jelszava megváltozott
message-password-changed-body =
    Üdvözöljük!

    { $pool }-fiókjának jelszava az imént megváltozott, a többi böngészőből pedig kijelentkeztettük.

    Ha Ön volt, nincs teendője. Ha nem, azonnal kérjen új jelszót a bejelentkezési oldalon.
message-password-changed-sms = { $pool }: jelszava megváltozott. Ha nem Ön volt, azonnal kérjen újat.

message-provider-unlinked-subject = { $pool }: { $provider }-bejelentkezés megszüntetve
message-provider-unlinked-body =
    Üdvözöljük!

    { $pool }-fiókjánál az imént megszüntették ezt a bejelentkezési módot: { $provider }. A többi bejelentkezési mód nem változott.

    Ha Ön volt, nincs teendője. Ha nem, valaki más lépett be a fiókjába: változtassa meg jelszavát, és forduljon az alkalmazás ügyfélszolgálatához.
message-provider-unlinked-sms = { $pool }: { $provider }-bejelentkezés megszüntetve. Nem Ön volt? Azonnal módosítsa jelszavát.

message-recovery-code-used-subject = { $pool }: helyreállítási kódot használtak
message-recovery-code-used-body =
    Üdvözöljük!

    { $pool }-fiókjába az imént az egyik helyreállítási kóddal jelentkeztek be. Minden kód egyszer használható, ezért húzza ki.

    Ha Ön volt, nincs más teendője. Ha nem, valaki más ismeri a jelszavát és a kódjait: a bejelentkezési oldalon azonnal kérjen új jelszót, majd új helyreállítási kódokat is.
message-recovery-code-used-sms = { $pool }: helyreállítási kódot használtak. Ha nem Ön volt, azonnal kérjen új jelszót.

message-factors-changed-subject = { $pool }: a második lépés megváltozott
message-factors-changed-body =
    Üdvözöljük!

    { $pool }-fiókjánál az imént megváltozott a bejelentkezést védő második lépés.

    Ha Ön volt, nincs teendője. Ha nem, valaki más ismeri a jelszavát: azonnal kérjen újat a bejelentkezési oldalon, és forduljon az alkalmazás ügyfélszolgálatához.
message-factors-changed-sms = { $pool }: a bejelentkezés második lépése megváltozott. Ha nem Ön volt, azonnal kérjen új jelszót.

message-invitation-subject = { $pool }: az Ön fiókja
message-invitation-body =
    Üdvözöljük!

    { $pool }-fiókot hoztunk létre Önnek. Felhasználóneve {"{username}"}, ideiglenes jelszava pedig:

    {"{####}"}

    Saját jelszavát bejelentkezéskor választhatja ki.
message-invitation-sms = { $pool }: felhasználóneve {"{username}"}, ideiglenes jelszava {"{####}"}

message-address-code-subject = { $pool }: megerősítő kód
message-address-code-body =
    Üdvözöljük!

    Ezzel a kóddal használhatja ezt a címet { $pool }-fiókjához:

    {"{####}"}

    Azon az oldalon írja be, ahol kérte. Ha nem Ön kérte, hagyja figyelmen kívül ezt az üzenetet: semmi sem változik.
message-address-code-sms = { $pool }: {"{####}"} a kód, amellyel ezt a számot a fiókjához használhatja

message-address-in-use-subject = { $pool }: ez a cím már az Ön fiókjához tartozik
message-address-in-use-body =
    Üdvözöljük!

    Valaki, talán Ön, egy másik { $pool }-fiókhoz szerette volna használni ezt a címet. Ez már az Ön fiókjához tartozik, ezért semmi sem változott.

    Ha Ön volt, jelentkezzen be abba a fiókba, amelyhez ez a cím tartozik. Ha nem Ön volt, hagyja figyelmen kívül ezt az üzenetet.
message-address-in-use-sms = { $pool }: valaki másik fiókhoz akarta használni ezt a számot. A szám az Ön fiókjához tartozik, semmi sem változott.

message-address-changed-subject = { $pool }: fiókjának címe megváltozott
message-address-changed-body =
    Üdvözöljük!

    { $pool }-fiókjához mostantól egy másik cím tartozik. Ide már nem érkeznek üzenetek.

    Ha Ön volt, nincs teendője. Ha nem Ön volt, azonnal vonja vissza a módosítást:

    {"{##Módosítás visszavonása##}"}

    Ezzel visszaállítja ezt a címet, mindenkit kijelentkeztet, és új jelszót kell beállítania.
message-address-changed-sms = { $pool }: telefonszáma megváltozott. Nem Ön volt? {"{##Visszavonás##}"}

message-address-changed-for-good-subject = { $pool }: fiókjának címe megváltozott
message-address-changed-for-good-body =
    Üdvözöljük!

    { $pool }-fiókjához mostantól egy másik cím tartozik. Ide már nem érkeznek üzenetek.

    Ha Ön volt, nincs teendője. Ha nem Ön volt, forduljon az alkalmazás ügyfélszolgálatához.
message-address-changed-for-good-sms = { $pool }: fiókjának telefonszáma megváltozott. Ha nem Ön volt, forduljon az ügyfélszolgálathoz.

message-address-restored-subject = { $pool }: címének módosítását visszavonták
message-address-restored-body =
    Üdvözöljük!

    Egy { $pool }-fiók címének módosítását visszavonták az üzenetünkben küldött linkkel. A fiókhoz ismét a korábbi cím tartozik, és mindenkit kijelentkeztettünk.

    Ha ez az Ön fiókja, bejelentkezéskor állítson be új jelszót, és nézze át a fiók beállításait.
message-address-restored-sms = { $pool }: telefonszámának módosítását visszavonták, és mindenkit kijelentkeztettünk.

message-account-deleted-subject = { $pool }: fiókját töröltük
message-account-deleted-body =
    Üdvözöljük!

    { $pool }-fiókját és mindent, ami hozzá tartozik, az imént kérésére töröltük.

    Ha nem Ön kérte, forduljon az alkalmazás ügyfélszolgálatához.
message-account-deleted-sms = { $pool }: fiókját az imént kérésére töröltük.
