terms-link = điều khoản sử dụng
privacy-link = chính sách quyền riêng tư
footer-legal = Thông tin pháp lý
footer-terms = Điều khoản sử dụng
footer-privacy = Chính sách quyền riêng tư

terms-by-signing-up = Khi tạo tài khoản, bạn chấp nhận { $terms } của chúng tôi.
terms-checkbox = Tôi chấp nhận { $terms }
terms-checkbox-label = Điều khoản sử dụng
terms-privacy = Hãy đọc { $privacy } để biết chúng tôi làm gì với dữ liệu của bạn.
problem-terms = Để tạo tài khoản, vui lòng chấp nhận điều khoản.

terms-first-title = Vui lòng chấp nhận điều khoản của chúng tôi
terms-first-text = Trước khi tiếp tục đến { $name }, vui lòng đọc và chấp nhận { $terms } của chúng tôi.
terms-changed-title = Điều khoản của chúng tôi đã thay đổi
terms-changed-text = Trước khi tiếp tục đến { $name }, vui lòng đọc và chấp nhận { $terms } mới của chúng tôi.
terms-version = Phiên bản { $version }
terms-accept = Chấp nhận và tiếp tục
terms-decline = Để sau
terms-decline-hint = Nếu chọn “Để sau”, bạn sẽ quay lại mà không đăng nhập vào ứng dụng. Tài khoản của bạn vẫn giữ nguyên.

accepted-terms-title = Điều khoản bạn đã chấp nhận
accepted-terms-text = Đây là các phiên bản { $terms } mà bạn đã chấp nhận.
accepted-terms-none = Bạn chưa chấp nhận điều khoản nào ở đây.
accepted-terms-row = Phiên bản { $version }, chấp nhận vào { $date }
accepted-terms-newer = Đã có phiên bản mới hơn. Chúng tôi sẽ hỏi bạn về phiên bản đó vào lần tới bạn đăng nhập vào một ứng dụng.

consent-title = Cho phép truy cập tài khoản của bạn?
consent-text = { $name } xin quyền truy cập tài khoản của bạn.
consent-more-text = { $name } xin thêm quyền truy cập tài khoản ngoài những quyền bạn đã cho phép.
consent-account = Tài khoản của bạn
consent-list = Những quyền bạn cho phép
consent-list-new = Quyền mới
consent-list-before = Quyền bạn đã cho phép trước đây
consent-goes-to = Sau đó bạn sẽ đến { $host }
consent-take-back = Bạn có thể gỡ quyền bất cứ lúc nào trong mục “Ứng dụng” của tài khoản.
consent-allow = Cho phép
consent-deny = Từ chối
scope-offline = Duy trì kết nối khi bạn vắng mặt

applications-allowed = Cho phép từ { $date }, hiện không được sử dụng
