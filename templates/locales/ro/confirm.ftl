confirm-title = Confirmă-ți contul
confirm-bare = Introdu codul pe care l-ai primit.
confirm-button = Confirmă contul
confirm-back-question = Adresă greșită?
confirm-back = Mergi înapoi și schimb-o

confirm-user-title = Confirmă-ți contul
confirm-user-ask = Un singur clic și contul tău este gata de folosit.
confirm-user-button = Confirmă contul
confirm-user-done-heading = Contul tău este confirmat
confirm-user-done = De acum te poți conecta.
confirm-user-close = Poți închide această pagină.
confirm-user-failed-heading = Linkul nu mai este valabil
confirm-user-failed-advice = Conectează-te cu numele de utilizator și parola. Apoi poți cere un cod nou.
