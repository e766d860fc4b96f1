message-verification-subject = { $pool } onay kodunuz
message-verification-body =
    Merhaba,

    { $pool } hesabınızı onaylamak için kodunuz:

    {"{####}"}

    Bu kodu siz istemediyseniz bu mesajı dikkate almayabilirsiniz.
message-verification-sms = { $pool }: onay kodunuz {"{####}"}

message-link-subject = { $pool } hesabınızı onaylayın
message-link-body =
    Merhaba,

    { $pool } hesabınızı bu bağlantıyla onaylayabilirsiniz:

    {"{##Hesabımı onayla##}"}

    Bunu siz istemediyseniz bu mesajı dikkate almayabilirsiniz.

message-sign-in-subject = { $pool } giriş kodunuz
message-sign-in-body =
    Merhaba,

    { $pool } hesabınıza giriş yapmak için kodunuz:

    {"{####}"}

    Bu kodu kimseyle paylaşmayın. { $pool } ekibinden hiç kimse sizden bu kodu istemez. Şu anda giriş yapmıyorsanız bunu başka biri deniyor olabilir.
message-sign-in-sms = { $pool }: giriş kodunuz {"{####}"}. Kimseyle paylaşmayın.

message-reset-subject = { $pool } şifre sıfırlama kodunuz
message-reset-body =
    Merhaba,

    { $pool } hesabınızın yeni şifresini belirlemek için kodunuz:

    {"{####}"}

    Bu kodu siz istemediyseniz bu mesajı dikkate almayabilirsiniz. Şifreniz değişmez.
message-reset-sms = { $pool }: şifre sıfırlama kodunuz {"{####}"}

message-existing-account-subject = Zaten bir { $pool } hesabınız var
message-existing-account-body =
    Merhaba,

    Az önce biri, büyük olasılıkla siz, bu adresle bir { $pool } hesabı oluşturmaya çalıştı. Zaten bir hesabınız olduğu için hiçbir şey değiştirilmedi.

    Hesabınıza her zamanki gibi giriş yapın. Şifrenizi hatırlamıyorsanız giriş sayfasında “Şifrenizi mi unuttunuz?” seçeneğini kullanın.

    Bunu siz yapmadıysanız bu mesajı dikkate almayabilirsiniz.
message-existing-account-sms = { $pool }: bu numarayla zaten bir hesabınız var. Her zamanki gibi giriş yapın veya şifrenizi sıfırlayın.

message-password-changed-subject = { $pool } şifreniz değiştirildi
message-password-changed-body =
    Merhaba,

    { $pool } hesabınızın şifresi az önce değiştirildi ve diğer tarayıcılardaki oturumlarınız kapatıldı.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız giriş sayfasından şifrenizi hemen sıfırlayın.
message-password-changed-sms = { $pool }: şifreniz az önce değiştirildi. Siz yapmadıysanız hemen sıfırlayın.

message-provider-unlinked-subject = { $pool } hesabınızdan { $provider } ile giriş kaldırıldı
message-provider-unlinked-body =
    Merhaba,

    { $pool } hesabınızdan { $provider } ile giriş az önce kaldırıldı. Diğer giriş yöntemleriniz aynı kaldı.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız hesabınıza başka biri girmiş demektir: Şifrenizi değiştirin ve destek ekibine başvurun.
message-provider-unlinked-sms = { $pool }: { $provider } ile giriş az önce kaldırıldı. Siz yapmadıysanız şifrenizi hemen değiştirin.

message-invitation-subject = { $pool } hesabınız
message-invitation-body =
    Merhaba,

    Sizin için bir { $pool } hesabı oluşturuldu. Kullanıcı adınız {"{username}"}, geçici şifreniz ise:

    {"{####}"}

    Giriş yaptığınızda kendi şifrenizi belirleyeceksiniz.
message-invitation-sms = { $pool }: kullanıcı adınız {"{username}"}, geçici şifreniz {"{####}"}
