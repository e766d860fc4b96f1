title-problem = Masalah:
continue-to = untuk melanjutkan ke { $name }
or = atau
optional = opsional
choice-yes = Ya
choice-no = Tidak
continue = Lanjutkan
next = Berikutnya
try-again = Coba lagi
use-another-account = Gunakan akun lain
back-to-sign-in = Kembali ke halaman masuk
choose-another-method = Pilih cara lain
password-label = Kata sandi
password-show = Tampilkan kata sandi
password-hide = Sembunyikan kata sandi
password-rules = Ketentuan kata sandi
rule-satisfied = terpenuhi:
rule-missing = belum terpenuhi:
code-label = Kode
code-sent-email = Kami telah mengirim kode lewat email ke
code-sent-sms = Kami telah mengirim kode lewat SMS ke
resend-question = Belum menerima kode?
resend-button = Kirim kode baru
check-fields = { $count ->
    [1] Ada satu hal yang perlu diperiksa
   *[other] Ada { $count } hal yang perlu diperiksa
}
development-ribbon = Server pengembangan
development-mailbox = Kotak surat
development-playground = Ruang uji coba
development-providers = Layanan masuk

identifier-username = Nama pengguna
identifier-email = Alamat email
identifier-phone = Nomor telepon
identifier-email-or-phone = Alamat email atau nomor telepon
identifier-username-or-email = Nama pengguna atau alamat email
identifier-username-or-phone = Nama pengguna atau nomor telepon
identifier-any = Nama pengguna, alamat email, atau nomor telepon
hint-phone = Sertakan kode negara, misalnya +62 812 3456 7890

rule-minimum-length = minimal { $length } karakter
rule-lowercase = minimal satu huruf kecil
rule-uppercase = minimal satu huruf besar
rule-number = minimal satu angka
rule-symbol = minimal satu simbol seperti ! atau #
rule-no-edge-space = tanpa spasi di awal atau akhir

notice-password-changed = Kata sandi Anda telah diubah. Masuk dengan kata sandi yang baru.
notice-account-confirmed = Akun Anda telah dikonfirmasi. Sekarang Anda dapat masuk.
notice-session-expired = Halaman ini terlalu lama terbuka, jadi kami memulai ulang. Silakan masuk.
notice-sign-in-again = Silakan masuk lagi untuk melanjutkan.
notice-code-sent = Kami telah mengirim kode baru. Hanya kode terbaru yang berlaku.
notice-signed-out = Anda telah keluar dari akun di browser ini.
