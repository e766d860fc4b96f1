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

message-recovery-code-used-subject = Bir { $pool } kurtarma kodu kullanıldı
message-recovery-code-used-body =
    Merhaba,

    Az önce { $pool } hesabınızın kurtarma kodlarından biriyle giriş yapıldı. Her kod bir kez kullanılabilir, bu kodun üstünü çizin.

    Bunu siz yaptıysanız başka bir şey yapmanız gerekmez. Siz yapmadıysanız şifrenizi ve kodlarınızı başka biri biliyor demektir: Giriş sayfasından şifrenizi hemen sıfırlayın ve yeni kurtarma kodları alın.
message-recovery-code-used-sms = { $pool }: az önce bir kurtarma kodu kullanıldı. Siz yapmadıysanız şifrenizi hemen sıfırlayın.

message-factors-changed-subject = { $pool } hesabınızın ikinci adımı değiştirildi
message-factors-changed-body =
    Merhaba,

    { $pool } hesabınızı koruyan ikinci adım az önce değiştirildi.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız şifrenizi başka biri biliyor demektir: Giriş sayfasından şifrenizi hemen sıfırlayın ve destek ekibine başvurun.
message-factors-changed-sms = { $pool }: girişteki ikinci adımınız az önce değiştirildi. Siz yapmadıysanız şifrenizi hemen sıfırlayın.

message-invitation-subject = { $pool } hesabınız
message-invitation-body =
    Merhaba,

    Sizin için bir { $pool } hesabı oluşturuldu. Kullanıcı adınız {"{username}"}, geçici şifreniz ise:

    {"{####}"}

    Giriş yaptığınızda kendi şifrenizi belirleyeceksiniz.
message-invitation-sms = { $pool }: kullanıcı adınız {"{username}"}, geçici şifreniz {"{####}"}

message-address-code-subject = { $pool } onay kodunuz
message-address-code-body =
    Merhaba,

    Bu adresi { $pool } hesabınızda kullanmak için kodunuz:

    {"{####}"}

    Bu kodu, kod istediğiniz sayfaya girin. Bu kodu siz istemediyseniz bu mesajı dikkate almayabilirsiniz, hiçbir şey değişmez.
message-address-code-sms = { $pool }: bu numarayı hesabınızda kullanmak için kodunuz {"{####}"}

message-address-in-use-subject = Bu adres zaten { $pool } hesabınızda kayıtlı
message-address-in-use-body =
    Merhaba,

    Biri, belki de siz, bu adresi başka bir { $pool } hesabında kullanmak istedi. Adres sizin hesabınıza ait olduğu için hiçbir şey değiştirilmedi.

    Bunu siz yaptıysanız bu adresin kayıtlı olduğu hesaba giriş yapın. Siz yapmadıysanız bu mesajı dikkate almayabilirsiniz.
message-address-in-use-sms = { $pool }: biri bu numarayı başka bir hesapta kullanmak istedi. Numara sizin hesabınızda, hiçbir şey değişmedi.

message-address-changed-subject = { $pool } hesabınızın adresi değiştirildi
message-address-changed-body =
    Merhaba,

    { $pool } hesabınız bundan sonra başka bir adres kullanıyor. Mesajlar artık buraya gelmeyecek.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız değişikliği hemen geri alın:

    {"{##Değişikliği geri al##}"}

    Bu işlem buradaki adresinizi geri getirir, tüm oturumları kapatır ve sizden yeni bir şifre ister.
message-address-changed-sms = { $pool }: numaranız değiştirildi. Siz yapmadınız mı? {"{##Geri al##}"}

message-address-changed-for-good-subject = { $pool } hesabınızın adresi değiştirildi
message-address-changed-for-good-body =
    Merhaba,

    { $pool } hesabınız bundan sonra başka bir adres kullanıyor. Mesajlar artık buraya gelmeyecek.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız yardım için destek ekibine başvurun.
message-address-changed-for-good-sms = { $pool }: hesabınızın numarası değiştirildi. Siz yapmadıysanız destek ekibine başvurun.

message-address-restored-subject = { $pool } hesabınızdaki adres değişikliği geri alındı
message-address-restored-body =
    Merhaba,

    Bir { $pool } hesabındaki adres değişikliği, mesajımızdaki bağlantıyla geri alındı. Hesapta yeniden önceki adres kayıtlı ve tüm oturumlar kapatıldı.

    Bu sizin hesabınızsa giriş yaparken yeni bir şifre belirleyin ve hesap ayarlarını gözden geçirin.
message-address-restored-sms = { $pool }: numara değişikliğiniz geri alındı ve tüm oturumlar kapatıldı.

message-account-deleted-subject = { $pool } hesabınız silindi
message-account-deleted-body =
    Merhaba,

    { $pool } hesabınız ve ona ait her şey, isteğiniz üzerine az önce silindi.

    Bunu siz yapmadıysanız yardım için destek ekibine başvurun.
message-account-deleted-sms = { $pool }: hesabınız isteğiniz üzerine az önce silindi.
