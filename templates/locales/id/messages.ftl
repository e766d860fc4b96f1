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

message-invitation-subject = Akun { $pool } Anda
message-invitation-body =
    Halo,

    Akun { $pool } telah dibuat untuk Anda. Nama pengguna Anda {"{username}"}, dan berikut kata sandi sementara Anda:

    {"{####}"}

    Anda akan membuat kata sandi sendiri saat masuk.
message-invitation-sms = { $pool }: nama pengguna Anda {"{username}"}, kata sandi sementara {"{####}"}
