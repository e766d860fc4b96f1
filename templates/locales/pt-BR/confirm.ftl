confirm-title = Confirme sua conta
confirm-bare = Digite o código que você recebeu.
confirm-button = Confirmar conta
confirm-back-question = Endereço errado?
confirm-back = Voltar e corrigir

confirm-user-title = Confirme sua conta
confirm-user-ask = Só um clique e sua conta estará pronta para usar.
confirm-user-button = Confirmar minha conta
confirm-user-done-heading = Sua conta está confirmada
confirm-user-done = Agora você já pode entrar.
confirm-user-close = Você pode fechar esta página.
confirm-user-failed-heading = Este link não funciona mais
confirm-user-failed-advice = Entre com seu nome de usuário e sua senha. Depois, você poderá pedir um novo código.
