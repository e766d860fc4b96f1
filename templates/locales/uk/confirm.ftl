confirm-title = Підтвердьте обліковий запис
confirm-bare = Введіть отриманий код.
confirm-button = Підтвердити
confirm-back-question = Адреса неправильна?
confirm-back = Повернутися й виправити

confirm-user-title = Підтвердьте обліковий запис
confirm-user-ask = Одне натискання, і обліковим записом можна користуватися.
confirm-user-button = Підтвердити обліковий запис
confirm-user-done-heading = Обліковий запис підтверджено
confirm-user-done = Тепер ви можете ввійти.
confirm-user-close = Цю сторінку можна закрити.
confirm-user-failed-heading = Посилання більше не діє
confirm-user-failed-advice = Увійдіть, указавши ім’я користувача й пароль. Після цього можна буде отримати новий код.
