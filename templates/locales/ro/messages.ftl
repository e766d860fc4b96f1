message-verification-subject = { $pool }: codul tău de confirmare
message-verification-body =
    Bună,

    acesta este codul cu care îți confirmi contul { $pool }:

    {"{####}"}

    Dacă nu l-ai cerut tu, poți ignora acest mesaj.
message-verification-sms = { $pool }: codul tău de confirmare este {"{####}"}

message-link-subject = { $pool }: confirmă-ți contul
message-link-body =
    Bună,

    cu acest link îți confirmi contul { $pool }:

    {"{##Confirmă contul##}"}

    Dacă nu l-ai cerut tu, poți ignora acest mesaj.

message-sign-in-subject = { $pool }: codul tău de conectare
message-sign-in-body =
    Bună,

    acesta este codul tău de conectare la contul { $pool }:

    {"{####}"}

    Nu îl da nimănui. Echipa { $pool } nu ți-l va cere niciodată. Dacă nu te conectezi tu acum, este posibil ca altcineva să încerce.
message-sign-in-sms = { $pool }: codul tău de conectare este {"{####}"}. Nu îl da nimănui.

message-reset-subject = { $pool }: codul pentru schimbarea parolei
message-reset-body =
    Bună,

    acesta este codul cu care setezi o parolă nouă pentru contul { $pool }:

    {"{####}"}

    Dacă nu l-ai cerut tu, poți ignora acest mesaj. Parola rămâne neschimbată.
message-reset-sms = { $pool }: codul tău pentru schimbarea parolei este {"{####}"}

message-existing-account-subject = { $pool }: ai deja un cont
message-existing-account-body =
    Bună,

    cineva, probabil chiar tu, tocmai a încercat să creeze un cont { $pool } cu această adresă. Ai deja unul, așa că nu s-a schimbat nimic.

    Conectează-te ca de obicei. Dacă nu mai știi parola, alege „Ai uitat parola?” pe pagina de conectare.

    Dacă nu ai fost tu, poți ignora acest mesaj.
message-existing-account-sms = { $pool }: ai deja un cont cu acest număr. Conectează-te sau resetează parola.

message-password-changed-subject = { $pool }: parola ta a fost schimbată
message-password-changed-body =
    Bună,

    parola contului tău { $pool } tocmai a fost schimbată, iar celelalte browsere au fost deconectate.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu, resetează acum parola pe pagina de conectare.
message-password-changed-sms = { $pool }: parola a fost schimbată. Nu ai fost tu? Reseteaz-o acum.

message-provider-unlinked-subject = { $pool }: conectarea cu { $provider } a fost eliminată
message-provider-unlinked-body =
    Bună,

    conectarea cu { $provider } tocmai a fost eliminată din contul tău { $pool }. Celelalte metode de conectare rămân neschimbate.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu, altcineva s-a conectat la contul tău: schimbă parola și cere ajutor echipei de asistență a aplicației.
message-provider-unlinked-sms = { $pool }: conectarea cu { $provider } a fost eliminată. Nu ai fost tu? Schimbă parola acum.

message-recovery-code-used-subject = { $pool }: un cod de recuperare a fost folosit
message-recovery-code-used-body =
    Bună,

    unul dintre codurile de recuperare ale contului tău { $pool } tocmai a fost folosit pentru conectare. Fiecare cod este valabil o singură dată, așa că taie de pe listă codul folosit.

    Dacă ai fost tu, nu mai trebuie să faci nimic. Dacă nu, altcineva îți știe parola și codurile: resetează acum parola pe pagina de conectare și obține coduri de recuperare noi.
message-recovery-code-used-sms = { $pool }: un cod de recuperare a fost folosit. Nu ai fost tu? Resetează parola acum.

message-factors-changed-subject = { $pool }: al doilea pas de conectare a fost schimbat
message-factors-changed-body =
    Bună,

    al doilea pas care îți protejează contul { $pool } tocmai a fost schimbat.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu, altcineva îți știe parola: resetează-o acum pe pagina de conectare și cere ajutor echipei de asistență a aplicației.
message-factors-changed-sms = { $pool }: al doilea pas de conectare a fost schimbat. Nu ai fost tu? Resetează parola acum.

message-invitation-subject = { $pool }: contul tău
message-invitation-body =
    Bună,

    ți-am creat un cont { $pool }. Numele tău de utilizator este {"{username}"}, iar aceasta este parola temporară:

    {"{####}"}

    Îți alegi propria parolă când te conectezi.
message-invitation-sms = { $pool }: nume de utilizator {"{username}"}, parolă temporară {"{####}"}

message-address-code-subject = { $pool }: codul tău de confirmare
message-address-code-body =
    Bună,

    acesta este codul cu care poți folosi această adresă pentru contul { $pool }:

    {"{####}"}

    Introdu-l pe pagina pe care l-ai cerut. Dacă nu l-ai cerut tu, poți ignora acest mesaj: nu se schimbă nimic.
message-address-code-sms = { $pool }: {"{####}"} este codul cu care poți folosi acest număr pentru contul tău

message-address-in-use-subject = { $pool }: contul tău are deja această adresă
message-address-in-use-body =
    Bună,

    cineva, poate chiar tu, a vrut să folosească această adresă pentru alt cont { $pool }. Ea aparține contului tău, așa că nu s-a schimbat nimic.

    Dacă ai fost tu, conectează-te la contul care are această adresă. Dacă nu ai fost tu, poți ignora acest mesaj.
message-address-in-use-sms = { $pool }: cineva a vrut acest număr pentru alt cont. El aparține contului tău: nu s-a schimbat nimic.

message-address-changed-subject = { $pool }: adresa contului tău a fost schimbată
message-address-changed-body =
    Bună,

    contul tău { $pool } are de acum altă adresă. Mesajele nu mai ajung aici.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu ai fost tu, anulează acum schimbarea:

    {"{##Anulează schimbarea##}"}

    Astfel revii la această adresă, toate sesiunile se încheie și vei alege o parolă nouă.
message-address-changed-sms = { $pool }: numărul tău a fost schimbat. Nu ai fost tu? {"{##Anulează##}"}

message-address-changed-for-good-subject = { $pool }: adresa contului tău a fost schimbată
message-address-changed-for-good-body =
    Bună,

    contul tău { $pool } are de acum altă adresă. Mesajele nu mai ajung aici.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu ai fost tu, cere ajutor echipei de asistență a aplicației.
message-address-changed-for-good-sms = { $pool }: numărul contului tău a fost schimbat. Dacă nu ai fost tu, cere ajutor.

message-address-restored-subject = { $pool }: schimbarea adresei a fost anulată
message-address-restored-body =
    Bună,

    schimbarea adresei unui cont { $pool } a fost anulată cu linkul din mesajul nostru. Contul are din nou adresa de dinainte, iar toate sesiunile au fost încheiate.

    Dacă este contul tău, setează o parolă nouă când te conectezi și verifică setările.
message-address-restored-sms = { $pool }: schimbarea numărului a fost anulată, iar toate sesiunile au fost încheiate.

message-account-deleted-subject = { $pool }: contul tău a fost șters
message-account-deleted-body =
    Bună,

    contul tău { $pool } și tot ce ține de el tocmai au fost șterse, așa cum ai dorit.

    Dacă nu ai fost tu, cere ajutor echipei de asistență a aplicației.
message-account-deleted-sms = { $pool }: contul tău tocmai a fost șters, așa cum ai dorit.
