passkey-sign-in = Conectează-te cu o cheie de acces
passkey-unsupported = Acest browser nu poate folosi chei de acces aici. Alege altă metodă sau deschide pagina în alt browser.
passkey-cancelled = Operațiunea cu cheia de acces nu a fost finalizată. Poți încerca din nou.
passkey-challenge-title = Folosește-ți cheia de acces
passkey-challenge-text = Confirmă că ești tu, cu amprenta, fața, codul PIN sau o cheie de securitate.
passkey-challenge-button = Folosește cheia de acces
passkey-no-script = Cheile de acces au nevoie de JavaScript, care este dezactivat în acest browser. Activează-l sau alege altă metodă.
factor-passkey = Folosesc cheia de acces

passkey-add-title = Adaugă o cheie de acces
passkey-add-text = Cu o cheie de acces te conectezi cu amprenta, fața, codul PIN sau o cheie de securitate, fără parolă.
passkey-add-button = Adaugă o cheie de acces
passkey-add-later = Nu acum
passkey-add-there = Acest dispozitiv are deja o cheie de acces pentru contul tău.
passkey-add-full = Ai atins numărul maxim de chei de acces ({ $most }). Elimină mai întâi una pe care nu o mai folosești.

passkeys-title = Chei de acces
passkeys-hint = Cu amprenta, fața sau codul PIN în locul parolei
passkeys-text = Cu o cheie de acces te conectezi cu amprenta, fața, codul PIN sau o cheie de securitate.
passkeys-none = Încă nu ai nicio cheie de acces.
passkeys-unnamed = Cheie de acces
passkeys-added = Adăugată pe { $date }
passkeys-added-used = Adăugată pe { $date }, folosită ultima dată pe { $used }
passkeys-synced = Pe mai multe dispozitive
passkeys-one-device = Pe un singur dispozitiv
passkeys-other-domain = Creată pentru { $domain }, așa că nu funcționează aici.
passkeys-name-label = Nume
passkeys-rename = Redenumește
passkeys-rename-named = Redenumește { $name }
passkeys-remove = Elimină
passkeys-remove-named = Elimină { $name }
passkeys-details = Gestionează
passkeys-details-named = Gestionează { $name }
passkeys-was-added = Cheia de acces a fost adăugată.
passkeys-was-renamed = Noul nume a fost salvat.
passkeys-was-removed = Cheia de acces a fost eliminată. O poți șterge și de pe dispozitivul sau din managerul de parole în care este păstrată.
passkeys-not-there = Acea cheie de acces nu mai este în contul tău, așa că nu s-a schimbat nimic.
passkeys-stays-only-way = Această cheie de acces este singurul tău mod de conectare, așa că nu poate fi eliminată. Adaugă mai întâi altă cheie de acces sau setează o parolă: alege „Ai uitat parola?” pe pagina de conectare.
passkeys-stays-second = Pentru conectare ai nevoie aici de un al doilea pas, iar această cheie de acces este singurul pe care îl ai, așa că nu poate fi eliminată. Adaugă mai întâi altă cheie de acces.

problem-passkey-refused = Această cheie de acces nu a putut fi folosită. Încearcă din nou sau conectează-te prin altă metodă.
problem-passkey-unknown = Această cheie de acces nu mai aparține niciunui cont de aici. Conectează-te prin altă metodă.
problem-passkey-expired = A durat prea mult. Încearcă din nou.
problem-passkey-copied = Această cheie de acces a fost refuzată pentru că ar putea exista o copie a ei. Conectează-te prin altă metodă și elimin-o din cont.

message-passkey-added-subject = { $pool }: o cheie de acces a fost adăugată în contul tău
message-passkey-added-body =
    Bună,

    o cheie de acces tocmai a fost adăugată în contul tău { $pool }. Poate fi folosită pentru conectare.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu, altcineva s-a conectat la contul tău: elimină cheia de acces, schimbă parola și cere ajutor echipei de asistență a aplicației.
message-passkey-added-sms = { $pool }: o cheie de acces a fost adăugată în cont. Nu ai fost tu? Elimin-o și schimbă parola acum.
message-passkey-removed-subject = { $pool }: o cheie de acces a fost eliminată din contul tău
message-passkey-removed-body =
    Bună,

    o cheie de acces tocmai a fost eliminată din contul tău { $pool }. Celelalte metode de conectare rămân neschimbate.

    Dacă ai fost tu, nu trebuie să faci nimic. Dacă nu, altcineva s-a conectat la contul tău: schimbă parola și cere ajutor echipei de asistență a aplicației.
message-passkey-removed-sms = { $pool }: o cheie de acces a fost eliminată din cont. Nu ai fost tu? Schimbă parola acum.
message-passkey-copied-subject = { $pool }: o cheie de acces a fost refuzată
message-passkey-copied-body =
    Bună,

    cineva a încercat să se conecteze la contul tău { $pool } cu una dintre cheile tale de acces, iar noi am refuzat-o pentru că părea o copie.

    Conectează-te prin altă metodă, elimină această cheie de acces din cont și adaugă una nouă. Dacă nu știi ce s-a întâmplat, cere ajutor echipei de asistență a aplicației.
message-passkey-copied-sms = { $pool }: am refuzat o cheie de acces, poate fi o copie. Conectează-te altfel și elimin-o.
