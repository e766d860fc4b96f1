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

message-recovery-code-used-subject = En återställningskod för { $pool } har använts
message-recovery-code-used-body =
    Hej!

    En av återställningskoderna till ditt konto hos { $pool } har nyss använts för att logga in. Varje kod fungerar en gång, så stryk den.

    Om det var du behöver du inte göra något mer. Om inte känner någon annan till ditt lösenord och dina koder: återställ lösenordet på inloggningssidan nu och skaffa nya återställningskoder.
message-recovery-code-used-sms = { $pool }: en återställningskod har nyss använts. Om det inte var du, återställ lösenordet nu.

message-factors-changed-subject = Det extra inloggningssteget för ditt konto hos { $pool } har ändrats
message-factors-changed-body =
    Hej!

    Det extra steget som skyddar ditt konto hos { $pool } har nyss ändrats.

    Om det var du behöver du inte göra något. Om inte känner någon annan till ditt lösenord: återställ det på inloggningssidan nu och kontakta supporten.
message-factors-changed-sms = { $pool }: ditt extra inloggningssteg har nyss ändrats. Om det inte var du, återställ lösenordet nu.

message-invitation-subject = Ditt konto hos { $pool }
message-invitation-body =
    Hej!

    Du har fått ett konto hos { $pool }. Ditt användarnamn är {"{username}"} och det här är ditt tillfälliga lösenord:

    {"{####}"}

    Du väljer ett eget lösenord när du loggar in.
message-invitation-sms = { $pool }: ditt användarnamn är {"{username}"}, ditt tillfälliga lösenord {"{####}"}

message-address-code-subject = Din bekräftelsekod för { $pool }
message-address-code-body =
    Hej!

    Med den här koden kan du använda den här adressen för ditt konto hos { $pool }:

    {"{####}"}

    Ange den på sidan där du bad om den. Om du inte har bett om den kan du bortse från det här meddelandet. Inget ändras.
message-address-code-sms = { $pool }: {"{####}"} är koden för att använda det här numret för ditt konto

message-address-in-use-subject = Ditt konto hos { $pool } har redan den här adressen
message-address-in-use-body =
    Hej!

    Någon, kanske du, ville använda den här adressen för ett annat konto hos { $pool }. Den hör till ditt konto, så inget har ändrats.

    Om det var du, logga in på kontot som har den här adressen. Om det inte var du kan du bortse från det här meddelandet.
message-address-in-use-sms = { $pool }: någon ville använda det här numret för ett annat konto. Det hör till ditt konto, så inget har ändrats.

message-address-changed-subject = Adressen till ditt konto hos { $pool } har ändrats
message-address-changed-body =
    Hej!

    Ditt konto hos { $pool } har nu en annan adress. Det kommer inga fler meddelanden hit.

    Om det var du behöver du inte göra något. Om det inte var du, ångra ändringen nu:

    {"{##Ångra ändringen##}"}

    Då får kontot tillbaka den här adressen, alla loggas ut och du får välja ett nytt lösenord.
message-address-changed-sms = { $pool }: ditt nummer har ändrats. Var det inte du? {"{##Ångra##}"}

message-address-changed-for-good-subject = Adressen till ditt konto hos { $pool } har ändrats
message-address-changed-for-good-body =
    Hej!

    Ditt konto hos { $pool } har nu en annan adress. Det kommer inga fler meddelanden hit.

    Om det var du behöver du inte göra något. Om det inte var du, kontakta supporten.
message-address-changed-for-good-sms = { $pool }: numret till ditt konto har ändrats. Om det inte var du, kontakta supporten.

message-address-restored-subject = Ändringen av din adress hos { $pool } har ångrats
message-address-restored-body =
    Hej!

    En ändring av adressen till ett konto hos { $pool } har ångrats med länken i vårt meddelande. Kontot har fått tillbaka den tidigare adressen och alla har loggats ut.

    Om det är ditt konto, välj ett nytt lösenord när du loggar in och gå igenom inställningarna.
message-address-restored-sms = { $pool }: ändringen av ditt nummer har ångrats och alla har loggats ut.

message-account-deleted-subject = Ditt konto hos { $pool } har raderats
message-account-deleted-body =
    Hej!

    Ditt konto hos { $pool } och allt som hör till det har nyss raderats, som du önskade.

    Om det inte var du, kontakta supporten.
message-account-deleted-sms = { $pool }: ditt konto har nyss raderats, som du önskade.
