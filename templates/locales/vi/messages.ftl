message-verification-subject = Mã xác nhận tài khoản { $pool }
message-verification-body =
    Xin chào,

    Đây là mã xác nhận tài khoản { $pool } của bạn:

    {"{####}"}

    Nếu bạn không yêu cầu mã này, hãy bỏ qua email này.
message-verification-sms = { $pool }: mã xác nhận của bạn là {"{####}"}

message-link-subject = Xác nhận tài khoản { $pool } của bạn
message-link-body =
    Xin chào,

    Hãy mở liên kết sau để xác nhận tài khoản { $pool } của bạn:

    {"{##Xác nhận tài khoản của tôi##}"}

    Nếu bạn không yêu cầu, hãy bỏ qua email này.

message-sign-in-subject = Mã đăng nhập { $pool } của bạn
message-sign-in-body =
    Xin chào,

    Đây là mã đăng nhập { $pool } của bạn:

    {"{####}"}

    Tuyệt đối không cung cấp mã này cho bất kỳ ai: nhân viên { $pool } sẽ không bao giờ hỏi mã của bạn. Nếu lúc này bạn không đăng nhập, có thể người khác đang tìm cách đăng nhập vào tài khoản của bạn.
message-sign-in-sms = { $pool }: mã đăng nhập của bạn là {"{####}"}. Không chia sẻ mã cho bất kỳ ai.

message-reset-subject = Mã đặt lại mật khẩu { $pool }
message-reset-body =
    Xin chào,

    Đây là mã để đặt mật khẩu mới cho tài khoản { $pool } của bạn:

    {"{####}"}

    Nếu bạn không yêu cầu mã này, hãy bỏ qua email này. Mật khẩu của bạn không thay đổi.
message-reset-sms = { $pool }: mã đặt lại mật khẩu của bạn là {"{####}"}

message-existing-account-subject = Bạn đã có tài khoản { $pool }
message-existing-account-body =
    Xin chào,

    Vừa có người, có thể chính là bạn, tạo tài khoản { $pool } bằng địa chỉ email này. Bạn đã có tài khoản nên chúng tôi không thay đổi gì.

    Bạn hãy đăng nhập như bình thường. Nếu không nhớ mật khẩu, hãy chọn “Quên mật khẩu?” trên trang đăng nhập.

    Nếu đó không phải là bạn, hãy bỏ qua email này.
message-existing-account-sms = { $pool }: số này đã có tài khoản. Hãy đăng nhập như bình thường hoặc đặt lại mật khẩu.

message-password-changed-subject = Mật khẩu { $pool } của bạn đã được thay đổi
message-password-changed-body =
    Xin chào,

    Mật khẩu tài khoản { $pool } của bạn vừa được thay đổi và các trình duyệt khác đã bị đăng xuất.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, hãy đặt lại mật khẩu ngay trên trang đăng nhập.
message-password-changed-sms = { $pool }: mật khẩu của bạn vừa được thay đổi. Nếu không phải bạn, hãy đặt lại ngay.

message-provider-unlinked-subject = Đã hủy liên kết { $provider } với tài khoản { $pool } của bạn
message-provider-unlinked-body =
    Xin chào,

    Tài khoản { $pool } của bạn vừa hủy liên kết đăng nhập với { $provider }. Các cách đăng nhập khác vẫn giữ nguyên.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, có người khác đang dùng tài khoản của bạn: hãy đổi mật khẩu và liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-provider-unlinked-sms = { $pool }: vừa hủy liên kết đăng nhập với { $provider }. Nếu không phải bạn, hãy đổi mật khẩu ngay.

message-invitation-subject = Tài khoản { $pool } của bạn
message-invitation-body =
    Xin chào,

    Tài khoản { $pool } của bạn đã được tạo. Tên đăng nhập của bạn là {"{username}"} và mật khẩu tạm thời là:

    {"{####}"}

    Bạn sẽ tự đặt mật khẩu riêng khi đăng nhập.
message-invitation-sms = { $pool }: tên đăng nhập {"{username}"}, mật khẩu tạm thời {"{####}"}
