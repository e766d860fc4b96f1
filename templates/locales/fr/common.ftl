title-problem = Problème :
continue-to = pour continuer vers { $name }
or = ou
optional = facultatif
choice-yes = Oui
choice-no = Non
continue = Continuer
next = Suivant
try-again = Réessayer
use-another-account = Utiliser un autre compte
back-to-sign-in = Retour à la connexion
choose-another-method = Choisir une autre méthode
password-label = Mot de passe
password-show = Afficher le mot de passe
password-hide = Masquer le mot de passe
password-rules = Critères du mot de passe
rule-satisfied = critère rempli :
rule-missing = critère non rempli :
code-label = Code
code-sent-email = Nous avons envoyé un code par e-mail à
code-sent-sms = Nous avons envoyé un code par SMS au numéro
resend-question = Rien reçu ?
resend-button = Envoyer un nouveau code
check-fields = { $count ->
    [one] Un champ est à vérifier
   *[other] { $count } champs sont à vérifier
}
development-ribbon = Serveur de développement
development-mailbox = Boîte de réception
development-playground = Playground
development-providers = Fournisseurs

identifier-username = Identifiant
identifier-email = Adresse e-mail
identifier-phone = Numéro de téléphone
identifier-email-or-phone = Adresse e-mail ou numéro de téléphone
identifier-username-or-email = Identifiant ou adresse e-mail
identifier-username-or-phone = Identifiant ou numéro de téléphone
identifier-any = Identifiant, adresse e-mail ou numéro de téléphone
hint-phone = Avec l’indicatif du pays, par exemple +33 6 39 98 01 23

rule-minimum-length = { $length ->
    [one] au moins un caractère
   *[other] au moins { $length } caractères
}
rule-lowercase = une lettre minuscule
rule-uppercase = une lettre majuscule
rule-number = un chiffre
rule-symbol = un symbole, par exemple ! ou #
rule-no-edge-space = aucun espace au début ni à la fin

notice-password-changed = Votre mot de passe a été modifié. Connectez-vous avec le nouveau.
notice-account-confirmed = Votre compte est confirmé. Vous pouvez maintenant vous connecter.
notice-session-expired = Cette page est restée ouverte trop longtemps, nous reprenons donc depuis le début. Veuillez vous connecter.
notice-sign-in-again = Veuillez vous reconnecter pour continuer.
notice-code-sent = Nous avons envoyé un nouveau code. Seul le plus récent fonctionne.
notice-signed-out = Votre session dans ce navigateur est fermée.
