message-verification-subject = Votre code de confirmation { $pool }
message-verification-body =
    Bonjour,

    Voici le code pour confirmer votre compte { $pool } :

    {"{####}"}

    Si vous n’avez rien demandé, vous pouvez ignorer ce message.
message-verification-sms = { $pool } : votre code de confirmation est {"{####}"}

message-link-subject = Confirmez votre compte { $pool }
message-link-body =
    Bonjour,

    Voici le lien pour confirmer votre compte { $pool } :

    {"{##Confirmer mon compte##}"}

    Si vous n’avez rien demandé, vous pouvez ignorer ce message.

message-sign-in-subject = Votre code de connexion { $pool }
message-sign-in-body =
    Bonjour,

    Voici le code pour vous connecter à { $pool } :

    {"{####}"}

    Ne le communiquez jamais : personne chez { $pool } ne vous le demandera. Si vous n’êtes pas en train de vous connecter, quelqu’un d’autre essaie peut-être de le faire.
message-sign-in-sms = { $pool } : votre code de connexion est {"{####}"}. Ne le communiquez jamais.

message-reset-subject = Réinitialisation de votre mot de passe { $pool }
message-reset-body =
    Bonjour,

    Voici le code pour définir un nouveau mot de passe pour votre compte { $pool } :

    {"{####}"}

    Si vous n’avez rien demandé, vous pouvez ignorer ce message. Votre mot de passe ne change pas.
message-reset-sms = { $pool } : votre code pour un nouveau mot de passe est {"{####}"}

message-existing-account-subject = Vous avez déjà un compte { $pool }
message-existing-account-body =
    Bonjour,

    Quelqu’un, sans doute vous, vient d’essayer de créer un compte { $pool } avec cette adresse. Comme vous en avez déjà un, rien n’a été modifié.

    Connectez-vous comme d’habitude. Si vous ne vous souvenez plus du mot de passe, choisissez « Mot de passe oublié ? » sur la page de connexion.

    Si ce n’était pas vous, vous pouvez ignorer ce message.
message-existing-account-sms = { $pool } : vous avez déjà un compte avec ce numéro. Connectez-vous ou réinitialisez votre mot de passe.

message-password-changed-subject = Votre mot de passe { $pool } a été modifié
message-password-changed-body =
    Bonjour,

    Le mot de passe de votre compte { $pool } vient d’être modifié et vos sessions dans les autres navigateurs ont été fermées.

    Si c’était vous, vous n’avez rien à faire. Sinon, réinitialisez sans attendre votre mot de passe sur la page de connexion.
message-password-changed-sms = { $pool } : votre mot de passe a été modifié. Si cela ne vient pas de vous, réinitialisez-le maintenant.

message-provider-unlinked-subject = La connexion avec { $provider } a été supprimée de votre compte { $pool }
message-provider-unlinked-body =
    Bonjour,

    La connexion avec { $provider } vient d’être supprimée de votre compte { $pool }. Vos autres moyens de connexion ne changent pas.

    Si c’était vous, vous n’avez rien à faire. Sinon, quelqu’un d’autre a accès à votre compte : changez votre mot de passe et demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-provider-unlinked-sms = { $pool } : connexion avec { $provider } supprimée. Si cela ne vient pas de vous, changez votre mot de passe maintenant.

message-recovery-code-used-subject = Un code de récupération { $pool } a été utilisé
message-recovery-code-used-body =
    Bonjour,

    L’un des codes de récupération de votre compte { $pool } vient d’être utilisé pour une connexion. Chaque code ne fonctionne qu’une fois : rayez-le.

    Si c’était vous, vous n’avez rien d’autre à faire. Sinon, quelqu’un d’autre connaît votre mot de passe et vos codes : réinitialisez sans attendre votre mot de passe sur la page de connexion et demandez de nouveaux codes de récupération.
message-recovery-code-used-sms = { $pool } : un code de récupération a été utilisé. Si cela ne vient pas de vous, réinitialisez votre mot de passe maintenant.

