title-problem = Πρόβλημα:
continue-to = για να συνεχίσετε στην εφαρμογή { $name }
or = ή
optional = προαιρετικό
choice-yes = Ναι
choice-no = Όχι
continue = Συνέχεια
next = Επόμενο
try-again = Δοκιμάστε ξανά
use-another-account = Χρήση άλλου λογαριασμού
back-to-sign-in = Επιστροφή στη σύνδεση
choose-another-method = Επιλογή άλλου τρόπου
password-label = Κωδικός πρόσβασης
password-show = Εμφάνιση κωδικού πρόσβασης
password-hide = Απόκρυψη κωδικού πρόσβασης
password-rules = Ο κωδικός πρόσβασης χρειάζεται
rule-satisfied = εντάξει:
rule-missing = λείπει ακόμη:
code-label = Κωδικός επαλήθευσης
code-sent-email = Στείλαμε κωδικό με email στη διεύθυνση
code-sent-sms = Στείλαμε κωδικό με SMS στον αριθμό
resend-question = Δεν λάβατε τίποτα;
resend-button = Αποστολή νέου κωδικού
check-fields = { $count ->
    [one] Ελέγξτε ένα πεδίο
   *[other] Ελέγξτε { $count } πεδία
}
development-ribbon = Διακομιστής ανάπτυξης
development-mailbox = Γραμματοκιβώτιο
development-playground = Χώρος δοκιμών
development-providers = Πάροχοι

identifier-username = Όνομα χρήστη
identifier-email = Διεύθυνση email
identifier-phone = Αριθμός τηλεφώνου
identifier-email-or-phone = Διεύθυνση email ή αριθμός τηλεφώνου
identifier-username-or-email = Όνομα χρήστη ή διεύθυνση email
identifier-username-or-phone = Όνομα χρήστη ή αριθμός τηλεφώνου
identifier-any = Όνομα χρήστη, διεύθυνση email ή αριθμός τηλεφώνου
hint-phone = Με τον κωδικό χώρας, για παράδειγμα +30 691 234 5678

rule-minimum-length = { $length ->
    [one] τουλάχιστον έναν χαρακτήρα
   *[other] τουλάχιστον { $length } χαρακτήρες
}
rule-lowercase = ένα πεζό γράμμα
rule-uppercase = ένα κεφαλαίο γράμμα
rule-number = έναν αριθμό
rule-symbol = ένα σύμβολο, για παράδειγμα ! ή #
rule-no-edge-space = κανένα κενό στην αρχή ή στο τέλος

notice-password-changed = Ο κωδικός πρόσβασης άλλαξε. Συνδεθείτε με τον νέο.
notice-account-confirmed = Ο λογαριασμός σας επιβεβαιώθηκε. Μπορείτε πλέον να συνδεθείτε.
notice-session-expired = Η σελίδα έμεινε ανοιχτή πολλή ώρα, γι’ αυτό ξεκινήσαμε από την αρχή. Συνδεθείτε ξανά.
notice-sign-in-again = Συνδεθείτε ξανά για να συνεχίσετε.
notice-code-sent = Στείλαμε νέο κωδικό. Ισχύει μόνο ο πιο πρόσφατος.
notice-signed-out = Αποσυνδεθήκατε από αυτό το πρόγραμμα περιήγησης.
