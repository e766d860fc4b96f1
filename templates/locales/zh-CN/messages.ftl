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

message-invitation-subject = 【{ $pool }】您的账号已创建
message-invitation-body =
    您好！

    已为您创建“{ $pool }”账号。您的用户名是 {"{username}"}，临时密码为：

    {"{####}"}

    登录时，系统会请您设置自己的密码。
message-invitation-sms = 【{ $pool }】您的用户名：{"{username}"}，临时密码：{"{####}"}
