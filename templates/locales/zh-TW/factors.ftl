set-up-select-title = 新增第二步驗證
set-up-subtitle = 即使有人知道您的密碼，第二步驗證也能保護您的帳號。
set-up-totp-title = 設定驗證器應用程式
set-up-totp-install = 在手機上開啟驗證器應用程式。如果還沒有，請先安裝。
set-up-totp-scan = 用驗證器應用程式掃描這張圖片。
set-up-totp-picture = 含有驗證器應用程式金鑰的 QR 碼，下方也有文字形式的金鑰。
set-up-totp-open = 在此裝置的應用程式中開啟
set-up-totp-type-summary = 無法掃描嗎？
set-up-totp-type = 請在驗證器應用程式中輸入這組金鑰，不分大小寫，空格也可以省略。
set-up-totp-copy = 複製金鑰
set-up-totp-confirm = 輸入應用程式目前顯示的 6 位數字。
set-up-device-name = 此裝置的名稱
set-up-device-hint = 方便您分辨各個裝置，例如「我的手機」。
set-up-number-title = 新增您的手機
set-up-number-text = 我們會在這次設定以及您每次登入時，以簡訊傳送驗證碼到這個號碼。
copied = 已複製

challenge-totp-device = 您的裝置：
remember-browser = { $days } 天內不要在這個瀏覽器再次詢問

recovery-use = 使用復原碼
recovery-back = 返回使用驗證碼
recovery-code-label = 復原碼
recovery-challenge-title = 使用復原碼
recovery-challenge-text = 請輸入您在設定第二步驗證時保存的任一組復原碼，每組只能使用一次。
recovery-codes-title = 保存您的復原碼
recovery-codes-subtitle = 供您無法使用第二步驗證時登入。
recovery-codes-text = 每組復原碼可用來登入一次。請保存在只有您找得到的地方，它們只會在這時顯示一次。
recovery-codes-copy = 複製
recovery-codes-print = 列印
recovery-codes-download = 下載
recovery-codes-kept = 我已保存
recovery-used-title = 您使用了一組復原碼
recovery-used-left = { $count ->
    [0] 您的復原碼已用完。
   *[other] 您還有 { $count } 組復原碼。
}
recovery-used-text = 請劃掉這組復原碼，它已失效。
recovery-used-few = 請盡快取得新的復原碼，以免無法使用第二步驗證時登入不了。
problem-recovery-code-mismatch = 復原碼不正確或已使用過。請確認後重新輸入，或改用另一組。
