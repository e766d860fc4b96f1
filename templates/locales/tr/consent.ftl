terms-link = kullanım koşullarını
privacy-link = gizlilik politikamız
footer-legal = Yasal bilgiler
footer-terms = Kullanım koşulları
footer-privacy = Gizlilik politikası

terms-by-signing-up = Hesap oluşturarak { $terms } kabul etmiş olursunuz.
terms-checkbox = Evet, { $terms } kabul ediyorum
terms-checkbox-label = Kullanım koşulları
terms-privacy = Verilerinizle ne yaptığımızı { $privacy } açıklar.
problem-terms = Hesap oluşturmak için lütfen koşulları kabul edin.

terms-first-title = Lütfen koşullarımızı kabul edin
terms-first-text = { $name } ile devam etmeden önce lütfen { $terms } okuyup kabul edin.
terms-changed-title = Koşullarımız değişti
terms-changed-text = { $name } ile devam etmeden önce lütfen yeni { $terms } okuyup kabul edin.
terms-version = Sürüm { $version }
terms-accept = Kabul et ve devam et
terms-decline = Şimdi değil
terms-decline-hint = “Şimdi değil” seçeneğini kullanırsanız orada giriş yapmadan geri dönersiniz. Hesabınız olduğu gibi kalır.

accepted-terms-title = Kabul ettiğiniz koşullar
accepted-terms-text = Burada { $terms } hangi sürümleriyle kabul ettiğinizi görebilirsiniz.
accepted-terms-none = Burada henüz hiçbir koşulu kabul etmediniz.
accepted-terms-row = Sürüm { $version }, kabul tarihi: { $date }
accepted-terms-newer = Daha yeni bir sürüm var. Bir uygulamaya bir sonraki girişinizde onayınız istenecek.

consent-title = Hesabınıza erişime izin verilsin mi?
consent-text = { $name } hesabınıza erişmek istiyor.
consent-more-text = { $name }, hesabınıza şimdiye kadar izin verdiğinizden daha fazla erişim istiyor.
consent-account = Hesabınız
consent-list = İzin verdikleriniz
consent-list-new = Yeni istenenler
consent-list-before = Daha önce izin verdikleriniz
consent-goes-to = Ardından { $host } adresine gidersiniz
consent-take-back = Bu izni dilediğiniz zaman hesabınızdaki “Uygulamalar” bölümünden geri alabilirsiniz.
consent-allow = İzin ver
consent-deny = Reddet
scope-offline = Siz yokken de bağlı kalır

applications-allowed = İzin tarihi: { $date }, şu anda kullanılmıyor
