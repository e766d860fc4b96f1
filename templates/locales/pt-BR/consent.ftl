terms-link = termos de uso
privacy-link = política de privacidade
footer-legal = Informações legais
footer-terms = Termos de uso
footer-privacy = Política de privacidade

terms-by-signing-up = Ao criar uma conta, você aceita nossos { $terms }.
terms-checkbox = Aceito os { $terms }
terms-checkbox-label = Termos de uso
terms-privacy = Nossa { $privacy } explica o que fazemos com seus dados.
problem-terms = Para criar uma conta, aceite os termos.

terms-first-title = Aceite nossos termos
terms-first-text = Antes de continuar em { $name }, leia e aceite nossos { $terms }.
terms-changed-title = Nossos termos mudaram
terms-changed-text = Antes de continuar em { $name }, leia e aceite nossos novos { $terms }.
terms-version = Versão { $version }
terms-accept = Aceitar e continuar
terms-decline = Agora não
terms-decline-hint = Se escolher “Agora não”, você volta sem entrar no aplicativo. Sua conta continua como está.

accepted-terms-title = Termos que você aceitou
accepted-terms-text = Estas são as versões dos nossos { $terms } que você aceitou.
accepted-terms-none = Você ainda não aceitou nenhum termo aqui.
accepted-terms-row = Versão { $version }, aceita em { $date }
accepted-terms-newer = Há uma versão mais recente. Vamos perguntar sobre ela na próxima vez que você entrar em um aplicativo.

consent-title = Permitir acesso à sua conta?
consent-text = { $name } pede acesso à sua conta.
consent-more-text = { $name } pede mais acesso à sua conta do que você permitiu até agora.
consent-account = Sua conta
consent-list = O que você permite
consent-list-new = O que é novo
consent-list-before = O que você já permitiu antes
consent-goes-to = Depois você segue para { $host }
consent-take-back = Você pode remover esse acesso a qualquer momento em “Aplicativos”, na sua conta.
consent-allow = Permitir
consent-deny = Negar
scope-offline = Mantém o acesso mesmo na sua ausência

applications-allowed = Permitido em { $date }, sem uso no momento
