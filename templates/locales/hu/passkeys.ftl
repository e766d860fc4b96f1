passkey-sign-in = Bejelentkezés azonosítókulccsal
passkey-unsupported = Ebben a böngészőben itt nem használható azonosítókulcs. Válasszon másik módot, vagy nyissa meg ezt az oldalt másik böngészőben.
passkey-cancelled = Az azonosítókulccsal nem történt semmi. Próbálja újra.
passkey-challenge-title = Használja az azonosítókulcsát
passkey-challenge-text = Igazolja ujjlenyomatával, arcával, PIN-kódjával vagy biztonsági kulcsával, hogy Ön az.
passkey-challenge-button = Azonosítókulcs használata
passkey-no-script = Az azonosítókulcsokhoz JavaScript szükséges, amely ebben a böngészőben ki van kapcsolva. Kapcsolja be, vagy válasszon másik módot.
factor-passkey = Azonosítókulccsal

passkey-add-title = Azonosítókulcs hozzáadása
passkey-add-text = Azonosítókulcs használatával jelszó nélkül jelentkezhet be: ujjlenyomattal, arcfelismeréssel, PIN-kóddal vagy biztonsági kulccsal.
passkey-add-button = Azonosítókulcs hozzáadása
passkey-add-later = Most nem
passkey-add-there = Ezen az eszközön már van azonosítókulcs a fiókjához.
passkey-add-full = Már { $most } azonosítókulcsa van, és ennél több nem lehet. Előbb távolítson el egy olyat, amelyet már nem használ.

passkeys-title = Azonosítókulcsok
passkeys-hint = Ujjlenyomattal, arccal vagy PIN-kóddal jelszó helyett
passkeys-text = Azonosítókulcs használatakor ujjlenyomatával, arcával, PIN-kódjával vagy biztonsági kulcsával jelentkezik be.
passkeys-none = Még nincs azonosítókulcsa.
passkeys-unnamed = Azonosítókulcs
passkeys-added = Hozzáadva: { $date }
passkeys-added-used = Hozzáadva: { $date }, utolsó használat: { $used }
passkeys-synced = Több eszközön
passkeys-one-device = Csak egy eszközön
passkeys-other-domain = Ehhez a domainhez készült: { $domain }, ezért itt nem használható.
passkeys-name-label = Név
passkeys-rename = Átnevezés
passkeys-rename-named = { $name } átnevezése
passkeys-remove = Eltávolítás
passkeys-remove-named = { $name } eltávolítása
passkeys-details = Kezelés
passkeys-details-named = { $name } kezelése
passkeys-was-added = Azonosítókulcsát hozzáadtuk.
passkeys-was-renamed = Az új nevet elmentettük.
passkeys-was-removed = Az azonosítókulcsot eltávolítottuk. Arról az eszközről vagy abból a jelszókezelőből is törölheti, ahol tárolja.
passkeys-not-there = Ez az azonosítókulcs már nem tartozik a fiókjához, ezért semmi sem változott.
passkeys-stays-only-way = Ez az azonosítókulcs az egyetlen bejelentkezési módja, ezért nem távolítható el. Előbb adjon hozzá egy másikat, vagy állítson be jelszót: a bejelentkezési oldalon válassza az „Elfelejtette a jelszavát?” lehetőséget.
passkeys-stays-second = Itt a bejelentkezéshez második lépés szükséges, és Önnek csak ez az azonosítókulcsa van hozzá, ezért nem távolítható el. Előbb adjon hozzá egy másikat.

problem-passkey-refused = Ezt az azonosítókulcsot nem sikerült használni. Próbálja újra, vagy jelentkezzen be más módon.
problem-passkey-unknown = Ez az azonosítókulcs itt már egyetlen fiókhoz sem tartozik. Jelentkezzen be más módon.
problem-passkey-expired = Ez túl sokáig tartott. Próbálja újra.
problem-passkey-copied = Ezt az azonosítókulcsot elutasítottuk, mert lehet, hogy másolat készült róla. Jelentkezzen be más módon, és távolítsa el a fiókjából.

message-passkey-added-subject = { $pool }: új azonosítókulcs a fiókjában
message-passkey-added-body =
    Üdvözöljük!

    { $pool }-fiókjához az imént azonosítókulcsot adtak hozzá. Ezzel be lehet jelentkezni.

    Ha Ön volt, nincs teendője. Ha nem, valaki más lépett be a fiókjába: távolítsa el az azonosítókulcsot, változtassa meg jelszavát, és forduljon az alkalmazás ügyfélszolgálatához.
message-passkey-added-sms = { $pool }: azonosítókulcsot adtak a fiókjához. Ha nem Ön volt, azonnal távolítsa el, és módosítsa jelszavát.
message-passkey-removed-subject = { $pool }: azonosítókulcs eltávolítva
message-passkey-removed-body =
    Üdvözöljük!

    { $pool }-fiókjából az imént eltávolítottak egy azonosítókulcsot. A többi bejelentkezési mód nem változott.

    Ha Ön volt, nincs teendője. Ha nem, valaki más lépett be a fiókjába: változtassa meg jelszavát, és forduljon az alkalmazás ügyfélszolgálatához.
message-passkey-removed-sms = { $pool }: azonosítókulcsot távolítottak el a fiókjából. Ha nem Ön volt, azonnal módosítsa jelszavát.
message-passkey-copied-subject = { $pool }: elutasítottuk egy azonosítókulcsát
message-passkey-copied-body =
    Üdvözöljük!

    Valaki az egyik azonosítókulcsával próbált bejelentkezni { $pool }-fiókjába, de elutasítottuk: az azonosítókulcs másolatnak tűnt.

    Jelentkezzen be más módon, távolítsa el ezt az azonosítókulcsot a fiókjából, és adjon hozzá egy újat. Ha nem tudja, mi történt, forduljon az alkalmazás ügyfélszolgálatához.
message-passkey-copied-sms = { $pool }: elutasítottunk egy azonosítókulcsot, mert másolat lehet. Jelentkezzen be más módon, és távolítsa el.
