message-verification-subject = Je bevestigingscode voor { $pool }
message-verification-body =
    Hallo,

    Met deze code bevestig je je account bij { $pool }:

    {"{####}"}

    Heb je hier niet om gevraagd? Dan kun je dit bericht negeren.
message-verification-sms = { $pool }: je bevestigingscode is {"{####}"}

message-link-subject = Bevestig je account bij { $pool }
message-link-body =
    Hallo,

    Met deze link bevestig je je account bij { $pool }:

    {"{##Mijn account bevestigen##}"}

    Heb je hier niet om gevraagd? Dan kun je dit bericht negeren.

message-sign-in-subject = Je inlogcode voor { $pool }
message-sign-in-body =
    Hallo,

    Met deze code log je in bij { $pool }:

    {"{####}"}

    Geef deze code nooit door: niemand van { $pool } zal erom vragen. Ben je nu niet aan het inloggen? Dan probeert iemand anders dat misschien.
message-sign-in-sms = { $pool }: je inlogcode is {"{####}"}. Geef deze code nooit door.

message-reset-subject = Je code voor een nieuw wachtwoord bij { $pool }
message-reset-body =
    Hallo,

    Met deze code stel je een nieuw wachtwoord in voor je account bij { $pool }:

    {"{####}"}

    Heb je hier niet om gevraagd? Dan kun je dit bericht negeren. Je wachtwoord blijft hetzelfde.
message-reset-sms = { $pool }: je code voor een nieuw wachtwoord is {"{####}"}

message-existing-account-subject = Je hebt al een account bij { $pool }
message-existing-account-body =
    Hallo,

    Iemand, waarschijnlijk jijzelf, probeerde net met dit adres een account aan te maken bij { $pool }. Je hebt er al een, dus er is niets gewijzigd.

    Log gewoon in zoals altijd. Weet je je wachtwoord niet meer? Kies dan ‘Wachtwoord vergeten?’ op de inlogpagina.

    Was jij dit niet? Dan kun je dit bericht negeren.
message-existing-account-sms = { $pool }: je hebt al een account met dit nummer. Log in zoals altijd of stel je wachtwoord opnieuw in.

message-password-changed-subject = Je wachtwoord bij { $pool } is gewijzigd
message-password-changed-body =
    Hallo,

    Het wachtwoord van je account bij { $pool } is zojuist gewijzigd. In andere browsers ben je uitgelogd.

    Was jij dit? Dan hoef je niets te doen. Zo niet, stel je wachtwoord dan meteen opnieuw in op de inlogpagina.
message-password-changed-sms = { $pool }: je wachtwoord is zojuist gewijzigd. Was jij dit niet? Stel het dan meteen opnieuw in.

message-provider-unlinked-subject = Inloggen met { $provider } is verwijderd uit je account bij { $pool }
message-provider-unlinked-body =
    Hallo,

    Inloggen met { $provider } is zojuist verwijderd uit je account bij { $pool }. Je andere manieren om in te loggen blijven hetzelfde.

    Was jij dit? Dan hoef je niets te doen. Zo niet, dan is iemand anders ingelogd op je account: wijzig je wachtwoord en vraag hulp bij de organisatie van wie je het account hebt.
message-provider-unlinked-sms = { $pool }: inloggen met { $provider } is verwijderd. Was jij dit niet? Wijzig dan meteen je wachtwoord.

message-recovery-code-used-subject = Er is een herstelcode voor { $pool } gebruikt
message-recovery-code-used-body =
    Hallo,

    Zojuist is ingelogd met een van de herstelcodes van je account bij { $pool }. Elke code werkt één keer, dus streep deze door.

    Was jij dit? Dan hoef je verder niets te doen. Zo niet, dan kent iemand anders je wachtwoord en je codes: stel je wachtwoord meteen opnieuw in op de inlogpagina en maak nieuwe herstelcodes aan.
message-recovery-code-used-sms = { $pool }: er is zojuist een herstelcode gebruikt. Was jij dit niet? Stel dan meteen je wachtwoord opnieuw in.

