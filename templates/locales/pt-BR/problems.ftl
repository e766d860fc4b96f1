problem-incorrect-credentials = Nome de usuário ou senha incorretos.
problem-other-account = Essa é outra conta. Entre na conta indicada aqui para vinculá-la ou comece de novo.
problem-locked-seconds = { $seconds ->
    [one] Muitas tentativas sem sucesso. Tente de novo em um segundo.
   *[other] Muitas tentativas sem sucesso. Tente de novo em { $seconds } segundos.
}
problem-locked-minutes = { $minutes ->
    [one] Muitas tentativas sem sucesso. Tente de novo em um minuto ou redefina sua senha.
   *[other] Muitas tentativas sem sucesso. Tente de novo em { $minutes } minutos ou redefina sua senha.
}
problem-too-many-requests = Muitas tentativas em pouco tempo. Espere um pouco e tente de novo.
problem-busy = Estamos com muitos acessos agora. Tente de novo daqui a pouco.
problem-form-expired = Esta página ficou aberta por muito tempo. Tente mais uma vez.
problem-password-reset-required = Você precisa redefinir sua senha antes de entrar. Use “Esqueceu a senha?”.
problem-temporary-password-expired = Sua senha temporária expirou. Peça uma nova à equipe de administração.
problem-recovery-impossible = Não conseguimos redefinir a senha desta conta. Peça ajuda a quem forneceu a conta.
problem-message-not-sent = Não conseguimos enviar a mensagem. Tente de novo daqui a pouco.
problem-method-unavailable = Essa forma de entrar não está disponível agora. Escolha outra.
problem-provider-try-again = O login com esse serviço não funcionou desta vez. Tente de novo.
problem-refused = { $reason }
problem-required = Preencha este campo.
problem-invalid-email = Digite um e-mail completo, por exemplo nome@example.com.
problem-invalid-phone = Digite um número de telefone com o código do país, por exemplo +55 11 91234-5678.
problem-invalid-username = Este nome de usuário tem algo que não é permitido. Use letras, números e quase todos os símbolos, mas não espaços.
problem-invalid-date = Digite uma data com ano, mês e dia, por exemplo 1990-12-31.
problem-invalid-url = Digite um endereço web completo que comece com https://.
problem-invalid-number = Digite um número inteiro.
problem-invalid-value = Este valor não é aceito aqui. Confira, por favor.
problem-too-short = { $minimum ->
    [one] Digite pelo menos um caractere.
   *[other] Digite pelo menos { $minimum } caracteres.
}
problem-too-long = O texto é longo demais. O limite é de { $maximum } caracteres.
problem-username-taken = Este nome já está em uso. Escolha outro.
problem-address-taken = Este endereço já pertence a outra conta. Entre com essa conta.
problem-password-policy = Esta senha não atende a todos os requisitos.
problem-password-reused = Você já usou esta senha antes. Escolha uma nova.
problem-password-compromised = Esta senha apareceu em um vazamento de dados e não é mais segura. Escolha outra.
problem-code-mismatch = Este código não está correto. Confira ou peça um novo.
problem-code-expired = Este código expirou ou já foi usado. Peça um novo.
problem-code-attempts-spent = Muitos códigos incorretos. Peça um novo.
problem-authenticator-mismatch = Este código não está correto. Digite o que seu aplicativo mostra agora.
problem-code-reused = Este código já foi usado. Espere seu aplicativo mostrar o próximo.
