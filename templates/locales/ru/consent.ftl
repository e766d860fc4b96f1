terms-link = условия использования
privacy-link = политика конфиденциальности
footer-legal = Правовая информация
footer-terms = Условия использования
footer-privacy = Политика конфиденциальности

terms-by-signing-up = Создавая аккаунт, вы принимаете наши { $terms }.
terms-checkbox = Я принимаю { $terms }
terms-checkbox-label = Условия использования
terms-privacy = Наша { $privacy } объясняет, что мы делаем с вашими данными.
problem-terms = Чтобы создать аккаунт, примите условия.

terms-first-title = Примите наши условия
terms-first-text = Прежде чем перейти в приложение { $name }, прочитайте и примите наши { $terms }.
terms-changed-title = Наши условия изменились
terms-changed-text = Прежде чем перейти в приложение { $name }, прочитайте и примите наши новые { $terms }.
terms-version = Версия { $version }
terms-accept = Принять и продолжить
terms-decline = Не сейчас
terms-decline-hint = Если выбрать «Не сейчас», вы вернётесь назад без входа в приложение. Ваш аккаунт останется как есть.

accepted-terms-title = Принятые условия
accepted-terms-text = Вы приняли наши { $terms } в этих версиях.
accepted-terms-none = Вы ещё не принимали здесь никаких условий.
accepted-terms-row = Версия { $version }, принята { $date }
accepted-terms-newer = Есть более новая версия. Мы предложим принять её при следующем входе в приложение.

consent-title = Разрешить доступ к вашему аккаунту?
consent-text = Приложение { $name } запрашивает доступ к вашему аккаунту.
consent-more-text = Приложение { $name } запрашивает более широкий доступ к вашему аккаунту, чем вы разрешили раньше.
consent-account = Ваш аккаунт
consent-list = Что вы разрешаете
consent-list-new = Что добавится
consent-list-before = Что вы уже разрешили
consent-goes-to = Затем вы перейдёте на { $host }
consent-take-back = Вы можете в любой момент закрыть доступ в разделе «Приложения» своего аккаунта.
consent-allow = Разрешить
consent-deny = Отклонить
scope-offline = Сохраняет доступ в ваше отсутствие

applications-allowed = Доступ разрешён { $date }, сейчас не используется
