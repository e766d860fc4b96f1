terms-link = termenii de utilizare
privacy-link = politica de confidențialitate
footer-legal = Informații legale
footer-terms = Termeni de utilizare
footer-privacy = Politica de confidențialitate

terms-by-signing-up = Prin crearea unui cont, accepți { $terms }.
terms-checkbox = Accept { $terms }
terms-checkbox-label = Termeni de utilizare
terms-privacy = În { $privacy } afli ce facem cu datele tale.
problem-terms = Pentru a crea un cont, acceptă termenii.

terms-first-title = Acceptă termenii noștri
terms-first-text = Înainte de a continua în { $name }, citește și acceptă { $terms }.
terms-changed-title = Termenii noștri s-au schimbat
terms-changed-text = Înainte de a continua în { $name }, citește și acceptă { $terms } în noua versiune.
terms-version = Versiunea { $version }
terms-accept = Acceptă și continuă
terms-decline = Nu acum
terms-decline-hint = Dacă alegi „Nu acum”, te întorci fără să te conectezi acolo. Contul tău rămâne neschimbat.

accepted-terms-title = Termeni acceptați
accepted-terms-text = Ai acceptat { $terms } în aceste versiuni.
accepted-terms-none = Încă nu ai acceptat aici niciun fel de termeni.
accepted-terms-row = Versiunea { $version }, acceptată la { $date }
accepted-terms-newer = Există o versiune mai nouă. Te vom întreba despre ea la următoarea conectare la o aplicație.

consent-title = Permiți accesul la contul tău?
consent-text = { $name } cere acces la contul tău.
consent-more-text = { $name } cere mai mult acces la contul tău decât ai permis până acum.
consent-account = Contul tău
consent-list = Ce permiți
consent-list-new = Ce este nou
consent-list-before = Ce ai permis deja
consent-goes-to = Apoi mergi mai departe la { $host }
consent-take-back = Poți retrage oricând acest acces din contul tău, la „Aplicații”.
consent-allow = Permite
consent-deny = Refuză
scope-offline = Își păstrează accesul și în lipsa ta

applications-allowed = Acces permis la { $date }, nefolosit în prezent
