error-code-label = Kesalahan
error-id-label = Nomor referensi
error-developer-heading = Untuk pengembang
error-cause-label = Penyebab
error-mend-label = Solusi

error-request-heading = Permintaan dari aplikasi keliru
error-request-advice = Alamat yang membawa Anda ke sini kurang tepat. Kembali ke aplikasi dan coba lagi. Jika belum berhasil, beri tahu penyedia aplikasi dan sertakan nomor referensi di bawah.
error-sign-out-heading = Tidak dapat kembali ke aplikasi
error-sign-out-advice = Alamat yang diminta aplikasi tidak terdaftar. Anda dapat menutup halaman ini.
error-expired-heading = Halaman ini sudah tidak berlaku
error-expired-advice = Proses masuk terlalu lama atau sudah dilanjutkan di tab lain. Kembali ke aplikasi dan mulai lagi.
error-form-heading = Silakan kirim sekali lagi
error-form-advice = Kami tidak dapat memastikan bahwa formulir dikirim dari halaman ini, jadi tidak ada yang diubah. Silakan mulai lagi.
error-cookies-heading = Browser Anda tidak menyimpan cookie
error-cookies-advice = Untuk masuk, diperlukan cookie dari situs ini. Izinkan cookie di setelan browser Anda, lalu mulai lagi.
error-not-found-heading = Halaman tidak ditemukan
error-not-found-advice = Alamatnya mungkin salah ketik atau sudah tidak berlaku. Kembali ke aplikasi yang ingin Anda gunakan.
error-unreadable-heading = Data tidak dapat dibaca
error-unreadable-advice = Data yang dikirim browser Anda terlalu besar atau rusak. Silakan kembali dan coba lagi.
error-sign-up-closed-heading = Anda tidak dapat mendaftar di sini
error-sign-up-closed-advice = Akun baru dibuat oleh administrator. Silakan hubungi layanan bantuan aplikasi yang Anda gunakan.
error-recovery-closed-heading = Anda tidak dapat mengatur ulang kata sandi di sini
error-recovery-closed-advice = Silakan hubungi layanan bantuan aplikasi yang Anda gunakan.
error-too-many-heading = Terlalu banyak percobaan
error-too-many-advice = Terlalu banyak upaya masuk dari jaringan Anda dalam waktu singkat. Tunggu beberapa menit, lalu coba lagi.
error-internal-heading = Terjadi kesalahan
error-internal-advice = Ini kesalahan kami, bukan Anda. Silakan coba lagi beberapa saat lagi. Jika terjadi lagi, laporkan nomor referensi di bawah.

cause-unknown-client = User pool ini tidak memiliki app client dengan client_id “{ $client }”.
mend-unknown-client = Cocokkan client_id dengan app client di user pool ini. Setiap user pool memiliki alamat sendiri: apakah alamat ini sudah benar?
cause-redirect-mismatch = redirect_uri “{ $given }” tidak terdaftar untuk app client ini.
mend-redirect-mismatch = { $count ->
    [0] App client ini belum memiliki URL callback. Daftarkan URL yang digunakan aplikasi Anda.
   *[other] URL callback harus sama persis, termasuk port dan garis miring di akhir. Terdaftar: { $registered }
}
cause-sign-out-mismatch = Alamat keluar “{ $given }” tidak terdaftar untuk app client ini.
mend-sign-out-mismatch = { $count ->
    [0] App client ini belum memiliki URL keluar. Daftarkan URL yang digunakan aplikasi Anda.
   *[other] URL keluar harus sama persis, termasuk port dan garis miring di akhir. Terdaftar: { $registered }
}
cause-duplicate-parameter = Parameter “{ $name }” dikirim lebih dari satu kali.
mend-duplicate-parameter = Kirim setiap parameter satu kali saja (RFC 6749, bagian 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Perbaiki permintaan yang dibuat aplikasi Anda dan cocokkan dengan dokumen discovery.
cause-flow-expired = Proses masuk untuk halaman ini sudah kedaluwarsa, selesai, atau tidak dikenal.
mend-flow-expired = Mulai dari aplikasi Anda, bukan dari bookmark halaman ini.
cause-step-out-of-order = Langkah ini bukan langkah berikutnya dalam proses masuk.
mend-step-out-of-order = Ikuti pengalihan dari /oauth2/authorize, dan jangan membuka halaman langsung lewat alamatnya.
cause-form-forged = Nilai _csrf pada formulir tidak ada atau milik browser lain, atau permintaan berasal dari situs lain.
mend-form-forged = Formulir harus dikirim oleh halamannya sendiri. Klien otomatis harus menyimpan cookie dan mengirim kembali _csrf.
cause-cookies-missing = Cookie alur masuk tidak dikirim kembali.
mend-cookies-missing = Buka halaman dengan host yang tercantum dalam konfigurasi. Cookie dari localhost tidak dikirim ke 127.0.0.1.
cause-not-found = Tidak ada rute yang cocok dengan alamat ini.
mend-not-found = Dokumen discovery mencantumkan alamat semua endpoint.
cause-method-not-allowed = Alamat ini ada, tetapi tidak untuk metode ini.
mend-method-not-allowed = Halaman menggunakan GET, formulir menggunakan POST.
cause-unreadable-form = Isi permintaan terlalu besar, bukan application/x-www-form-urlencoded, atau bukan UTF-8.
mend-unreadable-form = Kirim isi formulir dalam UTF-8.
cause-unknown-host = Host “{ $host }” bukan milik user pool mana pun.
mend-unknown-host = Gunakan alamat publik yang dikonfigurasi, atau daftarkan host ini sebagai domain user pool.
cause-sign-up-closed = User pool ini hanya mengizinkan akun yang dibuat administrator.
mend-sign-up-closed = Aktifkan pendaftaran mandiri di pengaturan user pool.
cause-recovery-closed = Pemulihan akun di user pool ini dinonaktifkan.
mend-recovery-closed = Aktifkan pemulihan akun di pengaturan user pool.
cause-too-many = Upaya masuk dari jaringan ini telah mencapai batas per sepuluh menit yang ditetapkan oleh pengaturan user pool sign_ins_begun_per_prefix.
mend-too-many = Naikkan nilainya jika banyak orang memakai jaringan ini bersama, atau gunakan kembali sesi dalam pengujian.
cause-internal = Detailnya ada di log server dengan nomor referensi di atas.
mend-internal = Jika log tidak menjelaskan penyebabnya, laporkan masalah ini beserta baris lognya.

unavailable-heading = Layanan kami sedang sangat sibuk
unavailable-text = Tidak ada data yang hilang. Silakan coba lagi dalam beberapa detik.
