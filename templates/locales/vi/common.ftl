title-problem = Lỗi:
continue-to = để tiếp tục đến { $name }
or = hoặc
optional = không bắt buộc
choice-yes = Có
choice-no = Không
continue = Tiếp tục
next = Tiếp theo
try-again = Thử lại
use-another-account = Dùng tài khoản khác
back-to-sign-in = Quay lại trang đăng nhập
choose-another-method = Chọn cách khác
password-label = Mật khẩu
password-show = Hiện mật khẩu
password-hide = Ẩn mật khẩu
password-rules = Yêu cầu về mật khẩu
rule-satisfied = đã đạt:
rule-missing = chưa đạt:
code-label = Mã
code-sent-email = Chúng tôi đã gửi mã qua email đến
code-sent-sms = Chúng tôi đã gửi mã qua tin nhắn đến
resend-question = Chưa nhận được mã?
resend-button = Gửi mã mới
check-fields = { $count ->
    [1] Có một mục cần kiểm tra lại
   *[other] Có { $count } mục cần kiểm tra lại
}
development-ribbon = Máy chủ phát triển
development-mailbox = Hộp thư
development-playground = Khu thử nghiệm
development-providers = Dịch vụ đăng nhập

identifier-username = Tên đăng nhập
identifier-email = Địa chỉ email
identifier-phone = Số điện thoại
identifier-email-or-phone = Email hoặc số điện thoại
identifier-username-or-email = Tên đăng nhập hoặc email
identifier-username-or-phone = Tên đăng nhập hoặc số điện thoại
identifier-any = Tên đăng nhập, email hoặc số điện thoại
hint-phone = Kèm mã quốc gia, ví dụ: +84 912 345 678

rule-minimum-length = ít nhất { $length } ký tự
rule-lowercase = ít nhất một chữ thường
rule-uppercase = ít nhất một chữ hoa
rule-number = ít nhất một chữ số
rule-symbol = ít nhất một ký hiệu như ! hoặc #
rule-no-edge-space = không có dấu cách ở đầu hoặc cuối

notice-password-changed = Đã đổi mật khẩu. Hãy đăng nhập bằng mật khẩu mới.
notice-account-confirmed = Tài khoản của bạn đã được xác nhận. Bạn có thể đăng nhập ngay.
notice-session-expired = Trang đã mở quá lâu nên chúng tôi đã bắt đầu lại. Vui lòng đăng nhập.
notice-sign-in-again = Vui lòng đăng nhập lại để tiếp tục.
notice-code-sent = Chúng tôi đã gửi mã mới. Chỉ mã mới nhất có hiệu lực.
notice-signed-out = Bạn đã đăng xuất khỏi trình duyệt này.
