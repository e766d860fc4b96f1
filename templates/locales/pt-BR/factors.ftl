set-up-select-title = Adicione uma segunda etapa
set-up-subtitle = Uma segunda etapa mantém sua conta segura, mesmo que alguém descubra sua senha.
set-up-totp-title = Configure seu aplicativo autenticador
set-up-totp-install = Abra um aplicativo autenticador no celular. Se você não tiver nenhum, instale um primeiro.
set-up-totp-scan = Escaneie esta imagem com o aplicativo.
set-up-totp-picture = Código QR com a chave para seu aplicativo autenticador. A chave também está abaixo em forma de texto.
set-up-totp-open = Abrir em um aplicativo neste dispositivo
set-up-totp-type-summary = Não consegue escanear?
set-up-totp-type = Digite esta chave no aplicativo. Maiúsculas, minúsculas e espaços não fazem diferença.
set-up-totp-copy = Copiar a chave
set-up-totp-confirm = Digite os seis dígitos que o aplicativo mostra agora.
set-up-device-name = Nome do dispositivo
set-up-device-hint = Ajuda a diferenciar seus dispositivos, por exemplo “meu celular”.
set-up-number-title = Adicione seu celular
set-up-number-text = Vamos enviar um código por SMS para este número agora e sempre que você entrar.
copied = Copiado

challenge-totp-device = Seu dispositivo:
remember-browser = { $days ->
    [one] Não perguntar neste navegador por um dia
    [many] Não perguntar neste navegador por { $days } de dias
   *[other] Não perguntar neste navegador por { $days } dias
}

recovery-use = Usar um código de recuperação
recovery-back = Voltar para o código de sempre
recovery-code-label = Código de recuperação
recovery-challenge-title = Use um código de recuperação
recovery-challenge-text = Digite um dos códigos que você guardou ao configurar a segunda etapa. Cada um funciona uma única vez.
recovery-codes-title = Guarde seus códigos de recuperação
recovery-codes-subtitle = Para quando você não puder usar a segunda etapa.
recovery-codes-text = Cada código permite entrar uma vez. Guarde todos onde só você possa encontrar. Eles só aparecem desta vez.
recovery-codes-copy = Copiar
recovery-codes-print = Imprimir
recovery-codes-download = Baixar
recovery-codes-kept = Já guardei os códigos
recovery-used-title = Você usou um código de recuperação
recovery-used-left = { $count ->
    [0] Você não tem mais nenhum código de recuperação.
    [one] Você ainda tem um código de recuperação.
    [many] Você ainda tem { $count } de códigos de recuperação.
   *[other] Você ainda tem { $count } códigos de recuperação.
}
recovery-used-text = Risque o código usado: ele não funciona mais.
recovery-used-few = Obtenha novos códigos em breve para não perder o acesso se ficar sem a segunda etapa.
problem-recovery-code-mismatch = Este código não está correto ou já foi usado. Confira ou tente outro.

factors-title = Segunda etapa
factors-hint = O que pedimos depois da senha
factors-required = Aqui, todo mundo precisa de uma.
factors-app = Aplicativo autenticador
factors-email = Códigos por e-mail
factors-sms = Códigos por SMS
factors-on = Em uso
factors-first = Vem primeiro
factors-no-email = Para usar esta opção, primeiro confirme um e-mail.
factors-no-phone = Para usar esta opção, primeiro confirme um número de telefone.
factors-ends-recovery = Enquanto esta opção estiver ativada, ela não pode ser usada para redefinir uma senha esquecida.
factors-set-up = Configurar
factors-replace = Configurar de novo
factors-remove = Remover
factors-turn-on = Ativar
factors-turn-off = Desativar
factors-ask-first = Pedir primeiro
factors-app-replaces = O novo aplicativo substitui o que você tem agora.
factors-stays = Você precisa de uma segunda etapa para entrar aqui, e esta é a única que você tem, por isso ela continua. Primeiro, configure outra.
factors-app-added = Seu aplicativo autenticador está configurado.
factors-turned-on = Etapa ativada. Vamos pedi-la no seu próximo login.
factors-turned-off = Etapa desativada. Não vamos mais pedi-la.
factors-put-first = De agora em diante, vamos pedir esta etapa primeiro.
factors-unchanged = Nada foi alterado. Aqui você vê como está agora.
factors-recovery = Códigos de recuperação
factors-recovery-text = Para quando você não puder usar a segunda etapa. Cada código funciona uma única vez.
factors-new-codes = Gerar novos códigos
factors-new-codes-hint = Seus códigos antigos deixam de funcionar imediatamente.
factors-browsers = Navegadores lembrados
factors-browsers-text = Nestes navegadores, não pedimos a segunda etapa.
factors-browser-times = Desde { $since }, até { $until }
factors-forget = Esquecer
factors-forget-all = Esquecer todos os navegadores
factors-browsers-forgotten = Vamos pedir a segunda etapa lá de novo.
account-state-off = Desativada
