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

message-invitation-subject = Sua conta em { $pool }
message-invitation-body =
    Olá,

    Criamos uma conta em { $pool } para você. Seu nome de usuário é {"{username}"}, e esta é sua senha temporária:

    {"{####}"}

    Ao entrar, você vai escolher sua própria senha.
message-invitation-sms = { $pool }: seu nome de usuário é {"{username}"}, sua senha temporária é {"{####}"}
