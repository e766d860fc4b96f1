problem-incorrect-credentials = Identifiant ou mot de passe incorrect.
problem-other-account = Ce n’est pas le bon compte. Connectez-vous à celui qui est indiqué ici pour l’associer, ou recommencez depuis le début.
problem-locked-seconds = { $seconds ->
    [one] Trop de tentatives infructueuses. Réessayez dans une seconde.
   *[other] Trop de tentatives infructueuses. Réessayez dans { $seconds } secondes.
}
problem-locked-minutes = { $minutes ->
    [one] Trop de tentatives infructueuses. Réessayez dans une minute ou réinitialisez votre mot de passe.
   *[other] Trop de tentatives infructueuses. Réessayez dans { $minutes } minutes ou réinitialisez votre mot de passe.
}
problem-too-many-requests = Trop de tentatives en peu de temps. Patientez un peu, puis réessayez.
problem-busy = Le service est très sollicité en ce moment. Veuillez réessayer dans un instant.
problem-form-expired = Cette page est restée ouverte trop longtemps. Veuillez réessayer.
problem-password-reset-required = Vous devez réinitialiser votre mot de passe avant de pouvoir vous connecter. Utilisez « Mot de passe oublié ? ».
problem-temporary-password-expired = Votre mot de passe provisoire a expiré. Demandez-en un nouveau à l’équipe d’administration.
problem-recovery-impossible = Nous ne pouvons pas réinitialiser le mot de passe de ce compte. Demandez de l’aide à l’organisation qui vous a fourni ce compte.
problem-message-not-sent = Nous n’avons pas pu envoyer le message. Veuillez réessayer dans un instant.
problem-method-unavailable = Ce mode de connexion n’est pas disponible pour le moment. Veuillez en choisir un autre.
problem-provider-try-again = La connexion avec ce service n’a pas abouti cette fois-ci. Veuillez réessayer.
problem-refused = { $reason }
problem-required = Veuillez remplir ce champ.
problem-invalid-email = Veuillez saisir une adresse e-mail complète, par exemple nom@example.com.
problem-invalid-phone = Veuillez saisir un numéro de téléphone avec l’indicatif du pays, par exemple +33 6 39 98 01 23.
problem-invalid-username = Cet identifiant contient un caractère non autorisé. Les lettres, les chiffres et la plupart des symboles sont acceptés, mais pas les espaces.
problem-invalid-date = Veuillez saisir une date sous la forme année, mois, jour, par exemple 1990-12-31.
problem-invalid-url = Veuillez saisir une adresse web complète commençant par https://.
problem-invalid-number = Veuillez saisir un nombre entier.
problem-invalid-value = Cette valeur n’est pas acceptée ici. Veuillez la vérifier.
problem-too-short = { $minimum ->
    [one] Veuillez saisir au moins un caractère.
   *[other] Veuillez saisir au moins { $minimum } caractères.
}
problem-too-long = C’est trop long. La limite est de { $maximum } caractères.
problem-username-taken = Cet identifiant est déjà pris. Veuillez en choisir un autre.
problem-address-taken = Un autre compte utilise déjà cette adresse. Connectez-vous plutôt avec ce compte.
problem-password-policy = Ce mot de passe ne remplit pas tous les critères.
problem-password-reused = Vous avez déjà utilisé ce mot de passe. Veuillez en choisir un nouveau.
problem-password-compromised = Ce mot de passe figure dans une fuite de données et n’est plus sûr. Veuillez en choisir un autre.
problem-code-mismatch = Ce code est incorrect. Vérifiez-le ou demandez-en un nouveau.
problem-code-expired = Ce code est trop ancien ou a déjà été utilisé. Veuillez en demander un nouveau.
problem-code-attempts-spent = Trop de codes incorrects. Veuillez en demander un nouveau.
problem-authenticator-mismatch = Ce code est incorrect. Saisissez celui que votre application affiche maintenant.
problem-code-reused = Ce code a déjà été utilisé. Attendez que votre application affiche le suivant.
