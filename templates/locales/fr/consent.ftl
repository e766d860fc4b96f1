terms-link = conditions d’utilisation
privacy-link = politique de confidentialité
footer-legal = Informations légales
footer-terms = Conditions d’utilisation
footer-privacy = Politique de confidentialité

terms-by-signing-up = En créant un compte, vous acceptez nos { $terms }.
terms-checkbox = J’accepte les { $terms }
terms-checkbox-label = Conditions d’utilisation
terms-privacy = Notre { $privacy } explique ce que nous faisons de vos données.
problem-terms = Pour créer un compte, veuillez accepter les conditions.

terms-first-title = Veuillez accepter nos conditions
terms-first-text = Avant de continuer vers { $name }, veuillez lire et accepter nos { $terms }.
terms-changed-title = Nos conditions ont changé
terms-changed-text = Avant de continuer vers { $name }, veuillez lire et accepter nos nouvelles { $terms }.
terms-version = Version { $version }
terms-accept = Accepter et continuer
terms-decline = Pas maintenant
terms-decline-hint = Si vous choisissez « Pas maintenant », vous retournez à l’application sans vous y connecter. Votre compte reste tel quel.

accepted-terms-title = Conditions acceptées
accepted-terms-text = Voici les versions de nos { $terms } que vous avez acceptées.
accepted-terms-none = Vous n’avez pas encore accepté de conditions ici.
accepted-terms-row = Version { $version }, acceptée le { $date }
accepted-terms-newer = Il existe une version plus récente. Elle vous sera présentée lors de votre prochaine connexion à une application.

consent-title = Autoriser l’accès à votre compte ?
consent-text = { $name } demande l’accès à votre compte.
consent-more-text = { $name } demande un accès à votre compte plus large que celui que vous avez autorisé jusqu’ici.
consent-account = Votre compte
consent-list = Ce que vous autorisez
consent-list-new = Ce qui est nouveau
consent-list-before = Ce que vous avez déjà autorisé
consent-goes-to = Vous continuez ensuite vers { $host }
consent-take-back = Vous pouvez retirer cet accès à tout moment dans votre compte, sous « Applications ».
consent-allow = Autoriser
consent-deny = Refuser
scope-offline = Reste connectée en votre absence

applications-allowed = Accès autorisé le { $date }, non utilisé pour le moment
