error-code-label = Lỗi
error-id-label = Mã tham chiếu
error-developer-heading = Dành cho nhà phát triển
error-cause-label = Nguyên nhân
error-mend-label = Cách khắc phục

error-request-heading = Yêu cầu từ ứng dụng không đúng
error-request-advice = Địa chỉ đưa bạn đến đây chưa chính xác. Hãy quay lại ứng dụng và thử lại. Nếu vẫn không được, hãy báo cho nhà cung cấp ứng dụng kèm mã tham chiếu bên dưới.
error-sign-out-heading = Không thể đưa bạn trở lại ứng dụng
error-sign-out-advice = Địa chỉ mà ứng dụng yêu cầu không có trong danh sách đã đăng ký. Bạn có thể đóng trang này.
error-expired-heading = Trang này không còn hiệu lực
error-expired-advice = Việc đăng nhập mất quá nhiều thời gian hoặc đã tiếp tục ở một thẻ khác. Hãy quay lại ứng dụng và bắt đầu lại.
error-form-heading = Vui lòng gửi lại một lần nữa
error-form-advice = Chúng tôi không thể xác minh biểu mẫu được gửi từ trang này nên chưa thay đổi gì. Vui lòng bắt đầu lại từ đầu.
error-cookies-heading = Trình duyệt của bạn không lưu cookie
error-cookies-advice = Để đăng nhập, trình duyệt cần lưu cookie của trang này. Hãy cho phép cookie trong phần cài đặt của trình duyệt rồi bắt đầu lại.
error-not-found-heading = Không tìm thấy trang
error-not-found-advice = Địa chỉ có thể bị sai hoặc đã cũ. Hãy quay lại ứng dụng mà bạn muốn dùng.
error-unreadable-heading = Không đọc được nội dung đã gửi
error-unreadable-advice = Dữ liệu trình duyệt gửi đi quá lớn hoặc bị lỗi. Vui lòng quay lại và thử lại.
error-sign-up-closed-heading = Bạn không thể đăng ký tại đây
error-sign-up-closed-advice = Tài khoản mới do quản trị viên tạo. Vui lòng liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
error-recovery-closed-heading = Bạn không thể đặt lại mật khẩu tại đây
error-recovery-closed-advice = Vui lòng liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
error-too-many-heading = Quá nhiều lần thử
error-too-many-advice = Có quá nhiều lượt đăng nhập từ mạng của bạn trong thời gian ngắn. Vui lòng đợi vài phút rồi thử lại.
error-internal-heading = Đã xảy ra sự cố
error-internal-advice = Đây là lỗi của chúng tôi, không phải của bạn. Vui lòng thử lại sau giây lát. Nếu sự cố lặp lại, hãy báo cho chúng tôi mã tham chiếu bên dưới.

cause-unknown-client = User pool này không có app client nào với client_id “{ $client }”.
mend-unknown-client = Hãy so sánh client_id với các app client của user pool này. Mỗi user pool có địa chỉ riêng: bạn đã dùng đúng địa chỉ chưa?
cause-redirect-mismatch = redirect_uri “{ $given }” chưa được đăng ký cho app client này.
mend-redirect-mismatch = { $count ->
    [0] App client này chưa có URL callback nào. Hãy đăng ký URL mà ứng dụng của bạn sử dụng.
   *[other] URL callback phải khớp chính xác, kể cả cổng và dấu gạch chéo ở cuối. Đã đăng ký: { $registered }
}
cause-sign-out-mismatch = Địa chỉ đăng xuất “{ $given }” chưa được đăng ký cho app client này.
mend-sign-out-mismatch = { $count ->
    [0] App client này chưa có URL đăng xuất nào. Hãy đăng ký URL mà ứng dụng của bạn sử dụng.
   *[other] URL đăng xuất phải khớp chính xác, kể cả cổng và dấu gạch chéo ở cuối. Đã đăng ký: { $registered }
}
cause-duplicate-parameter = Tham số “{ $name }” được gửi nhiều hơn một lần.
mend-duplicate-parameter = Mỗi tham số chỉ gửi một lần (RFC 6749, mục 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = Hãy sửa yêu cầu mà ứng dụng tạo ra và đối chiếu với tài liệu discovery.
cause-flow-expired = Lượt đăng nhập của trang này đã hết hạn, đã hoàn tất hoặc không tồn tại.
mend-flow-expired = Hãy bắt đầu từ ứng dụng của bạn, đừng mở trang này từ dấu trang.
cause-step-out-of-order = Đây không phải là bước tiếp theo của lượt đăng nhập.
mend-step-out-of-order = Hãy đi theo các lượt chuyển hướng từ /oauth2/authorize, đừng mở trang trực tiếp bằng địa chỉ.
cause-form-forged = Biểu mẫu thiếu giá trị _csrf, giá trị này thuộc về trình duyệt khác, hoặc yêu cầu đến từ một trang web khác.
mend-form-forged = Biểu mẫu phải do chính trang gửi đi. Ứng dụng tự động cần giữ cookie và gửi lại _csrf.
cause-cookies-missing = Cookie của luồng đăng nhập không được gửi lại.
mend-cookies-missing = Hãy mở trang bằng tên máy chủ đã cấu hình. Cookie của localhost không được gửi đến 127.0.0.1.
cause-not-found = Không có route nào khớp với địa chỉ này.
mend-not-found = Tài liệu discovery liệt kê địa chỉ của tất cả endpoint.
cause-method-not-allowed = Địa chỉ này có tồn tại nhưng không hỗ trợ phương thức đã dùng.
mend-method-not-allowed = Trang dùng GET, biểu mẫu dùng POST.
cause-unreadable-form = Nội dung quá lớn, không phải application/x-www-form-urlencoded hoặc không phải UTF-8.
mend-unreadable-form = Hãy gửi nội dung biểu mẫu ở dạng UTF-8.
cause-unknown-host = Máy chủ “{ $host }” không thuộc user pool nào.
mend-unknown-host = Hãy dùng địa chỉ công khai đã cấu hình hoặc đăng ký máy chủ này làm tên miền của user pool.
cause-sign-up-closed = User pool này chỉ cho phép quản trị viên tạo tài khoản.
mend-sign-up-closed = Hãy bật tính năng tự đăng ký trong phần cài đặt của user pool.
cause-recovery-closed = User pool này đang tắt tính năng khôi phục tài khoản.
mend-recovery-closed = Hãy bật tính năng khôi phục tài khoản trong phần cài đặt của user pool.
cause-too-many = Số lượt đăng nhập từ mạng này đã đạt mức mà cài đặt sign_ins_begun_per_prefix của user pool cho phép trong mười phút.
mend-too-many = Hãy tăng giá trị cài đặt nếu nhiều người dùng chung mạng này, hoặc để các bài kiểm thử dùng lại phiên.
cause-internal = Chi tiết nằm trong nhật ký máy chủ, theo mã tham chiếu ở trên.
mend-internal = Nếu nhật ký không cho biết nguyên nhân, hãy báo lỗi kèm các dòng nhật ký đó.

unavailable-heading = Hệ thống đang rất bận
unavailable-text = Dữ liệu của bạn không bị mất. Vui lòng thử lại sau vài giây.
