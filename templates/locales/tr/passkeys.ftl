passkey-sign-in = Geçiş anahtarıyla giriş yap
passkey-unsupported = Bu tarayıcı burada geçiş anahtarı kullanamıyor. Başka bir yöntem seçin veya bu sayfayı başka bir tarayıcıda açın.
passkey-cancelled = Geçiş anahtarıyla işlem yapılmadı. Tekrar deneyebilirsiniz.
passkey-challenge-title = Geçiş anahtarınızı kullanın
passkey-challenge-text = Siz olduğunuzu parmak iziniz, yüzünüz, PIN’iniz veya güvenlik anahtarınızla onaylayın.
passkey-challenge-button = Geçiş anahtarını kullan
passkey-no-script = Geçiş anahtarları için JavaScript gerekir, ancak bu tarayıcıda kapalı. JavaScript’i açın veya başka bir yöntem seçin.
factor-passkey = Geçiş anahtarımla

passkey-add-title = Geçiş anahtarı ekleyin
passkey-add-text = Geçiş anahtarıyla parmak iziniz, yüzünüz, PIN’iniz veya güvenlik anahtarınızla, şifre olmadan giriş yaparsınız.
passkey-add-button = Geçiş anahtarı ekle
passkey-add-later = Şimdi değil
passkey-add-there = Bu cihazda hesabınız için zaten bir geçiş anahtarı var.
passkey-add-full = { $most } geçiş anahtarınız var, en fazla bu kadar olabilir. Önce artık kullanmadığınız bir anahtarı kaldırın.

passkeys-title = Geçiş anahtarları
passkeys-hint = Şifre yerine parmak iziniz, yüzünüz veya PIN’iniz
passkeys-text = Geçiş anahtarıyla parmak iziniz, yüzünüz, PIN’iniz veya güvenlik anahtarınızla giriş yaparsınız.
passkeys-none = Henüz geçiş anahtarınız yok.
passkeys-unnamed = Geçiş anahtarı
passkeys-added = Eklenme tarihi: { $date }
passkeys-added-used = Eklenme tarihi: { $date }, son kullanım: { $used }
passkeys-synced = Birden fazla cihazda
passkeys-one-device = Yalnızca bir cihazda
passkeys-other-domain = { $domain } için oluşturulduğundan burada kullanılamaz.
passkeys-name-label = Ad
passkeys-rename = Yeniden adlandır
passkeys-rename-named = Yeniden adlandır: { $name }
passkeys-remove = Kaldır
passkeys-remove-named = Kaldır: { $name }
passkeys-details = Yönet
passkeys-details-named = Yönet: { $name }
passkeys-was-added = Geçiş anahtarınız eklendi.
passkeys-was-renamed = Yeni ad kaydedildi.
passkeys-was-removed = Geçiş anahtarı kaldırıldı. Dilerseniz onu saklandığı cihazdan veya şifre yöneticisinden de silebilirsiniz.
passkeys-not-there = Bu geçiş anahtarı artık hesabınızda olmadığı için hiçbir şey değiştirilmedi.
passkeys-stays-only-way = Bu geçiş anahtarı tek giriş yönteminiz olduğu için kaldırılamaz. Önce başka bir geçiş anahtarı ekleyin veya giriş sayfasındaki “Şifrenizi mi unuttunuz?” seçeneğiyle bir şifre belirleyin.
passkeys-stays-second = Burada giriş yapmak için ikinci bir adım gerekiyor ve elinizde yalnızca bu geçiş anahtarı var, bu yüzden kaldırılamaz. Önce başka bir geçiş anahtarı ekleyin.

problem-passkey-refused = Bu geçiş anahtarı kullanılamadı. Tekrar deneyin veya başka bir yöntemle giriş yapın.
problem-passkey-unknown = Bu geçiş anahtarı artık buradaki bir hesaba ait değil. Başka bir yöntemle giriş yapın.
problem-passkey-expired = Bu çok uzun sürdü. Tekrar deneyin.
problem-passkey-copied = Bir kopyası olabileceği için bu geçiş anahtarı kabul edilmedi. Başka bir yöntemle giriş yapın ve bu anahtarı hesabınızdan kaldırın.

message-passkey-added-subject = { $pool } hesabınıza bir geçiş anahtarı eklendi
message-passkey-added-body =
    Merhaba,

    { $pool } hesabınıza az önce bir geçiş anahtarı eklendi. Bu anahtarla giriş yapılabilir.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız hesabınıza başka biri girmiş demektir: Geçiş anahtarını kaldırın, şifrenizi değiştirin ve destek ekibine başvurun.
message-passkey-added-sms = { $pool }: hesabınıza az önce bir geçiş anahtarı eklendi. Siz yapmadıysanız hemen anahtarı kaldırın ve şifrenizi değiştirin.
message-passkey-removed-subject = { $pool } hesabınızdan bir geçiş anahtarı kaldırıldı
message-passkey-removed-body =
    Merhaba,

    { $pool } hesabınızdan az önce bir geçiş anahtarı kaldırıldı. Diğer giriş yöntemleriniz aynı kaldı.

    Bunu siz yaptıysanız bir şey yapmanız gerekmez. Siz yapmadıysanız hesabınıza başka biri girmiş demektir: Şifrenizi değiştirin ve destek ekibine başvurun.
message-passkey-removed-sms = { $pool }: hesabınızdan az önce bir geçiş anahtarı kaldırıldı. Siz yapmadıysanız şifrenizi hemen değiştirin.
message-passkey-copied-subject = { $pool } hesabınızın bir geçiş anahtarı kabul edilmedi
message-passkey-copied-body =
    Merhaba,

    Biri { $pool } hesabınıza geçiş anahtarlarınızdan biriyle giriş yapmaya çalıştı. Geçiş anahtarı bir kopyaya benzediği için kabul etmedik.

    Başka bir yöntemle giriş yapın, bu geçiş anahtarını hesabınızdan kaldırın ve yenisini ekleyin. Ne olduğunu bilmiyorsanız destek ekibine başvurun.
message-passkey-copied-sms = { $pool }: kopya olabilecek bir geçiş anahtarı kabul edilmedi. Başka bir yöntemle giriş yapın ve bu anahtarı kaldırın.
