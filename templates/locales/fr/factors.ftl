set-up-select-title = Ajoutez une deuxième étape
set-up-subtitle = Une deuxième étape protège votre compte, même si quelqu’un découvre votre mot de passe.
set-up-totp-title = Configurez votre application d’authentification
set-up-totp-install = Ouvrez une application d’authentification sur votre téléphone. Si vous n’en avez pas, installez-en d’abord une.
set-up-totp-scan = Scannez cette image avec l’application.
set-up-totp-picture = Code QR contenant la clé pour votre application d’authentification. La clé figure aussi ci-dessous sous forme de texte.
set-up-totp-open = Ouvrir dans une application de cet appareil
set-up-totp-type-summary = Impossible de scanner l’image ?
set-up-totp-type = Saisissez cette clé dans l’application. Les majuscules, les minuscules et les espaces n’ont pas d’importance.
set-up-totp-copy = Copier la clé
set-up-totp-confirm = Saisissez le code à six chiffres que l’application affiche maintenant.
set-up-device-name = Nom de cet appareil
set-up-device-hint = Pour distinguer vos appareils, par exemple « mon téléphone ».
set-up-number-title = Ajoutez votre téléphone
set-up-number-text = Nous enverrons un code par SMS à ce numéro maintenant, puis à chaque connexion.
copied = Copié

challenge-totp-device = Votre appareil :
remember-browser = { $days ->
    [one] Ne plus demander dans ce navigateur pendant un jour
   *[other] Ne plus demander dans ce navigateur pendant { $days } jours
}

recovery-use = Utiliser un code de récupération
recovery-back = Revenir à l’autre code
recovery-code-label = Code de récupération
recovery-challenge-title = Utilisez un code de récupération
recovery-challenge-text = Saisissez l’un des codes que vous avez conservés lors de la configuration de la deuxième étape. Chacun ne fonctionne qu’une fois.
recovery-codes-title = Conservez vos codes de récupération
recovery-codes-subtitle = Pour le jour où vous n’aurez pas votre deuxième étape sous la main.
recovery-codes-text = Chaque code permet de vous connecter une fois. Gardez-les dans un endroit que personne d’autre ne connaît. Ils ne s’affichent que cette fois-ci.
recovery-codes-copy = Copier
recovery-codes-print = Imprimer
recovery-codes-download = Télécharger
recovery-codes-kept = Je les ai conservés
recovery-used-title = Vous avez utilisé un code de récupération
recovery-used-left = { $count ->
    [0] Il ne vous reste plus aucun code de récupération.
    [one] Il vous reste un code de récupération.
   *[other] Il vous reste { $count } codes de récupération.
}
recovery-used-text = Rayez ce code, il ne fonctionnera plus.
recovery-used-few = Demandez bientôt de nouveaux codes pour ne pas perdre l’accès à votre compte si vous perdez votre deuxième étape.
problem-recovery-code-mismatch = Ce code est incorrect ou a déjà été utilisé. Vérifiez-le ou essayez-en un autre.
