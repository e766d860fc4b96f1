passkey-sign-in = 使用通行密钥登录
passkey-unsupported = 此浏览器无法在这里使用通行密钥。请换一种方式，或在其他浏览器中打开此页面。
passkey-cancelled = 未使用通行密钥，您可以重试。
passkey-challenge-title = 使用您的通行密钥
passkey-challenge-text = 请用指纹、面容、PIN 码或安全密钥确认是您本人。
passkey-challenge-button = 使用通行密钥
passkey-no-script = 通行密钥需要 JavaScript，但此浏览器已将其关闭。请打开，或换一种方式。
factor-passkey = 使用通行密钥

passkey-add-title = 添加通行密钥
passkey-add-text = 有了通行密钥，您可以用指纹、面容、PIN 码或安全密钥登录，无需密码。
passkey-add-button = 添加通行密钥
passkey-add-later = 以后再说
passkey-add-there = 此设备上已有您账号的通行密钥。
passkey-add-full = 您已有 { $most } 个通行密钥，达到了上限。请先移除一个不再使用的。

passkeys-title = 通行密钥
passkeys-hint = 用指纹、面容或 PIN 码代替密码
passkeys-text = 您可以通过通行密钥，用指纹、面容、PIN 码或安全密钥登录。
passkeys-none = 您还没有通行密钥。
passkeys-unnamed = 通行密钥
passkeys-added = 添加日期：{ $date }
passkeys-added-used = 添加日期：{ $date }，上次使用：{ $used }
passkeys-synced = 在多台设备上
passkeys-one-device = 仅在一台设备上
passkeys-other-domain = 此密钥是为 { $domain } 创建的，因此在这里无法使用。
passkeys-name-label = 名称
passkeys-rename = 重命名
passkeys-rename-named = 重命名“{ $name }”
passkeys-remove = 移除
passkeys-remove-named = 移除“{ $name }”
passkeys-details = 管理
passkeys-details-named = 管理“{ $name }”
passkeys-was-added = 通行密钥已添加。
passkeys-was-renamed = 新名称已保存。
passkeys-was-removed = 通行密钥已移除。您也可以在保存它的设备或密码管理器中将其删除。
passkeys-not-there = 该通行密钥已不在您的账号中，因此未作任何更改。
passkeys-stays-only-way = 此通行密钥是您唯一的登录方式，因此无法移除。请先添加其他通行密钥，或在登录页面通过“忘记密码？”设置密码。
passkeys-stays-second = 在此登录需要第二步验证，而您只有这个通行密钥，因此无法移除。请先添加其他通行密钥。

problem-passkey-refused = 无法使用此通行密钥。请重试，或用其他方式登录。
problem-passkey-unknown = 此通行密钥已不属于这里的任何账号。请用其他方式登录。
problem-passkey-expired = 操作超时，请重试。
problem-passkey-copied = 此通行密钥可能被复制过，因此已被拒绝。请用其他方式登录，并将其从账号中移除。

message-passkey-added-subject = 【{ $pool }】您的账号添加了通行密钥
message-passkey-added-body =
    您好！

    您的“{ $pool }”账号刚刚添加了一个通行密钥，它可用于登录。

    如果是您本人操作，无需处理。如果不是，说明有其他人登录了您的账号：请移除该通行密钥，修改密码，并联系您所用应用的客服。
message-passkey-added-sms = 【{ $pool }】您的账号刚刚添加了通行密钥。如非本人操作，请立即将其移除并修改密码。
message-passkey-removed-subject = 【{ $pool }】您的账号移除了通行密钥
message-passkey-removed-body =
    您好！

    您的“{ $pool }”账号刚刚移除了一个通行密钥，其他登录方式不受影响。

    如果是您本人操作，无需处理。如果不是，说明有其他人登录了您的账号：请修改密码，并联系您所用应用的客服。
message-passkey-removed-sms = 【{ $pool }】您的账号刚刚移除了通行密钥。如非本人操作，请立即修改密码。
message-passkey-copied-subject = 【{ $pool }】通行密钥已被拒绝
message-passkey-copied-body =
    您好！

    有人尝试用您的一个通行密钥登录您的“{ $pool }”账号，但该密钥疑似复制品，我们已拒绝。

    请用其他方式登录，从账号中移除此通行密钥，并添加新的。如果您不清楚发生了什么，请联系您所用应用的客服。
message-passkey-copied-sms = 【{ $pool }】有通行密钥疑似复制品，已被拒绝。请用其他方式登录并将其移除。
