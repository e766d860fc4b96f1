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

message-invitation-subject = { $pool }: contul tău
message-invitation-body =
    Bună,

    ți-am creat un cont { $pool }. Numele tău de utilizator este {"{username}"}, iar aceasta este parola temporară:

    {"{####}"}

    Îți alegi propria parolă când te conectezi.
message-invitation-sms = { $pool }: nume de utilizator {"{username}"}, parolă temporară {"{####}"}