message-factors-changed-subject = La deuxième étape de votre compte { $pool } a été modifiée
message-factors-changed-body =
    Bonjour,

    La deuxième étape qui protège votre compte { $pool } vient d’être modifiée.

    Si c’était vous, vous n’avez rien à faire. Sinon, quelqu’un d’autre connaît votre mot de passe : réinitialisez-le sans attendre sur la page de connexion et demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-factors-changed-sms = { $pool } : votre deuxième étape de connexion a été modifiée. Si cela ne vient pas de vous, réinitialisez votre mot de passe maintenant.

message-invitation-subject = Votre compte { $pool }
message-invitation-body =
    Bonjour,

    Un compte { $pool } a été créé pour vous. Votre identifiant est {"{username}"} et voici votre mot de passe provisoire :

    {"{####}"}

    Vous choisirez votre propre mot de passe en vous connectant.
message-invitation-sms = { $pool } : votre identifiant est {"{username}"}, votre mot de passe provisoire {"{####}"}

message-address-code-subject = Votre code de confirmation { $pool }
message-address-code-body =
    Bonjour,

    Voici le code pour utiliser cette adresse avec votre compte { $pool } :

    {"{####}"}

    Saisissez-le sur la page où vous l’avez demandé. Si vous n’avez rien demandé, vous pouvez ignorer ce message : rien ne change.
message-address-code-sms = { $pool } : {"{####}"} est le code pour utiliser ce numéro avec votre compte

message-address-in-use-subject = Votre compte { $pool } a déjà cette adresse
message-address-in-use-body =
    Bonjour,

    Quelqu’un, peut-être vous, a voulu utiliser cette adresse pour un autre compte { $pool }. Comme elle appartient au vôtre, rien n’a été modifié.

    Si c’était vous, connectez-vous au compte qui a cette adresse. Si ce n’était pas vous, vous pouvez ignorer ce message.
message-address-in-use-sms = { $pool } : ce numéro a été demandé pour un autre compte. Il appartient déjà à votre compte, rien ne change donc.

message-address-changed-subject = L’adresse de votre compte { $pool } a été modifiée
message-address-changed-body =
    Bonjour,

    Votre compte { $pool } a désormais une autre adresse. Les messages n’arriveront plus ici.

    Si c’était vous, vous n’avez rien à faire. Si ce n’était pas vous, annulez la modification sans attendre :

    {"{##Annuler la modification##}"}

    Cette adresse sera rétablie, toutes les sessions seront fermées et vous définirez un nouveau mot de passe.
message-address-changed-sms = { $pool } : votre numéro a été modifié. Cela ne vient pas de vous ? {"{##Annuler##}"}

message-address-changed-for-good-subject = L’adresse de votre compte { $pool } a été modifiée
message-address-changed-for-good-body =
    Bonjour,

    Votre compte { $pool } a désormais une autre adresse. Les messages n’arriveront plus ici.

    Si c’était vous, vous n’avez rien à faire. Si ce n’était pas vous, demandez de l’aide à l’organisation qui vous a fourni ce compte.
message-address-changed-for-good-sms = { $pool } : le numéro de votre compte a été modifié. Si cela ne vient pas de vous, faites-vous aider.

message-address-restored-subject = La modification de votre adresse { $pool } a été annulée
message-address-restored-body =
    Bonjour,

    Une modification de l’adresse d’un compte { $pool } a été annulée avec le lien de notre message. Le compte a de nouveau son ancienne adresse et toutes les sessions ont été fermées.

    Si c’est votre compte, définissez un nouveau mot de passe en vous connectant, puis vérifiez ses réglages.
message-address-restored-sms = { $pool } : la modification de votre numéro a été annulée et toutes les sessions ont été fermées.

message-account-deleted-subject = Votre compte { $pool } a été supprimé
message-account-deleted-body =
    Bonjour,

    Votre compte { $pool } et tout ce qui s’y rattache viennent d’être supprimés, comme vous le souhaitiez.

    Si ce n’était pas vous, demandez de l’aide à l’organisation qui vous avait fourni ce compte.
message-account-deleted-sms = { $pool } : votre compte a été supprimé à votre demande.
