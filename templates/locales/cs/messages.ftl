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

message-invitation-subject = { $pool }: váš účet
message-invitation-body =
    Dobrý den,

    máte založený účet { $pool }. Vaše uživatelské jméno je {"{username}"} a toto je vaše dočasné heslo:

    {"{####}"}

    Vlastní heslo si zvolíte při přihlášení.
message-invitation-sms = { $pool }: uživatelské jméno {"{username}"}, dočasné heslo {"{####}"}
