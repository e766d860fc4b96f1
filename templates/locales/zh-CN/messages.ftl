message-verification-subject = 【{ $pool }】账号验证码
message-verification-body =
    您好！

    您正在验证“{ $pool }”账号，验证码为：

    {"{####}"}

    如果不是您本人操作，请忽略此邮件。
message-verification-sms = 【{ $pool }】账号验证码：{"{####}"}

message-link-subject = 【{ $pool }】请验证您的账号
message-link-body =
    您好！

    请点击以下链接，验证您的“{ $pool }”账号：

    {"{##验证我的账号##}"}

    如果不是您本人操作，请忽略此邮件。

message-sign-in-subject = 【{ $pool }】登录验证码
message-sign-in-body =
    您好！

    您正在登录“{ $pool }”，验证码为：

    {"{####}"}

    请勿将验证码告诉任何人，“{ $pool }”的工作人员不会向您索取。如果您并未在登录，可能是他人正在尝试登录您的账号。
message-sign-in-sms = 【{ $pool }】登录验证码：{"{####}"}，请勿告诉他人。

message-reset-subject = 【{ $pool }】重置密码验证码
message-reset-body =
    您好！

    您正在为“{ $pool }”账号设置新密码，验证码为：

    {"{####}"}

    如果不是您本人操作，请忽略此邮件，您的密码不会改变。
message-reset-sms = 【{ $pool }】重置密码验证码：{"{####}"}

message-existing-account-subject = 【{ $pool }】您已注册过账号
message-existing-account-body =
    您好！

    刚刚有人（可能是您本人）尝试用此邮箱注册“{ $pool }”账号。您已有账号，因此我们未作任何更改。

    请直接登录。如果忘记了密码，请在登录页面选择“忘记密码？”。

    如果不是您本人操作，请忽略此邮件。
message-existing-account-sms = 【{ $pool }】该手机号已注册账号，请直接登录或重置密码。

message-password-changed-subject = 【{ $pool }】密码已修改
message-password-changed-body =
    您好！

    您的“{ $pool }”账号密码刚刚被修改，其他浏览器均已退出登录。

    如果是您本人操作，无需处理。如果不是，请立即在登录页面重置密码。
message-password-changed-sms = 【{ $pool }】您的密码刚刚被修改。如非本人操作，请立即重置密码。

message-provider-unlinked-subject = 【{ $pool }】{ $provider } 登录已解绑
message-provider-unlinked-body =
    您好！

    您的“{ $pool }”账号刚刚解绑了 { $provider } 登录，其他登录方式不受影响。

    如果是您本人操作，无需处理。如果不是，说明有其他人登录了您的账号：请修改密码，并联系您所用应用的客服。
message-provider-unlinked-sms = 【{ $pool }】{ $provider } 登录刚刚解绑。如非本人操作，请立即修改密码。

message-recovery-code-used-subject = 【{ $pool }】恢复码已使用
message-recovery-code-used-body =
    您好！

    刚刚有人使用您“{ $pool }”账号的一个恢复码登录。每个恢复码只能使用一次，请将它划掉。

    如果是您本人操作，无需其他处理。如果不是，说明有其他人知道您的密码和恢复码：请立即在登录页面重置密码，并获取新的恢复码。
message-recovery-code-used-sms = 【{ $pool }】您的一个恢复码刚刚被使用。如非本人操作，请立即重置密码。

message-factors-changed-subject = 【{ $pool }】第二步验证已更改
message-factors-changed-body =
    您好！

    保护您“{ $pool }”账号的第二步验证刚刚被更改。

    如果是您本人操作，无需处理。如果不是，说明有其他人知道您的密码：请立即在登录页面重置密码，并联系您所用应用的客服。
message-factors-changed-sms = 【{ $pool }】您的第二步验证刚刚被更改。如非本人操作，请立即重置密码。

message-invitation-subject = 【{ $pool }】您的账号已创建
message-invitation-body =
    您好！

    已为您创建“{ $pool }”账号。您的用户名是 {"{username}"}，临时密码为：

    {"{####}"}

    登录时，系统会请您设置自己的密码。
message-invitation-sms = 【{ $pool }】您的用户名：{"{username}"}，临时密码：{"{####}"}

message-address-code-subject = 【{ $pool }】邮箱验证码
message-address-code-body =
    您好！

    您正在将此邮箱用于“{ $pool }”账号，验证码为：

    {"{####}"}

    请在您获取验证码的页面输入。如果不是您本人操作，请忽略此邮件，不会有任何更改。
message-address-code-sms = 【{ $pool }】将此号码用于账号的验证码：{"{####}"}

message-address-in-use-subject = 【{ $pool }】您的账号已在使用此邮箱
message-address-in-use-body =
    您好！

    有人（可能是您本人）想将此邮箱用于另一个“{ $pool }”账号。此邮箱属于您的账号，因此未作任何更改。

    如果是您本人操作，请登录使用此邮箱的账号。如果不是，请忽略此邮件。
message-address-in-use-sms = 【{ $pool }】有人想将此号码用于其他账号。此号码属于您的账号，因此未作任何更改。

message-address-changed-subject = 【{ $pool }】账号邮箱已更换
message-address-changed-body =
    您好！

    您的“{ $pool }”账号从现在起使用其他邮箱，消息不会再发送到这里。

    如果是您本人操作，无需处理。如果不是，请立即撤销更改：

    {"{##撤销更改##}"}

    这会恢复使用此邮箱，在所有设备上退出登录，并要求您设置新密码。
message-address-changed-sms = 【{ $pool }】您的手机号已更换。如非本人操作：{"{##撤销##}"}

message-address-changed-for-good-subject = 【{ $pool }】账号邮箱已更换
message-address-changed-for-good-body =
    您好！

    您的“{ $pool }”账号从现在起使用其他邮箱，消息不会再发送到这里。

    如果是您本人操作，无需处理。如果不是，请联系您所用应用的客服。
message-address-changed-for-good-sms = 【{ $pool }】您账号的手机号已更换。如非本人操作，请联系客服。

message-address-restored-subject = 【{ $pool }】邮箱更换已撤销
message-address-restored-body =
    您好！

    有人通过我们邮件中的链接，撤销了一个“{ $pool }”账号的邮箱更换。该账号已恢复使用原来的邮箱，所有设备均已退出登录。

    如果这是您的账号，请在登录时设置新密码，并检查账号设置。
message-address-restored-sms = 【{ $pool }】您的手机号更换已撤销，所有设备均已退出登录。

message-account-deleted-subject = 【{ $pool }】您的账号已删除
message-account-deleted-body =
    您好！

    您的“{ $pool }”账号及其所有数据刚刚已按您的要求删除。

    如果不是您本人操作，请联系您所用应用的客服。
message-account-deleted-sms = 【{ $pool }】您的账号刚刚已按您的要求删除。
