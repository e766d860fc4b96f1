message-verification-subject = Seu código de confirmação de { $pool }
message-verification-body =
    Olá,

    Este é o código para confirmar sua conta em { $pool }:

    {"{####}"}

    Se você não pediu, pode ignorar esta mensagem.
message-verification-sms = { $pool }: seu código de confirmação é {"{####}"}

message-link-subject = Confirme sua conta em { $pool }
message-link-body =
    Olá,

    Este é o link para confirmar sua conta em { $pool }:

    {"{##Confirmar minha conta##}"}

    Se você não pediu, pode ignorar esta mensagem.

message-sign-in-subject = Seu código de acesso a { $pool }
message-sign-in-body =
    Olá,

    Este é o seu código para entrar em { $pool }:

    {"{####}"}

    Nunca compartilhe este código: ninguém de { $pool } vai pedir. Se você não está entrando agora, outra pessoa pode estar tentando.
message-sign-in-sms = { $pool }: seu código de acesso é {"{####}"}. Não compartilhe.

message-reset-subject = Seu código para redefinir a senha de { $pool }
message-reset-body =
    Olá,

    Este é o código para criar uma nova senha para sua conta em { $pool }:

    {"{####}"}

    Se você não pediu, pode ignorar esta mensagem. Sua senha continua a mesma.
message-reset-sms = { $pool }: seu código para redefinir a senha é {"{####}"}

message-existing-account-subject = Você já tem uma conta em { $pool }
message-existing-account-body =
    Olá,

    Alguém, provavelmente você, acabou de tentar criar uma conta em { $pool } com este endereço. Como você já tem uma, nada foi alterado.

    Entre como de costume. Se não lembrar da senha, escolha “Esqueceu a senha?” na página de login.

    Se não foi você, pode ignorar esta mensagem.
message-existing-account-sms = { $pool }: você já tem uma conta com este número. Entre como de costume ou redefina sua senha.

message-password-changed-subject = Sua senha de { $pool } foi alterada
message-password-changed-body =
    Olá,

    A senha da sua conta em { $pool } acabou de ser alterada, e a conta foi desconectada dos outros navegadores.

    Se foi você, não precisa fazer nada. Se não foi, redefina sua senha agora mesmo na página de login.
message-password-changed-sms = { $pool }: sua senha acabou de ser alterada. Se não foi você, redefina a senha agora.

message-provider-unlinked-subject = O login com { $provider } foi removido da sua conta em { $pool }
message-provider-unlinked-body =
    Olá,

    O login com { $provider } acabou de ser removido da sua conta em { $pool }. Suas outras formas de entrar continuam as mesmas.

    Se foi você, não precisa fazer nada. Se não foi, outra pessoa está usando sua conta: altere sua senha e peça ajuda a quem forneceu a conta.
message-provider-unlinked-sms = { $pool }: o login com { $provider } foi removido. Se não foi você, altere sua senha agora mesmo.

message-recovery-code-used-subject = Um código de recuperação de { $pool } foi usado
message-recovery-code-used-body =
    Olá,

    Um dos códigos de recuperação da sua conta em { $pool } acabou de ser usado para entrar. Cada código funciona uma única vez, então risque o que foi usado.

    Se foi você, não precisa fazer mais nada. Se não foi, outra pessoa conhece sua senha e seus códigos: redefina sua senha agora mesmo na página de login e obtenha novos códigos de recuperação.
message-recovery-code-used-sms = { $pool }: um código de recuperação foi usado. Se não foi você, redefina sua senha agora.

message-factors-changed-subject = A segunda etapa da sua conta em { $pool } foi alterada
message-factors-changed-body =
    Olá,

    A segunda etapa que protege sua conta em { $pool } acabou de ser alterada.

    Se foi você, não precisa fazer nada. Se não foi, outra pessoa conhece sua senha: redefina-a agora mesmo na página de login e peça ajuda a quem forneceu a conta.
message-factors-changed-sms = { $pool }: sua segunda etapa de login foi alterada. Se não foi você, redefina sua senha agora.

message-invitation-subject = Sua conta em { $pool }
message-invitation-body =
    Olá,

    Criamos uma conta em { $pool } para você. Seu nome de usuário é {"{username}"}, e esta é sua senha temporária:

    {"{####}"}

    Ao entrar, você vai escolher sua própria senha.
message-invitation-sms = { $pool }: seu nome de usuário é {"{username}"}, sua senha temporária é {"{####}"}

message-address-code-subject = Seu código de confirmação de { $pool }
message-address-code-body =
    Olá,

    Este é o código para usar este endereço na sua conta em { $pool }:

    {"{####}"}

    Digite-o na página em que você o pediu. Se você não pediu, pode ignorar esta mensagem: nada muda.
message-address-code-sms = { $pool }: {"{####}"} é o código para usar este número na sua conta

message-address-in-use-subject = Sua conta em { $pool } já tem este endereço
message-address-in-use-body =
    Olá,

    Alguém, talvez você, quis usar este endereço em outra conta em { $pool }. Como ele pertence à sua conta, nada foi alterado.

    Se foi você, entre na conta que tem este endereço. Se não foi, pode ignorar esta mensagem.
message-address-in-use-sms = { $pool }: alguém quis usar este número em outra conta. Ele pertence à sua, então nada mudou.

message-address-changed-subject = O endereço da sua conta em { $pool } foi alterado
message-address-changed-body =
    Olá,

    Sua conta em { $pool } agora tem outro endereço. As mensagens não chegam mais aqui.

    Se foi você, não precisa fazer nada. Se não foi, desfaça a alteração agora mesmo:

    {"{##Desfazer a alteração##}"}

    Isso restaura este endereço, encerra todas as sessões e pede uma nova senha.
message-address-changed-sms = { $pool }: seu número foi alterado. Não foi você? {"{##Desfaça##}"}

message-address-changed-for-good-subject = O endereço da sua conta em { $pool } foi alterado
message-address-changed-for-good-body =
    Olá,

    Sua conta em { $pool } agora tem outro endereço. As mensagens não chegam mais aqui.

    Se foi você, não precisa fazer nada. Se não foi, peça ajuda a quem forneceu a conta.
message-address-changed-for-good-sms = { $pool }: o número da sua conta foi alterado. Se não foi você, peça ajuda.

message-address-restored-subject = A alteração do seu endereço em { $pool } foi desfeita
message-address-restored-body =
    Olá,

    Uma alteração do endereço de uma conta em { $pool } foi desfeita com o link da nossa mensagem. A conta voltou a ter o endereço anterior, e todas as sessões foram encerradas.

    Se a conta é sua, crie uma nova senha ao entrar e confira as configurações.
message-address-restored-sms = { $pool }: a alteração do seu número foi desfeita e todas as sessões foram encerradas.

message-account-deleted-subject = Sua conta em { $pool } foi excluída
message-account-deleted-body =
    Olá,

    Sua conta em { $pool } e tudo o que pertence a ela acabaram de ser excluídos, como você pediu.

    Se não foi você, peça ajuda a quem forneceu a conta.
message-account-deleted-sms = { $pool }: sua conta acabou de ser excluída, como você pediu.
