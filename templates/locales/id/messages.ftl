message-verification-subject = Kode konfirmasi { $pool } Anda
message-verification-body =
    Halo,

    Berikut kode untuk mengonfirmasi akun { $pool } Anda:

    {"{####}"}

    Jika Anda tidak memintanya, abaikan email ini.
message-verification-sms = { $pool }: kode konfirmasi Anda adalah {"{####}"}

message-link-subject = Konfirmasi akun { $pool } Anda
message-link-body =
    Halo,

    Buka tautan berikut untuk mengonfirmasi akun { $pool } Anda:

    {"{##Konfirmasi akun saya##}"}

    Jika Anda tidak memintanya, abaikan email ini.

message-sign-in-subject = Kode masuk { $pool } Anda
message-sign-in-body =
    Halo,

    Berikut kode Anda untuk masuk ke { $pool }:

    {"{####}"}

    Jangan berikan kode ini kepada siapa pun. Pihak { $pool } tidak akan pernah memintanya. Jika Anda tidak sedang masuk, mungkin ada orang lain yang mencoba masuk ke akun Anda.
message-sign-in-sms = { $pool }: kode masuk Anda adalah {"{####}"}. Jangan berikan kepada siapa pun.

message-reset-subject = Kode untuk mengatur ulang kata sandi { $pool } Anda
message-reset-body =
    Halo,

    Berikut kode untuk membuat kata sandi baru akun { $pool } Anda:

    {"{####}"}

    Jika Anda tidak memintanya, abaikan email ini. Kata sandi Anda tidak berubah.
message-reset-sms = { $pool }: kode untuk mengatur ulang kata sandi Anda adalah {"{####}"}

message-existing-account-subject = Anda sudah memiliki akun { $pool }
message-existing-account-body =
    Halo,

    Seseorang, mungkin Anda sendiri, baru saja mencoba membuat akun { $pool } dengan alamat email ini. Anda sudah memiliki akun, jadi tidak ada yang diubah.

    Silakan masuk seperti biasa. Jika Anda lupa kata sandi, pilih “Lupa kata sandi?” di halaman masuk.

    Jika itu bukan Anda, abaikan email ini.
message-existing-account-sms = { $pool }: nomor ini sudah memiliki akun. Masuk seperti biasa atau atur ulang kata sandi Anda.

message-password-changed-subject = Kata sandi { $pool } Anda telah diubah
message-password-changed-body =
    Halo,

    Kata sandi akun { $pool } Anda baru saja diubah, dan akun Anda telah dikeluarkan dari browser lain.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, segera atur ulang kata sandi Anda di halaman masuk.
message-password-changed-sms = { $pool }: kata sandi Anda baru saja diubah. Jika bukan Anda, segera atur ulang.

message-provider-unlinked-subject = Tautan { $provider } telah dilepas dari akun { $pool } Anda
message-provider-unlinked-body =
    Halo,

    Tautan masuk dengan { $provider } baru saja dilepas dari akun { $pool } Anda. Cara masuk lainnya tidak berubah.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, ada orang lain yang masuk ke akun Anda: ubah kata sandi Anda dan hubungi layanan bantuan aplikasi yang Anda gunakan.
message-provider-unlinked-sms = { $pool }: tautan { $provider } baru saja dilepas. Jika bukan Anda, segera ubah kata sandi.

message-recovery-code-used-subject = Kode pemulihan { $pool } telah digunakan
message-recovery-code-used-body =
    Halo,

    Salah satu kode pemulihan akun { $pool } Anda baru saja digunakan untuk masuk. Setiap kode hanya berlaku satu kali, jadi coret kode tersebut.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun lagi. Jika bukan, ada orang lain yang mengetahui kata sandi dan kode Anda: segera atur ulang kata sandi di halaman masuk, lalu buat kode pemulihan baru.
message-recovery-code-used-sms = { $pool }: kode pemulihan baru saja digunakan. Jika bukan Anda, segera atur ulang kata sandi.

