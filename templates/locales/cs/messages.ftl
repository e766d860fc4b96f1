message-verification-subject = { $pool }: potvrzovací kód
message-verification-body =
    Dobrý den,

    tímto kódem potvrdíte svůj účet { $pool }:

    {"{####}"}

    Pokud jste o kód nežádali, můžete tuto zprávu ignorovat.
message-verification-sms = { $pool }: váš potvrzovací kód je {"{####}"}

message-link-subject = { $pool }: potvrďte svůj účet
message-link-body =
    Dobrý den,

    tímto odkazem potvrdíte svůj účet { $pool }:

    {"{##Potvrdit můj účet##}"}

    Pokud jste o to nežádali, můžete tuto zprávu ignorovat.

message-sign-in-subject = { $pool }: přihlašovací kód
message-sign-in-body =
    Dobrý den,

    zde je kód pro přihlášení k vašemu účtu { $pool }:

    {"{####}"}

    Nikomu ho nesdělujte. Tým { $pool } ho po vás nikdy nebude chtít. Pokud se právě nepřihlašujete, možná to zkouší někdo jiný.
message-sign-in-sms = { $pool }: váš přihlašovací kód je {"{####}"}. Nikomu ho nesdělujte.

message-reset-subject = { $pool }: kód pro změnu hesla
message-reset-body =
    Dobrý den,

    tímto kódem si nastavíte nové heslo k účtu { $pool }:

    {"{####}"}

    Pokud jste o změnu nežádali, můžete tuto zprávu ignorovat. Heslo zůstane stejné.
message-reset-sms = { $pool }: váš kód pro změnu hesla je {"{####}"}

message-existing-account-subject = { $pool }: účet už máte
message-existing-account-body =
    Dobrý den,

    někdo, nejspíš vy, se právě pokusil založit účet { $pool } s touto adresou. Takový účet už máte, takže se nic nezměnilo.

    Přihlaste se k němu jako obvykle. Pokud neznáte heslo, zvolte na přihlašovací stránce „Nepamatujete si heslo?“.

    Pokud jste to nebyli vy, můžete tuto zprávu ignorovat.
message-existing-account-sms = { $pool }: s tímto číslem už účet máte. Přihlaste se nebo si obnovte heslo.

message-password-changed-subject = { $pool }: vaše heslo se změnilo
message-password-changed-body =
    Dobrý den,

    heslo k vašemu účtu { $pool } se právě změnilo a v ostatních prohlížečích jsme vás odhlásili.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, hned si na přihlašovací stránce heslo obnovte.
message-password-changed-sms = { $pool }: vaše heslo se změnilo. Nebyli jste to vy? Hned ho obnovte.

message-provider-unlinked-subject = { $pool }: přihlašování účtem { $provider } je zrušené
message-provider-unlinked-body =
    Dobrý den,

    u vašeho účtu { $pool } bylo právě zrušeno přihlašování účtem { $provider }. Ostatní způsoby přihlášení zůstávají beze změny.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, do vašeho účtu se přihlásil někdo jiný: změňte si heslo a obraťte se na podporu aplikace.
message-provider-unlinked-sms = { $pool }: přihlašování účtem { $provider } je zrušené. Nebyli jste to vy? Hned změňte heslo.

message-recovery-code-used-subject = { $pool }: byl použit obnovovací kód
message-recovery-code-used-body =
    Dobrý den,

    k přihlášení do vašeho účtu { $pool } byl právě použit jeden z vašich obnovovacích kódů. Každý kód platí jen jednou, proto si ho škrtněte.

    Pokud jste to byli vy, nemusíte dělat nic dalšího. Pokud ne, někdo jiný zná vaše heslo i vaše kódy: hned si na přihlašovací stránce heslo obnovte a pořiďte si nové obnovovací kódy.
message-recovery-code-used-sms = { $pool }: byl použit obnovovací kód. Nebyli jste to vy? Hned si obnovte heslo.

