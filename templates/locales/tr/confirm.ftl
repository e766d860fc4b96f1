confirm-title = Hesabınızı onaylayın
confirm-bare = Size verilen kodu girin.
confirm-button = Hesabı onayla
confirm-back-question = Adres yanlış mı?
confirm-back = Geri dönüp değiştirin

confirm-user-title = Hesabınızı onaylayın
confirm-user-ask = Tek bir tıkla hesabınız kullanıma hazır.
confirm-user-button = Hesabımı onayla
confirm-user-done-heading = Hesabınız onaylandı
confirm-user-done = Artık giriş yapabilirsiniz.
confirm-user-close = Bu sayfayı kapatabilirsiniz.
confirm-user-failed-heading = Bu bağlantı artık geçerli değil
confirm-user-failed-advice = Kullanıcı adınız ve şifrenizle giriş yapın, ardından yeni bir kod isteyebilirsiniz.
