terms-link = όρους χρήσης
privacy-link = πολιτική απορρήτου
footer-legal = Νομικές πληροφορίες
footer-terms = Όροι χρήσης
footer-privacy = Πολιτική απορρήτου

terms-by-signing-up = Με τη δημιουργία λογαριασμού αποδέχεστε τους { $terms } μας.
terms-checkbox = Αποδέχομαι τους { $terms }
terms-checkbox-label = Όροι χρήσης
terms-privacy = Η { $privacy } μας εξηγεί τι κάνουμε με τα δεδομένα σας.
problem-terms = Για να δημιουργήσετε λογαριασμό, αποδεχτείτε τους όρους.

terms-first-title = Αποδεχτείτε τους όρους μας
terms-first-text = Πριν συνεχίσετε στην εφαρμογή { $name }, διαβάστε και αποδεχτείτε τους { $terms } μας.
terms-changed-title = Οι όροι μας άλλαξαν
terms-changed-text = Πριν συνεχίσετε στην εφαρμογή { $name }, διαβάστε και αποδεχτείτε τους νέους { $terms } μας.
terms-version = Έκδοση { $version }
terms-accept = Αποδοχή και συνέχεια
terms-decline = Όχι τώρα
terms-decline-hint = Αν επιλέξετε «Όχι τώρα», θα επιστρέψετε στην εφαρμογή χωρίς να συνδεθείτε. Ο λογαριασμός σας μένει όπως είναι.

accepted-terms-title = Όροι που αποδεχτήκατε
accepted-terms-text = Έχετε αποδεχτεί τους { $terms } μας σε αυτές τις εκδόσεις.
accepted-terms-none = Δεν έχετε αποδεχτεί ακόμη όρους εδώ.
accepted-terms-row = Έκδοση { $version }, αποδοχή: { $date }
accepted-terms-newer = Υπάρχει νεότερη έκδοση. Θα σας ρωτήσουμε γι’ αυτήν την επόμενη φορά που θα συνδεθείτε σε εφαρμογή.

consent-title = Να επιτραπεί η πρόσβαση στον λογαριασμό σας;
consent-text = Η εφαρμογή { $name } ζητά πρόσβαση στον λογαριασμό σας.
consent-more-text = Η εφαρμογή { $name } ζητά ευρύτερη πρόσβαση στον λογαριασμό σας από αυτήν που έχετε επιτρέψει έως τώρα.
consent-account = Ο λογαριασμός σας
consent-list = Αυτά επιτρέπετε
consent-list-new = Αυτά είναι νέα
consent-list-before = Αυτά τα έχετε ήδη επιτρέψει
consent-goes-to = Μετά θα συνεχίσετε στη διεύθυνση { $host }
consent-take-back = Μπορείτε να καταργήσετε την πρόσβαση οποτεδήποτε, στην ενότητα «Εφαρμογές» του λογαριασμού σας.
consent-allow = Να επιτραπεί
consent-deny = Απόρριψη
scope-offline = Παραμένει συνδεδεμένη όταν λείπετε

applications-allowed = Επιτράπηκε: { $date }, δεν χρησιμοποιείται αυτή τη στιγμή
