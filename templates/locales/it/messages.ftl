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

message-invitation-subject = Il tuo account { $pool }
message-invitation-body =
    Ciao,

    è stato creato un account { $pool } per te. Il tuo nome utente è {"{username}"} e questa è la tua password temporanea:

    {"{####}"}

    Al primo accesso potrai scegliere una password tutta tua.
message-invitation-sms = { $pool }: il tuo nome utente è {"{username}"}, la tua password temporanea è {"{####}"}
