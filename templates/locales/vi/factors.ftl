set-up-select-title = Thêm bước xác thực thứ hai
set-up-subtitle = Bước thứ hai giữ an toàn cho tài khoản ngay cả khi có người biết mật khẩu của bạn.
set-up-totp-title = Thiết lập ứng dụng xác thực
set-up-totp-install = Mở ứng dụng xác thực trên điện thoại. Nếu chưa có, hãy cài đặt trước.
set-up-totp-scan = Quét hình này bằng ứng dụng.
set-up-totp-picture = Mã QR chứa khóa cho ứng dụng xác thực của bạn. Khóa ở dạng văn bản có ở bên dưới.
set-up-totp-open = Mở trong ứng dụng trên thiết bị này
set-up-totp-type-summary = Không quét được?
set-up-totp-type = Nhập khóa này vào ứng dụng. Không phân biệt chữ hoa, chữ thường và không cần để ý dấu cách.
set-up-totp-copy = Sao chép khóa
set-up-totp-confirm = Nhập 6 chữ số đang hiển thị trong ứng dụng.
set-up-device-name = Tên thiết bị này
set-up-device-hint = Giúp bạn phân biệt các thiết bị, ví dụ: “điện thoại của tôi”.
set-up-number-title = Thêm số điện thoại của bạn
set-up-number-text = Chúng tôi sẽ gửi mã qua tin nhắn đến số này ngay bây giờ và mỗi lần bạn đăng nhập.
copied = Đã sao chép

challenge-totp-device = Thiết bị của bạn:
remember-browser = Không hỏi lại trên trình duyệt này trong { $days } ngày

recovery-use = Dùng mã khôi phục
recovery-back = Quay lại dùng mã kia
recovery-code-label = Mã khôi phục
recovery-challenge-title = Dùng mã khôi phục
recovery-challenge-text = Nhập một trong các mã bạn đã lưu khi thiết lập bước xác thực thứ hai. Mỗi mã chỉ dùng được một lần.
recovery-codes-title = Lưu giữ mã khôi phục
recovery-codes-subtitle = Dành cho lúc bạn không thể dùng bước xác thực thứ hai.
recovery-codes-text = Mỗi mã cho phép bạn đăng nhập một lần. Hãy cất mã ở nơi chỉ bạn tìm được. Các mã này chỉ hiển thị một lần duy nhất.
recovery-codes-copy = Sao chép
recovery-codes-print = In
recovery-codes-download = Tải xuống
recovery-codes-kept = Tôi đã lưu mã
recovery-used-title = Bạn đã dùng một mã khôi phục
recovery-used-left = { $count ->
    [0] Bạn không còn mã khôi phục nào.
    [1] Bạn còn một mã khôi phục.
   *[other] Bạn còn { $count } mã khôi phục.
}
recovery-used-text = Hãy gạch bỏ mã này vì mã không dùng lại được.
recovery-used-few = Hãy sớm lấy mã mới để vẫn vào được tài khoản khi bạn không dùng được bước xác thực thứ hai.
problem-recovery-code-mismatch = Mã khôi phục không đúng hoặc đã được sử dụng. Vui lòng kiểm tra lại hoặc thử mã khác.
