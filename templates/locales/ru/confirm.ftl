confirm-title = Подтвердите аккаунт
confirm-bare = Введите полученный код.
confirm-button = Подтвердить аккаунт
confirm-back-question = Неверный адрес?
confirm-back = Вернуться и исправить

confirm-user-title = Подтвердите аккаунт
confirm-user-ask = Одно нажатие, и аккаунтом можно пользоваться.
confirm-user-button = Подтвердить аккаунт
confirm-user-done-heading = Аккаунт подтверждён
confirm-user-done = Теперь вы можете войти.
confirm-user-close = Эту страницу можно закрыть.
confirm-user-failed-heading = Ссылка больше не действует
confirm-user-failed-advice = Войдите, указав имя пользователя и пароль. После этого можно будет запросить новый код.
