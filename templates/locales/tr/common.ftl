title-problem = Sorun:
continue-to = { $name } ile devam etmek için
or = veya
optional = isteğe bağlı
choice-yes = Evet
choice-no = Hayır
continue = Devam et
next = İleri
try-again = Tekrar dene
use-another-account = Başka bir hesap kullan
back-to-sign-in = Girişe dön
choose-another-method = Başka bir yöntem seç
password-label = Şifre
password-show = Şifreyi göster
password-hide = Şifreyi gizle
password-rules = Şifre kuralları
rule-satisfied = tamam:
rule-missing = henüz eksik:
code-label = Kod
code-sent-email = E-postayla kod gönderdiğimiz adres:
code-sent-sms = SMS ile kod gönderdiğimiz numara:
resend-question = Kod gelmedi mi?
resend-button = Yeni kod gönder
check-fields = { $count ->
    [one] Düzeltmeniz gereken bir alan var
   *[other] Düzeltmeniz gereken { $count } alan var
}
development-ribbon = Geliştirme sunucusu
development-mailbox = Posta kutusu
development-playground = Deneme alanı
development-providers = Giriş hizmetleri

identifier-username = Kullanıcı adı
identifier-email = E-posta adresi
identifier-phone = Telefon numarası
identifier-email-or-phone = E-posta adresi veya telefon numarası
identifier-username-or-email = Kullanıcı adı veya e-posta adresi
identifier-username-or-phone = Kullanıcı adı veya telefon numarası
identifier-any = Kullanıcı adı, e-posta adresi veya telefon numarası
hint-phone = Ülke koduyla birlikte, örneğin +49 30 1234567

rule-minimum-length = { $length ->
    [one] en az bir karakter
   *[other] en az { $length } karakter
}
rule-lowercase = bir küçük harf
rule-uppercase = bir büyük harf
rule-number = bir rakam
rule-symbol = bir özel karakter, örneğin ! veya #
rule-no-edge-space = başında ve sonunda boşluk yok

notice-password-changed = Şifreniz değiştirildi. Yeni şifrenizle giriş yapın.
notice-account-confirmed = Hesabınız onaylandı. Şimdi giriş yapabilirsiniz.
notice-session-expired = Bu sayfa çok uzun süre açık kaldığı için baştan başladık. Lütfen giriş yapın.
notice-sign-in-again = Devam etmek için lütfen yeniden giriş yapın.
notice-code-sent = Yeni bir kod gönderdik. Yalnızca en son kod geçerlidir.
notice-signed-out = Bu tarayıcıdan çıkış yaptınız.
