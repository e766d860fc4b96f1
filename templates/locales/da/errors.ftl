error-code-label = Fejl
error-id-label = Reference
error-developer-heading = Til udvikleren
error-cause-label = Årsag
error-mend-label = Løsning

error-request-heading = Der er sket en fejl i appen
error-request-advice = Adressen, der førte dig hertil, er ikke helt rigtig. Gå tilbage til appen, og prøv igen. Hvis det ikke hjælper, så kontakt appens support, og oplys referencen nedenfor.
error-sign-out-heading = Vi kan ikke sende dig tilbage til appen
error-sign-out-advice = Appen bad om en adresse, der ikke står på dens liste. Du kan lukke siden.
error-expired-heading = Siden gælder ikke længere
error-expired-advice = Det tog for lang tid at logge ind, eller du fortsatte i en anden fane. Gå tilbage til appen, og start forfra.
error-form-heading = Send det en gang til
error-form-advice = Vi kunne ikke kontrollere, at formularen kom fra denne side, så intet er ændret. Start forfra, så burde det virke.
error-cookies-heading = Din browser gemmer ikke cookies
error-cookies-advice = Du kan kun logge ind, hvis dette websted må gemme en cookie. Tillad det i browserens indstillinger, og start så forfra.
error-not-found-heading = Her er ikke noget
error-not-found-advice = Adressen kan være skrevet forkert eller forældet. Gå tilbage til den app, du vil bruge.
error-unreadable-heading = Vi kunne ikke læse oplysningerne
error-unreadable-advice = Det, din browser sendte, var for stort eller ødelagt. Gå tilbage, og prøv igen.
error-sign-up-closed-heading = Du kan ikke oprette en konto her
error-sign-up-closed-advice = Nye konti bliver oprettet af en administrator. Kontakt appens support.
error-recovery-closed-heading = Du kan ikke nulstille din adgangskode her
error-recovery-closed-advice = Kontakt appens support for at få hjælp.
error-too-many-heading = Det var for mange forsøg
error-too-many-advice = Der er kommet for mange loginforsøg fra dit netværk på kort tid. Vent et par minutter, og prøv igen.
error-internal-heading = Noget gik galt
error-internal-advice = Det er vores fejl, ikke din. Prøv igen om lidt. Hvis det sker igen, må du gerne oplyse referencen nedenfor til supporten.

cause-unknown-client = Poolen har ingen appklient med client_id ”{ $client }”.
mend-unknown-client = Sammenlign client_id med poolens appklienter. Hver pool har sin egen adresse: Er det den rigtige?
cause-redirect-mismatch = Adressen ”{ $given }” er ikke registreret som redirect_uri for denne appklient.
mend-redirect-mismatch = { $count ->
    [0] Klienten har endnu ingen callback-URL. Registrer den, din app bruger.
   *[other] Callback-URL’er sammenlignes nøjagtigt, også port og afsluttende skråstreg. Registreret: { $registered }
}
cause-sign-out-mismatch = Logud-adressen ”{ $given }” er ikke registreret for denne appklient.
mend-sign-out-mismatch = { $count ->
    [0] Klienten har endnu ingen logud-URL. Registrer den, din app bruger.
   *[other] Logud-URL’er sammenlignes nøjagtigt, også port og afsluttende skråstreg. Registreret: { $registered }
}
cause-duplicate-parameter = Parameteren ”{ $name }” blev sendt mere end én gang.
mend-duplicate-parameter = Send hver parameter én gang (RFC 6749, afsnit 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Ret den anmodning, din app danner, og sammenlign den med discovery-dokumentet.
cause-flow-expired = Det loginforløb, siden hører til, er udløbet, afsluttet eller ukendt.
mend-flow-expired = Start fra din app, ikke fra et bogmærke til denne side.
cause-step-out-of-order = Dette er ikke det næste trin i loginforløbet.
mend-step-out-of-order = Følg omdirigeringerne fra /oauth2/authorize, og åbn ikke siderne direkte via deres adresse.
cause-form-forged = Formularens værdi for _csrf mangler eller hører til en anden browser, eller også kom anmodningen fra et andet websted.
mend-form-forged = Formularer skal sendes fra selve siderne. En automatisk klient skal gemme cookies og sende _csrf tilbage.
cause-cookies-missing = Cookien for loginforløbet kom ikke tilbage.
mend-cookies-missing = Åbn siden på det værtsnavn, der står i konfigurationen. En cookie fra localhost sendes ikke til 127.0.0.1.
cause-not-found = Ingen rute svarer til adressen.
mend-not-found = Adresserne på alle endpoints står i discovery-dokumentet.
cause-method-not-allowed = Adressen findes, men ikke for denne metode.
mend-method-not-allowed = Sider tager imod GET, formularer tager imod POST.
cause-unreadable-form = Indholdet er for stort, ikke application/x-www-form-urlencoded eller ikke UTF-8.
mend-unreadable-form = Send formulardata i UTF-8.
cause-unknown-host = Værtsnavnet ”{ $host }” hører ikke til nogen pool.
mend-unknown-host = Brug den konfigurerede offentlige adresse, eller registrer værtsnavnet som poolens domæne.
cause-sign-up-closed = I denne pool kan kun administratorer oprette konti.
mend-sign-up-closed = Slå selvregistrering til i poolens indstillinger.
cause-recovery-closed = Kontogendannelse er slået fra i poolen.
mend-recovery-closed = Slå kontogendannelse til i poolens indstillinger.
cause-too-many = Netværket har startet så mange loginforløb, som poolens indstilling sign_ins_begun_per_prefix tillader på ti minutter.
mend-too-many = Sæt værdien op, hvis mange deler netværket, eller lad tests genbruge deres session.
cause-internal = Detaljerne står i serverens log under referencen ovenfor.
mend-internal = Hvis loggen ikke forklarer det, må du gerne rapportere fejlen med linjerne fra loggen.

unavailable-heading = Vi har meget travlt lige nu
unavailable-text = Intet er gået tabt. Prøv igen om et par sekunder.
