problem-incorrect-credentials = Nome utente o password non corretti.
problem-other-account = Questo è un altro account. Accedi a quello indicato qui per collegarlo, oppure ricomincia da capo.
problem-locked-seconds = { $seconds ->
    [one] Troppi tentativi non riusciti. Riprova tra un secondo.
   *[other] Troppi tentativi non riusciti. Riprova tra { $seconds } secondi.
}
problem-locked-minutes = { $minutes ->
    [one] Troppi tentativi non riusciti. Riprova tra un minuto o reimposta la password.
   *[other] Troppi tentativi non riusciti. Riprova tra { $minutes } minuti o reimposta la password.
}
problem-too-many-requests = Troppi tentativi in poco tempo. Aspetta un po’ e riprova.
problem-busy = C’è molto traffico in questo momento. Riprova tra un attimo.
problem-form-expired = Questa pagina è rimasta aperta troppo a lungo. Riprova, per favore.
problem-password-reset-required = Prima di accedere devi reimpostare la password. Usa “Hai dimenticato la password?”.
problem-temporary-password-expired = La tua password temporanea è scaduta. Chiedine una nuova al team di amministrazione.
problem-recovery-impossible = Non possiamo reimpostare la password di questo account. Chiedi aiuto a chi ti ha fornito l’account.
problem-message-not-sent = Non siamo riusciti a inviare il messaggio. Riprova tra un attimo.
problem-method-unavailable = Questo modo di accedere non è disponibile al momento. Scegline un altro.
problem-provider-try-again = L’accesso con il servizio scelto questa volta non è riuscito. Riprova.
problem-refused = { $reason }
problem-required = Compila questo campo.
problem-invalid-email = Inserisci un indirizzo email completo, per esempio nome@example.com.
problem-invalid-phone = Inserisci un numero di telefono con il prefisso internazionale, per esempio +39 312 345 6789.
problem-invalid-username = Questo nome utente contiene qualcosa che non è consentito. Puoi usare lettere, cifre e quasi tutti i simboli, ma non gli spazi.
problem-invalid-date = Inserisci una data con anno, mese e giorno, per esempio 1990-12-31.
problem-invalid-url = Inserisci un indirizzo web completo che inizi con https://.
problem-invalid-number = Inserisci un numero intero.
problem-invalid-value = Questo valore non è accettato qui. Controllalo, per favore.
problem-too-short = { $minimum ->
    [one] Inserisci almeno un carattere.
   *[other] Inserisci almeno { $minimum } caratteri.
}
problem-too-long = È troppo lungo. Il limite è di { $maximum } caratteri.
problem-username-taken = Questo nome è già in uso. Scegline un altro.
problem-address-taken = Questo indirizzo appartiene già a un altro account. Accedi con quell’account.
problem-password-policy = Questa password non soddisfa tutti i requisiti.
problem-password-reused = Hai già usato questa password. Scegline una nuova.
problem-password-compromised = Questa password compare in una fuga di dati e non è più sicura. Scegline un’altra.
problem-code-mismatch = Questo codice non è corretto. Controllalo o richiedine uno nuovo.
problem-code-expired = Questo codice è scaduto o è già stato usato. Richiedine uno nuovo.
problem-code-attempts-spent = Troppi codici errati. Richiedine uno nuovo.
problem-authenticator-mismatch = Questo codice non è corretto. Inserisci quello che la tua app mostra ora.
problem-code-reused = Questo codice è già stato usato. Aspetta che la tua app mostri il prossimo.