message-factors-changed-subject = De tweede stap van je account bij { $pool } is gewijzigd
message-factors-changed-body =
    Hallo,

    De tweede stap die je account bij { $pool } beschermt, is zojuist gewijzigd.

    Was jij dit? Dan hoef je niets te doen. Zo niet, dan kent iemand anders je wachtwoord: stel het meteen opnieuw in op de inlogpagina en vraag hulp bij de organisatie van wie je het account hebt.
message-factors-changed-sms = { $pool }: de tweede stap bij het inloggen is zojuist gewijzigd. Was jij dit niet? Stel dan meteen je wachtwoord opnieuw in.

message-invitation-subject = Je account bij { $pool }
message-invitation-body =
    Hallo,

    Er is een account bij { $pool } voor je aangemaakt. Je gebruikersnaam is {"{username}"} en dit is je tijdelijke wachtwoord:

    {"{####}"}

    Bij het inloggen kies je je eigen wachtwoord.
message-invitation-sms = { $pool }: je gebruikersnaam is {"{username}"}, je tijdelijke wachtwoord is {"{####}"}

message-address-code-subject = Je bevestigingscode voor { $pool }
message-address-code-body =
    Hallo,

    Met deze code kun je dit adres gebruiken voor je account bij { $pool }:

    {"{####}"}

    Vul de code in op de pagina waar je erom hebt gevraagd. Heb je hier niet om gevraagd? Dan kun je dit bericht negeren: er verandert niets.
message-address-code-sms = { $pool }: {"{####}"} is de code om dit nummer voor je account te gebruiken

message-address-in-use-subject = Je account bij { $pool } heeft dit adres al
message-address-in-use-body =
    Hallo,

    Iemand, misschien jijzelf, wilde dit adres gebruiken voor een ander account bij { $pool }. Het hoort al bij jouw account, dus er is niets gewijzigd.

    Was jij dit? Log dan in op het account met dit adres. Was jij dit niet? Dan kun je dit bericht negeren.
message-address-in-use-sms = { $pool }: iemand wilde dit nummer voor een ander account gebruiken. Het hoort al bij jouw account, dus er is niets gewijzigd.

message-address-changed-subject = Het adres van je account bij { $pool } is gewijzigd
message-address-changed-body =
    Hallo,

    Je account bij { $pool } heeft vanaf nu een ander adres. Berichten komen niet meer hier aan.

    Was jij dit? Dan hoef je niets te doen. Was jij dit niet? Draai de wijziging dan meteen terug:

    {"{##Wijziging terugdraaien##}"}

    Daarmee hoort dit adres weer bij je account, wordt iedereen uitgelogd en kies je een nieuw wachtwoord.
message-address-changed-sms = { $pool }: je nummer is gewijzigd. Was jij dit niet? {"{##Draai het terug##}"}

message-address-changed-for-good-subject = Het adres van je account bij { $pool } is gewijzigd
message-address-changed-for-good-body =
    Hallo,

    Je account bij { $pool } heeft vanaf nu een ander adres. Berichten komen niet meer hier aan.

    Was jij dit? Dan hoef je niets te doen. Was jij dit niet? Vraag dan hulp bij de organisatie van wie je het account hebt.
message-address-changed-for-good-sms = { $pool }: het nummer van je account is gewijzigd. Was jij dit niet? Vraag dan om hulp.

message-address-restored-subject = De wijziging van je adres bij { $pool } is teruggedraaid
message-address-restored-body =
    Hallo,

    Een wijziging van het adres van een account bij { $pool } is teruggedraaid met de link in ons bericht. Het account heeft weer het vorige adres en iedereen is uitgelogd.

    Is het jouw account? Stel dan een nieuw wachtwoord in als je inlogt en kijk de instellingen na.
message-address-restored-sms = { $pool }: de wijziging van je nummer is teruggedraaid en iedereen is uitgelogd.

message-account-deleted-subject = Je account bij { $pool } is verwijderd
message-account-deleted-body =
    Hallo,

    Je account bij { $pool } en alles wat erbij hoort, is zojuist verwijderd, zoals je wilde.

    Was jij dit niet? Vraag dan hulp bij de organisatie van wie je het account had.
message-account-deleted-sms = { $pool }: je account is zojuist verwijderd, zoals je wilde.
