terms-link = ketentuan penggunaan
privacy-link = kebijakan privasi
footer-legal = Informasi hukum
footer-terms = Ketentuan penggunaan
footer-privacy = Kebijakan privasi

terms-by-signing-up = Dengan membuat akun, Anda menyetujui { $terms } kami.
terms-checkbox = Saya menyetujui { $terms }
terms-checkbox-label = Ketentuan penggunaan
terms-privacy = Cara kami menangani data Anda dijelaskan dalam { $privacy } kami.
problem-terms = Untuk membuat akun, setujui ketentuannya terlebih dahulu.

terms-first-title = Silakan setujui ketentuan kami
terms-first-text = Sebelum melanjutkan ke { $name }, silakan baca dan setujui { $terms } kami.
terms-changed-title = Ketentuan kami telah berubah
terms-changed-text = Sebelum melanjutkan ke { $name }, silakan baca dan setujui { $terms } kami yang baru.
terms-version = Versi { $version }
terms-accept = Setujui dan lanjutkan
terms-decline = Nanti saja
terms-decline-hint = Jika memilih “Nanti saja”, Anda akan kembali ke aplikasi tanpa masuk dengan akun Anda. Akun Anda tetap seperti semula.

accepted-terms-title = Ketentuan yang Anda setujui
accepted-terms-text = Berikut versi { $terms } kami yang telah Anda setujui.
accepted-terms-none = Anda belum menyetujui ketentuan apa pun di sini.
accepted-terms-row = Versi { $version }, disetujui { $date }
accepted-terms-newer = Ada versi yang lebih baru. Kami akan menanyakannya saat Anda masuk lagi ke aplikasi.

consent-title = Izinkan akses ke akun Anda?
consent-text = { $name } meminta akses ke akun Anda.
consent-more-text = { $name } meminta akses ke akun Anda yang lebih luas daripada yang Anda izinkan sejauh ini.
consent-account = Akun Anda
consent-list = Yang Anda izinkan
consent-list-new = Yang baru
consent-list-before = Yang sudah Anda izinkan sebelumnya
consent-goes-to = Setelah itu, Anda melanjutkan ke { $host }
consent-take-back = Anda dapat mencabut akses ini kapan saja di bagian “Aplikasi” pada akun Anda.
consent-allow = Izinkan
consent-deny = Tolak
scope-offline = Tetap terhubung saat Anda sedang tidak aktif

applications-allowed = Diizinkan { $date }, saat ini tidak digunakan
