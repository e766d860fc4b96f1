title-problem = Ошибка:
continue-to = чтобы перейти в приложение { $name }
or = или
optional = необязательно
choice-yes = Да
choice-no = Нет
continue = Продолжить
next = Далее
try-again = Попробовать снова
use-another-account = Другой аккаунт
back-to-sign-in = Вернуться ко входу
choose-another-method = Выбрать другой способ
password-label = Пароль
password-show = Показать пароль
password-hide = Скрыть пароль
password-rules = Требования к паролю
rule-satisfied = выполнено:
rule-missing = ещё не выполнено:
code-label = Код
code-sent-email = Мы отправили код на адрес
code-sent-sms = Мы отправили код в SMS на номер
resend-question = Код не пришёл?
resend-button = Отправить новый код
check-fields = { $count ->
    [one] Проверьте { $count } поле
    [few] Проверьте { $count } поля
    [many] Проверьте { $count } полей
   *[other] Проверьте { $count } поля
}
development-ribbon = Сервер для разработки
development-mailbox = Почтовый ящик
development-playground = Песочница
development-providers = Сервисы входа

identifier-username = Имя пользователя
identifier-email = Адрес электронной почты
identifier-phone = Номер телефона
identifier-email-or-phone = Электронная почта или номер телефона
identifier-username-or-email = Имя пользователя или электронная почта
identifier-username-or-phone = Имя пользователя или номер телефона
identifier-any = Имя пользователя, электронная почта или номер телефона
hint-phone = С кодом страны, например +7 912 345 67 89

rule-minimum-length = { $length ->
    [one] не менее { $length } символа
    [few] не менее { $length } символов
    [many] не менее { $length } символов
   *[other] не менее { $length } символа
}
rule-lowercase = строчная буква
rule-uppercase = заглавная буква
rule-number = цифра
rule-symbol = символ, например ! или #
rule-no-edge-space = без пробелов в начале и в конце

notice-password-changed = Пароль изменён. Войдите с новым паролем.
notice-account-confirmed = Аккаунт подтверждён. Теперь можно войти.
notice-session-expired = Эта страница была открыта слишком долго, поэтому мы начали заново. Войдите, пожалуйста.
notice-sign-in-again = Чтобы продолжить, войдите ещё раз.
notice-code-sent = Мы отправили новый код. Действует только последний.
notice-signed-out = Вы вышли из аккаунта в этом браузере.
