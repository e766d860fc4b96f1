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

message-recovery-code-used-subject = Một mã khôi phục { $pool } đã được sử dụng
message-recovery-code-used-body =
    Xin chào,

    Một trong các mã khôi phục của tài khoản { $pool } vừa được dùng để đăng nhập. Mỗi mã chỉ dùng được một lần, vì vậy hãy gạch bỏ mã đó.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, có người khác biết mật khẩu và mã của bạn: hãy đặt lại mật khẩu ngay trên trang đăng nhập và lấy mã khôi phục mới.
message-recovery-code-used-sms = { $pool }: một mã khôi phục vừa được sử dụng. Nếu không phải bạn, hãy đặt lại mật khẩu ngay.

message-factors-changed-subject = Bước xác thực thứ hai của tài khoản { $pool } đã được thay đổi
message-factors-changed-body =
    Xin chào,

    Bước xác thực thứ hai bảo vệ tài khoản { $pool } của bạn vừa được thay đổi.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, có người khác biết mật khẩu của bạn: hãy đặt lại mật khẩu ngay trên trang đăng nhập và liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-factors-changed-sms = { $pool }: bước xác thực thứ hai của bạn vừa được thay đổi. Nếu không phải bạn, hãy đặt lại mật khẩu ngay.

message-invitation-subject = Tài khoản { $pool } của bạn
message-invitation-body =
    Xin chào,

    Tài khoản { $pool } của bạn đã được tạo. Tên đăng nhập của bạn là {"{username}"} và mật khẩu tạm thời là:

    {"{####}"}

    Bạn sẽ tự đặt mật khẩu riêng khi đăng nhập.
message-invitation-sms = { $pool }: tên đăng nhập {"{username}"}, mật khẩu tạm thời {"{####}"}

message-address-code-subject = Mã xác nhận { $pool } của bạn
message-address-code-body =
    Xin chào,

    Đây là mã để dùng địa chỉ email này cho tài khoản { $pool } của bạn:

    {"{####}"}

    Hãy nhập mã trên trang mà bạn đã yêu cầu. Nếu bạn không yêu cầu mã này, hãy bỏ qua email này, sẽ không có gì thay đổi.
message-address-code-sms = { $pool }: mã để dùng số này cho tài khoản của bạn là {"{####}"}

message-address-in-use-subject = Tài khoản { $pool } của bạn đã dùng địa chỉ email này
message-address-in-use-body =
    Xin chào,

    Có người, có thể chính là bạn, muốn dùng địa chỉ email này cho một tài khoản { $pool } khác. Địa chỉ này thuộc về tài khoản của bạn nên không có gì thay đổi.

    Nếu đó là bạn, hãy đăng nhập vào tài khoản có địa chỉ này. Nếu không phải bạn, hãy bỏ qua email này.
message-address-in-use-sms = { $pool }: có người muốn dùng số này cho tài khoản khác. Số này thuộc về tài khoản của bạn nên không có gì thay đổi.

message-address-changed-subject = Địa chỉ email của tài khoản { $pool } đã được thay đổi
message-address-changed-body =
    Xin chào,

    Từ bây giờ, tài khoản { $pool } của bạn dùng địa chỉ email khác. Thông báo sẽ không còn được gửi đến đây nữa.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải bạn, hãy hoàn tác thay đổi ngay:

    {"{##Hoàn tác thay đổi##}"}

    Thao tác này khôi phục địa chỉ email này, đăng xuất khỏi mọi thiết bị và yêu cầu bạn đặt mật khẩu mới.
message-address-changed-sms = { $pool }: số của bạn đã bị thay đổi. Không phải bạn? {"{##Hoàn tác##}"}

message-address-changed-for-good-subject = Địa chỉ email của tài khoản { $pool } đã được thay đổi
message-address-changed-for-good-body =
    Xin chào,

    Từ bây giờ, tài khoản { $pool } của bạn dùng địa chỉ email khác. Thông báo sẽ không còn được gửi đến đây nữa.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải bạn, hãy liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-address-changed-for-good-sms = { $pool }: số điện thoại của tài khoản đã được thay đổi. Nếu không phải bạn, hãy liên hệ bộ phận hỗ trợ.

message-address-restored-subject = Đã hoàn tác việc đổi địa chỉ email { $pool }
message-address-restored-body =
    Xin chào,

    Việc đổi địa chỉ email của một tài khoản { $pool } đã được hoàn tác bằng liên kết trong email của chúng tôi. Tài khoản dùng lại địa chỉ trước đây và đã được đăng xuất khỏi mọi thiết bị.

    Nếu đó là tài khoản của bạn, hãy đặt mật khẩu mới khi đăng nhập và xem lại phần cài đặt.
message-address-restored-sms = { $pool }: việc đổi số của bạn đã được hoàn tác và tài khoản đã được đăng xuất khỏi mọi thiết bị.

message-account-deleted-subject = Đã xóa tài khoản { $pool } của bạn
message-account-deleted-body =
    Xin chào,

    Tài khoản { $pool } của bạn và mọi thứ thuộc về tài khoản vừa được xóa theo yêu cầu của bạn.

    Nếu đó không phải là bạn, hãy liên hệ bộ phận hỗ trợ của ứng dụng bạn đã dùng.
message-account-deleted-sms = { $pool }: tài khoản của bạn vừa được xóa theo yêu cầu của bạn.
