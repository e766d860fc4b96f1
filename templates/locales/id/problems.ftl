problem-incorrect-credentials = Nama pengguna atau kata sandi salah.
problem-other-account = Itu akun lain. Untuk menautkannya, masuk ke akun yang disebutkan di sini atau mulai lagi.
problem-locked-seconds = { $seconds ->
    [1] Terlalu banyak percobaan gagal. Coba lagi dalam satu detik.
   *[other] Terlalu banyak percobaan gagal. Coba lagi dalam { $seconds } detik.
}
problem-locked-minutes = { $minutes ->
    [1] Terlalu banyak percobaan gagal. Coba lagi dalam satu menit atau atur ulang kata sandi Anda.
   *[other] Terlalu banyak percobaan gagal. Coba lagi dalam { $minutes } menit atau atur ulang kata sandi Anda.
}
problem-too-many-requests = Terlalu banyak percobaan dalam waktu singkat. Tunggu sebentar, lalu coba lagi.
problem-busy = Layanan kami sedang sangat sibuk. Silakan coba lagi beberapa saat lagi.
problem-form-expired = Halaman ini terlalu lama terbuka. Silakan coba sekali lagi.
problem-password-reset-required = Kata sandi Anda harus diatur ulang sebelum Anda dapat masuk. Gunakan “Lupa kata sandi?”.
problem-temporary-password-expired = Kata sandi sementara Anda telah kedaluwarsa. Minta yang baru kepada administrator.
problem-recovery-impossible = Kata sandi akun ini tidak dapat diatur ulang. Silakan hubungi layanan bantuan aplikasi yang Anda gunakan.
problem-message-not-sent = Pesan tidak dapat dikirim. Silakan coba lagi beberapa saat lagi.
problem-method-unavailable = Cara masuk ini sedang tidak tersedia. Silakan pilih cara lain.
problem-provider-try-again = Kali ini proses masuk lewat layanan tersebut tidak berhasil. Silakan coba lagi.
problem-refused = { $reason }
problem-required = Kolom ini wajib diisi.
problem-invalid-email = Masukkan alamat email lengkap, misalnya name@example.com.
problem-invalid-phone = Masukkan nomor telepon dengan kode negara, misalnya +62 812 3456 7890.
problem-invalid-username = Nama pengguna ini mengandung karakter yang tidak diizinkan. Huruf, angka, dan sebagian besar simbol dapat digunakan, tetapi spasi tidak.
problem-invalid-date = Masukkan tanggal dengan urutan tahun, bulan, dan hari, misalnya 1990-12-31.
problem-invalid-url = Masukkan alamat web lengkap yang diawali https://.
problem-invalid-number = Masukkan bilangan bulat.
problem-invalid-value = Isian ini tidak dapat diterima. Silakan periksa kembali.
problem-too-short = Masukkan minimal { $minimum } karakter.
problem-too-long = Terlalu panjang. Maksimal { $maximum } karakter.
problem-username-taken = Nama ini sudah digunakan. Silakan pilih nama lain.
problem-address-taken = Alamat email atau nomor telepon ini sudah digunakan akun lain. Silakan masuk dengan akun tersebut.
problem-password-policy = Kata sandi ini belum memenuhi semua ketentuan.
problem-password-reused = Anda pernah menggunakan kata sandi ini. Silakan pilih yang baru.
problem-password-compromised = Kata sandi ini pernah muncul dalam kebocoran data dan tidak aman lagi. Silakan pilih yang lain.
problem-code-mismatch = Kode salah. Silakan periksa kembali atau minta kode baru.
problem-code-expired = Kode sudah kedaluwarsa atau sudah digunakan. Silakan minta kode baru.
problem-code-attempts-spent = Terlalu banyak kode yang salah. Silakan minta kode baru.
problem-authenticator-mismatch = Kode salah. Masukkan kode yang sedang ditampilkan aplikasi Anda.
problem-code-reused = Kode ini sudah digunakan. Tunggu hingga aplikasi menampilkan kode berikutnya.
