set-up-select-title = Zweiten Schritt hinzufügen
set-up-subtitle = Ein zweiter Schritt schützt Ihr Konto, auch wenn jemand Ihr Passwort erfährt.
set-up-totp-title = Authenticator-App einrichten
set-up-totp-install = Öffnen Sie eine Authenticator-App auf Ihrem Telefon. Wenn Sie noch keine haben, installieren Sie zuerst eine.
set-up-totp-scan = Scannen Sie dieses Bild mit der App.
set-up-totp-picture = QR-Code mit dem Schlüssel für Ihre Authenticator-App. Der Schlüssel steht weiter unten auch als Text.
set-up-totp-open = In einer App auf diesem Gerät öffnen
set-up-totp-type-summary = Scannen nicht möglich?
set-up-totp-type = Geben Sie diesen Schlüssel in die App ein. Groß- und Kleinschreibung sowie Leerzeichen spielen keine Rolle.
set-up-totp-copy = Schlüssel kopieren
set-up-totp-confirm = Geben Sie den sechsstelligen Code ein, den die App jetzt anzeigt.
set-up-device-name = Name des Geräts
set-up-device-hint = Damit Sie Ihre Geräte auseinanderhalten können, zum Beispiel „Mein Handy“.
set-up-number-title = Telefon hinzufügen
set-up-number-text = Wir senden jetzt und bei jeder Anmeldung einen Code per SMS an diese Nummer.
copied = Kopiert

challenge-totp-device = Ihr Gerät:
remember-browser = { $days ->
    [one] In diesem Browser einen Tag lang nicht fragen
   *[other] In diesem Browser { $days } Tage lang nicht fragen
}

recovery-use = Wiederherstellungscode verwenden
recovery-back = Zurück zum üblichen Code
recovery-code-label = Wiederherstellungscode
# In headings a soft hyphen (U+00AD) stands where a very long word may be parted on a narrow screen.
recovery-challenge-title = Wiederherstellungs­code eingeben
recovery-challenge-text = Geben Sie einen der Codes ein, die Sie beim Einrichten des zweiten Schritts aufbewahrt haben. Jeder gilt nur einmal.
recovery-codes-title = Wiederherstellungs­codes aufbewahren
recovery-codes-subtitle = Für den Tag, an dem Sie Ihren zweiten Schritt nicht zur Hand haben.
recovery-codes-text = Mit jedem Code können Sie sich einmal anmelden. Bewahren Sie die Codes dort auf, wo nur Sie sie finden. Sie werden nur dieses eine Mal angezeigt.
recovery-codes-copy = Kopieren
recovery-codes-print = Drucken
recovery-codes-download = Herunterladen
recovery-codes-kept = Ich habe sie aufbewahrt
recovery-used-title = Sie haben einen Wiederherstellungs­code verwendet
recovery-used-left = { $count ->
    [0] Sie haben keine Wiederherstellungscodes mehr.
    [one] Sie haben noch einen Wiederherstellungscode.
   *[other] Sie haben noch { $count } Wiederherstellungscodes.
}
recovery-used-text = Streichen Sie den Code durch, er gilt kein zweites Mal.
recovery-used-few = Holen Sie sich bald neue Codes, damit Sie nicht ausgesperrt sind, falls Sie Ihren zweiten Schritt verlieren.
problem-recovery-code-mismatch = Dieser Code stimmt nicht oder wurde schon verwendet. Bitte prüfen Sie ihn oder versuchen Sie es mit einem anderen.

factors-title = Zweiter Schritt
factors-hint = Was nach Ihrem Passwort abgefragt wird
factors-required = Hier brauchen alle einen.
factors-app = Authenticator-App
factors-email = Codes per E-Mail
factors-sms = Codes per SMS
factors-on = Eingeschaltet
factors-first = Wird zuerst abgefragt
factors-no-email = Um dies zu verwenden, bestätigen Sie zuerst eine E-Mail-Adresse.
factors-no-phone = Um dies zu verwenden, bestätigen Sie zuerst eine Telefonnummer.
factors-ends-recovery = Solange dies eingeschaltet ist, können Sie auf diesem Weg kein vergessenes Passwort zurücksetzen.
factors-set-up = Einrichten
factors-replace = Neu einrichten
factors-remove = Entfernen
factors-turn-on = Einschalten
factors-turn-off = Ausschalten
factors-ask-first = Zuerst abfragen
factors-app-replaces = Die neue App ersetzt Ihre bisherige.
factors-stays = Für die Anmeldung brauchen Sie hier einen zweiten Schritt, und dieser ist der einzige, den Sie haben. Deshalb bleibt er bestehen. Richten Sie zuerst einen anderen ein.
factors-app-added = Ihre Authenticator-App ist eingerichtet.
factors-turned-on = Das ist jetzt eingeschaltet. Bei Ihrer nächsten Anmeldung werden Sie danach gefragt.
factors-turned-off = Das ist jetzt ausgeschaltet. Sie werden nicht mehr danach gefragt.
factors-put-first = Ab jetzt werden Sie zuerst danach gefragt.
factors-unchanged = Es wurde nichts geändert. Hier sehen Sie den aktuellen Stand.
factors-recovery = Wiederherstellungs­codes
factors-recovery-text = Für den Tag, an dem Sie Ihren zweiten Schritt nicht zur Hand haben. Jeder Code gilt nur einmal.
factors-new-codes = Neue Codes erstellen
factors-new-codes-hint = Ihre alten Codes gelten dann sofort nicht mehr.
factors-browsers = Gemerkte Browser
factors-browsers-text = In diesen Browsern werden Sie nicht nach Ihrem zweiten Schritt gefragt.
factors-browser-times = Seit { $since }, noch bis { $until }
factors-forget = Vergessen
factors-forget-all = Alle Browser vergessen
factors-browsers-forgotten = Dort werden Sie wieder nach Ihrem zweiten Schritt gefragt.
account-state-off = Ausgeschaltet
