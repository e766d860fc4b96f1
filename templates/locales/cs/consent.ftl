terms-link = podmínky použití
privacy-link = zásady ochrany osobních údajů
footer-legal = Právní informace
footer-terms = Podmínky použití
footer-privacy = Zásady ochrany osobních údajů

terms-by-signing-up = Založením účtu přijímáte naše { $terms }.
terms-checkbox = Přijímám { $terms }
terms-checkbox-label = Podmínky použití
terms-privacy = Co děláme s vašimi daty, popisují naše { $privacy }.
problem-terms = Chcete-li si založit účet, přijměte prosím podmínky.

terms-first-title = Přijměte prosím naše podmínky
terms-first-text = Než budete pokračovat do aplikace { $name }, přečtěte si a přijměte prosím naše { $terms }.
terms-changed-title = Naše podmínky se změnily
terms-changed-text = Než budete pokračovat do aplikace { $name }, přečtěte si a přijměte prosím naše nové { $terms }.
terms-version = Verze { $version }
terms-accept = Přijmout a pokračovat
terms-decline = Teď ne
terms-decline-hint = Pokud vyberete „Teď ne“, vrátíte se do aplikace bez přihlášení. Váš účet zůstane tak, jak je.

accepted-terms-title = Přijaté podmínky
accepted-terms-text = Naše { $terms } jste přijali v těchto verzích.
accepted-terms-none = Zatím jste tu žádné podmínky nepřijali.
accepted-terms-row = Verze { $version }, přijato { $date }
accepted-terms-newer = Existuje novější verze. Zeptáme se vás na ni při příštím přihlášení do aplikace.

consent-title = Povolit přístup k vašemu účtu?
consent-text = Aplikace { $name } žádá o přístup k vašemu účtu.
consent-more-text = Aplikace { $name } žádá o širší přístup k vašemu účtu, než jste dosud povolili.
consent-account = Váš účet
consent-list = Co povolujete
consent-list-new = Co je nové
consent-list-before = Co už jste povolili
consent-goes-to = Potom budete pokračovat na { $host }
consent-take-back = Přístup můžete kdykoli odebrat ve svém účtu v části „Aplikace“.
consent-allow = Povolit
consent-deny = Zamítnout
scope-offline = Zůstává připojená, i když ji nepoužíváte

applications-allowed = Povoleno { $date }, momentálně se nepoužívá
