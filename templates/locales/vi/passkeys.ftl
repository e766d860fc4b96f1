passkey-sign-in = Đăng nhập bằng khóa truy cập
passkey-unsupported = Trình duyệt này không dùng được khóa truy cập tại đây. Hãy chọn cách khác hoặc mở trang này trong trình duyệt khác.
passkey-cancelled = Chưa có thao tác nào với khóa truy cập. Bạn có thể thử lại.
passkey-challenge-title = Dùng khóa truy cập của bạn
passkey-challenge-text = Xác nhận đó là bạn bằng vân tay, khuôn mặt, mã PIN hoặc khóa bảo mật.
passkey-challenge-button = Dùng khóa truy cập
passkey-no-script = Khóa truy cập cần JavaScript, nhưng trình duyệt này đang tắt JavaScript. Hãy bật lên hoặc chọn cách khác.
factor-passkey = Dùng khóa truy cập

passkey-add-title = Thêm khóa truy cập
passkey-add-text = Với khóa truy cập, bạn đăng nhập bằng vân tay, khuôn mặt, mã PIN hoặc khóa bảo mật mà không cần mật khẩu.
passkey-add-button = Thêm khóa truy cập
passkey-add-later = Để sau
passkey-add-there = Thiết bị này đã có khóa truy cập cho tài khoản của bạn.
passkey-add-full = Bạn có { $most } khóa truy cập, đã đạt số lượng tối đa. Trước tiên hãy gỡ một khóa bạn không còn dùng.

passkeys-title = Khóa truy cập
passkeys-hint = Dùng vân tay, khuôn mặt hoặc mã PIN thay cho mật khẩu
passkeys-text = Khóa truy cập giúp bạn đăng nhập bằng vân tay, khuôn mặt, mã PIN hoặc khóa bảo mật.
passkeys-none = Bạn chưa có khóa truy cập nào.
passkeys-unnamed = Khóa truy cập
passkeys-added = Đã thêm: { $date }
passkeys-added-used = Đã thêm: { $date }, dùng lần cuối: { $used }
passkeys-synced = Trên nhiều thiết bị
passkeys-one-device = Chỉ trên một thiết bị
passkeys-other-domain = Được tạo cho { $domain } nên không dùng được ở đây.
passkeys-name-label = Tên
passkeys-rename = Đổi tên
passkeys-rename-named = Đổi tên { $name }
passkeys-remove = Gỡ
passkeys-remove-named = Gỡ { $name }
passkeys-details = Quản lý
passkeys-details-named = Quản lý { $name }
passkeys-was-added = Đã thêm khóa truy cập của bạn.
passkeys-was-renamed = Đã lưu tên mới.
passkeys-was-removed = Đã gỡ khóa truy cập. Bạn cũng có thể xóa khóa này trên thiết bị hoặc trong trình quản lý mật khẩu đang lưu khóa.
passkeys-not-there = Khóa truy cập đó không còn trong tài khoản của bạn, nên không có gì thay đổi.
passkeys-stays-only-way = Khóa truy cập này là cách đăng nhập duy nhất của bạn nên không thể gỡ. Trước tiên hãy thêm khóa truy cập khác hoặc đặt mật khẩu qua mục “Quên mật khẩu?” trên trang đăng nhập.
passkeys-stays-second = Đăng nhập tại đây cần bước xác thực thứ hai và bạn chỉ có khóa truy cập này nên không thể gỡ. Trước tiên hãy thêm khóa truy cập khác.

problem-passkey-refused = Không dùng được khóa truy cập này. Hãy thử lại hoặc đăng nhập bằng cách khác.
problem-passkey-unknown = Khóa truy cập này không còn thuộc về tài khoản nào ở đây. Hãy đăng nhập bằng cách khác.
problem-passkey-expired = Đã quá thời gian. Hãy thử lại.
problem-passkey-copied = Khóa truy cập này bị từ chối vì có thể đã bị sao chép. Hãy đăng nhập bằng cách khác và gỡ khóa này khỏi tài khoản.

message-passkey-added-subject = Đã thêm khóa truy cập vào tài khoản { $pool } của bạn
message-passkey-added-body =
    Xin chào,

    Một khóa truy cập vừa được thêm vào tài khoản { $pool } của bạn. Có thể dùng khóa này để đăng nhập.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, có người khác đang dùng tài khoản của bạn: hãy gỡ khóa truy cập, đổi mật khẩu và liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-passkey-added-sms = { $pool }: vừa thêm khóa truy cập vào tài khoản của bạn. Nếu không phải bạn, hãy gỡ khóa và đổi mật khẩu ngay.
message-passkey-removed-subject = Đã gỡ khóa truy cập khỏi tài khoản { $pool } của bạn
message-passkey-removed-body =
    Xin chào,

    Một khóa truy cập vừa được gỡ khỏi tài khoản { $pool } của bạn. Các cách đăng nhập khác vẫn giữ nguyên.

    Nếu chính bạn thực hiện, bạn không cần làm gì thêm. Nếu không phải, có người khác đang dùng tài khoản của bạn: hãy đổi mật khẩu và liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-passkey-removed-sms = { $pool }: vừa gỡ khóa truy cập khỏi tài khoản của bạn. Nếu không phải bạn, hãy đổi mật khẩu ngay.
message-passkey-copied-subject = Một khóa truy cập của tài khoản { $pool } đã bị từ chối
message-passkey-copied-body =
    Xin chào,

    Có người đã thử đăng nhập vào tài khoản { $pool } bằng một khóa truy cập của bạn và chúng tôi đã từ chối vì khóa đó giống một bản sao.

    Hãy đăng nhập bằng cách khác, gỡ khóa truy cập này khỏi tài khoản và thêm khóa mới. Nếu bạn không rõ chuyện gì đã xảy ra, hãy liên hệ bộ phận hỗ trợ của ứng dụng bạn đang dùng.
message-passkey-copied-sms = { $pool }: một khóa truy cập bị từ chối vì có thể là bản sao. Hãy đăng nhập bằng cách khác và gỡ khóa đó.
