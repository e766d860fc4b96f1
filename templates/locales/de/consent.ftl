terms-link = Nutzungsbedingungen
privacy-link = Datenschutzerklärung
footer-legal = Rechtliche Hinweise
footer-terms = Nutzungsbedingungen
footer-privacy = Datenschutzerklärung

terms-by-signing-up = Mit dem Erstellen eines Kontos akzeptieren Sie unsere { $terms }.
terms-checkbox = Ich akzeptiere die { $terms }
terms-checkbox-label = Nutzungsbedingungen
terms-privacy = Was wir mit Ihren Daten tun, steht in unserer { $privacy }.
problem-terms = Um ein Konto zu erstellen, akzeptieren Sie bitte die Bedingungen.

terms-first-title = Bitte akzeptieren Sie unsere Bedingungen
terms-first-text = Bevor es zu { $name } weitergeht, lesen und akzeptieren Sie bitte unsere { $terms }.
terms-changed-title = Unsere Bedingungen haben sich geändert
terms-changed-text = Bevor es zu { $name } weitergeht, lesen und akzeptieren Sie bitte unsere neuen { $terms }.
terms-version = Version { $version }
terms-accept = Akzeptieren und fortfahren
terms-decline = Jetzt nicht
terms-decline-hint = Wenn Sie „Jetzt nicht“ wählen, kehren Sie zur Anwendung zurück, ohne dort angemeldet zu sein. Ihr Konto bleibt, wie es ist.

accepted-terms-title = Akzeptierte Bedingungen
accepted-terms-text = Diese Versionen unserer { $terms } haben Sie akzeptiert.
accepted-terms-none = Sie haben hier noch keine Bedingungen akzeptiert.
accepted-terms-row = Version { $version }, akzeptiert am { $date }
accepted-terms-newer = Es gibt eine neuere Version. Wir fragen Sie danach, wenn Sie sich das nächste Mal bei einer Anwendung anmelden.

consent-title = Zugriff auf Ihr Konto erlauben?
consent-text = { $name } bittet um Zugriff auf Ihr Konto.
consent-more-text = { $name } bittet um mehr Zugriff auf Ihr Konto, als Sie bisher erlaubt haben.
consent-account = Ihr Konto
consent-list = Das erlauben Sie
consent-list-new = Das ist neu
consent-list-before = Das haben Sie schon erlaubt
consent-goes-to = Danach geht es weiter zu { $host }
consent-take-back = Sie können den Zugriff jederzeit in Ihrem Konto unter „Anwendungen“ entziehen.
consent-allow = Erlauben
consent-deny = Ablehnen
scope-offline = Bleibt verbunden, auch wenn Sie nicht da sind

applications-allowed = Erlaubt am { $date }, zurzeit nicht verwendet
