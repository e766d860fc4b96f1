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

message-invitation-subject = { $pool }: az Ön fiókja
message-invitation-body =
    Üdvözöljük!

    { $pool }-fiókot hoztunk létre Önnek. Felhasználóneve {"{username}"}, ideiglenes jelszava pedig:

    {"{####}"}

    Saját jelszavát bejelentkezéskor választhatja ki.
message-invitation-sms = { $pool }: felhasználóneve {"{username}"}, ideiglenes jelszava {"{####}"}
