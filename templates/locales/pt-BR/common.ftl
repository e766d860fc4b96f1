title-problem = Problema:
continue-to = para continuar em { $name }
or = ou
optional = opcional
choice-yes = Sim
choice-no = Não
continue = Continuar
next = Avançar
try-again = Tentar de novo
use-another-account = Usar outra conta
back-to-sign-in = Voltar para o login
choose-another-method = Escolher outra forma
password-label = Senha
password-show = Mostrar senha
password-hide = Ocultar senha
password-rules = Requisitos da senha
rule-satisfied = atendido:
rule-missing = ainda não atendido:
code-label = Código
code-sent-email = Enviamos um código por e-mail para
code-sent-sms = Enviamos um código por SMS para
resend-question = Não chegou nada?
resend-button = Enviar um novo código
check-fields = { $count ->
    [one] Confira um campo
   *[other] Confira { $count } campos
}
development-ribbon = Servidor de desenvolvimento
development-mailbox = Caixa de entrada
development-playground = Playground
development-providers = Provedores

identifier-username = Nome de usuário
identifier-email = E-mail
identifier-phone = Número de telefone
identifier-email-or-phone = E-mail ou número de telefone
identifier-username-or-email = Nome de usuário ou e-mail
identifier-username-or-phone = Nome de usuário ou número de telefone
identifier-any = Nome de usuário, e-mail ou número de telefone
hint-phone = Com o código do país, por exemplo +55 11 91234-5678

rule-minimum-length = { $length ->
    [one] pelo menos um caractere
   *[other] pelo menos { $length } caracteres
}
rule-lowercase = uma letra minúscula
rule-uppercase = uma letra maiúscula
rule-number = um número
rule-symbol = um símbolo como ! ou #
rule-no-edge-space = nenhum espaço no início nem no fim

notice-password-changed = Sua senha foi alterada. Entre com a nova.
notice-account-confirmed = Sua conta está confirmada. Agora você já pode entrar.
notice-session-expired = Esta página ficou aberta por muito tempo, então começamos de novo. Entre na sua conta.
notice-sign-in-again = Entre de novo para continuar.
notice-code-sent = Enviamos um novo código. Só o mais recente funciona.
notice-signed-out = Você saiu da sua conta neste navegador.
