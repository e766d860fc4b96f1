passkey-sign-in = Masuk dengan kunci sandi
passkey-unsupported = Browser ini tidak dapat menggunakan kunci sandi di sini. Pilih cara lain atau buka halaman ini di browser lain.
passkey-cancelled = Tidak ada yang dilakukan dengan kunci sandi. Anda dapat mencoba lagi.
passkey-challenge-title = Gunakan kunci sandi Anda
passkey-challenge-text = Pastikan ini benar-benar Anda dengan sidik jari, wajah, PIN, atau kunci keamanan.
passkey-challenge-button = Gunakan kunci sandi
passkey-no-script = Kunci sandi memerlukan JavaScript, yang dinonaktifkan di browser ini. Aktifkan JavaScript atau pilih cara lain.
factor-passkey = Gunakan kunci sandi

passkey-add-title = Tambahkan kunci sandi
passkey-add-text = Dengan kunci sandi, Anda masuk menggunakan sidik jari, wajah, PIN, atau kunci keamanan, tanpa kata sandi.
passkey-add-button = Tambahkan kunci sandi
passkey-add-later = Nanti saja
passkey-add-there = Perangkat ini sudah memiliki kunci sandi untuk akun Anda.
passkey-add-full = Anda memiliki { $most } kunci sandi, dan itu jumlah maksimalnya. Hapus dahulu salah satu yang tidak lagi Anda gunakan.

passkeys-title = Kunci sandi
passkeys-hint = Dengan sidik jari, wajah, atau PIN sebagai pengganti kata sandi
passkeys-text = Dengan kunci sandi, Anda masuk menggunakan sidik jari, wajah, PIN, atau kunci keamanan.
passkeys-none = Anda belum memiliki kunci sandi.
passkeys-unnamed = Kunci sandi
passkeys-added = Ditambahkan pada { $date }
passkeys-added-used = Ditambahkan pada { $date }, terakhir digunakan pada { $used }
passkeys-synced = Di beberapa perangkat
passkeys-one-device = Hanya di satu perangkat
passkeys-other-domain = Dibuat untuk { $domain }, jadi tidak berfungsi di sini.
passkeys-name-label = Nama
passkeys-rename = Ganti nama
passkeys-rename-named = Ganti nama { $name }
passkeys-remove = Hapus
passkeys-remove-named = Hapus { $name }
passkeys-details = Kelola
passkeys-details-named = Kelola { $name }
passkeys-was-added = Kunci sandi Anda telah ditambahkan.
passkeys-was-renamed = Nama baru telah disimpan.
passkeys-was-removed = Kunci sandi telah dihapus dari akun. Anda juga dapat menghapusnya di perangkat atau pengelola kata sandi tempat kunci itu disimpan.
passkeys-not-there = Kunci sandi tersebut sudah tidak ada di akun Anda, jadi tidak ada yang diubah.
passkeys-stays-only-way = Kunci sandi ini adalah satu-satunya cara Anda masuk, jadi tidak dapat dihapus. Tambahkan kunci sandi lain terlebih dahulu, atau buat kata sandi melalui “Lupa kata sandi?” di halaman masuk.
passkeys-stays-second = Anda memerlukan langkah kedua untuk masuk di sini, dan hanya kunci sandi ini yang Anda miliki untuk itu, jadi tidak dapat dihapus. Tambahkan kunci sandi lain terlebih dahulu.

problem-passkey-refused = Kunci sandi ini tidak dapat digunakan. Coba lagi atau masuk dengan cara lain.
problem-passkey-unknown = Kunci sandi ini tidak lagi terkait dengan akun mana pun di sini. Masuk dengan cara lain.
problem-passkey-expired = Waktu habis. Coba lagi.
problem-passkey-copied = Kunci sandi ini ditolak karena mungkin ada salinannya. Masuk dengan cara lain, lalu hapus kunci sandi ini dari akun Anda.

message-passkey-added-subject = Kunci sandi telah ditambahkan ke akun { $pool } Anda
message-passkey-added-body =
    Halo,

    Kunci sandi baru saja ditambahkan ke akun { $pool } Anda. Kunci sandi ini dapat digunakan untuk masuk.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, ada orang lain yang masuk ke akun Anda: hapus kunci sandi itu, ubah kata sandi Anda, dan hubungi layanan bantuan aplikasi yang Anda gunakan.
message-passkey-added-sms = { $pool }: kunci sandi baru saja ditambahkan ke akun Anda. Jika bukan Anda, hapus dan segera ubah kata sandi.
message-passkey-removed-subject = Kunci sandi telah dihapus dari akun { $pool } Anda
message-passkey-removed-body =
    Halo,

    Kunci sandi baru saja dihapus dari akun { $pool } Anda. Cara masuk lainnya tidak berubah.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, ada orang lain yang masuk ke akun Anda: ubah kata sandi Anda dan hubungi layanan bantuan aplikasi yang Anda gunakan.
message-passkey-removed-sms = { $pool }: kunci sandi baru saja dihapus dari akun Anda. Jika bukan Anda, segera ubah kata sandi.
message-passkey-copied-subject = Kunci sandi akun { $pool } Anda ditolak
message-passkey-copied-body =
    Halo,

    Seseorang mencoba masuk ke akun { $pool } Anda dengan salah satu kunci sandi Anda, dan kami menolaknya: kunci sandi itu tampak seperti salinan.

    Masuk dengan cara lain, hapus kunci sandi ini dari akun Anda, lalu tambahkan yang baru. Jika Anda tidak tahu apa yang terjadi, hubungi layanan bantuan aplikasi yang Anda gunakan.
message-passkey-copied-sms = { $pool }: kunci sandi ditolak karena mungkin merupakan salinan. Masuk dengan cara lain dan hapus kunci sandi itu.
