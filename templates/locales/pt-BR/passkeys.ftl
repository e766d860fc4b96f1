passkey-sign-in = Entrar com uma chave de acesso
passkey-unsupported = Este navegador não consegue usar chaves de acesso aqui. Escolha outra forma ou abra esta página em outro navegador.
passkey-cancelled = A operação com a chave de acesso não foi concluída. Você pode tentar de novo.
passkey-challenge-title = Use sua chave de acesso
passkey-challenge-text = Confirme que é você com sua impressão digital, seu rosto, um PIN ou uma chave de segurança.
passkey-challenge-button = Usar chave de acesso
passkey-no-script = As chaves de acesso precisam de JavaScript, que está desativado neste navegador. Ative-o ou escolha outra forma.
factor-passkey = Usar minha chave de acesso

passkey-add-title = Adicione uma chave de acesso
passkey-add-text = Com uma chave de acesso, você entra com sua impressão digital, seu rosto, um PIN ou uma chave de segurança, sem senha.
passkey-add-button = Adicionar uma chave de acesso
passkey-add-later = Agora não
passkey-add-there = Este dispositivo já tem uma chave de acesso para sua conta.
passkey-add-full = Você tem { $most } chaves de acesso, e esse é o limite. Primeiro, remova uma que você não usa mais.

passkeys-title = Chaves de acesso
passkeys-hint = Com impressão digital, rosto ou PIN em vez de senha
passkeys-text = Com uma chave de acesso, você entra com sua impressão digital, seu rosto, um PIN ou uma chave de segurança.
passkeys-none = Você ainda não tem chaves de acesso.
passkeys-unnamed = Chave de acesso
passkeys-added = Adicionada em { $date }
passkeys-added-used = Adicionada em { $date }, último uso em { $used }
passkeys-synced = Em vários dispositivos
passkeys-one-device = Só em um dispositivo
passkeys-other-domain = Criada para { $domain }, por isso não funciona aqui.
passkeys-name-label = Nome
passkeys-rename = Renomear
passkeys-rename-named = Renomear { $name }
passkeys-remove = Remover
passkeys-remove-named = Remover { $name }
passkeys-details = Gerenciar
passkeys-details-named = Gerenciar { $name }
passkeys-was-added = Sua chave de acesso foi adicionada.
passkeys-was-renamed = O novo nome foi salvo.
passkeys-was-removed = A chave de acesso foi removida. Você também pode excluí-la no dispositivo ou no gerenciador de senhas em que ela está guardada.
passkeys-not-there = Essa chave de acesso não está mais na sua conta, então nada mudou.
passkeys-stays-only-way = Esta chave de acesso é sua única forma de entrar, por isso ela continua. Primeiro, adicione outra chave de acesso ou crie uma senha em “Esqueceu a senha?” na página de login.
passkeys-stays-second = Você precisa de uma segunda etapa para entrar aqui, e esta chave de acesso é a única que você tem, por isso ela continua. Primeiro, adicione outra chave de acesso.

problem-passkey-refused = Não foi possível usar esta chave de acesso. Tente de novo ou entre de outra forma.
problem-passkey-unknown = Esta chave de acesso não pertence mais a nenhuma conta aqui. Entre de outra forma.
problem-passkey-expired = Demorou demais. Tente de novo.
problem-passkey-copied = Esta chave de acesso foi recusada porque pode existir uma cópia dela. Entre de outra forma e remova-a da sua conta.

message-passkey-added-subject = Uma chave de acesso foi adicionada à sua conta em { $pool }
message-passkey-added-body =
    Olá,

    Uma chave de acesso acabou de ser adicionada à sua conta em { $pool }. Ela pode ser usada para entrar.

    Se foi você, não precisa fazer nada. Se não foi, outra pessoa está usando sua conta: remova a chave de acesso, altere sua senha e peça ajuda a quem forneceu a conta.
message-passkey-added-sms = { $pool }: chave de acesso adicionada à sua conta. Se não foi você, remova-a e altere sua senha agora.
message-passkey-removed-subject = Uma chave de acesso foi removida da sua conta em { $pool }
message-passkey-removed-body =
    Olá,

    Uma chave de acesso acabou de ser removida da sua conta em { $pool }. Suas outras formas de entrar continuam as mesmas.

    Se foi você, não precisa fazer nada. Se não foi, outra pessoa está usando sua conta: altere sua senha e peça ajuda a quem forneceu a conta.
message-passkey-removed-sms = { $pool }: uma chave de acesso foi removida da sua conta. Se não foi você, altere sua senha agora.
message-passkey-copied-subject = Uma chave de acesso da sua conta em { $pool } foi recusada
message-passkey-copied-body =
    Olá,

    Alguém tentou entrar na sua conta em { $pool } com uma das suas chaves de acesso, e nós a recusamos porque parecia uma cópia.

    Entre de outra forma, remova esta chave de acesso da sua conta e adicione uma nova. Se você não sabe o que aconteceu, peça ajuda a quem forneceu a conta.
message-passkey-copied-sms = { $pool }: uma chave de acesso foi recusada por poder ser uma cópia. Entre de outra forma e remova-a.
