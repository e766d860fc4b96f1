error-code-label = Hata
error-id-label = Referans
error-developer-heading = Geliştirici için
error-cause-label = Neden
error-mend-label = Çözüm

error-request-heading = Uygulamada bir hata oluştu
error-request-advice = Sizi buraya getiren adres doğru görünmüyor. Uygulamaya dönüp tekrar deneyin. Sorun sürerse aşağıdaki referansla uygulamanın destek ekibine başvurun.
error-sign-out-heading = Sizi uygulamaya geri yönlendiremiyoruz
error-sign-out-advice = Uygulama, listesinde olmayan bir adres istedi. Bu sayfayı kapatabilirsiniz.
error-expired-heading = Bu sayfa artık geçerli değil
error-expired-advice = Giriş çok uzun sürdü veya başka bir sekmede devam etti. Uygulamaya dönüp yeniden başlayın.
error-form-heading = Lütfen bir kez daha gönderin
error-form-advice = Formun bu sayfadan geldiğini doğrulayamadık, bu yüzden hiçbir şey değiştirilmedi. Yeniden başlarsanız sorun büyük olasılıkla çözülür.
error-cookies-heading = Tarayıcınız çerezleri kaydetmiyor
error-cookies-advice = Giriş yapmak için bu sitenin bir çerezine ihtiyaç var. Tarayıcı ayarlarınızda bu site için çerezlere izin verin, ardından yeniden başlayın.
error-not-found-heading = Burada bir şey yok
error-not-found-advice = Adres yanlış yazılmış veya eski olabilir. Kullanmak istediğiniz uygulamaya dönün.
error-unreadable-heading = Gönderilen bilgileri okuyamadık
error-unreadable-advice = Tarayıcınızın gönderdiği veri çok büyük veya bozuk. Lütfen geri dönüp tekrar deneyin.
error-sign-up-closed-heading = Buradan hesap oluşturamazsınız
error-sign-up-closed-advice = Yeni hesapları yöneticiler oluşturur. Lütfen uygulamanın destek ekibine başvurun.
error-recovery-closed-heading = Şifrenizi buradan sıfırlayamazsınız
error-recovery-closed-advice = Yardım için lütfen uygulamanın destek ekibine başvurun.
error-too-many-heading = Çok fazla deneme yapıldı
error-too-many-advice = Ağınızdan kısa sürede çok fazla giriş başlatıldı. Lütfen birkaç dakika bekleyip tekrar deneyin.
error-internal-heading = Bir sorun oluştu
error-internal-advice = Hata sizde değil, bizde. Lütfen birazdan tekrar deneyin. Yine olursa aşağıdaki referansı bize bildirin.

cause-unknown-client = Bu havuzda client_id değeri “{ $client }” olan bir uygulama istemcisi yok.
mend-unknown-client = client_id değerini bu havuzun uygulama istemcileriyle karşılaştırın. Her havuzun kendi adresi vardır: Doğru adreste misiniz?
cause-redirect-mismatch = “{ $given }” adresi bu uygulama istemcisi için redirect_uri olarak kayıtlı değil.
mend-redirect-mismatch = { $count ->
    [0] İstemcinin henüz geri çağırma (callback) URL’si yok. Uygulamanızın kullandığı URL’yi kaydedin.
   *[other] Geri çağırma (callback) URL’leri, port ve sondaki eğik çizgi dahil birebir karşılaştırılır. Kayıtlı olanlar: { $registered }
}
cause-sign-out-mismatch = “{ $given }” çıkış adresi bu uygulama istemcisi için kayıtlı değil.
mend-sign-out-mismatch = { $count ->
    [0] İstemcinin henüz çıkış URL’si yok. Uygulamanızın kullandığı URL’yi kaydedin.
   *[other] Çıkış URL’leri, port ve sondaki eğik çizgi dahil birebir karşılaştırılır. Kayıtlı olanlar: { $registered }
}
cause-duplicate-parameter = “{ $name }” parametresi birden fazla kez gönderildi.
mend-duplicate-parameter = Her parametreyi bir kez gönderin (RFC 6749, bölüm 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Uygulamanızın oluşturduğu isteği düzeltin ve keşif (discovery) belgesiyle karşılaştırın.
cause-flow-expired = Bu sayfanın ait olduğu girişin süresi dolmuş, giriş tamamlanmış veya bilinmiyor.
mend-flow-expired = Bu sayfanın yer iminden değil, uygulamanızdan başlayın.
cause-step-out-of-order = Bu, girişin sıradaki adımı değil.
mend-step-out-of-order = /oauth2/authorize adresinden gelen yönlendirmeleri izleyin, sayfaları doğrudan adresleriyle açmayın.
cause-form-forged = Formdaki _csrf değeri eksik veya başka bir tarayıcıya ait ya da istek başka bir siteden geldi.
mend-form-forged = Formlar sayfaların kendisinden gönderilmelidir. Otomatik bir istemci çerezleri saklamalı ve _csrf değerini geri göndermelidir.
cause-cookies-missing = Giriş akışının çerezi geri gelmedi.
mend-cookies-missing = Sayfayı yapılandırmada belirtilen ana makine adıyla açın. localhost için ayarlanan çerez 127.0.0.1 adresine gönderilmez.
cause-not-found = Bu adresle eşleşen bir rota yok.
mend-not-found = Tüm uç noktaların adresleri keşif (discovery) belgesindedir.
cause-method-not-allowed = Adres var, ancak bu yöntem için değil.
mend-method-not-allowed = Sayfalar GET, formlar POST kabul eder.
cause-unreadable-form = Gövde çok büyük, application/x-www-form-urlencoded türünde değil veya UTF-8 değil.
mend-unreadable-form = Form gövdesini UTF-8 olarak gönderin.
cause-unknown-host = “{ $host }” ana makine adı hiçbir havuza ait değil.
mend-unknown-host = Yapılandırılmış genel adresi kullanın veya ana makine adını havuzun alan adı olarak kaydedin.
cause-sign-up-closed = Bu havuzda yalnızca yöneticiler hesap oluşturabilir.
mend-sign-up-closed = Havuz ayarlarında kullanıcıların kendi hesabını oluşturmasına izin verin.
cause-recovery-closed = Bu havuzda hesap kurtarma kapalı.
mend-recovery-closed = Havuz ayarlarında hesap kurtarmayı açın.
cause-too-many = Bu ağdan, havuzun sign_ins_begun_per_prefix ayarının on dakika için izin verdiği sayıda giriş başlatıldı.
mend-too-many = Bu ağı çok kişi paylaşıyorsa değeri yükseltin ya da testlerin oturumlarını yeniden kullanmasını sağlayın.
cause-internal = Ayrıntılar, sunucu günlüğünde yukarıdaki referansın altındadır.
mend-internal = Günlük sorunu açıklamıyorsa lütfen günlük satırlarıyla birlikte bildirin.

unavailable-heading = Şu anda çok yoğunuz
unavailable-text = Hiçbir şey kaybolmadı. Lütfen birkaç saniye sonra tekrar deneyin.
