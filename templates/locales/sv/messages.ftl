message-verification-subject = Din bekräftelsekod för { $pool }
message-verification-body =
    Hej!

    Här är koden som bekräftar ditt konto hos { $pool }:

    {"{####}"}

    Om du inte har bett om den kan du bortse från det här meddelandet.
message-verification-sms = { $pool }: din bekräftelsekod är {"{####}"}

message-link-subject = Bekräfta ditt konto hos { $pool }
message-link-body =
    Hej!

    Med den här länken bekräftar du ditt konto hos { $pool }:

    {"{##Bekräfta mitt konto##}"}

    Om du inte har bett om den kan du bortse från det här meddelandet.

message-sign-in-subject = Din inloggningskod för { $pool }
message-sign-in-body =
    Hej!

    Här är koden du loggar in med hos { $pool }:

    {"{####}"}

    Lämna aldrig ut den. Ingen från { $pool } kommer att be om den. Om du inte håller på att logga in kan det vara någon annan som försöker.
message-sign-in-sms = { $pool }: din inloggningskod är {"{####}"}. Lämna aldrig ut den.

message-reset-subject = Återställ lösenordet för { $pool }
message-reset-body =
    Hej!

    Med den här koden väljer du ett nytt lösenord till ditt konto hos { $pool }:

    {"{####}"}

    Om du inte har bett om den kan du bortse från det här meddelandet. Ditt lösenord ändras inte.
message-reset-sms = { $pool }: koden för att återställa ditt lösenord är {"{####}"}

message-existing-account-subject = Du har redan ett konto hos { $pool }
message-existing-account-body =
    Hej!

    Någon, förmodligen du, försökte nyss skapa ett konto hos { $pool } med den här adressen. Du har redan ett, så inget har ändrats.

    Logga in med det som vanligt. Om du inte minns lösenordet väljer du ”Har du glömt lösenordet?” på inloggningssidan.

    Om det inte var du kan du bortse från det här meddelandet.
message-existing-account-sms = { $pool }: du har redan ett konto med det här numret. Logga in som vanligt eller återställ lösenordet.

message-password-changed-subject = Ditt lösenord för { $pool } har ändrats
message-password-changed-body =
    Hej!

    Lösenordet till ditt konto hos { $pool } har nyss ändrats och andra webbläsare har loggats ut.

    Om det var du behöver du inte göra något. Om inte, återställ lösenordet på inloggningssidan nu.
message-password-changed-sms = { $pool }: ditt lösenord har nyss ändrats. Om det inte var du, återställ det nu.

message-provider-unlinked-subject = Inloggning med { $provider } har tagits bort från ditt konto hos { $pool }
message-provider-unlinked-body =
    Hej!

    Inloggning med { $provider } har nyss tagits bort från ditt konto hos { $pool }. Dina andra sätt att logga in fungerar som förut.

    Om det var du behöver du inte göra något. Om inte är någon annan inloggad på ditt konto: byt lösenord och kontakta supporten.
message-provider-unlinked-sms = { $pool }: inloggning med { $provider } har nyss tagits bort. Om det inte var du, byt lösenord nu.

message-invitation-subject = Ditt konto hos { $pool }
message-invitation-body =
    Hej!

    Du har fått ett konto hos { $pool }. Ditt användarnamn är {"{username}"} och det här är ditt tillfälliga lösenord:

    {"{####}"}

    Du väljer ett eget lösenord när du loggar in.
message-invitation-sms = { $pool }: ditt användarnamn är {"{username}"}, ditt tillfälliga lösenord {"{####}"}
