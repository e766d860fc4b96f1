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
set-up-device-name = Tên thiết bị
set-up-device-hint = Giúp bạn phân biệt các thiết bị, ví dụ: “điện thoại của tôi”.
set-up-number-title = Thêm số điện thoại của bạn
set-up-number-text = Chúng tôi sẽ gửi mã qua tin nhắn đến số này ngay bây giờ và mỗi lần bạn đăng nhập.
copied = Đã sao chép

challenge-totp-device = Thiết bị của bạn:
remember-browser = Không hỏi lại trên trình duyệt này trong { $days } ngày

recovery-use = Dùng mã khôi phục
recovery-back = Quay lại dùng mã thông thường
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

factors-title = Bước xác thực thứ hai
factors-hint = Yêu cầu xác thực sau khi nhập mật khẩu
factors-required = Ở đây ai cũng cần có bước này.
factors-app = Ứng dụng xác thực
factors-email = Mã qua email
factors-sms = Mã qua tin nhắn
factors-on = Đang bật
factors-first = Hỏi trước
factors-no-email = Để dùng cách này, trước tiên hãy xác nhận địa chỉ email.
factors-no-phone = Để dùng cách này, trước tiên hãy xác nhận số điện thoại.
factors-ends-recovery = Khi cách này đang bật, bạn không thể dùng nó để đặt lại mật khẩu đã quên.
factors-set-up = Thiết lập
factors-replace = Thiết lập lại
factors-remove = Gỡ
factors-turn-on = Bật
factors-turn-off = Tắt
factors-ask-first = Hỏi cách này trước
factors-app-replaces = Ứng dụng mới sẽ thay cho ứng dụng bạn đang có.
factors-stays = Đăng nhập tại đây cần bước xác thực thứ hai và bạn chỉ có cách này nên không thể gỡ. Trước tiên hãy thiết lập cách khác.
factors-app-added = Đã thiết lập ứng dụng xác thực của bạn.
factors-turned-on = Đã bật. Bạn sẽ được yêu cầu dùng cách này ở lần đăng nhập tiếp theo.
factors-turned-off = Đã tắt. Bạn sẽ không còn được yêu cầu dùng cách này nữa.
factors-put-first = Từ giờ cách này sẽ được hỏi trước.
factors-unchanged = Không có gì thay đổi. Trang này cho thấy tình trạng hiện tại.
factors-recovery = Mã khôi phục
factors-recovery-text = Dành cho lúc bạn không thể dùng bước xác thực thứ hai. Mỗi mã chỉ dùng được một lần.
factors-new-codes = Tạo mã mới
factors-new-codes-hint = Các mã cũ sẽ hết hiệu lực ngay.
factors-browsers = Trình duyệt đã ghi nhớ
factors-browsers-text = Trên các trình duyệt này, bạn không cần thực hiện bước xác thực thứ hai.
factors-browser-times = Từ { $since } đến { $until }
factors-forget = Bỏ ghi nhớ
factors-forget-all = Bỏ ghi nhớ mọi trình duyệt
factors-browsers-forgotten = Bạn sẽ lại cần thực hiện bước xác thực thứ hai ở đó.
account-state-off = Đang tắt
