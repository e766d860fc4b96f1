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
recovery-back = Kembali ke kode yang lain
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
