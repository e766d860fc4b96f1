terms-link = умови використання
privacy-link = політика конфіденційності
footer-legal = Правова інформація
footer-terms = Умови використання
footer-privacy = Політика конфіденційності

terms-by-signing-up = Створюючи обліковий запис, ви приймаєте наші { $terms }.
terms-checkbox = Я приймаю { $terms }
terms-checkbox-label = Умови використання
terms-privacy = Наша { $privacy } пояснює, що ми робимо з вашими даними.
problem-terms = Щоб створити обліковий запис, прийміть умови.

terms-first-title = Прийміть наші умови
terms-first-text = Перш ніж перейти в застосунок { $name }, прочитайте та прийміть наші { $terms }.
terms-changed-title = Наші умови змінилися
terms-changed-text = Перш ніж перейти в застосунок { $name }, прочитайте та прийміть наші нові { $terms }.
terms-version = Версія { $version }
terms-accept = Прийняти й продовжити
terms-decline = Не зараз
terms-decline-hint = Якщо вибрати «Не зараз», ви повернетеся назад без входу в застосунок. Ваш обліковий запис лишиться без змін.

accepted-terms-title = Прийняті умови
accepted-terms-text = Ви прийняли наші { $terms } в цих версіях.
accepted-terms-none = Ви ще не приймали тут жодних умов.
accepted-terms-row = Версія { $version }, прийнято { $date }
accepted-terms-newer = Є новіша версія. Ми запропонуємо прийняти її під час наступного входу в застосунок.

consent-title = Дозволити доступ до вашого облікового запису?
consent-text = Застосунок { $name } просить доступ до вашого облікового запису.
consent-more-text = Застосунок { $name } просить ширший доступ до вашого облікового запису, ніж ви дозволили раніше.
consent-account = Ваш обліковий запис
consent-list = Що ви дозволяєте
consent-list-new = Що додається
consent-list-before = Що ви вже дозволили
consent-goes-to = Потім ви перейдете на { $host }
consent-take-back = Ви можете будь-коли скасувати доступ у розділі «Застосунки» свого облікового запису.
consent-allow = Дозволити
consent-deny = Відхилити
scope-offline = Зберігає доступ за вашої відсутності

applications-allowed = Доступ дозволено { $date }, зараз не використовується
