error-code-label = Eroare
error-id-label = Referință
error-developer-heading = Pentru dezvoltator
error-cause-label = Cauză
error-mend-label = Ce este de făcut

error-request-heading = Eroare în aplicație
error-request-advice = Adresa care te-a adus aici nu este corectă. Revino în aplicație și încearcă din nou. Dacă nu reușești, anunță echipa care a creat-o și menționează referința de mai jos.
error-sign-out-heading = Nu te putem trimite înapoi în aplicație
error-sign-out-advice = Aplicația a cerut o adresă care nu se află pe lista ei. Poți închide această pagină.
error-expired-heading = Pagina nu mai este valabilă
error-expired-advice = Conectarea a durat prea mult sau a continuat în altă filă. Revino în aplicație și ia-o de la capăt.
error-form-heading = Mai trimite o dată formularul
error-form-advice = Nu ne-am putut asigura că formularul vine de pe această pagină, așa că nu s-a schimbat nimic. Ia-o de la capăt și ar trebui să funcționeze.
error-cookies-heading = Browserul tău nu păstrează cookie-uri
error-cookies-advice = Pentru conectare este nevoie de un cookie de la acest site. Permite-l în setările browserului, apoi ia-o de la capăt.
error-not-found-heading = Aici nu este nimic
error-not-found-advice = Adresa poate fi scrisă greșit sau nu mai este actuală. Revino la aplicația pe care vrei să o folosești.
error-unreadable-heading = Nu am putut citi datele
error-unreadable-advice = Datele trimise de browser au fost prea mari sau deteriorate. Mergi înapoi și încearcă din nou.
error-sign-up-closed-heading = Nu poți crea un cont aici
error-sign-up-closed-advice = Conturile noi sunt create de un administrator. Contactează echipa de asistență a aplicației.
error-recovery-closed-heading = Nu poți reseta parola aici
error-recovery-closed-advice = Cere ajutor echipei de asistență a aplicației.
error-too-many-heading = Prea multe încercări
error-too-many-advice = Din rețeaua ta au pornit prea multe conectări în scurt timp. Așteaptă câteva minute și încearcă din nou.
error-internal-heading = Ceva nu a mers bine
error-internal-advice = Este vina noastră, nu a ta. Încearcă din nou peste câteva clipe. Dacă se repetă, comunică-ne referința de mai jos.

cause-unknown-client = Acest pool nu are niciun client de aplicație cu client_id „{ $client }”.
mend-unknown-client = Compară client_id cu clienții de aplicație din acest pool. Fiecare pool are propria adresă: este aceasta cea corectă?
cause-redirect-mismatch = Adresa redirect_uri „{ $given }” nu este înregistrată pentru acest client de aplicație.
mend-redirect-mismatch = { $count ->
    [0] Clientul nu are încă niciun URL de callback. Înregistrează-l pe cel folosit de aplicația ta.
   *[other] URL-urile de callback trebuie să coincidă exact, inclusiv portul și bara oblică finală. Înregistrate: { $registered }
}
cause-sign-out-mismatch = Adresa de deconectare „{ $given }” nu este înregistrată pentru acest client de aplicație.
mend-sign-out-mismatch = { $count ->
    [0] Clientul nu are încă niciun URL de deconectare. Înregistrează-l pe cel folosit de aplicația ta.
   *[other] URL-urile de deconectare trebuie să coincidă exact, inclusiv portul și bara oblică finală. Înregistrate: { $registered }
}
cause-duplicate-parameter = Parametrul „{ $name }” a fost trimis de mai multe ori.
mend-duplicate-parameter = Trimite fiecare parametru o singură dată (RFC 6749, secțiunea 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Corectează cererea construită de aplicația ta și compar-o cu documentul de discovery.
cause-flow-expired = Conectarea de care ține această pagină a expirat, s-a încheiat sau este necunoscută.
mend-flow-expired = Pornește din aplicația ta, nu dintr-un marcaj către această pagină.
cause-step-out-of-order = Acest pas nu este următorul pas al conectării.
mend-step-out-of-order = Urmează redirecționările de la /oauth2/authorize și nu deschide paginile direct după adresă.
cause-form-forged = Valoarea _csrf a formularului lipsește sau aparține altui browser ori cererea a venit de pe alt site.
mend-form-forged = Formularele trebuie trimise chiar de pagini. Un client automat trebuie să păstreze cookie-urile și să trimită înapoi _csrf.
cause-cookies-missing = Cookie-ul conectării nu a revenit la server.
mend-cookies-missing = Deschide pagina la gazda indicată în configurare. Un cookie de la localhost nu este trimis la 127.0.0.1.
cause-not-found = Nicio rută nu corespunde acestei adrese.
mend-not-found = Documentul de discovery indică adresele tuturor endpointurilor.
cause-method-not-allowed = Adresa există, dar nu pentru această metodă.
mend-method-not-allowed = Paginile acceptă GET, formularele acceptă POST.
cause-unreadable-form = Corpul cererii este prea mare, nu este application/x-www-form-urlencoded sau nu este în UTF-8.
mend-unreadable-form = Trimite corpul formularului în UTF-8.
cause-unknown-host = Gazda „{ $host }” nu aparține niciunui pool.
mend-unknown-host = Folosește adresa publică din configurare sau înregistrează gazda ca domeniu al poolului.
cause-sign-up-closed = Poolul permite doar conturi create de administratori.
mend-sign-up-closed = Activează înregistrarea liberă în setările poolului.
cause-recovery-closed = Recuperarea contului este dezactivată în acest pool.
mend-recovery-closed = Activează recuperarea contului în setările poolului.
cause-too-many = Din această rețea au pornit atâtea conectări câte permite în zece minute setarea poolului sign_ins_begun_per_prefix.
mend-too-many = Mărește valoarea dacă rețeaua este folosită de mulți oameni, iar în teste refolosește sesiunea.
cause-internal = Detaliile se află în jurnalul serverului, la referința de mai sus.
mend-internal = Dacă jurnalul nu lămurește problema, raporteaz-o împreună cu liniile din jurnal.

unavailable-heading = Avem foarte mult trafic acum
unavailable-text = Nu s-a pierdut nimic. Încearcă din nou peste câteva secunde.