message-factors-changed-subject = Langkah kedua akun { $pool } Anda telah diubah
message-factors-changed-body =
    Halo,

    Langkah kedua yang melindungi akun { $pool } Anda baru saja diubah.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, ada orang lain yang mengetahui kata sandi Anda: segera atur ulang di halaman masuk dan hubungi layanan bantuan aplikasi yang Anda gunakan.
message-factors-changed-sms = { $pool }: langkah kedua untuk masuk baru saja diubah. Jika bukan Anda, segera atur ulang kata sandi.

message-invitation-subject = Akun { $pool } Anda
message-invitation-body =
    Halo,

    Akun { $pool } telah dibuat untuk Anda. Nama pengguna Anda {"{username}"}, dan berikut kata sandi sementara Anda:

    {"{####}"}

    Anda akan membuat kata sandi sendiri saat masuk.
message-invitation-sms = { $pool }: nama pengguna Anda {"{username}"}, kata sandi sementara {"{####}"}

message-address-code-subject = Kode konfirmasi { $pool } Anda
message-address-code-body =
    Halo,

    Berikut kode untuk menggunakan alamat ini di akun { $pool } Anda:

    {"{####}"}

    Masukkan kode di halaman tempat Anda memintanya. Jika Anda tidak memintanya, abaikan email ini: tidak ada yang berubah.
message-address-code-sms = { $pool }: {"{####}"} adalah kode untuk menggunakan nomor ini di akun Anda

message-address-in-use-subject = Akun { $pool } Anda sudah menggunakan alamat ini
message-address-in-use-body =
    Halo,

    Seseorang, mungkin Anda sendiri, ingin menggunakan alamat ini untuk akun { $pool } lain. Alamat ini milik akun Anda, jadi tidak ada yang diubah.

    Jika itu Anda, masuk ke akun yang menggunakan alamat ini. Jika itu bukan Anda, abaikan email ini.
message-address-in-use-sms = { $pool }: seseorang ingin menggunakan nomor ini untuk akun lain. Nomor ini milik akun Anda, jadi tidak ada yang diubah.

message-address-changed-subject = Alamat akun { $pool } Anda telah diubah
message-address-changed-body =
    Halo,

    Mulai sekarang akun { $pool } Anda menggunakan alamat lain. Pesan tidak lagi dikirim ke sini.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, segera batalkan perubahan ini:

    {"{##Batalkan perubahan##}"}

    Tindakan ini memulihkan alamat Anda ini, mengeluarkan semua orang dari akun, dan meminta Anda membuat kata sandi baru.
message-address-changed-sms = { $pool }: nomor Anda telah diubah. Bukan Anda? {"{##Batalkan##}"}

message-address-changed-for-good-subject = Alamat akun { $pool } Anda telah diubah
message-address-changed-for-good-body =
    Halo,

    Mulai sekarang akun { $pool } Anda menggunakan alamat lain. Pesan tidak lagi dikirim ke sini.

    Jika Anda yang melakukannya, tidak perlu melakukan apa pun. Jika bukan, hubungi layanan bantuan aplikasi yang Anda gunakan.
message-address-changed-for-good-sms = { $pool }: nomor akun Anda telah diubah. Jika bukan Anda, segera minta bantuan.

message-address-restored-subject = Perubahan alamat { $pool } Anda telah dibatalkan
message-address-restored-body =
    Halo,

    Perubahan alamat sebuah akun { $pool } telah dibatalkan lewat tautan dalam pesan kami. Akun itu kembali menggunakan alamat sebelumnya, dan semua orang telah dikeluarkan.

    Jika itu akun Anda, buat kata sandi baru saat masuk, lalu periksa pengaturannya.
message-address-restored-sms = { $pool }: perubahan nomor Anda telah dibatalkan, dan semua orang telah dikeluarkan dari akun.

message-account-deleted-subject = Akun { $pool } Anda telah dihapus
message-account-deleted-body =
    Halo,

    Akun { $pool } Anda dan semua yang terkait dengannya baru saja dihapus sesuai permintaan Anda.

    Jika itu bukan Anda, hubungi layanan bantuan aplikasi yang Anda gunakan.
message-account-deleted-sms = { $pool }: akun Anda baru saja dihapus sesuai permintaan Anda.
