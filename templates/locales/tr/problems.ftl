problem-incorrect-credentials = Kullanıcı adı veya şifre yanlış.
problem-other-account = Bu başka bir hesap. Bağlantıyı tamamlamak için burada belirtilen hesaba giriş yapın veya baştan başlayın.
problem-locked-seconds = { $seconds ->
    [one] Çok fazla başarısız deneme yapıldı. Bir saniye sonra tekrar deneyin.
   *[other] Çok fazla başarısız deneme yapıldı. { $seconds } saniye sonra tekrar deneyin.
}
problem-locked-minutes = { $minutes ->
    [one] Çok fazla başarısız deneme yapıldı. Bir dakika sonra tekrar deneyin veya şifrenizi sıfırlayın.
   *[other] Çok fazla başarısız deneme yapıldı. { $minutes } dakika sonra tekrar deneyin veya şifrenizi sıfırlayın.
}
problem-too-many-requests = Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip tekrar deneyin.
problem-busy = Şu anda çok yoğunuz. Lütfen birazdan tekrar deneyin.
problem-form-expired = Bu sayfa çok uzun süre açık kaldı. Lütfen bir kez daha deneyin.
problem-password-reset-required = Giriş yapmadan önce şifrenizi sıfırlamanız gerekiyor. “Şifrenizi mi unuttunuz?” seçeneğini kullanın.
problem-temporary-password-expired = Geçici şifrenizin süresi doldu. Yöneticiden yeni bir şifre isteyin.
problem-recovery-impossible = Bu hesabın şifresini sıfırlayamıyoruz. Lütfen yardım için destek ekibine başvurun.
problem-message-not-sent = Mesajı gönderemedik. Lütfen birazdan tekrar deneyin.
problem-method-unavailable = Bu giriş yöntemi şu anda kullanılamıyor. Lütfen başka bir yöntem seçin.
problem-provider-try-again = Giriş hizmetindeki işlem bu kez tamamlanamadı. Lütfen tekrar deneyin.
problem-refused = { $reason }
problem-required = Lütfen bu alanı doldurun.
problem-invalid-email = Lütfen eksiksiz bir e-posta adresi girin, örneğin name@example.com.
problem-invalid-phone = Lütfen ülke koduyla birlikte bir telefon numarası girin, örneğin +49 30 1234567.
problem-invalid-username = Bu kullanıcı adında izin verilmeyen bir karakter var. Harf, rakam ve çoğu sembol kullanılabilir, boşluk kullanılamaz.
problem-invalid-date = Lütfen tarihi yıl, ay ve gün olarak girin, örneğin 1990-12-31.
problem-invalid-url = Lütfen https:// ile başlayan eksiksiz bir web adresi girin.
problem-invalid-number = Lütfen bir tam sayı girin.
problem-invalid-value = Bu değer burada kullanılamaz. Lütfen kontrol edin.
problem-too-short = { $minimum ->
    [one] Lütfen en az bir karakter girin.
   *[other] Lütfen en az { $minimum } karakter girin.
}
problem-too-long = Bu çok uzun. En fazla { $maximum } karakter girebilirsiniz.
problem-username-taken = Bu kullanıcı adı alınmış. Lütfen başka bir ad seçin.
problem-address-taken = Bu adres başka bir hesapta kullanılıyor. Lütfen o hesapla giriş yapın.
problem-password-policy = Bu şifre tüm kurallara uymuyor.
problem-password-reused = Bu şifreyi daha önce kullandınız. Lütfen yeni bir şifre seçin.
problem-password-compromised = Bu şifre bir veri sızıntısında ortaya çıktı ve artık güvenli değil. Lütfen başka bir şifre seçin.
problem-code-mismatch = Bu kod doğru değil. Lütfen kontrol edin veya yeni bir kod isteyin.
problem-code-expired = Bu kodun süresi dolmuş veya kod daha önce kullanılmış. Lütfen yeni bir kod isteyin.
problem-code-attempts-spent = Çok fazla yanlış kod girildi. Lütfen yeni bir kod isteyin.
problem-authenticator-mismatch = Bu kod doğru değil. Lütfen uygulamanızın şu anda gösterdiği kodu girin.
problem-code-reused = Bu kod daha önce kullanıldı. Uygulamanız bir sonraki kodu gösterene kadar bekleyin.
