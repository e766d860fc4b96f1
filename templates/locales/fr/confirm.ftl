confirm-title = Confirmez votre compte
confirm-bare = Saisissez le code que vous avez reçu.
confirm-button = Confirmer le compte
confirm-back-question = Ce n’est pas la bonne adresse ?
confirm-back = Revenir pour la corriger

confirm-user-title = Confirmez votre compte
confirm-user-ask = Un clic et votre compte est prêt.
confirm-user-button = Confirmer mon compte
confirm-user-done-heading = Votre compte est confirmé
confirm-user-done = Vous pouvez désormais vous connecter.
confirm-user-close = Vous pouvez fermer cette page.
confirm-user-failed-heading = Ce lien n’est plus valable
confirm-user-failed-advice = Connectez-vous avec votre identifiant et votre mot de passe : vous pourrez alors demander un nouveau code.
