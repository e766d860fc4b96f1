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

message-invitation-subject = Je account bij { $pool }
message-invitation-body =
    Hallo,

    Er is een account bij { $pool } voor je aangemaakt. Je gebruikersnaam is {"{username}"} en dit is je tijdelijke wachtwoord:

    {"{####}"}

    Bij het inloggen kies je je eigen wachtwoord.
message-invitation-sms = { $pool }: je gebruikersnaam is {"{username}"}, je tijdelijke wachtwoord is {"{####}"}
