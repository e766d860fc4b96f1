confirm-title = Επιβεβαιώστε τον λογαριασμό σας
confirm-bare = Πληκτρολογήστε τον κωδικό που σας δόθηκε.
confirm-button = Επιβεβαίωση λογαριασμού
confirm-back-question = Λάθος διεύθυνση;
confirm-back = Πίσω για διόρθωση

confirm-user-title = Επιβεβαιώστε τον λογαριασμό σας
confirm-user-ask = Ένα κλικ και ο λογαριασμός σας είναι έτοιμος.
confirm-user-button = Επιβεβαίωση λογαριασμού
confirm-user-done-heading = Ο λογαριασμός σας επιβεβαιώθηκε
confirm-user-done = Μπορείτε πλέον να συνδέεστε.
confirm-user-close = Μπορείτε να κλείσετε αυτή τη σελίδα.
confirm-user-failed-heading = Ο σύνδεσμος δεν ισχύει πλέον
confirm-user-failed-advice = Συνδεθείτε με το όνομα χρήστη και τον κωδικό πρόσβασής σας. Μετά μπορείτε να ζητήσετε νέο κωδικό επαλήθευσης.
