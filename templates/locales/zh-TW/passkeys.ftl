passkey-sign-in = 使用通行密鑰登入
passkey-unsupported = 這個瀏覽器無法在此使用通行密鑰。請改用其他方式，或在其他瀏覽器開啟此頁面。
passkey-cancelled = 未使用通行密鑰，您可以再試一次。
passkey-challenge-title = 使用您的通行密鑰
passkey-challenge-text = 請用指紋、臉部辨識、PIN 碼或安全金鑰確認是您本人。
passkey-challenge-button = 使用通行密鑰
passkey-no-script = 通行密鑰需要 JavaScript，但這個瀏覽器已將其關閉。請開啟，或改用其他方式。
factor-passkey = 使用通行密鑰

passkey-add-title = 新增通行密鑰
passkey-add-text = 有了通行密鑰，您可以用指紋、臉部辨識、PIN 碼或安全金鑰登入，不需要密碼。
passkey-add-button = 新增通行密鑰
passkey-add-later = 稍後再說
passkey-add-there = 這個裝置已經有您帳號的通行密鑰。
passkey-add-full = 您已有 { $most } 個通行密鑰，達到上限。請先移除一個不再使用的。

passkeys-title = 通行密鑰
passkeys-hint = 用指紋、臉部辨識或 PIN 碼取代密碼
passkeys-text = 您可以透過通行密鑰，用指紋、臉部辨識、PIN 碼或安全金鑰登入。
passkeys-none = 您還沒有通行密鑰。
passkeys-unnamed = 通行密鑰
passkeys-added = 新增日期：{ $date }
passkeys-added-used = 新增日期：{ $date }，上次使用：{ $used }
passkeys-synced = 在多個裝置上
passkeys-one-device = 只在一個裝置上
passkeys-other-domain = 這是為 { $domain } 建立的，因此無法在這裡使用。
passkeys-name-label = 名稱
passkeys-rename = 重新命名
passkeys-rename-named = 重新命名「{ $name }」
passkeys-remove = 移除
passkeys-remove-named = 移除「{ $name }」
passkeys-details = 管理
passkeys-details-named = 管理「{ $name }」
passkeys-was-added = 通行密鑰已新增。
passkeys-was-renamed = 新名稱已儲存。
passkeys-was-removed = 通行密鑰已移除。您也可以在存放它的裝置或密碼管理工具中將其刪除。
passkeys-not-there = 這個通行密鑰已不在您的帳號中，因此未做任何變更。
passkeys-stays-only-way = 這個通行密鑰是您唯一的登入方式，因此無法移除。請先新增其他通行密鑰，或到登入頁面，透過「忘記密碼？」設定密碼。
passkeys-stays-second = 在這裡登入需要第二步驗證，而您只有這個通行密鑰，因此無法移除。請先新增其他通行密鑰。

problem-passkey-refused = 無法使用這個通行密鑰。請再試一次，或以其他方式登入。
problem-passkey-unknown = 這個通行密鑰已不屬於這裡的任何帳號。請以其他方式登入。
problem-passkey-expired = 操作逾時，請再試一次。
problem-passkey-copied = 這個通行密鑰可能遭到複製，因此已拒絕使用。請以其他方式登入，並將它從帳號中移除。

message-passkey-added-subject = 【{ $pool }】您的帳號新增了通行密鑰
message-passkey-added-body =
    您好：

    您的「{ $pool }」帳號剛才新增了一個通行密鑰，可用來登入。

    如果是您本人操作，不需要做任何處理。如果不是，表示有其他人登入了您的帳號：請移除這個通行密鑰、變更密碼，並洽詢您所用應用程式的客服。
message-passkey-added-sms = 【{ $pool }】您的帳號剛才新增了通行密鑰。如非本人操作，請立即將它移除並變更密碼。
message-passkey-removed-subject = 【{ $pool }】您的帳號移除了通行密鑰
message-passkey-removed-body =
    您好：

    您的「{ $pool }」帳號剛才移除了一個通行密鑰，其他登入方式不受影響。

    如果是您本人操作，不需要做任何處理。如果不是，表示有其他人登入了您的帳號：請變更密碼，並洽詢您所用應用程式的客服。
message-passkey-removed-sms = 【{ $pool }】您的帳號剛才移除了通行密鑰。如非本人操作，請立即變更密碼。
message-passkey-copied-subject = 【{ $pool }】已拒絕通行密鑰
message-passkey-copied-body =
    您好：

    有人嘗試用您的一個通行密鑰登入您的「{ $pool }」帳號，但它疑似為複製品，我們已拒絕。

    請以其他方式登入，從帳號中移除這個通行密鑰，並新增一個。如果您不清楚發生了什麼事，請洽詢您所用應用程式的客服。
message-passkey-copied-sms = 【{ $pool }】有通行密鑰疑似複製品，已拒絕使用。請以其他方式登入並將它移除。
