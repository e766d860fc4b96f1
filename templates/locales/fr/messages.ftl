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

message-invitation-subject = Votre compte { $pool }
message-invitation-body =
    Bonjour,

    Un compte { $pool } a été créé pour vous. Votre identifiant est {"{username}"} et voici votre mot de passe provisoire :

    {"{####}"}

    Vous choisirez votre propre mot de passe en vous connectant.
message-invitation-sms = { $pool } : votre identifiant est {"{username}"}, votre mot de passe provisoire {"{####}"}
