problem-incorrect-credentials = Tên đăng nhập hoặc mật khẩu không đúng.
problem-other-account = Đây là một tài khoản khác. Để liên kết, hãy đăng nhập vào tài khoản hiển thị ở đây hoặc bắt đầu lại.
problem-locked-seconds = { $seconds ->
    [1] Quá nhiều lần thử không thành công. Vui lòng thử lại sau một giây.
   *[other] Quá nhiều lần thử không thành công. Vui lòng thử lại sau { $seconds } giây.
}
problem-locked-minutes = { $minutes ->
    [1] Quá nhiều lần thử không thành công. Vui lòng thử lại sau một phút hoặc đặt lại mật khẩu.
   *[other] Quá nhiều lần thử không thành công. Vui lòng thử lại sau { $minutes } phút hoặc đặt lại mật khẩu.
}
problem-too-many-requests = Bạn đã thao tác quá nhiều lần trong thời gian ngắn. Vui lòng đợi một lúc rồi thử lại.
problem-busy = Hệ thống đang rất bận. Vui lòng thử lại sau giây lát.
problem-form-expired = Trang đã mở quá lâu. Vui lòng thử lại một lần nữa.
problem-password-reset-required = Bạn cần đặt lại mật khẩu trước khi đăng nhập. Hãy chọn “Quên mật khẩu?”.
problem-temporary-password-expired = Mật khẩu tạm thời của bạn đã hết hạn. Hãy liên hệ quản trị viên để nhận mật khẩu mới.
problem-recovery-impossible = Không thể đặt lại mật khẩu cho tài khoản này. Vui lòng liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
problem-message-not-sent = Không gửi được mã. Vui lòng thử lại sau giây lát.
problem-method-unavailable = Cách đăng nhập này hiện không dùng được. Vui lòng chọn cách khác.
problem-provider-try-again = Lần này chưa đăng nhập được bằng dịch vụ đã chọn. Vui lòng thử lại.
problem-refused = { $reason }
problem-required = Vui lòng điền mục này.
problem-invalid-email = Vui lòng nhập địa chỉ email đầy đủ, ví dụ: name@example.com.
problem-invalid-phone = Vui lòng nhập số điện thoại kèm mã quốc gia, ví dụ: +84 912 345 678.
problem-invalid-username = Tên đăng nhập có ký tự không được phép. Bạn có thể dùng chữ cái, chữ số và hầu hết các ký hiệu, nhưng không dùng dấu cách.
problem-invalid-date = Vui lòng nhập ngày theo thứ tự năm, tháng, ngày, ví dụ: 1990-12-31.
problem-invalid-url = Vui lòng nhập địa chỉ web đầy đủ, bắt đầu bằng https://.
problem-invalid-number = Vui lòng nhập một số nguyên.
problem-invalid-value = Nội dung này không được chấp nhận. Vui lòng kiểm tra lại.
problem-too-short = Vui lòng nhập ít nhất { $minimum } ký tự.
problem-too-long = Nội dung quá dài. Tối đa { $maximum } ký tự.
problem-username-taken = Tên này đã có người dùng. Vui lòng chọn tên khác.
problem-address-taken = Email hoặc số điện thoại này đã thuộc về một tài khoản khác. Hãy đăng nhập bằng tài khoản đó.
problem-password-policy = Mật khẩu chưa đáp ứng đủ các yêu cầu.
problem-password-reused = Bạn đã từng dùng mật khẩu này. Vui lòng chọn mật khẩu mới.
problem-password-compromised = Mật khẩu này đã xuất hiện trong một vụ rò rỉ dữ liệu và không còn an toàn. Vui lòng chọn mật khẩu khác.
problem-code-mismatch = Mã không đúng. Vui lòng kiểm tra lại hoặc yêu cầu mã mới.
problem-code-expired = Mã đã hết hạn hoặc đã được sử dụng. Vui lòng yêu cầu mã mới.
problem-code-attempts-spent = Bạn đã nhập sai mã quá nhiều lần. Vui lòng yêu cầu mã mới.
problem-authenticator-mismatch = Mã không đúng. Vui lòng nhập mã đang hiển thị trong ứng dụng.
problem-code-reused = Mã này đã được sử dụng. Hãy đợi ứng dụng hiển thị mã tiếp theo.
