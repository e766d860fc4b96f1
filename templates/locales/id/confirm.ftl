confirm-title = Konfirmasi akun Anda
confirm-bare = Masukkan kode yang Anda terima.
confirm-button = Konfirmasi akun
confirm-back-question = Salah memasukkan data?
confirm-back = Kembali dan ubah

confirm-user-title = Konfirmasi akun Anda
confirm-user-ask = Satu klik lagi dan akun Anda siap digunakan.
confirm-user-button = Konfirmasi akun saya
confirm-user-done-heading = Akun Anda telah dikonfirmasi
confirm-user-done = Mulai sekarang Anda dapat masuk.
confirm-user-close = Anda dapat menutup halaman ini.
confirm-user-failed-heading = Tautan ini sudah tidak berlaku
confirm-user-failed-advice = Masuk dengan nama pengguna dan kata sandi Anda, lalu minta kode baru.
