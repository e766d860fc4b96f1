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
set-up-device-name = Nom de l’appareil
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
recovery-back = Revenir au code habituel
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

factors-title = Deuxième étape
factors-hint = Ce qui vous est demandé après le mot de passe
factors-required = Ici, tout le monde doit en avoir une.
factors-app = Application d’authentification
factors-email = Codes par e-mail
factors-sms = Codes par SMS
factors-on = Activé
factors-first = Demandé en premier
factors-no-email = Pour l’utiliser, confirmez d’abord une adresse e-mail.
factors-no-phone = Pour l’utiliser, confirmez d’abord un numéro de téléphone.
factors-ends-recovery = Tant que cette méthode est activée, elle ne permet pas de réinitialiser un mot de passe oublié.
factors-set-up = Configurer
factors-replace = Reconfigurer
factors-remove = Supprimer
factors-turn-on = Activer
factors-turn-off = Désactiver
factors-ask-first = Demander en premier
factors-app-replaces = La nouvelle application remplace celle que vous avez maintenant.
factors-stays = Une deuxième étape est nécessaire pour se connecter ici, et vous n’avez que celle-ci. Elle reste donc en place. Configurez-en d’abord une autre.
factors-app-added = Votre application d’authentification est configurée.
factors-turned-on = C’est activé. Cela vous sera demandé à votre prochaine connexion.
factors-turned-off = C’est désactivé. Cela ne vous sera plus demandé.
factors-put-first = Désormais, cela vous sera demandé en premier.
factors-unchanged = Rien n’a été modifié. Vous voyez ici l’état actuel.
factors-recovery = Codes de récupération
factors-recovery-text = Pour le jour où vous n’aurez pas votre deuxième étape sous la main. Chaque code ne fonctionne qu’une fois.
factors-new-codes = Créer de nouveaux codes
factors-new-codes-hint = Vos anciens codes cessent aussitôt de fonctionner.
factors-browsers = Navigateurs mémorisés
factors-browsers-text = Dans ces navigateurs, la deuxième étape ne vous est pas demandée.
factors-browser-times = Depuis le { $since }, jusqu’au { $until }
factors-forget = Oublier
factors-forget-all = Oublier tous les navigateurs
factors-browsers-forgotten = La deuxième étape vous y sera de nouveau demandée.
account-state-off = Désactivé
