message-verification-subject = Ihr Bestätigungscode für { $pool }
message-verification-body =
    Guten Tag,

    mit diesem Code bestätigen Sie Ihr Konto bei { $pool }:

    {"{####}"}

    Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren.
message-verification-sms = { $pool }: Ihr Bestätigungscode ist {"{####}"}

message-link-subject = Bestätigen Sie Ihr Konto bei { $pool }
message-link-body =
    Guten Tag,

    über diesen Link bestätigen Sie Ihr Konto bei { $pool }:

    {"{##Mein Konto bestätigen##}"}

    Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren.

message-sign-in-subject = Ihr Anmeldecode für { $pool }
message-sign-in-body =
    Guten Tag,

    mit diesem Code melden Sie sich bei { $pool } an:

    {"{####}"}

    Geben Sie ihn niemals weiter: Niemand von { $pool } wird Sie danach fragen. Wenn Sie sich gerade nicht anmelden, versucht es womöglich jemand anderes.
message-sign-in-sms = { $pool }: Ihr Anmeldecode ist {"{####}"}. Geben Sie ihn niemals weiter.

message-reset-subject = Ihr Code für ein neues Passwort bei { $pool }
message-reset-body =
    Guten Tag,

    mit diesem Code legen Sie ein neues Passwort für Ihr Konto bei { $pool } fest:

    {"{####}"}

    Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren. Ihr Passwort bleibt unverändert.
message-reset-sms = { $pool }: Ihr Code für ein neues Passwort ist {"{####}"}

message-existing-account-subject = Sie haben bereits ein Konto bei { $pool }
message-existing-account-body =
    Guten Tag,

    gerade hat jemand versucht, mit dieser Adresse ein Konto bei { $pool } zu erstellen. Wahrscheinlich waren Sie das selbst. Sie haben aber bereits ein Konto, deshalb wurde nichts geändert.

    Melden Sie sich einfach wie gewohnt an. Wenn Sie Ihr Passwort nicht mehr wissen, wählen Sie auf der Anmeldeseite „Passwort vergessen?“.

    Wenn Sie das nicht waren, können Sie diese Nachricht ignorieren.
message-existing-account-sms = { $pool }: Mit dieser Nummer haben Sie schon ein Konto. Melden Sie sich an oder setzen Sie Ihr Passwort zurück.

message-password-changed-subject = Ihr Passwort bei { $pool } wurde geändert
message-password-changed-body =
    Guten Tag,

    das Passwort für Ihr Konto bei { $pool } wurde gerade geändert. In anderen Browsern wurden Sie abgemeldet.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, setzen Sie Ihr Passwort bitte sofort auf der Anmeldeseite zurück.
message-password-changed-sms = { $pool }: Ihr Passwort wurde gerade geändert. Waren Sie das nicht? Setzen Sie es sofort zurück.

message-provider-unlinked-subject = Die Anmeldung mit { $provider } wurde von Ihrem Konto bei { $pool } entfernt
message-provider-unlinked-body =
    Guten Tag,

    die Anmeldung mit { $provider } wurde gerade von Ihrem Konto bei { $pool } entfernt. Alle anderen Anmeldemöglichkeiten bleiben unverändert.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ist jemand anderes bei Ihrem Konto angemeldet: Ändern Sie Ihr Passwort und wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
message-provider-unlinked-sms = { $pool }: Anmeldung mit { $provider } entfernt. Waren Sie das nicht? Ändern Sie sofort Ihr Passwort.

message-invitation-subject = Ihr Konto bei { $pool }
message-invitation-body =
    Guten Tag,

    für Sie wurde ein Konto bei { $pool } angelegt. Ihr Benutzername ist {"{username}"}, und dies ist Ihr vorläufiges Passwort:

    {"{####}"}

    Wenn Sie sich anmelden, wählen Sie Ihr eigenes Passwort.
message-invitation-sms = { $pool }: Ihr Benutzername ist {"{username}"}, Ihr vorläufiges Passwort {"{####}"}
