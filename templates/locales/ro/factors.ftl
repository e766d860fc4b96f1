set-up-select-title = Adaugă un al doilea pas
set-up-subtitle = Un al doilea pas îți protejează contul, chiar dacă cineva îți află parola.
set-up-totp-title = Configurează aplicația de autentificare
set-up-totp-install = Deschide pe telefon o aplicație de autentificare. Dacă nu ai, instalează mai întâi una.
set-up-totp-scan = Scanează această imagine cu aplicația.
set-up-totp-picture = Cod QR cu cheia pentru aplicația de autentificare. Cheia se află mai jos și ca text.
set-up-totp-open = Deschide într-o aplicație de pe acest dispozitiv
set-up-totp-type-summary = Nu poți scana imaginea?
set-up-totp-type = Introdu această cheie în aplicație. Literele pot fi mari sau mici, iar spațiile nu contează.
set-up-totp-copy = Copiază cheia
set-up-totp-confirm = Introdu cele șase cifre afișate acum în aplicație.
set-up-device-name = Numele dispozitivului
set-up-device-hint = Te ajută să îți deosebești dispozitivele, de exemplu „telefonul meu”.
set-up-number-title = Adaugă-ți telefonul
set-up-number-text = Îți trimitem un cod prin SMS la acest număr acum și de fiecare dată când te conectezi.
copied = Copiat

challenge-totp-device = Dispozitivul tău:
remember-browser = { $days ->
    [one] Nu mai întreba în acest browser timp de o zi
    [few] Nu mai întreba în acest browser timp de { $days } zile
   *[other] Nu mai întreba în acest browser timp de { $days } de zile
}

recovery-use = Folosește un cod de recuperare
recovery-back = Înapoi la codul obișnuit
recovery-code-label = Cod de recuperare
recovery-challenge-title = Folosește un cod de recuperare
recovery-challenge-text = Introdu unul dintre codurile pe care le-ai păstrat când ai configurat al doilea pas. Fiecare este valabil o singură dată.
recovery-codes-title = Păstrează codurile de recuperare
recovery-codes-subtitle = Pentru ziua în care nu vei avea la îndemână al doilea pas.
recovery-codes-text = Cu fiecare cod te poți conecta o singură dată. Păstrează-le unde le găsești doar tu. Sunt afișate doar acum.
recovery-codes-copy = Copiază
recovery-codes-print = Tipărește
recovery-codes-download = Descarcă
recovery-codes-kept = Le-am păstrat
recovery-used-title = Ai folosit un cod de recuperare
recovery-used-left = { $count ->
    [0] Nu mai ai niciun cod de recuperare.
    [one] Mai ai un cod de recuperare.
    [few] Mai ai { $count } coduri de recuperare.
   *[other] Mai ai { $count } de coduri de recuperare.
}
recovery-used-text = Taie acest cod de pe listă, nu mai este valabil.
recovery-used-few = Obține în curând coduri noi, ca să nu pierzi accesul dacă rămâi fără al doilea pas.
problem-recovery-code-mismatch = Codul nu este corect sau a fost deja folosit. Verifică-l sau încearcă altul.

factors-title = Al doilea pas
factors-hint = Ce îți cerem după parolă
factors-required = Aici, toată lumea are nevoie de unul.
factors-app = Aplicație de autentificare
factors-email = Coduri prin e-mail
factors-sms = Coduri prin SMS
factors-on = Activ
factors-first = Prima opțiune
factors-no-email = Pentru a folosi această opțiune, confirmă mai întâi o adresă de e-mail.
factors-no-phone = Pentru a folosi această opțiune, confirmă mai întâi un număr de telefon.
factors-ends-recovery = Cât timp această opțiune este activă, nu o poți folosi pentru a reseta o parolă uitată.
factors-set-up = Configurează
factors-replace = Configurează din nou
factors-remove = Elimină
factors-turn-on = Activează
factors-turn-off = Dezactivează
factors-ask-first = Cere întâi asta
factors-app-replaces = Noua aplicație o înlocuiește pe cea de acum.
factors-stays = Pentru conectare ai nevoie aici de un al doilea pas, iar acesta este singurul pe care îl ai, așa că nu poate fi eliminat. Configurează mai întâi altul.
factors-app-added = Aplicația de autentificare a fost configurată.
factors-turned-on = Opțiunea este activă. Ți-o vom cere la următoarea conectare.
factors-turned-off = Opțiunea este dezactivată. Nu ți-o vom mai cere.
factors-put-first = De acum înainte, îți vom cere mai întâi această opțiune.
factors-unchanged = Nu s-a schimbat nimic. Aici vezi situația actuală.
factors-recovery = Coduri de recuperare
factors-recovery-text = Pentru ziua în care nu vei avea la îndemână al doilea pas. Fiecare cod este valabil o singură dată.
factors-new-codes = Creează coduri noi
factors-new-codes-hint = Codurile vechi își pierd imediat valabilitatea.
factors-browsers = Browsere memorate
factors-browsers-text = În aceste browsere nu îți cerem al doilea pas.
factors-browser-times = Din { $since }, până la { $until }
factors-forget = Uită
factors-forget-all = Uită toate browserele
factors-browsers-forgotten = Acolo îți vom cere din nou al doilea pas.
account-state-off = Dezactivat
