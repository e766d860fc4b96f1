problem-incorrect-credentials = Nume de utilizator sau parolă incorectă.
problem-other-account = Acesta este alt cont. Conectează-te la cel indicat aici pentru a face asocierea sau ia-o de la capăt.
problem-locked-seconds = { $seconds ->
    [one] Prea multe încercări nereușite. Încearcă din nou peste o secundă.
    [few] Prea multe încercări nereușite. Încearcă din nou peste { $seconds } secunde.
   *[other] Prea multe încercări nereușite. Încearcă din nou peste { $seconds } de secunde.
}
problem-locked-minutes = { $minutes ->
    [one] Prea multe încercări nereușite. Încearcă din nou peste un minut sau resetează parola.
    [few] Prea multe încercări nereușite. Încearcă din nou peste { $minutes } minute sau resetează parola.
   *[other] Prea multe încercări nereușite. Încearcă din nou peste { $minutes } de minute sau resetează parola.
}
problem-too-many-requests = Prea multe încercări în scurt timp. Așteaptă puțin și încearcă din nou.
problem-busy = Avem foarte mult trafic acum. Încearcă din nou peste câteva clipe.
problem-form-expired = Pagina a rămas deschisă prea mult timp. Mai încearcă o dată.
problem-password-reset-required = Înainte să te conectezi, trebuie să resetezi parola. Alege „Ai uitat parola?”.
problem-temporary-password-expired = Parola temporară a expirat. Cere una nouă unui administrator.
problem-recovery-impossible = Nu putem reseta parola acestui cont. Cere ajutor echipei de asistență a aplicației.
problem-message-not-sent = Nu am putut trimite mesajul. Încearcă din nou peste câteva clipe.
problem-method-unavailable = Această metodă de conectare nu este disponibilă acum. Alege alta.
problem-provider-try-again = De data aceasta, conectarea la furnizor nu a reușit. Încearcă din nou.
problem-refused = { $reason }
problem-required = Completează acest câmp.
problem-invalid-email = Introdu o adresă de e-mail completă, de exemplu name@example.com.
problem-invalid-phone = Introdu un număr de telefon cu prefixul țării, de exemplu +40 712 034 567.
problem-invalid-username = Acest nume de utilizator conține caractere nepermise. Poți folosi litere, cifre și majoritatea simbolurilor, dar nu și spații.
problem-invalid-date = Introdu data în ordinea an, lună, zi, de exemplu 1990-12-31.
problem-invalid-url = Introdu o adresă web completă, care începe cu https://.
problem-invalid-number = Introdu un număr întreg.
problem-invalid-value = Această valoare nu este acceptată. Verific-o.
problem-too-short = { $minimum ->
    [one] Introdu cel puțin un caracter.
    [few] Introdu cel puțin { $minimum } caractere.
   *[other] Introdu cel puțin { $minimum } de caractere.
}
problem-too-long = Textul este prea lung. Numărul maxim de caractere: { $maximum }.
problem-username-taken = Acest nume este deja folosit. Alege altul.
problem-address-taken = Această adresă este deja folosită de alt cont. Conectează-te cu acel cont.
problem-password-policy = Parola nu respectă toate cerințele.
problem-password-reused = Ai mai folosit această parolă. Alege una nouă.
problem-password-compromised = Această parolă a apărut într-o scurgere de date și nu mai este sigură. Alege alta.
problem-code-mismatch = Codul nu este corect. Verifică-l sau cere unul nou.
problem-code-expired = Codul este prea vechi sau a fost deja folosit. Cere unul nou.
problem-code-attempts-spent = Prea multe coduri greșite. Cere unul nou.
problem-authenticator-mismatch = Codul nu este corect. Introdu-l pe cel afișat acum în aplicație.
problem-code-reused = Acest cod a fost deja folosit. Așteaptă până când aplicația îl afișează pe următorul.