message-factors-changed-subject = { $pool }: druhý krok přihlášení se změnil
message-factors-changed-body =
    Dobrý den,

    druhý krok, který chrání váš účet { $pool }, se právě změnil.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, někdo jiný zná vaše heslo: hned si ho na přihlašovací stránce obnovte a obraťte se na podporu aplikace.
message-factors-changed-sms = { $pool }: druhý krok přihlášení se změnil. Nebyli jste to vy? Hned si obnovte heslo.

message-invitation-subject = { $pool }: váš účet
message-invitation-body =
    Dobrý den,

    máte založený účet { $pool }. Vaše uživatelské jméno je {"{username}"} a toto je vaše dočasné heslo:

    {"{####}"}

    Vlastní heslo si zvolíte při přihlášení.
message-invitation-sms = { $pool }: uživatelské jméno {"{username}"}, dočasné heslo {"{####}"}

message-address-code-subject = { $pool }: potvrzovací kód
message-address-code-body =
    Dobrý den,

    tímto kódem potvrdíte, že chcete u svého účtu { $pool } používat tuto adresu:

    {"{####}"}

    Zadejte ho na stránce, kde jste o něj požádali. Pokud jste o kód nežádali, můžete tuto zprávu ignorovat, nic se nezmění.
message-address-code-sms = { $pool }: {"{####}"} je kód pro použití tohoto čísla u vašeho účtu

message-address-in-use-subject = { $pool }: tato adresa už k vašemu účtu patří
message-address-in-use-body =
    Dobrý den,

    někdo, možná vy, chtěl tuto adresu použít pro jiný účet { $pool }. Patří k tomu vašemu, takže se nic nezměnilo.

    Pokud jste to byli vy, přihlaste se k účtu, který tuto adresu má. Pokud ne, můžete tuto zprávu ignorovat.
message-address-in-use-sms = { $pool }: někdo chtěl toto číslo použít pro jiný účet. Patří k tomu vašemu, takže se nic nezměnilo.

message-address-changed-subject = { $pool }: adresa vašeho účtu se změnila
message-address-changed-body =
    Dobrý den,

    váš účet { $pool } má odteď jinou adresu. Na tuto už zprávy chodit nebudou.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, hned ji vezměte zpět:

    {"{##Vzít změnu zpět##}"}

    Obnoví se tato vaše adresa, všichni se odhlásí a vy si nastavíte nové heslo.
message-address-changed-sms = { $pool }: vaše číslo se změnilo. Nebyli jste to vy? {"{##Vzít zpět##}"}

message-address-changed-for-good-subject = { $pool }: adresa vašeho účtu se změnila
message-address-changed-for-good-body =
    Dobrý den,

    váš účet { $pool } má odteď jinou adresu. Na tuto už zprávy chodit nebudou.

    Pokud je to vaše změna, nemusíte nic dělat. Pokud ne, obraťte se na podporu aplikace.
message-address-changed-for-good-sms = { $pool }: číslo vašeho účtu se změnilo. Nebyli jste to vy? Obraťte se na podporu aplikace.

message-address-restored-subject = { $pool }: změna adresy byla vzata zpět
message-address-restored-body =
    Dobrý den,

    změna adresy u účtu { $pool } byla vzata zpět odkazem z naší zprávy. Účet má znovu předchozí adresu a všichni byli odhlášeni.

    Pokud je to váš účet, nastavte si při přihlášení nové heslo a zkontrolujte jeho nastavení.
message-address-restored-sms = { $pool }: změna vašeho čísla byla vzata zpět a všichni byli odhlášeni.

message-account-deleted-subject = { $pool }: váš účet je smazaný
message-account-deleted-body =
    Dobrý den,

    váš účet { $pool } a všechno, co k němu patří, jsme právě na vaše přání smazali.

    Pokud jste to nebyli vy, obraťte se na podporu aplikace.
message-account-deleted-sms = { $pool }: na vaše přání jsme právě smazali váš účet.
