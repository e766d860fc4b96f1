terms-link = condizioni d’uso
privacy-link = informativa sulla privacy
footer-legal = Informazioni legali
footer-terms = Condizioni d’uso
footer-privacy = Informativa sulla privacy

terms-by-signing-up = Creando un account, accetti le nostre { $terms }.
terms-checkbox = Accetto le { $terms }
terms-checkbox-label = Condizioni d’uso
terms-privacy = La nostra { $privacy } spiega che cosa facciamo con i tuoi dati.
problem-terms = Per creare un account, accetta le condizioni.

terms-first-title = Accetta le nostre condizioni
terms-first-text = Prima di continuare su { $name }, leggi e accetta le nostre { $terms }.
terms-changed-title = Le nostre condizioni sono cambiate
terms-changed-text = Prima di continuare su { $name }, leggi e accetta le nostre nuove { $terms }.
terms-version = Versione { $version }
terms-accept = Accetta e continua
terms-decline = Non ora
terms-decline-hint = Se scegli “Non ora”, torni all’applicazione senza accedere. Il tuo account resta com’è.

accepted-terms-title = Condizioni che hai accettato
accepted-terms-text = Queste sono le versioni delle nostre { $terms } che hai accettato.
accepted-terms-none = Qui non hai ancora accettato condizioni.
accepted-terms-row = Versione { $version }, accettata in data { $date }
accepted-terms-newer = C’è una versione più recente. Ti verrà proposta la prossima volta che accedi a un’applicazione.

consent-title = Vuoi consentire l’accesso al tuo account?
consent-text = { $name } chiede l’accesso al tuo account.
consent-more-text = { $name } chiede un accesso al tuo account più ampio di quello che hai consentito finora.
consent-account = Il tuo account
consent-list = Che cosa consenti
consent-list-new = Che cosa c’è di nuovo
consent-list-before = Che cosa hai già consentito
consent-goes-to = Poi continuerai su { $host }
consent-take-back = Puoi rimuovere l’accesso in qualsiasi momento in “Applicazioni” nel tuo account.
consent-allow = Consenti
consent-deny = Nega
scope-offline = Mantiene la connessione quando non ci sei

applications-allowed = Accesso consentito in data { $date }, al momento non usato
