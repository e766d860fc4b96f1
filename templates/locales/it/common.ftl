title-problem = Problema:
continue-to = per continuare su { $name }
or = oppure
optional = facoltativo
choice-yes = Sì
choice-no = No
continue = Continua
next = Avanti
try-again = Riprova
use-another-account = Usa un altro account
back-to-sign-in = Torna all’accesso
choose-another-method = Scegli un altro metodo
password-label = Password
password-show = Mostra password
password-hide = Nascondi password
password-rules = Requisiti della password
rule-satisfied = soddisfatto:
rule-missing = non ancora soddisfatto:
code-label = Codice
code-sent-email = Abbiamo inviato un codice via email a
code-sent-sms = Abbiamo inviato un codice via SMS al numero
resend-question = Non è arrivato nulla?
resend-button = Invia un nuovo codice
check-fields = { $count ->
    [one] C’è un dato da controllare
   *[other] Ci sono { $count } dati da controllare
}
development-ribbon = Server di sviluppo
development-mailbox = Casella di posta
development-playground = Playground
development-providers = Provider

identifier-username = Nome utente
identifier-email = Indirizzo email
identifier-phone = Numero di telefono
identifier-email-or-phone = Indirizzo email o numero di telefono
identifier-username-or-email = Nome utente o indirizzo email
identifier-username-or-phone = Nome utente o numero di telefono
identifier-any = Nome utente, indirizzo email o numero di telefono
hint-phone = Con il prefisso internazionale, per esempio +39 312 345 6789

rule-minimum-length = { $length ->
    [one] almeno un carattere
   *[other] almeno { $length } caratteri
}
rule-lowercase = una lettera minuscola
rule-uppercase = una lettera maiuscola
rule-number = un numero
rule-symbol = un simbolo come ! o #
rule-no-edge-space = nessuno spazio all’inizio o alla fine

notice-password-changed = La tua password è stata cambiata. Accedi con quella nuova.
notice-account-confirmed = Il tuo account è confermato. Ora puoi accedere.
notice-session-expired = Questa pagina è rimasta aperta troppo a lungo, quindi ricominciamo da capo. Accedi per continuare.
notice-sign-in-again = Accedi di nuovo per continuare.
notice-code-sent = Abbiamo inviato un nuovo codice. Solo il più recente è valido.
notice-signed-out = La tua sessione in questo browser è stata chiusa.
