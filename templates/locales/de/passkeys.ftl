passkey-sign-in = Mit Passkey anmelden
passkey-unsupported = Dieser Browser kann hier keine Passkeys verwenden. Wählen Sie eine andere Möglichkeit oder öffnen Sie diese Seite in einem anderen Browser.
passkey-cancelled = Es wurde kein Passkey verwendet oder gespeichert. Sie können es noch einmal versuchen.
passkey-challenge-title = Passkey verwenden
passkey-challenge-text = Bestätigen Sie mit Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel, dass Sie es sind.
passkey-challenge-button = Passkey verwenden
passkey-no-script = Passkeys brauchen JavaScript, das in diesem Browser ausgeschaltet ist. Schalten Sie es ein oder wählen Sie eine andere Möglichkeit.
factor-passkey = Passkey verwenden

passkey-add-title = Passkey hinzufügen
passkey-add-text = Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel an, ganz ohne Passwort.
passkey-add-button = Passkey hinzufügen
passkey-add-later = Jetzt nicht
passkey-add-there = Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto.
passkey-add-full = Sie haben { $most } Passkeys, mehr sind nicht möglich. Entfernen Sie zuerst einen, den Sie nicht mehr verwenden.

passkeys-title = Passkeys
passkeys-hint = Mit Fingerabdruck, Gesicht oder PIN statt Passwort
passkeys-text = Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel an.
passkeys-none = Sie haben noch keine Passkeys.
passkeys-unnamed = Passkey
passkeys-added = Hinzugefügt am { $date }
passkeys-added-used = Hinzugefügt am { $date }, zuletzt verwendet am { $used }
passkeys-synced = Auf mehreren Geräten
passkeys-one-device = Nur auf einem Gerät
passkeys-other-domain = Für { $domain } erstellt, deshalb funktioniert er hier nicht.
passkeys-name-label = Name
passkeys-rename = Umbenennen
passkeys-rename-named = { $name } umbenennen
passkeys-remove = Entfernen
passkeys-remove-named = { $name } entfernen
passkeys-details = Verwalten
passkeys-details-named = { $name } verwalten
passkeys-was-added = Ihr Passkey wurde hinzugefügt.
passkeys-was-renamed = Der neue Name wurde gespeichert.
passkeys-was-removed = Der Passkey wurde entfernt. Sie können ihn auch auf dem Gerät oder im Passwortmanager löschen, in dem er gespeichert ist.
passkeys-not-there = Dieser Passkey gehört nicht mehr zu Ihrem Konto. Es wurde nichts geändert.
passkeys-stays-only-way = Dieser Passkey ist Ihre einzige Anmeldemöglichkeit und bleibt deshalb bestehen. Fügen Sie zuerst einen weiteren Passkey hinzu oder legen Sie auf der Anmeldeseite über „Passwort vergessen?“ ein Passwort fest.
passkeys-stays-second = Für die Anmeldung brauchen Sie hier einen zweiten Schritt, und dieser Passkey ist der einzige, den Sie haben. Deshalb bleibt er bestehen. Fügen Sie zuerst einen weiteren Passkey hinzu.

problem-passkey-refused = Dieser Passkey konnte nicht verwendet werden. Versuchen Sie es noch einmal oder melden Sie sich auf andere Weise an.
problem-passkey-unknown = Dieser Passkey gehört zu keinem Konto mehr, das es hier gibt. Melden Sie sich auf andere Weise an.
problem-passkey-expired = Das hat zu lange gedauert. Versuchen Sie es noch einmal.
problem-passkey-copied = Dieser Passkey wurde abgelehnt, weil es möglicherweise eine Kopie davon gibt. Melden Sie sich auf andere Weise an und entfernen Sie ihn aus Ihrem Konto.

message-passkey-added-subject = Zu Ihrem Konto bei { $pool } wurde ein Passkey hinzugefügt
message-passkey-added-body =
    Guten Tag,

    zu Ihrem Konto bei { $pool } wurde gerade ein Passkey hinzugefügt. Damit kann man sich anmelden.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ist jemand anderes bei Ihrem Konto angemeldet: Entfernen Sie den Passkey, ändern Sie Ihr Passwort und wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
message-passkey-added-sms = { $pool }: Passkey zu Ihrem Konto hinzugefügt. Waren Sie das nicht? Entfernen Sie ihn und ändern Sie sofort Ihr Passwort.
message-passkey-removed-subject = Ein Passkey wurde von Ihrem Konto bei { $pool } entfernt
message-passkey-removed-body =
    Guten Tag,

    von Ihrem Konto bei { $pool } wurde gerade ein Passkey entfernt. Alle anderen Anmeldemöglichkeiten bleiben unverändert.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ist jemand anderes bei Ihrem Konto angemeldet: Ändern Sie Ihr Passwort und wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
message-passkey-removed-sms = { $pool }: Passkey von Ihrem Konto entfernt. Waren Sie das nicht? Ändern Sie sofort Ihr Passwort.
message-passkey-copied-subject = Ein Passkey für Ihr Konto bei { $pool } wurde abgelehnt
message-passkey-copied-body =
    Guten Tag,

    jemand hat versucht, sich mit einem Ihrer Passkeys in Ihrem Konto bei { $pool } anzumelden. Wir haben das abgelehnt, weil der Passkey wie eine Kopie aussah.

    Melden Sie sich auf andere Weise an, entfernen Sie diesen Passkey aus Ihrem Konto und fügen Sie einen neuen hinzu. Wenn Sie nicht wissen, was passiert ist, wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
message-passkey-copied-sms = { $pool }: Ein Passkey wurde abgelehnt, er ist womöglich eine Kopie. Melden Sie sich anders an und entfernen Sie ihn.
