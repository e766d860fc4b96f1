error-code-label = Erreur
error-id-label = Référence
error-developer-heading = Pour l’équipe de développement
error-cause-label = Cause
error-mend-label = Que faire

error-request-heading = L’application a commis une erreur
error-request-advice = L’adresse utilisée pour arriver ici n’est pas tout à fait correcte. Retournez dans l’application et réessayez. Si le problème persiste, signalez-le à l’équipe de l’application en indiquant la référence ci-dessous.
error-sign-out-heading = Impossible de vous ramener à l’application
error-sign-out-advice = L’application a demandé une adresse qui ne figure pas dans sa liste. Vous pouvez fermer cette page.
error-expired-heading = Cette page n’est plus valable
error-expired-advice = La connexion a pris trop de temps ou s’est poursuivie dans un autre onglet. Retournez dans l’application et recommencez.
error-form-heading = Veuillez renvoyer le formulaire
error-form-advice = Nous n’avons pas pu vérifier qu’il venait bien de cette page. Rien n’a donc été modifié. Recommencez et tout devrait fonctionner.
error-cookies-heading = Votre navigateur n’enregistre pas les cookies
error-cookies-advice = La connexion nécessite un cookie de ce site. Autorisez les cookies pour ce site dans les réglages de votre navigateur, puis recommencez.
error-not-found-heading = Il n’y a rien ici
error-not-found-advice = L’adresse est peut-être obsolète ou contient une faute de frappe. Retournez dans l’application que vous souhaitez utiliser.
error-unreadable-heading = Nous n’avons pas pu lire votre demande
error-unreadable-advice = Les données envoyées par votre navigateur étaient trop volumineuses ou illisibles. Veuillez revenir en arrière et réessayer.
error-sign-up-closed-heading = L’inscription n’est pas ouverte ici
error-sign-up-closed-advice = Les nouveaux comptes sont créés par l’équipe d’administration. Adressez-vous à l’organisation qui vous donne accès à l’application.
error-recovery-closed-heading = Vous ne pouvez pas réinitialiser votre mot de passe ici
error-recovery-closed-advice = Demandez de l’aide à l’organisation qui vous donne accès à l’application.
error-too-many-heading = Trop de tentatives
error-too-many-advice = Trop de connexions ont été lancées depuis votre réseau en peu de temps. Patientez quelques minutes, puis réessayez.
error-internal-heading = Un problème est survenu
error-internal-advice = L’erreur vient de nous, pas de vous. Veuillez réessayer dans un instant. Si le problème se reproduit, signalez-le en indiquant la référence ci-dessous.

cause-unknown-client = Ce pool n’a pas de client d’application dont le client_id est « { $client } ».
mend-unknown-client = Comparez client_id avec les clients d’application de ce pool. Chaque pool a sa propre adresse : est-ce la bonne ?
cause-redirect-mismatch = L’URI redirect_uri « { $given } » n’est pas enregistrée pour ce client d’application.
mend-redirect-mismatch = { $count ->
    [0] Ce client n’a pas encore d’URL de rappel. Enregistrez celle que votre application utilise.
   *[other] Les URL de rappel doivent correspondre exactement, y compris le port et la barre oblique finale. Enregistrées : { $registered }
}
cause-sign-out-mismatch = L’adresse de déconnexion « { $given } » n’est pas enregistrée pour ce client d’application.
mend-sign-out-mismatch = { $count ->
    [0] Ce client n’a pas encore d’URL de déconnexion. Enregistrez celle que votre application utilise.
   *[other] Les URL de déconnexion doivent correspondre exactement, y compris le port et la barre oblique finale. Enregistrées : { $registered }
}
cause-duplicate-parameter = Le paramètre « { $name } » a été envoyé plusieurs fois.
mend-duplicate-parameter = N’envoyez chaque paramètre qu’une seule fois (RFC 6749, section 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Corrigez la requête que construit votre application et comparez-la avec le document de découverte.
cause-flow-expired = La connexion à laquelle appartient cette page a expiré, est terminée ou est inconnue.
mend-flow-expired = Partez de votre application, pas d’un favori pointant vers cette page.
cause-step-out-of-order = Cette étape n’est pas la prochaine de la connexion.
mend-step-out-of-order = Suivez les redirections depuis /oauth2/authorize et n’ouvrez pas les pages directement par leur adresse.
cause-form-forged = La valeur _csrf du formulaire est absente ou appartient à un autre navigateur, ou bien la requête vient d’un autre site.
mend-form-forged = Les formulaires doivent être envoyés par les pages elles-mêmes. Un client automatisé doit conserver les cookies et renvoyer _csrf.
cause-cookies-missing = Le cookie de flux n’est pas revenu.
mend-cookies-missing = Ouvrez la page sous l’hôte indiqué dans la configuration. Un cookie de localhost n’est pas envoyé à 127.0.0.1.
cause-not-found = Aucune route ne correspond à cette adresse.
mend-not-found = Le document de découverte indique les adresses de tous les points de terminaison.
cause-method-not-allowed = L’adresse existe, mais pas pour cette méthode.
mend-method-not-allowed = Les pages acceptent GET, les formulaires POST.
cause-unreadable-form = Le corps de la requête est trop volumineux, n’est pas au format application/x-www-form-urlencoded ou n’est pas en UTF-8.
mend-unreadable-form = Envoyez un corps de formulaire en UTF-8.
cause-unknown-host = L’hôte « { $host } » n’appartient à aucun pool.
mend-unknown-host = Utilisez l’adresse publique configurée ou enregistrez l’hôte comme domaine du pool.
cause-sign-up-closed = Dans ce pool, seule l’administration peut créer des comptes.
mend-sign-up-closed = Activez l’auto-inscription dans les réglages du pool.
cause-recovery-closed = La récupération de compte est désactivée dans ce pool.
mend-recovery-closed = Activez la récupération de compte dans les réglages du pool.
cause-too-many = Ce réseau a lancé autant de connexions que le réglage sign_ins_begun_per_prefix du pool en autorise en dix minutes.
mend-too-many = Augmentez cette limite si beaucoup de personnes partagent ce réseau, ou faites en sorte que les tests réutilisent leur session.
cause-internal = Les détails figurent dans le journal du serveur, sous la référence ci-dessous.
mend-internal = Si le journal n’explique pas l’erreur, signalez-la en joignant les lignes du journal.

unavailable-heading = Le service est très sollicité
unavailable-text = Rien n’est perdu. Veuillez réessayer dans quelques secondes.
