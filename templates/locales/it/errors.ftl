error-code-label = Errore
error-id-label = Riferimento
error-developer-heading = Per chi sviluppa
error-cause-label = Causa
error-mend-label = Che cosa fare

error-request-heading = L’applicazione ha commesso un errore
error-request-advice = L’indirizzo che ti ha portato qui non è del tutto corretto. Torna all’applicazione e riprova. Se il problema continua, segnalalo al team dell’applicazione indicando il riferimento qui sotto.
error-sign-out-heading = Non possiamo riportarti all’applicazione
error-sign-out-advice = L’applicazione ha richiesto un indirizzo che non è nel suo elenco. Puoi chiudere questa pagina.
error-expired-heading = Questa pagina non è più valida
error-expired-advice = L’accesso ha richiesto troppo tempo o è proseguito in un’altra scheda. Torna all’applicazione e ricomincia.
error-form-heading = Invia di nuovo il modulo
error-form-advice = Non siamo riusciti a verificare che venisse da questa pagina, quindi non è cambiato nulla. Ricomincia e dovrebbe funzionare.
error-cookies-heading = Il tuo browser non salva i cookie
error-cookies-advice = Per accedere serve un cookie di questo sito. Consenti i suoi cookie nelle impostazioni del browser, poi ricomincia.
error-not-found-heading = Qui non c’è nulla
error-not-found-advice = L’indirizzo potrebbe essere sbagliato o non più valido. Torna all’applicazione che vuoi usare.
error-unreadable-heading = Non siamo riusciti a leggere i dati
error-unreadable-advice = I dati inviati dal tuo browser erano troppo grandi o illeggibili. Torna indietro e riprova.
error-sign-up-closed-heading = Qui non è possibile registrarsi
error-sign-up-closed-advice = I nuovi account vengono creati dal team di amministrazione. Chiedi a chi ti dà accesso all’applicazione.
error-recovery-closed-heading = Qui non puoi reimpostare la password
error-recovery-closed-advice = Chiedi aiuto a chi ti dà accesso all’applicazione.
error-too-many-heading = Troppi tentativi
error-too-many-advice = Dalla tua rete sono stati avviati troppi accessi in poco tempo. Aspetta qualche minuto e riprova.
error-internal-heading = Qualcosa è andato storto
error-internal-advice = L’errore è nostro, non tuo. Riprova tra un momento. Se succede di nuovo, segnalalo indicando il riferimento qui sotto.

cause-unknown-client = Questo pool non ha un client dell’app con client_id “{ $client }”.
mend-unknown-client = Confronta client_id con i client dell’app di questo pool. Ogni pool ha il proprio indirizzo: è quello giusto?
cause-redirect-mismatch = Il redirect_uri “{ $given }” non è registrato per questo client dell’app.
mend-redirect-mismatch = { $count ->
    [0] Il client non ha ancora un URL di callback. Registra quello usato dalla tua applicazione.
   *[other] Gli URL di callback devono corrispondere esattamente, compresi la porta e la barra finale. Registrati: { $registered }
}
cause-sign-out-mismatch = L’indirizzo di disconnessione “{ $given }” non è registrato per questo client dell’app.
mend-sign-out-mismatch = { $count ->
    [0] Il client non ha ancora un URL di disconnessione. Registra quello usato dalla tua applicazione.
   *[other] Gli URL di disconnessione devono corrispondere esattamente, compresi la porta e la barra finale. Registrati: { $registered }
}
cause-duplicate-parameter = Il parametro “{ $name }” è stato inviato più di una volta.
mend-duplicate-parameter = Invia ogni parametro una volta sola (RFC 6749, sezione 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Correggi la richiesta creata dalla tua applicazione e confrontala con il documento di discovery.
cause-flow-expired = L’accesso a cui appartiene questa pagina è scaduto, concluso o sconosciuto.
mend-flow-expired = Parti dalla tua applicazione, non da un segnalibro di questa pagina.
cause-step-out-of-order = Questo passaggio non è il prossimo dell’accesso.
mend-step-out-of-order = Segui i reindirizzamenti da /oauth2/authorize e non aprire le pagine direttamente dal loro indirizzo.
cause-form-forged = Il valore _csrf del modulo manca o appartiene a un altro browser, oppure la richiesta è arrivata da un altro sito.
mend-form-forged = I moduli devono essere inviati dalle pagine stesse. Un client automatico deve conservare i cookie e restituire _csrf.
cause-cookies-missing = Il cookie del flusso non è tornato indietro.
mend-cookies-missing = Apri la pagina con l’host indicato nella configurazione. Un cookie di localhost non viene inviato a 127.0.0.1.
cause-not-found = Nessuna route corrisponde a questo indirizzo.
mend-not-found = Il documento di discovery riporta gli indirizzi di tutti gli endpoint.
cause-method-not-allowed = L’indirizzo esiste, ma non per questo metodo.
mend-method-not-allowed = Le pagine accettano GET, i moduli POST.
cause-unreadable-form = Il corpo è troppo grande, non è application/x-www-form-urlencoded o non è in UTF-8.
mend-unreadable-form = Invia il corpo del modulo in UTF-8.
cause-unknown-host = L’host “{ $host }” non appartiene a nessun pool.
mend-unknown-host = Usa l’indirizzo pubblico configurato oppure registra l’host come dominio del pool.
cause-sign-up-closed = In questo pool gli account possono essere creati solo da chi lo amministra.
mend-sign-up-closed = Attiva la registrazione autonoma nelle impostazioni del pool.
cause-recovery-closed = Il recupero dell’account è disattivato in questo pool.
mend-recovery-closed = Attiva il recupero dell’account nelle impostazioni del pool.
cause-too-many = Da questa rete sono stati avviati tanti accessi quanti ne consente in dieci minuti l’impostazione sign_ins_begun_per_prefix del pool.
mend-too-many = Aumenta il limite se molte persone condividono questa rete, oppure fai in modo che i test riutilizzino la loro sessione.
cause-internal = I dettagli sono nel log del server, con il riferimento qui sotto.
mend-internal = Se il log non spiega l’errore, segnalalo allegando le righe del log.

unavailable-heading = C’è molto traffico in questo momento
unavailable-text = Non è andato perso nulla. Riprova tra qualche secondo.
