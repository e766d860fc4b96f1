confirm-title = Conferma il tuo account
confirm-bare = Inserisci il codice che hai ricevuto.
confirm-button = Conferma account
confirm-back-question = L’indirizzo è sbagliato?
confirm-back = Torna indietro e cambialo

confirm-user-title = Conferma il tuo account
confirm-user-ask = Un clic e il tuo account è pronto.
confirm-user-button = Conferma il mio account
confirm-user-done-heading = Il tuo account è confermato
confirm-user-done = Da ora puoi accedere.
confirm-user-close = Puoi chiudere questa pagina.
confirm-user-failed-heading = Questo link non è più valido
confirm-user-failed-advice = Accedi con nome utente e password: potrai poi richiedere un nuovo codice.
