terms-link = bruksvilkårene
privacy-link = personvernerklæringen
footer-legal = Juridisk informasjon
footer-terms = Bruksvilkår
footer-privacy = Personvernerklæring

terms-by-signing-up = Når du oppretter en konto, godtar du { $terms } våre.
terms-checkbox = Jeg godtar { $terms }
terms-checkbox-label = Bruksvilkår
terms-privacy = I { $privacy } vår kan du lese hva vi gjør med dataene dine.
problem-terms = Godta vilkårene for å opprette en konto.

terms-first-title = Godta vilkårene våre
terms-first-text = Les og godta { $terms } våre før du fortsetter til { $name }.
terms-changed-title = Vilkårene våre er endret
terms-changed-text = Les og godta de nye { $terms } våre før du fortsetter til { $name }.
terms-version = Versjon { $version }
terms-accept = Godta og fortsett
terms-decline = Ikke nå
terms-decline-hint = Hvis du velger «Ikke nå», går du tilbake uten å bli logget inn der. Kontoen din forblir som den er.

accepted-terms-title = Vilkår du har godtatt
accepted-terms-text = Dette er versjonene av { $terms } våre som du har godtatt.
accepted-terms-none = Du har ikke godtatt noen vilkår her ennå.
accepted-terms-row = Versjon { $version }, godtatt { $date }
accepted-terms-newer = Det finnes en nyere versjon. Du blir spurt om den neste gang du logger inn på en app.

consent-title = Vil du gi tilgang til kontoen din?
consent-text = { $name } ber om tilgang til kontoen din.
consent-more-text = { $name } ber om mer tilgang til kontoen din enn du har tillatt hittil.
consent-account = Kontoen din
consent-list = Dette tillater du
consent-list-new = Dette er nytt
consent-list-before = Dette har du tillatt før
consent-goes-to = Deretter går du videre til { $host }
consent-take-back = Du kan når som helst trekke dette tilbake under «Apper» på kontoen din.
consent-allow = Tillat
consent-deny = Avslå
scope-offline = Beholder tilgangen også når du er borte

applications-allowed = Tillatt { $date }, ikke i bruk nå
