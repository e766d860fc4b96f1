passkey-sign-in = Přihlásit se přístupovým klíčem
passkey-unsupported = V tomto prohlížeči tu přístupové klíče nefungují. Vyberte jiný způsob, nebo tuto stránku otevřete v jiném prohlížeči.
passkey-cancelled = S přístupovým klíčem se nic nestalo. Můžete to zkusit znovu.
passkey-challenge-title = Použijte přístupový klíč
passkey-challenge-text = Otiskem prstu, obličejem, PIN kódem nebo bezpečnostním klíčem potvrďte, že jste to vy.
passkey-challenge-button = Použít přístupový klíč
passkey-no-script = Přístupové klíče potřebují JavaScript, který je v tomto prohlížeči vypnutý. Zapněte ho, nebo vyberte jiný způsob.
factor-passkey = Použít přístupový klíč

passkey-add-title = Přidat přístupový klíč
passkey-add-text = S přístupovým klíčem se přihlásíte otiskem prstu, obličejem, PIN kódem nebo bezpečnostním klíčem, bez hesla.
passkey-add-button = Přidat přístupový klíč
passkey-add-later = Teď ne
passkey-add-there = Toto zařízení už přístupový klíč k vašemu účtu má.
passkey-add-full = Počet vašich přístupových klíčů je { $most } a víc jich mít nelze. Nejdřív odeberte některý, který už nepoužíváte.

passkeys-title = Přístupové klíče
passkeys-hint = Otisk prstu, obličej nebo PIN místo hesla
passkeys-text = S přístupovým klíčem se přihlásíte otiskem prstu, obličejem, PIN kódem nebo bezpečnostním klíčem.
passkeys-none = Zatím nemáte žádný přístupový klíč.
passkeys-unnamed = Přístupový klíč
passkeys-added = Přidáno { $date }
passkeys-added-used = Přidáno { $date }, naposledy použito { $used }
passkeys-synced = Na více zařízeních
passkeys-one-device = Jen na jednom zařízení
passkeys-other-domain = Platí pro { $domain }, takže tady nefunguje.
passkeys-name-label = Název
passkeys-rename = Přejmenovat
passkeys-rename-named = Přejmenovat „{ $name }“
passkeys-remove = Odebrat
passkeys-remove-named = Odebrat „{ $name }“
passkeys-details = Spravovat
passkeys-details-named = Spravovat „{ $name }“
passkeys-was-added = Přístupový klíč je přidaný.
passkeys-was-renamed = Nový název je uložený.
passkeys-was-removed = Přístupový klíč je odebraný. Můžete ho smazat i v zařízení nebo ve správci hesel, kde je uložený.
passkeys-not-there = Tento přístupový klíč už k vašemu účtu nepatří, takže se nic nezměnilo.
passkeys-stays-only-way = Tento přístupový klíč je váš jediný způsob přihlášení, proto ho nelze odebrat. Nejdřív přidejte další, nebo si na přihlašovací stránce přes „Nepamatujete si heslo?“ nastavte heslo.
passkeys-stays-second = K přihlášení tu potřebujete druhý krok a jiný než tento přístupový klíč nemáte, proto ho nelze odebrat. Nejdřív přidejte další přístupový klíč.

problem-passkey-refused = Tento přístupový klíč se nepodařilo použít. Zkuste to znovu, nebo se přihlaste jinak.
problem-passkey-unknown = Tento přístupový klíč už tu k žádnému účtu nepatří. Přihlaste se jinak.
problem-passkey-expired = Trvalo to příliš dlouho. Zkuste to znovu.
problem-passkey-copied = Tento přístupový klíč jsme odmítli, protože možná existuje jeho kopie. Přihlaste se jinak a odeberte ho ze svého účtu.

message-passkey-added-subject = { $pool }: k účtu byl přidán přístupový klíč
message-passkey-added-body =
    Dobrý den,

    k vašemu účtu { $pool } byl právě přidán přístupový klíč. Dá se jím přihlásit.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, do vašeho účtu se přihlásil někdo jiný: přístupový klíč odeberte, změňte si heslo a obraťte se na podporu aplikace.
message-passkey-added-sms = { $pool }: k účtu přibyl přístupový klíč. Nebyli jste to vy? Hned ho odeberte a změňte heslo.
message-passkey-removed-subject = { $pool }: z účtu byl odebrán přístupový klíč
message-passkey-removed-body =
    Dobrý den,

    z vašeho účtu { $pool } byl právě odebrán přístupový klíč. Ostatní způsoby přihlášení zůstávají beze změny.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, do vašeho účtu se přihlásil někdo jiný: změňte si heslo a obraťte se na podporu aplikace.
message-passkey-removed-sms = { $pool }: z účtu byl odebrán přístupový klíč. Nebyli jste to vy? Hned změňte heslo.
message-passkey-copied-subject = { $pool }: přístupový klíč byl odmítnut
message-passkey-copied-body =
    Dobrý den,

    někdo se pokusil přihlásit do vašeho účtu { $pool } jedním z vašich přístupových klíčů. Odmítli jsme ho, protože vypadal jako kopie.

    Přihlaste se jinak, tento přístupový klíč ze svého účtu odeberte a přidejte nový. Pokud nevíte, co se stalo, obraťte se na podporu aplikace.
message-passkey-copied-sms = { $pool }: přístupový klíč jsme odmítli, možná je to kopie. Přihlaste se jinak a odeberte ho.
