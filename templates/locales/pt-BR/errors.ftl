error-code-label = Erro
error-id-label = Referência
error-developer-heading = Para a equipe de desenvolvimento
error-cause-label = Causa
error-mend-label = O que fazer

error-request-heading = O aplicativo cometeu um erro
error-request-advice = O endereço que trouxe você até aqui não está totalmente correto. Volte ao aplicativo e tente de novo. Se não resolver, avise a equipe do aplicativo e informe a referência abaixo.
error-sign-out-heading = Não é possível levar você de volta ao aplicativo
error-sign-out-advice = O aplicativo pediu um endereço que não está na lista dele. Você pode fechar esta página.
error-expired-heading = Esta página não é mais válida
error-expired-advice = O login demorou demais ou continuou em outra aba. Volte ao aplicativo e comece de novo.
error-form-heading = Envie mais uma vez, por favor
error-form-advice = Não conseguimos confirmar que o formulário veio desta página, então nada foi alterado. Comece de novo e deve funcionar.
error-cookies-heading = Seu navegador não guarda cookies
error-cookies-advice = Para entrar, é preciso um cookie deste site. Permita os cookies deste site nas configurações do navegador e comece de novo.
error-not-found-heading = Não há nada aqui
error-not-found-advice = O endereço pode ter sido digitado errado ou estar desatualizado. Volte ao aplicativo que você quer usar.
error-unreadable-heading = Não conseguimos ler os dados
error-unreadable-advice = O que seu navegador enviou era grande demais ou ilegível. Volte e tente de novo.
error-sign-up-closed-heading = Não é possível criar uma conta aqui
error-sign-up-closed-advice = Novas contas são criadas pela equipe de administração. Fale com quem oferece o aplicativo.
error-recovery-closed-heading = Não é possível redefinir sua senha aqui
error-recovery-closed-advice = Peça ajuda a quem oferece o aplicativo.
error-too-many-heading = Tentativas demais
error-too-many-advice = Houve muitos logins iniciados a partir da sua rede em pouco tempo. Espere alguns minutos e tente de novo.
error-internal-heading = Algo deu errado
error-internal-advice = O erro é nosso, não seu. Tente de novo daqui a pouco. Se acontecer outra vez, avise-nos e informe a referência abaixo.

cause-unknown-client = Este pool não tem nenhum cliente de aplicativo com o client_id “{ $client }”.
mend-unknown-client = Compare o client_id com os clientes de aplicativo deste pool. Cada pool tem seu próprio endereço: este é o correto?
cause-redirect-mismatch = A redirect_uri “{ $given }” não está registrada para este cliente de aplicativo.
mend-redirect-mismatch = { $count ->
    [0] O cliente ainda não tem uma URL de callback. Registre a que seu aplicativo usa.
   *[other] As URLs de callback precisam ser exatamente iguais, incluindo a porta e a barra final. Registradas: { $registered }
}
cause-sign-out-mismatch = O endereço de logout “{ $given }” não está registrado para este cliente de aplicativo.
mend-sign-out-mismatch = { $count ->
    [0] O cliente ainda não tem uma URL de logout. Registre a que seu aplicativo usa.
   *[other] As URLs de logout precisam ser exatamente iguais, incluindo a porta e a barra final. Registradas: { $registered }
}
cause-duplicate-parameter = O parâmetro “{ $name }” foi enviado mais de uma vez.
mend-duplicate-parameter = Envie cada parâmetro uma única vez (RFC 6749, seção 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Corrija a requisição que seu aplicativo monta e compare com o documento de descoberta.
cause-flow-expired = O login a que esta página pertence expirou, já terminou ou é desconhecido.
mend-flow-expired = Comece pelo seu aplicativo, não por um favorito desta página.
cause-step-out-of-order = Esta etapa não é a próxima do login.
mend-step-out-of-order = Siga os redirecionamentos a partir de /oauth2/authorize e não abra as páginas diretamente pelo endereço.
cause-form-forged = O valor _csrf do formulário está ausente ou pertence a outro navegador, ou a requisição veio de outro site.
mend-form-forged = Os formulários precisam ser enviados pelas próprias páginas. Um cliente automatizado deve guardar os cookies e devolver _csrf.
cause-cookies-missing = O cookie do fluxo não voltou.
mend-cookies-missing = Abra a página com o host indicado na configuração. Um cookie de localhost não é enviado para 127.0.0.1.
cause-not-found = Nenhuma rota corresponde a este endereço.
mend-not-found = O documento de descoberta informa os endereços de todos os endpoints.
cause-method-not-allowed = O endereço existe, mas não para este método.
mend-method-not-allowed = As páginas aceitam GET; os formulários, POST.
cause-unreadable-form = O corpo é grande demais, não é application/x-www-form-urlencoded ou não está em UTF-8.
mend-unreadable-form = Envie o corpo do formulário em UTF-8.
cause-unknown-host = O host “{ $host }” não pertence a nenhum pool.
mend-unknown-host = Use o endereço público configurado ou registre o host como domínio do pool.
cause-sign-up-closed = Neste pool, só a administração pode criar contas.
mend-sign-up-closed = Ative o autocadastro nas configurações do pool.
cause-recovery-closed = A recuperação de conta está desativada neste pool.
mend-recovery-closed = Ative a recuperação de conta nas configurações do pool.
cause-too-many = Esta rede já iniciou todos os logins que a configuração sign_ins_begun_per_prefix do pool permite em dez minutos.
mend-too-many = Aumente o limite se muitas pessoas usam esta rede, ou faça com que os testes reutilizem a sessão.
cause-internal = Os detalhes estão no log do servidor, com a referência abaixo.
mend-internal = Se o log não explicar o erro, informe o problema junto com as linhas do log.

unavailable-heading = Estamos com muitos acessos agora
unavailable-text = Nada foi perdido. Tente de novo em alguns segundos.
