set-up-select-title = Aggiungi un secondo passaggio
set-up-subtitle = Un secondo passaggio protegge il tuo account anche se qualcuno scopre la tua password.
set-up-totp-title = Configura l’app di autenticazione
set-up-totp-install = Apri un’app di autenticazione sul telefono. Se non ne hai una, prima installala.
set-up-totp-scan = Inquadra questa immagine con l’app.
set-up-totp-picture = Codice QR con la chiave per la tua app di autenticazione. La chiave è anche qui sotto come testo.
set-up-totp-open = Apri in un’app su questo dispositivo
set-up-totp-type-summary = Non riesci a inquadrarla?
set-up-totp-type = Scrivi questa chiave nell’app. Maiuscole e minuscole sono equivalenti e gli spazi non contano.
set-up-totp-copy = Copia la chiave
set-up-totp-confirm = Inserisci le sei cifre che l’app mostra ora.
set-up-device-name = Nome del dispositivo
set-up-device-hint = Ti aiuta a distinguere i tuoi dispositivi, per esempio “il mio telefono”.
set-up-number-title = Aggiungi il tuo telefono
set-up-number-text = Invieremo un codice via SMS a questo numero ora e ogni volta che accedi.
copied = Copiato

challenge-totp-device = Il tuo dispositivo:
remember-browser = { $days ->
    [one] Non chiederlo in questo browser per un giorno
   *[other] Non chiederlo in questo browser per { $days } giorni
}

recovery-use = Usa un codice di recupero
recovery-back = Torna all’altro codice
recovery-code-label = Codice di recupero
recovery-challenge-title = Usa un codice di recupero
recovery-challenge-text = Inserisci uno dei codici che hai conservato quando hai configurato il secondo passaggio. Ognuno vale una sola volta.
recovery-codes-title = Conserva i tuoi codici di recupero
recovery-codes-subtitle = Per quando non avrai a portata di mano il secondo passaggio.
recovery-codes-text = Con ogni codice puoi accedere una volta. Conservali dove solo tu puoi trovarli. Li vedi soltanto adesso.
recovery-codes-copy = Copia
recovery-codes-print = Stampa
recovery-codes-download = Scarica
recovery-codes-kept = Li ho conservati
recovery-used-title = Hai usato un codice di recupero
recovery-used-left = { $count ->
    [0] Non hai più codici di recupero.
    [one] Ti resta un codice di recupero.
   *[other] Ti restano { $count } codici di recupero.
}
recovery-used-text = Cancella il codice dalla lista: non funzionerà più.
recovery-used-few = Procurati presto nuovi codici, così potrai accedere anche se perdi il secondo passaggio.
problem-recovery-code-mismatch = Questo codice non è corretto o è già stato usato. Controllalo o provane un altro.
