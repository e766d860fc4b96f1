set-up-select-title = Tambahkan langkah kedua
set-up-subtitle = Langkah kedua menjaga akun Anda tetap aman, meskipun ada yang mengetahui kata sandi Anda.
set-up-totp-title = Siapkan aplikasi autentikator
set-up-totp-install = Buka aplikasi autentikator di ponsel Anda. Jika belum punya, instal terlebih dahulu.
set-up-totp-scan = Pindai gambar ini dengan aplikasi tersebut.
set-up-totp-picture = Kode QR berisi kunci untuk aplikasi autentikator Anda. Kunci ini juga tersedia sebagai teks di bawah.
set-up-totp-open = Buka di aplikasi pada perangkat ini
set-up-totp-type-summary = Tidak bisa memindai?
set-up-totp-type = Ketik kunci ini di aplikasi. Huruf besar dan huruf kecil dianggap sama, dan spasi tidak berpengaruh.
set-up-totp-copy = Salin kunci
set-up-totp-confirm = Masukkan enam digit yang sedang ditampilkan aplikasi.
set-up-device-name = Nama perangkat
set-up-device-hint = Membantu Anda membedakan perangkat, misalnya “ponsel saya”.
set-up-number-title = Tambahkan nomor ponsel
set-up-number-text = Kami akan mengirim kode lewat SMS ke nomor ini sekarang dan setiap kali Anda masuk.
copied = Disalin

challenge-totp-device = Perangkat Anda:
remember-browser = { $days ->
    [1] Jangan tanyakan di browser ini selama satu hari
   *[other] Jangan tanyakan di browser ini selama { $days } hari
}

recovery-use = Gunakan kode pemulihan
recovery-back = Kembali ke kode biasa
recovery-code-label = Kode pemulihan
recovery-challenge-title = Gunakan kode pemulihan
recovery-challenge-text = Masukkan salah satu kode yang Anda simpan saat menyiapkan langkah kedua. Setiap kode hanya berlaku satu kali.
recovery-codes-title = Simpan kode pemulihan Anda
recovery-codes-subtitle = Untuk berjaga-jaga jika langkah kedua sedang tidak dapat Anda gunakan.
recovery-codes-text = Setiap kode dapat digunakan untuk masuk satu kali. Simpan di tempat yang hanya diketahui Anda. Kode hanya ditampilkan kali ini.
recovery-codes-copy = Salin
recovery-codes-print = Cetak
recovery-codes-download = Unduh
recovery-codes-kept = Sudah saya simpan
recovery-used-title = Anda menggunakan kode pemulihan
recovery-used-left = { $count ->
    [0] Kode pemulihan Anda sudah habis.
    [1] Kode pemulihan Anda tersisa satu.
   *[other] Kode pemulihan Anda tersisa { $count }.
}
recovery-used-text = Coret kode tersebut karena tidak dapat digunakan lagi.
recovery-used-few = Segera buat kode baru agar Anda tetap dapat masuk jika langkah kedua tidak dapat digunakan.
problem-recovery-code-mismatch = Kode salah atau sudah pernah digunakan. Silakan periksa kembali atau coba kode lain.

factors-title = Langkah kedua
factors-hint = Yang diminta setelah kata sandi
factors-required = Di sini semua orang memerlukannya.
factors-app = Aplikasi autentikator
factors-email = Kode lewat email
factors-sms = Kode lewat SMS
factors-on = Aktif
factors-first = Diminta lebih dulu
factors-no-email = Untuk menggunakannya, konfirmasi alamat email terlebih dahulu.
factors-no-phone = Untuk menggunakannya, konfirmasi nomor telepon terlebih dahulu.
factors-ends-recovery = Selama aktif, cara ini tidak dapat digunakan untuk mengatur ulang kata sandi yang terlupa.
factors-set-up = Siapkan
factors-replace = Siapkan ulang
factors-remove = Hapus
factors-turn-on = Aktifkan
factors-turn-off = Nonaktifkan
factors-ask-first = Minta ini lebih dulu
factors-app-replaces = Aplikasi baru akan menggantikan yang Anda gunakan sekarang.
factors-stays = Anda memerlukan langkah kedua untuk masuk di sini, dan hanya ini yang Anda miliki, jadi tidak dapat dihapus. Siapkan yang lain terlebih dahulu.
factors-app-added = Aplikasi autentikator Anda sudah siap.
factors-turned-on = Sudah diaktifkan. Anda akan diminta menggunakannya saat masuk berikutnya.
factors-turned-off = Sudah dinonaktifkan. Anda tidak akan diminta menggunakannya lagi.
factors-put-first = Mulai sekarang, ini akan diminta lebih dulu.
factors-unchanged = Tidak ada yang diubah. Yang terlihat di sini adalah keadaan saat ini.
factors-recovery = Kode pemulihan
factors-recovery-text = Untuk berjaga-jaga jika langkah kedua sedang tidak dapat Anda gunakan. Setiap kode hanya berlaku satu kali.
factors-new-codes = Buat kode baru
factors-new-codes-hint = Kode lama Anda langsung tidak berlaku lagi.
factors-browsers = Browser yang diingat
factors-browsers-text = Di browser berikut, langkah kedua tidak diminta.
factors-browser-times = Sejak { $since }, hingga { $until }
factors-forget = Lupakan
factors-forget-all = Lupakan semua browser
factors-browsers-forgotten = Langkah kedua akan diminta lagi di sana.
account-state-off = Nonaktif
