confirm-title = Xác nhận tài khoản
confirm-bare = Nhập mã bạn đã nhận được.
confirm-button = Xác nhận tài khoản
confirm-back-question = Nhập sai thông tin?
confirm-back = Quay lại để sửa

confirm-user-title = Xác nhận tài khoản
confirm-user-ask = Chỉ một cú nhấp là tài khoản của bạn sẵn sàng sử dụng.
confirm-user-button = Xác nhận tài khoản của tôi
confirm-user-done-heading = Tài khoản của bạn đã được xác nhận
confirm-user-done = Từ bây giờ bạn có thể đăng nhập.
confirm-user-close = Bạn có thể đóng trang này.
confirm-user-failed-heading = Liên kết này không còn hiệu lực
confirm-user-failed-advice = Hãy đăng nhập bằng tên đăng nhập và mật khẩu, sau đó bạn có thể yêu cầu mã mới.
