title-problem = Помилка:
continue-to = щоб перейти в застосунок { $name }
or = або
optional = необов’язково
choice-yes = Так
choice-no = Ні
continue = Продовжити
next = Далі
try-again = Спробувати ще раз
use-another-account = Інший обліковий запис
back-to-sign-in = Повернутися до входу
choose-another-method = Вибрати інший спосіб
password-label = Пароль
password-show = Показати пароль
password-hide = Сховати пароль
password-rules = Вимоги до пароля
rule-satisfied = виконано:
rule-missing = ще не виконано:
code-label = Код
code-sent-email = Ми надіслали код на адресу
code-sent-sms = Ми надіслали код у SMS на номер
resend-question = Код не надійшов?
resend-button = Надіслати новий код
check-fields = { $count ->
    [one] Перевірте { $count } поле
    [few] Перевірте { $count } поля
    [many] Перевірте { $count } полів
   *[other] Перевірте { $count } поля
}
development-ribbon = Сервер для розробки
development-mailbox = Поштова скринька
development-playground = Пісочниця
development-providers = Сервіси входу

identifier-username = Ім’я користувача
identifier-email = Адреса електронної пошти
identifier-phone = Номер телефону
identifier-email-or-phone = Електронна пошта або номер телефону
identifier-username-or-email = Ім’я користувача або електронна пошта
identifier-username-or-phone = Ім’я користувача або номер телефону
identifier-any = Ім’я користувача, електронна пошта або номер телефону
hint-phone = З кодом країни, наприклад +380 50 123 4567

rule-minimum-length = { $length ->
    [one] щонайменше { $length } символ
    [few] щонайменше { $length } символи
    [many] щонайменше { $length } символів
   *[other] щонайменше { $length } символу
}
rule-lowercase = мала літера
rule-uppercase = велика літера
rule-number = цифра
rule-symbol = символ, наприклад ! або #
rule-no-edge-space = без пробілів на початку та в кінці

notice-password-changed = Пароль змінено. Увійдіть із новим паролем.
notice-account-confirmed = Обліковий запис підтверджено. Тепер ви можете ввійти.
notice-session-expired = Ця сторінка була відкрита надто довго, тому ми почали спочатку. Увійдіть, будь ласка.
notice-sign-in-again = Щоб продовжити, увійдіть ще раз.
notice-code-sent = Ми надіслали новий код. Діє лише останній.
notice-signed-out = Ви вийшли з облікового запису в цьому браузері.
