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

message-recovery-code-used-subject = 【{ $pool }】復原碼已使用
message-recovery-code-used-body =
    您好：

    剛才有人使用您「{ $pool }」帳號的一組復原碼登入。每組復原碼只能使用一次，請將它劃掉。

    如果是您本人操作，不需要做其他處理。如果不是，表示有其他人知道您的密碼和復原碼：請立即到登入頁面重設密碼，並取得新的復原碼。
message-recovery-code-used-sms = 【{ $pool }】剛才有人使用您的一組復原碼。如非本人操作，請立即重設密碼。

message-factors-changed-subject = 【{ $pool }】第二步驗證已變更
message-factors-changed-body =
    您好：

    保護您「{ $pool }」帳號的第二步驗證剛才已變更。

    如果是您本人操作，不需要做任何處理。如果不是，表示有其他人知道您的密碼：請立即到登入頁面重設密碼，並洽詢您所用應用程式的客服。
message-factors-changed-sms = 【{ $pool }】您的第二步驗證剛才已變更。如非本人操作，請立即重設密碼。

message-invitation-subject = 【{ $pool }】您的帳號已建立
message-invitation-body =
    您好：

    我們已為您建立「{ $pool }」帳號。您的使用者名稱是 {"{username}"}，臨時密碼為：

    {"{####}"}

    登入時，系統會請您設定自己的密碼。
message-invitation-sms = 【{ $pool }】您的使用者名稱：{"{username}"}，臨時密碼：{"{####}"}

message-address-code-subject = 【{ $pool }】電子郵件驗證碼
message-address-code-body =
    您好：

    以下是將這個電子郵件地址用於您「{ $pool }」帳號的驗證碼：

    {"{####}"}

    請在您索取驗證碼的頁面輸入。如果不是您本人提出要求，請忽略這封郵件，不會有任何變更。
message-address-code-sms = 【{ $pool }】將這個號碼用於帳號的驗證碼：{"{####}"}

message-address-in-use-subject = 【{ $pool }】您的帳號已在使用這個電子郵件地址
message-address-in-use-body =
    您好：

    有人（可能是您本人）想將這個電子郵件地址用於另一個「{ $pool }」帳號。這個地址屬於您的帳號，因此未做任何變更。

    如果是您本人操作，請登入使用這個地址的帳號。如果不是，請忽略這封郵件。
message-address-in-use-sms = 【{ $pool }】有人想將這個號碼用於其他帳號。這個號碼屬於您的帳號，因此未做任何變更。

message-address-changed-subject = 【{ $pool }】帳號的電子郵件地址已變更
message-address-changed-body =
    您好：

    您的「{ $pool }」帳號從現在起使用其他電子郵件地址，訊息不會再寄到這裡。

    如果是您本人操作，不需要做任何處理。如果不是，請立即還原變更：

    {"{##還原變更##}"}

    這會恢復使用這個電子郵件地址，登出所有裝置，並要求您設定新密碼。
message-address-changed-sms = 【{ $pool }】您的手機號碼已變更。如非本人操作：{"{##還原##}"}

message-address-changed-for-good-subject = 【{ $pool }】帳號的電子郵件地址已變更
message-address-changed-for-good-body =
    您好：

    您的「{ $pool }」帳號從現在起使用其他電子郵件地址，訊息不會再寄到這裡。

    如果是您本人操作，不需要做任何處理。如果不是，請洽詢您所用應用程式的客服。
message-address-changed-for-good-sms = 【{ $pool }】您帳號的手機號碼已變更。如非本人操作，請洽詢客服。

message-address-restored-subject = 【{ $pool }】電子郵件地址的變更已還原
message-address-restored-body =
    您好：

    有人透過我們郵件中的連結，還原了一個「{ $pool }」帳號的電子郵件地址變更。該帳號已恢復使用原本的地址，所有裝置都已登出。

    如果這是您的帳號，請在登入時設定新密碼，並檢查帳號設定。
message-address-restored-sms = 【{ $pool }】您的手機號碼變更已還原，所有裝置都已登出。

message-account-deleted-subject = 【{ $pool }】您的帳號已刪除
message-account-deleted-body =
    您好：

    您的「{ $pool }」帳號及所屬的一切資料，剛才已依您的要求刪除。

    如果不是您本人操作，請洽詢您所用應用程式的客服。
message-account-deleted-sms = 【{ $pool }】您的帳號剛才已依您的要求刪除。
