message-verification-subject = Il tuo codice di conferma per { $pool }
message-verification-body =
    Ciao,

    ecco il codice per confermare il tuo account { $pool }:

    {"{####}"}

    Se non l’hai richiesto, puoi ignorare questo messaggio.
message-verification-sms = { $pool }: il tuo codice di conferma è {"{####}"}

message-link-subject = Conferma il tuo account { $pool }
message-link-body =
    Ciao,

    ecco il link per confermare il tuo account { $pool }:

    {"{##Conferma il mio account##}"}

    Se non l’hai richiesto, puoi ignorare questo messaggio.

message-sign-in-subject = Il tuo codice di accesso per { $pool }
message-sign-in-body =
    Ciao,

    ecco il codice per accedere a { $pool }:

    {"{####}"}

    Non comunicarlo mai: nessuno di { $pool } te lo chiederà. Se non stai accedendo in questo momento, forse ci sta provando qualcun altro.
message-sign-in-sms = { $pool }: il tuo codice di accesso è {"{####}"}. Non comunicarlo mai a nessuno.

message-reset-subject = Il tuo codice per reimpostare la password di { $pool }
message-reset-body =
    Ciao,

    ecco il codice per impostare una nuova password per il tuo account { $pool }:

    {"{####}"}

    Se non l’hai richiesto, puoi ignorare questo messaggio. La tua password resta la stessa.
message-reset-sms = { $pool }: il tuo codice per reimpostare la password è {"{####}"}

message-existing-account-subject = Hai già un account { $pool }
message-existing-account-body =
    Ciao,

    qualcuno, probabilmente tu, ha appena provato a creare un account { $pool } con questo indirizzo. Ne hai già uno, quindi non è cambiato nulla.

    Accedi come al solito. Se non ricordi la password, scegli “Hai dimenticato la password?” nella pagina di accesso.

    Se non eri tu, puoi ignorare questo messaggio.
message-existing-account-sms = { $pool }: hai già un account con questo numero. Accedi come al solito o reimposta la password.

message-password-changed-subject = La tua password di { $pool } è stata cambiata
message-password-changed-body =
    Ciao,

    la password del tuo account { $pool } è appena stata cambiata e le sessioni negli altri browser sono state chiuse.

    Se eri tu, non devi fare nulla. Altrimenti reimposta subito la password nella pagina di accesso.
message-password-changed-sms = { $pool }: la tua password è appena stata cambiata. Se non eri tu, reimpostala subito.

message-provider-unlinked-subject = L’accesso con { $provider } è stato rimosso dal tuo account { $pool }
message-provider-unlinked-body =
    Ciao,

    l’accesso con { $provider } è appena stato rimosso dal tuo account { $pool }. Gli altri modi di accedere restano invariati.

    Se eri tu, non devi fare nulla. Altrimenti qualcun altro è entrato nel tuo account: cambia la password e chiedi aiuto a chi ti ha fornito l’account.
message-provider-unlinked-sms = { $pool }: accesso con { $provider } appena rimosso. Se non eri tu, cambia subito la password.

message-recovery-code-used-subject = È stato usato un codice di recupero di { $pool }
message-recovery-code-used-body =
    Ciao,

    uno dei codici di recupero del tuo account { $pool } è appena stato usato per accedere. Ogni codice vale una sola volta, quindi cancellalo dalla lista.

    Se eri tu, non devi fare altro. Altrimenti qualcun altro conosce la tua password e i tuoi codici: reimposta subito la password nella pagina di accesso e procurati nuovi codici di recupero.
message-recovery-code-used-sms = { $pool }: è appena stato usato un codice di recupero. Se non eri tu, reimposta subito la password.

message-factors-changed-subject = Il secondo passaggio del tuo account { $pool } è stato modificato
message-factors-changed-body =
    Ciao,

    il secondo passaggio che protegge il tuo account { $pool } è appena stato modificato.

    Se eri tu, non devi fare nulla. Altrimenti qualcun altro conosce la tua password: reimpostala subito nella pagina di accesso e chiedi aiuto a chi ti ha fornito l’account.
