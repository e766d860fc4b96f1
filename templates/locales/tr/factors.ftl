set-up-select-title = İkinci bir adım ekleyin
set-up-subtitle = İkinci adım, biri şifrenizi öğrense bile hesabınızı korur.
set-up-totp-title = Kimlik doğrulama uygulamanızı ayarlayın
set-up-totp-install = Telefonunuzda bir kimlik doğrulama uygulaması açın. Yoksa önce bir tane yükleyin.
set-up-totp-scan = Bu resmi uygulamayla tarayın.
set-up-totp-picture = Kimlik doğrulama uygulamanızın anahtarını içeren QR kodu. Anahtar aşağıda metin olarak da yer alıyor.
set-up-totp-open = Bu cihazdaki bir uygulamada aç
set-up-totp-type-summary = Tarayamıyor musunuz?
set-up-totp-type = Bu anahtarı uygulamaya yazın. Büyük ve küçük harf fark etmez, boşluklar önemli değildir.
set-up-totp-copy = Anahtarı kopyala
set-up-totp-confirm = Uygulamanın şu anda gösterdiği altı rakamı girin.
set-up-device-name = Cihazın adı
set-up-device-hint = Cihazlarınızı birbirinden ayırmanıza yardımcı olur, örneğin “telefonum”.
set-up-number-title = Telefonunuzu ekleyin
set-up-number-text = Şimdi ve her giriş yaptığınızda bu numaraya SMS ile bir kod göndereceğiz.
copied = Kopyalandı

challenge-totp-device = Cihazınız:
remember-browser = { $days ->
    [one] Bu tarayıcıda bir gün boyunca sorma
   *[other] Bu tarayıcıda { $days } gün boyunca sorma
}

recovery-use = Kurtarma kodu kullan
recovery-back = Her zamanki koda dön
recovery-code-label = Kurtarma kodu
recovery-challenge-title = Kurtarma kodu kullanın
recovery-challenge-text = İkinci adımı ayarlarken sakladığınız kodlardan birini girin. Her kod bir kez kullanılabilir.
recovery-codes-title = Kurtarma kodlarınızı saklayın
recovery-codes-subtitle = İkinci adımınızın elinizin altında olmadığı gün için.
recovery-codes-text = Her kodla bir kez giriş yapabilirsiniz. Kodları yalnızca sizin bulabileceğiniz bir yerde saklayın. Kodlar yalnızca bu kez gösterilir.
recovery-codes-copy = Kopyala
recovery-codes-print = Yazdır
recovery-codes-download = İndir
recovery-codes-kept = Kodları sakladım
recovery-used-title = Kurtarma kodu kullandınız
recovery-used-left = { $count ->
    [0] Hiç kurtarma kodunuz kalmadı.
    [one] Bir kurtarma kodunuz kaldı.
   *[other] { $count } kurtarma kodunuz kaldı.
}
recovery-used-text = Bu kodun üstünü çizin, kod artık geçerli değil.
recovery-used-few = Kısa sürede yeni kodlar alın, böylece ikinci adımınızı kaybederseniz hesabınızın dışında kalmazsınız.
problem-recovery-code-mismatch = Bu kod doğru değil veya daha önce kullanılmış. Lütfen kontrol edin veya başka bir kod deneyin.

factors-title = İkinci adım
factors-hint = Şifrenizden sonra istenen onay
factors-required = Burada herkes için gereklidir.
factors-app = Kimlik doğrulama uygulaması
factors-email = E-postayla kod
factors-sms = SMS ile kod
factors-on = Açık
factors-first = İlk istenen
factors-no-email = Bunu kullanmak için önce bir e-posta adresi onaylayın.
factors-no-phone = Bunu kullanmak için önce bir telefon numarası onaylayın.
factors-ends-recovery = Bu seçenek açıkken unutulan bir şifreyi sıfırlamak için kullanılamaz.
factors-set-up = Ayarla
factors-replace = Yeniden ayarla
factors-remove = Kaldır
factors-turn-on = Aç
factors-turn-off = Kapat
factors-ask-first = Önce bunu iste
factors-app-replaces = Yeni uygulama, şu anda kullandığınızın yerini alır.
factors-stays = Burada giriş yapmak için ikinci bir adım gerekiyor ve elinizde yalnızca bu var, bu yüzden kaldırılamaz. Önce başka bir ikinci adım ayarlayın.
factors-app-added = Kimlik doğrulama uygulamanız ayarlandı.
factors-turned-on = Açıldı. Bir sonraki girişinizde sizden istenecek.
factors-turned-off = Kapatıldı. Artık sizden istenmeyecek.
factors-put-first = Bundan sonra önce bu istenecek.
factors-unchanged = Hiçbir şey değiştirilmedi. Burada şu anki durumu görüyorsunuz.
factors-recovery = Kurtarma kodları
factors-recovery-text = İkinci adımınızın elinizin altında olmadığı gün için. Her kod bir kez kullanılabilir.
factors-new-codes = Yeni kodlar oluştur
factors-new-codes-hint = Eski kodlarınız hemen geçersiz olur.
factors-browsers = Hatırlanan tarayıcılar
factors-browsers-text = Bu tarayıcılarda sizden ikinci adım istenmez.
factors-browser-times = Başlangıç: { $since }, bitiş: { $until }
factors-forget = Unut
factors-forget-all = Tüm tarayıcıları unut
factors-browsers-forgotten = Orada sizden yeniden ikinci adım istenecek.
account-state-off = Kapalı
