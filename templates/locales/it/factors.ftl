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
recovery-back = Torna al codice abituale
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

factors-title = Secondo passaggio
factors-hint = Che cosa viene chiesto dopo la password
factors-required = Qui serve a tutti.
factors-app = App di autenticazione
factors-email = Codici via email
factors-sms = Codici via SMS
factors-on = Attivo
factors-first = Chiesto per primo
factors-no-email = Per usarlo, conferma prima un indirizzo email.
factors-no-phone = Per usarlo, conferma prima un numero di telefono.
factors-ends-recovery = Finché è attivo, non si può usare per reimpostare una password dimenticata.
factors-set-up = Configura
factors-replace = Configura di nuovo
factors-remove = Rimuovi
factors-turn-on = Attiva
factors-turn-off = Disattiva
factors-ask-first = Chiedi per primo
factors-app-replaces = La nuova app prende il posto di quella che hai ora.
factors-stays = Per accedere qui serve un secondo passaggio e hai solo questo, perciò non si può rimuovere. Configurane prima un altro.
factors-app-added = La tua app di autenticazione è configurata.
factors-turned-on = Ora è attivo. Ti verrà chiesto al prossimo accesso.
factors-turned-off = Non è più attivo. Non ti verrà più chiesto.
factors-put-first = D’ora in poi ti verrà chiesto per primo.
factors-unchanged = Non è cambiato nulla. Qui vedi la situazione attuale.
factors-recovery = Codici di recupero
factors-recovery-text = Per quando non avrai a portata di mano il secondo passaggio. Ogni codice vale una sola volta.
factors-new-codes = Crea nuovi codici
factors-new-codes-hint = I vecchi codici smettono subito di funzionare.
factors-browsers = Browser memorizzati
factors-browsers-text = In questi browser non ti viene chiesto il secondo passaggio.
factors-browser-times = Dal { $since } al { $until }
factors-forget = Dimentica
factors-forget-all = Dimentica tutti i browser
factors-browsers-forgotten = Lì ti verrà chiesto di nuovo il secondo passaggio.
account-state-off = Non attivo
