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
set-up-device-name = Nome deste dispositivo
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
recovery-back = Voltar para o outro código
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
