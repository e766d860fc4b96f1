error-code-label = Fehler
error-id-label = Referenz
error-developer-heading = Für die Entwicklung
error-cause-label = Ursache
error-mend-label = Was zu tun ist

error-request-heading = Der Anwendung ist ein Fehler unterlaufen
error-request-advice = Die Adresse, über die Sie hierhergekommen sind, stimmt nicht ganz. Gehen Sie zurück zur Anwendung und versuchen Sie es noch einmal. Wenn das nicht hilft, wenden Sie sich an das Team der Anwendung und nennen Sie die Referenz unten.
error-sign-out-heading = Wir können Sie nicht zur Anwendung zurückbringen
error-sign-out-advice = Die Anwendung hat eine Adresse angefordert, die nicht auf ihrer Liste steht. Sie können diese Seite schließen.
error-expired-heading = Diese Seite ist nicht mehr gültig
error-expired-advice = Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Tab fortgesetzt. Gehen Sie zurück zur Anwendung und beginnen Sie noch einmal.
error-form-heading = Bitte senden Sie das noch einmal ab
error-form-advice = Wir konnten nicht sicherstellen, dass das Formular von dieser Seite kam. Deshalb wurde nichts geändert. Beginnen Sie noch einmal, dann sollte es klappen.
error-cookies-heading = Ihr Browser speichert keine Cookies
error-cookies-advice = Für die Anmeldung ist ein Cookie dieser Website nötig. Erlauben Sie Cookies für diese Website in den Einstellungen Ihres Browsers und beginnen Sie dann noch einmal.
error-not-found-heading = Hier gibt es nichts
error-not-found-advice = Vielleicht ist die Adresse veraltet oder enthält einen Tippfehler. Gehen Sie zurück zu der Anwendung, die Sie nutzen möchten.
error-unreadable-heading = Das konnten wir nicht lesen
error-unreadable-advice = Die Daten von Ihrem Browser waren zu umfangreich oder unlesbar. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-sign-up-closed-heading = Hier können Sie sich nicht registrieren
error-sign-up-closed-advice = Neue Konten legt die Administration an. Bitte wenden Sie sich an die Stelle, die Ihnen die Anwendung bereitstellt.
error-recovery-closed-heading = Hier können Sie Ihr Passwort nicht zurücksetzen
error-recovery-closed-advice = Bitte wenden Sie sich an die Stelle, die Ihnen die Anwendung bereitstellt.
error-too-many-heading = Das waren zu viele Versuche
error-too-many-advice = Aus Ihrem Netzwerk wurden in kurzer Zeit zu viele Anmeldungen begonnen. Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.
error-internal-heading = Etwas ist schiefgegangen
error-internal-advice = Das liegt an uns, nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal. Wenn es wieder passiert, melden Sie uns bitte die Referenz unten.

cause-unknown-client = Dieser Pool hat keinen App-Client mit der client_id „{ $client }“.
mend-unknown-client = Vergleichen Sie die client_id mit den App-Clients dieses Pools. Jeder Pool hat seine eigene Adresse: Ist es die richtige?
cause-redirect-mismatch = Die redirect_uri „{ $given }“ ist für diesen App-Client nicht registriert.
mend-redirect-mismatch = { $count ->
    [0] Der Client hat noch keine Callback-URL. Registrieren Sie die, die Ihre Anwendung verwendet.
   *[other] Callback-URLs müssen exakt übereinstimmen, auch Port und abschließender Schrägstrich. Registriert: { $registered }
}
cause-sign-out-mismatch = Die Abmeldeadresse „{ $given }“ ist für diesen App-Client nicht registriert.
mend-sign-out-mismatch = { $count ->
    [0] Der Client hat noch keine Abmelde-URL. Registrieren Sie die, die Ihre Anwendung verwendet.
   *[other] Abmelde-URLs müssen exakt übereinstimmen, auch Port und abschließender Schrägstrich. Registriert: { $registered }
}
cause-duplicate-parameter = Der Parameter „{ $name }“ wurde mehrfach gesendet.
mend-duplicate-parameter = Senden Sie jeden Parameter nur einmal (RFC 6749, Abschnitt 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Korrigieren Sie die Anfrage, die Ihre Anwendung erzeugt, und vergleichen Sie sie mit dem Discovery-Dokument.
cause-flow-expired = Die Anmeldung, zu der diese Seite gehört, ist abgelaufen, abgeschlossen oder unbekannt.
mend-flow-expired = Beginnen Sie in Ihrer Anwendung, nicht über ein Lesezeichen dieser Seite.
cause-step-out-of-order = Dieser Schritt ist in der Anmeldung noch nicht oder nicht mehr an der Reihe.
mend-step-out-of-order = Folgen Sie den Weiterleitungen ab /oauth2/authorize und rufen Sie Seiten nicht direkt über ihre Adresse auf.
cause-form-forged = Der _csrf-Wert des Formulars fehlt oder gehört zu einem anderen Browser, oder die Anfrage kam von einer anderen Website.
mend-form-forged = Formulare müssen von den Seiten selbst abgeschickt werden. Ein automatisierter Client muss Cookies behalten und _csrf zurücksenden.
cause-cookies-missing = Das Flow-Cookie kam nicht zurück.
mend-cookies-missing = Öffnen Sie die Seite unter dem Host, der in der Konfiguration steht. Ein Cookie von localhost wird nicht an 127.0.0.1 gesendet.
cause-not-found = Zu dieser Adresse gibt es keine Route.
mend-not-found = Das Discovery-Dokument nennt die Adressen aller Endpunkte.
cause-method-not-allowed = Die Adresse gibt es, aber nicht für diese Methode.
mend-method-not-allowed = Seiten werden mit GET abgerufen, Formulare mit POST gesendet.
cause-unreadable-form = Der Body ist zu groß, nicht application/x-www-form-urlencoded oder nicht UTF-8.
mend-unreadable-form = Senden Sie einen Formular-Body in UTF-8.
cause-unknown-host = Der Host „{ $host }“ gehört zu keinem Pool.
mend-unknown-host = Verwenden Sie die konfigurierte öffentliche Adresse oder registrieren Sie den Host als Domain des Pools.
cause-sign-up-closed = In diesem Pool legt nur die Administration Konten an.
mend-sign-up-closed = Schalten Sie die Selbstregistrierung in den Einstellungen des Pools ein.
cause-recovery-closed = Die Kontowiederherstellung des Pools ist ausgeschaltet.
mend-recovery-closed = Schalten Sie die Kontowiederherstellung in den Einstellungen des Pools ein.
cause-too-many = Aus diesem Netzwerk wurden so viele Anmeldungen begonnen, wie die Pool-Einstellung sign_ins_begun_per_prefix in zehn Minuten zulässt.
mend-too-many = Erhöhen Sie den Wert, wenn viele Menschen dieses Netzwerk teilen, oder lassen Sie Tests ihre Sitzung wiederverwenden.
cause-internal = Einzelheiten stehen unter der Referenz unten im Log des Servers.
mend-internal = Wenn das Log den Fehler nicht erklärt, melden Sie ihn bitte mit den Zeilen aus dem Log.

unavailable-heading = Gerade ist sehr viel los
unavailable-text = Es ist nichts verloren gegangen. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
