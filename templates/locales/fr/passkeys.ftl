passkey-sign-in = Se connecter avec une clé d’accès
passkey-unsupported = Ce navigateur ne peut pas utiliser de clés d’accès ici. Choisissez une autre méthode ou ouvrez cette page dans un autre navigateur.
passkey-cancelled = Rien n’a été fait avec une clé d’accès. Vous pouvez réessayer.
passkey-challenge-title = Utilisez votre clé d’accès
passkey-challenge-text = Confirmez que c’est bien vous avec votre empreinte digitale, votre visage, votre code PIN ou votre clé de sécurité.
passkey-challenge-button = Utiliser une clé d’accès
passkey-no-script = Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Activez-le ou choisissez une autre méthode.
factor-passkey = Utiliser ma clé d’accès

passkey-add-title = Ajouter une clé d’accès
passkey-add-text = Avec une clé d’accès, vous vous connectez grâce à votre empreinte digitale, votre visage, votre code PIN ou votre clé de sécurité, sans mot de passe.
passkey-add-button = Ajouter une clé d’accès
passkey-add-later = Pas maintenant
passkey-add-there = Cet appareil a déjà une clé d’accès pour votre compte.
passkey-add-full = Vous avez { $most } clés d’accès et il ne peut pas y en avoir plus. Supprimez-en d’abord une que vous n’utilisez plus.

passkeys-title = Clés d’accès
passkeys-hint = Avec votre empreinte digitale, votre visage ou un code PIN à la place d’un mot de passe
passkeys-text = Avec une clé d’accès, vous vous connectez grâce à votre empreinte digitale, votre visage, votre code PIN ou votre clé de sécurité.
passkeys-none = Vous n’avez pas encore de clé d’accès.
passkeys-unnamed = Clé d’accès
passkeys-added = Ajoutée le { $date }
passkeys-added-used = Ajoutée le { $date }, dernière utilisation le { $used }
passkeys-synced = Sur plusieurs appareils
passkeys-one-device = Sur un seul appareil
passkeys-other-domain = Créée pour { $domain }, elle ne fonctionne donc pas ici.
passkeys-name-label = Nom
passkeys-rename = Renommer
passkeys-rename-named = Renommer { $name }
passkeys-remove = Supprimer
passkeys-remove-named = Supprimer { $name }
passkeys-details = Gérer
passkeys-details-named = Gérer { $name }
passkeys-was-added = Votre clé d’accès a été ajoutée.
passkeys-was-renamed = Le nouveau nom a été enregistré.
passkeys-was-removed = La clé d’accès a été supprimée. Vous pouvez aussi l’effacer de l’appareil ou du gestionnaire de mots de passe où elle est conservée.
passkeys-not-there = Cette clé d’accès n’est plus dans votre compte. Rien n’a donc été modifié.
passkeys-stays-only-way = Cette clé d’accès est votre seul moyen de vous connecter et reste donc en place. Ajoutez d’abord une autre clé d’accès, ou définissez un mot de passe avec « Mot de passe oublié ? » sur la page de connexion.
passkeys-stays-second = Une deuxième étape est nécessaire pour se connecter ici, et vous n’avez que cette clé d’accès. Elle reste donc en place. Ajoutez d’abord une autre clé d’accès.

problem-passkey-refused = Cette clé d’accès n’a pas pu être utilisée. Réessayez ou connectez-vous autrement.
problem-passkey-unknown = Cette clé d’accès n’appartient plus à aucun compte ici. Connectez-vous autrement.
problem-passkey-expired = Cela a pris trop de temps. Veuillez réessayer.
problem-passkey-copied = Cette clé d’accès a été refusée, car il en existe peut-être une copie. Connectez-vous autrement et supprimez-la de votre compte.

message-passkey-added-subject = Une clé d’accès a été ajoutée à votre compte { $pool }
message-passkey-added-body =
    Bonjour,

    Une clé d’accès vient d’être ajoutée à votre compte { $pool }. Elle permet de se connecter.

    Si c’était vous, vous n’avez rien à faire. Sinon, quelqu’un d’autre a accès à votre compte : supprimez la clé d’accès, changez votre mot de passe et demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-passkey-added-sms = { $pool } : clé d’accès ajoutée. Si cela ne vient pas de vous, supprimez-la et changez votre mot de passe.
message-passkey-removed-subject = Une clé d’accès a été supprimée de votre compte { $pool }
message-passkey-removed-body =
    Bonjour,

    Une clé d’accès vient d’être supprimée de votre compte { $pool }. Vos autres moyens de connexion ne changent pas.

    Si c’était vous, vous n’avez rien à faire. Sinon, quelqu’un d’autre a accès à votre compte : changez votre mot de passe et demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-passkey-removed-sms = { $pool } : une clé d’accès a été supprimée. Si cela ne vient pas de vous, changez votre mot de passe.
message-passkey-copied-subject = Une clé d’accès de votre compte { $pool } a été refusée
message-passkey-copied-body =
    Bonjour,

    Quelqu’un a essayé de se connecter à votre compte { $pool } avec l’une de vos clés d’accès. Nous l’avons refusée, car elle ressemblait à une copie.

    Connectez-vous autrement, supprimez cette clé d’accès de votre compte et ajoutez-en une nouvelle. Si vous ne savez pas ce qui s’est passé, demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-passkey-copied-sms = { $pool } : clé d’accès refusée, il s’agit peut-être d’une copie. Connectez-vous autrement et supprimez-la.
