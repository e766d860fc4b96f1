passkey-sign-in = Accedi con una passkey
passkey-unsupported = Questo browser non può usare le passkey qui. Scegli un altro metodo o apri questa pagina in un altro browser.
passkey-cancelled = Non è stato fatto nulla con una passkey. Puoi riprovare.
passkey-challenge-title = Usa la tua passkey
passkey-challenge-text = Conferma che sei tu con l’impronta digitale, il volto, il PIN o una chiave di sicurezza.
passkey-challenge-button = Usa la passkey
passkey-no-script = Le passkey richiedono JavaScript, che in questo browser è disattivato. Attivalo o scegli un altro metodo.
factor-passkey = Usa la mia passkey

passkey-add-title = Aggiungi una passkey
passkey-add-text = Con una passkey accedi con l’impronta digitale, il volto, il PIN o una chiave di sicurezza, senza password.
passkey-add-button = Aggiungi una passkey
passkey-add-later = Non ora
passkey-add-there = Questo dispositivo ha già una passkey per il tuo account.
passkey-add-full = Hai { $most } passkey, il numero massimo possibile. Rimuovine prima una che non usi più.

passkeys-title = Passkey
passkeys-hint = Con l’impronta digitale, il volto o un PIN al posto della password
passkeys-text = Con una passkey accedi con l’impronta digitale, il volto, il PIN o una chiave di sicurezza.
passkeys-none = Non hai ancora nessuna passkey.
passkeys-unnamed = Passkey
passkeys-added = Aggiunta il { $date }
passkeys-added-used = Aggiunta il { $date }, ultimo utilizzo: { $used }
passkeys-synced = Su più dispositivi
passkeys-one-device = Su un solo dispositivo
passkeys-other-domain = Creata per { $domain }, perciò qui non funziona.
passkeys-name-label = Nome
passkeys-rename = Rinomina
passkeys-rename-named = Rinomina { $name }
passkeys-remove = Rimuovi
passkeys-remove-named = Rimuovi { $name }
passkeys-details = Gestisci
passkeys-details-named = Gestisci { $name }
passkeys-was-added = La tua passkey è stata aggiunta.
passkeys-was-renamed = Il nuovo nome è stato salvato.
passkeys-was-removed = La passkey è stata rimossa. Puoi eliminarla anche dal dispositivo o dal gestore di password in cui è conservata.
passkeys-not-there = Quella passkey non è più nel tuo account, quindi non è cambiato nulla.
passkeys-stays-only-way = Questa passkey è il tuo unico modo di accedere, perciò non si può rimuovere. Aggiungi prima un’altra passkey oppure imposta una password con “Hai dimenticato la password?” nella pagina di accesso.
passkeys-stays-second = Per accedere qui serve un secondo passaggio e hai solo questa passkey, perciò non si può rimuovere. Aggiungi prima un’altra passkey.

problem-passkey-refused = Non è stato possibile usare questa passkey. Riprova o accedi in un altro modo.
problem-passkey-unknown = Questa passkey non appartiene più a nessun account qui. Accedi in un altro modo.
problem-passkey-expired = È passato troppo tempo. Riprova.
problem-passkey-copied = Questa passkey è stata rifiutata perché potrebbe esisterne una copia. Accedi in un altro modo e rimuovila dal tuo account.

message-passkey-added-subject = È stata aggiunta una passkey al tuo account { $pool }
message-passkey-added-body =
    Ciao,

    è appena stata aggiunta una passkey al tuo account { $pool }. Può essere usata per accedere.

    Se eri tu, non devi fare nulla. Altrimenti qualcun altro è entrato nel tuo account: rimuovi la passkey, cambia la password e chiedi aiuto a chi ti ha fornito l’account.
message-passkey-added-sms = { $pool }: una passkey è appena stata aggiunta al tuo account. Se non eri tu, rimuovila e cambia subito la password.
message-passkey-removed-subject = È stata rimossa una passkey dal tuo account { $pool }
message-passkey-removed-body =
    Ciao,

    è appena stata rimossa una passkey dal tuo account { $pool }. Gli altri modi di accedere restano invariati.

    Se eri tu, non devi fare nulla. Altrimenti qualcun altro è entrato nel tuo account: cambia la password e chiedi aiuto a chi ti ha fornito l’account.
message-passkey-removed-sms = { $pool }: una passkey è appena stata rimossa dal tuo account. Se non eri tu, cambia subito la password.
message-passkey-copied-subject = Una passkey del tuo account { $pool } è stata rifiutata
message-passkey-copied-body =
    Ciao,

    qualcuno ha provato ad accedere al tuo account { $pool } con una delle tue passkey e l’abbiamo rifiutata: sembrava una copia.

    Accedi in un altro modo, rimuovi questa passkey dal tuo account e aggiungine una nuova. Se non sai che cosa sia successo, chiedi aiuto a chi ti ha fornito l’account.
message-passkey-copied-sms = { $pool }: una passkey è stata rifiutata perché potrebbe essere una copia. Accedi in un altro modo e rimuovila.
