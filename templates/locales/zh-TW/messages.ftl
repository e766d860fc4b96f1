message-verification-subject = 【{ $pool }】帳號驗證碼
message-verification-body =
    您好：

    以下是用來驗證您「{ $pool }」帳號的驗證碼：

    {"{####}"}

    如果不是您本人提出要求，請忽略這封郵件。
message-verification-sms = 【{ $pool }】帳號驗證碼：{"{####}"}

message-link-subject = 【{ $pool }】請驗證您的帳號
message-link-body =
    您好：

    請點選以下連結，驗證您的「{ $pool }」帳號：

    {"{##驗證我的帳號##}"}

    如果不是您本人提出要求，請忽略這封郵件。

message-sign-in-subject = 【{ $pool }】登入驗證碼
message-sign-in-body =
    您好：

    以下是您登入「{ $pool }」的驗證碼：

    {"{####}"}

    請勿將驗證碼告訴任何人，「{ $pool }」的人員絕不會向您索取。如果您現在並未登入，可能是有人正試圖登入您的帳號。
message-sign-in-sms = 【{ $pool }】登入驗證碼：{"{####}"}，請勿告訴他人。

message-reset-subject = 【{ $pool }】重設密碼驗證碼
message-reset-body =
    您好：

    以下是為您的「{ $pool }」帳號設定新密碼的驗證碼：

    {"{####}"}

    如果不是您本人提出要求，請忽略這封郵件，您的密碼不會變更。
message-reset-sms = 【{ $pool }】重設密碼驗證碼：{"{####}"}

message-existing-account-subject = 【{ $pool }】您已經有帳號了
message-existing-account-body =
    您好：

    剛才有人（可能是您本人）嘗試用這個電子郵件地址建立「{ $pool }」帳號。由於您已經有帳號，我們未做任何變更。

    請直接登入。如果忘記密碼，請在登入頁面選擇「忘記密碼？」。

    如果不是您本人操作，請忽略這封郵件。
message-existing-account-sms = 【{ $pool }】這個號碼已經有帳號，請直接登入或重設密碼。

message-password-changed-subject = 【{ $pool }】您的密碼已變更
message-password-changed-body =
    您好：

    您的「{ $pool }」帳號密碼剛才已變更，其他瀏覽器也都已登出。

    如果是您本人操作，不需要做任何處理。如果不是，請立即到登入頁面重設密碼。
message-password-changed-sms = 【{ $pool }】您的密碼剛才已變更。如非本人操作，請立即重設密碼。

message-provider-unlinked-subject = 【{ $pool }】已取消連結 { $provider } 登入
message-provider-unlinked-body =
    您好：

    您的「{ $pool }」帳號剛才已取消連結 { $provider } 登入，其他登入方式不受影響。

    如果是您本人操作，不需要做任何處理。如果不是，表示有其他人登入了您的帳號：請變更密碼，並洽詢您所用應用程式的客服。
message-provider-unlinked-sms = 【{ $pool }】剛才已取消連結 { $provider } 登入。如非本人操作，請立即變更密碼。

message-invitation-subject = 【{ $pool }】您的帳號已建立
message-invitation-body =
    您好：

    我們已為您建立「{ $pool }」帳號。您的使用者名稱是 {"{username}"}，臨時密碼為：

    {"{####}"}

    登入時，系統會請您設定自己的密碼。
message-invitation-sms = 【{ $pool }】您的使用者名稱：{"{username}"}，臨時密碼：{"{####}"}