message-factors-changed-sms = { $pool }: il secondo passaggio di accesso è appena stato modificato. Se non eri tu, reimposta subito la password.

message-invitation-subject = Il tuo account { $pool }
message-invitation-body =
    Ciao,

    è stato creato un account { $pool } per te. Il tuo nome utente è {"{username}"} e questa è la tua password temporanea:

    {"{####}"}

    Al primo accesso potrai scegliere una password tutta tua.
message-invitation-sms = { $pool }: il tuo nome utente è {"{username}"}, la tua password temporanea è {"{####}"}

message-address-code-subject = Il tuo codice di conferma per { $pool }
message-address-code-body =
    Ciao,

    ecco il codice per usare questo indirizzo con il tuo account { $pool }:

    {"{####}"}

    Inseriscilo nella pagina in cui l’hai richiesto. Se non l’hai richiesto, puoi ignorare questo messaggio: non cambia nulla.
message-address-code-sms = { $pool }: {"{####}"} è il codice per usare questo numero con il tuo account

message-address-in-use-subject = Il tuo account { $pool } usa già questo indirizzo
message-address-in-use-body =
    Ciao,

    qualcuno, forse tu, voleva usare questo indirizzo per un altro account { $pool }. L’indirizzo appartiene al tuo account, quindi non è cambiato nulla.

    Se eri tu, accedi all’account che usa questo indirizzo. Se non eri tu, puoi ignorare questo messaggio.
message-address-in-use-sms = { $pool }: qualcuno voleva usare questo numero per un altro account. Appartiene al tuo, quindi non è cambiato nulla.

message-address-changed-subject = L’indirizzo del tuo account { $pool } è stato cambiato
message-address-changed-body =
    Ciao,

    d’ora in poi il tuo account { $pool } ha un altro indirizzo. Qui non arriveranno più messaggi.

    Se eri tu, non devi fare nulla. Se non eri tu, annulla subito la modifica:

    {"{##Annulla la modifica##}"}

    In questo modo ripristini il tuo indirizzo, tutte le sessioni vengono chiuse e dovrai impostare una nuova password.
message-address-changed-sms = { $pool }: il tuo numero è stato cambiato. Non eri tu? {"{##Annulla##}"}

message-address-changed-for-good-subject = L’indirizzo del tuo account { $pool } è stato cambiato
message-address-changed-for-good-body =
    Ciao,

    d’ora in poi il tuo account { $pool } ha un altro indirizzo. Qui non arriveranno più messaggi.

    Se eri tu, non devi fare nulla. Se non eri tu, chiedi aiuto a chi ti ha fornito l’account.
message-address-changed-for-good-sms = { $pool }: il numero del tuo account è stato cambiato. Se non eri tu, chiedi aiuto.

message-address-restored-subject = La modifica del tuo indirizzo { $pool } è stata annullata
message-address-restored-body =
    Ciao,

    la modifica dell’indirizzo di un account { $pool } è stata annullata con il link del nostro messaggio. L’account ha di nuovo l’indirizzo precedente e tutte le sessioni sono state chiuse.

    Se l’account è tuo, imposta una nuova password quando accedi e controlla le impostazioni.
message-address-restored-sms = { $pool }: la modifica del tuo numero è stata annullata e tutte le sessioni sono state chiuse.

message-account-deleted-subject = Il tuo account { $pool } è stato eliminato
message-account-deleted-body =
    Ciao,

    il tuo account { $pool } e tutto ciò che gli appartiene sono appena stati eliminati, come hai chiesto.

    Se non eri tu, chiedi aiuto a chi ti ha fornito l’account.
message-account-deleted-sms = { $pool }: il tuo account è appena stato eliminato, come hai chiesto.
