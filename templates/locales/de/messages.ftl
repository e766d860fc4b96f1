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

message-recovery-code-used-subject = Ein Wiederherstellungscode für { $pool } wurde verwendet
message-recovery-code-used-body =
    Guten Tag,

    einer der Wiederherstellungscodes für Ihr Konto bei { $pool } wurde gerade zum Anmelden verwendet. Jeder Code gilt nur einmal. Streichen Sie ihn also durch.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, kennt jemand anderes Ihr Passwort und Ihre Codes: Setzen Sie Ihr Passwort bitte sofort auf der Anmeldeseite zurück und holen Sie sich neue Wiederherstellungscodes.
message-recovery-code-used-sms = { $pool }: Ein Wiederherstellungscode wurde verwendet. Waren Sie das nicht? Setzen Sie sofort Ihr Passwort zurück.

message-factors-changed-subject = Der zweite Schritt für Ihr Konto bei { $pool } wurde geändert
message-factors-changed-body =
    Guten Tag,

    der zweite Schritt, der Ihr Konto bei { $pool } schützt, wurde gerade geändert.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, kennt jemand anderes Ihr Passwort: Setzen Sie es bitte sofort auf der Anmeldeseite zurück und wenden Sie sich an die Stelle, die Ihnen das Konto bereitstellt.
message-factors-changed-sms = { $pool }: Ihr zweiter Anmeldeschritt wurde geändert. Waren Sie das nicht? Setzen Sie sofort Ihr Passwort zurück.

message-invitation-subject = Ihr Konto bei { $pool }
message-invitation-body =
    Guten Tag,

    für Sie wurde ein Konto bei { $pool } angelegt. Ihr Benutzername ist {"{username}"}, und dies ist Ihr vorläufiges Passwort:

    {"{####}"}

    Wenn Sie sich anmelden, wählen Sie Ihr eigenes Passwort.
message-invitation-sms = { $pool }: Ihr Benutzername ist {"{username}"}, Ihr vorläufiges Passwort {"{####}"}

message-address-code-subject = Ihr Bestätigungscode für { $pool }
message-address-code-body =
    Guten Tag,

    mit diesem Code bestätigen Sie diese Adresse für Ihr Konto bei { $pool }:

    {"{####}"}

    Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren. Es ändert sich dann nichts.
message-address-code-sms = { $pool }: {"{####}"} ist der Code, um diese Nummer für Ihr Konto zu verwenden

message-address-in-use-subject = Ihr Konto bei { $pool } hat diese Adresse bereits
message-address-in-use-body =
    Guten Tag,

    jemand wollte diese Adresse für ein anderes Konto bei { $pool } verwenden. Vielleicht waren Sie das selbst. Sie gehört aber schon zu Ihrem Konto, deshalb wurde nichts geändert.

    Wenn Sie das waren, melden Sie sich bei dem Konto an, zu dem diese Adresse gehört. Wenn nicht, können Sie diese Nachricht ignorieren.
message-address-in-use-sms = { $pool }: Jemand wollte diese Nummer für ein anderes Konto verwenden. Sie gehört zu Ihrem, deshalb wurde nichts geändert.

message-address-changed-subject = Die Adresse Ihres Kontos bei { $pool } wurde geändert
message-address-changed-body =
    Guten Tag,

    Ihr Konto bei { $pool } hat ab jetzt eine andere Adresse. Hierher kommen keine Nachrichten mehr.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, machen Sie die Änderung bitte sofort rückgängig:

    {"{##Änderung rückgängig machen##}"}

    Dann gilt wieder diese Adresse, alle werden abgemeldet, und Sie legen ein neues Passwort fest.
message-address-changed-sms = { $pool }: Ihre Nummer wurde geändert. Waren Sie das nicht? {"{##Rückgängig machen##}"}

message-address-changed-for-good-subject = Die Adresse Ihres Kontos bei { $pool } wurde geändert
message-address-changed-for-good-body =
    Guten Tag,

    Ihr Konto bei { $pool } hat ab jetzt eine andere Adresse. Hierher kommen keine Nachrichten mehr.

    Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, wenden Sie sich bitte an die Stelle, die Ihnen das Konto bereitstellt.
message-address-changed-for-good-sms = { $pool }: Die Nummer Ihres Kontos wurde geändert. Waren Sie das nicht? Dann holen Sie sich bitte Hilfe.

message-address-restored-subject = Die Änderung Ihrer Adresse bei { $pool } wurde rückgängig gemacht
message-address-restored-body =
    Guten Tag,

    die Änderung der Adresse eines Kontos bei { $pool } wurde über den Link in unserer Nachricht rückgängig gemacht. Das Konto hat wieder seine frühere Adresse, und alle wurden abgemeldet.

    Wenn es Ihr Konto ist, legen Sie bei der Anmeldung ein neues Passwort fest und sehen Sie die Einstellungen durch.
message-address-restored-sms = { $pool }: Die Änderung Ihrer Nummer wurde rückgängig gemacht, und alle wurden abgemeldet.

message-account-deleted-subject = Ihr Konto bei { $pool } wurde gelöscht
message-account-deleted-body =
    Guten Tag,

    Ihr Konto bei { $pool } und alles, was dazugehört, wurde gerade gelöscht, wie Sie es gewünscht haben.

    Wenn Sie das nicht waren, wenden Sie sich bitte an die Stelle, die Ihnen das Konto bereitgestellt hat.
message-account-deleted-sms = { $pool }: Ihr Konto wurde gerade gelöscht, wie Sie es gewünscht haben.
