error-code-label = 錯誤
error-id-label = 問題編號
error-developer-heading = 開發人員資訊
error-cause-label = 原因
error-mend-label = 處理方式

error-request-heading = 應用程式的要求有誤
error-request-advice = 您開啟此頁面的網址不正確。請返回應用程式再試一次。如果仍未解決，請將下方的問題編號告知應用程式的提供者。
error-sign-out-heading = 無法返回應用程式
error-sign-out-advice = 應用程式要求返回的網址不在核准清單中。您可以關閉此頁面。
error-expired-heading = 此頁面已失效
error-expired-advice = 登入已逾時，或已在其他分頁繼續進行。請返回應用程式，重新開始。
error-form-heading = 請再送出一次
error-form-advice = 我們無法確認內容是從此頁面送出的，因此未做任何變更。請重新開始，應該就能順利完成。
error-cookies-heading = 您的瀏覽器未啟用 Cookie
error-cookies-advice = 登入時需要使用本網站的 Cookie。請在瀏覽器設定中允許，然後重新開始。
error-not-found-heading = 找不到頁面
error-not-found-advice = 網址可能有誤或已過期。請返回您要使用的應用程式。
error-unreadable-heading = 無法讀取送出的內容
error-unreadable-advice = 瀏覽器送出的資料過大或已損毀。請返回上一頁再試一次。
error-sign-up-closed-heading = 這裡無法註冊
error-sign-up-closed-advice = 新帳號由管理員建立。請洽詢您所用應用程式的客服。
error-recovery-closed-heading = 這裡無法重設密碼
error-recovery-closed-advice = 如需協助，請洽詢您所用應用程式的客服。
error-too-many-heading = 操作太過頻繁
error-too-many-advice = 您的網路在短時間內發起太多次登入。請等待幾分鐘後再試一次。
error-internal-heading = 發生問題
error-internal-advice = 這是我們的問題，造成不便，敬請見諒。請稍後再試一次。如果再次發生，請提供下方的問題編號。

cause-unknown-client = 此使用者集區沒有 client_id 為「{ $client }」的應用程式用戶端。
mend-unknown-client = 請將 client_id 與此使用者集區的應用程式用戶端比對。每個使用者集區都有自己的網址，請確認使用的網址是否正確。
cause-redirect-mismatch = 此應用程式用戶端未註冊 redirect_uri「{ $given }」。
mend-redirect-mismatch = { $count ->
    [0] 此用戶端還沒有回呼 URL。請註冊您的應用程式所使用的 URL。
   *[other] 回呼 URL 必須完全相符，包括連接埠和結尾的斜線。已註冊：{ $registered }
}
cause-sign-out-mismatch = 此應用程式用戶端未註冊登出網址「{ $given }」。
mend-sign-out-mismatch = { $count ->
    [0] 此用戶端還沒有登出 URL。請註冊您的應用程式所使用的 URL。
   *[other] 登出 URL 必須完全相符，包括連接埠和結尾的斜線。已註冊：{ $registered }
}
cause-duplicate-parameter = 參數「{ $name }」傳送了不只一次。
mend-duplicate-parameter = 每個參數只能傳送一次（RFC 6749 第 3.1 節）。
cause-invalid-request = { $detail }
mend-invalid-request = 請對照探索文件，修正應用程式產生的要求。
cause-flow-expired = 此頁面所屬的登入流程已過期、已完成或不存在。
mend-flow-expired = 請從您的應用程式開始，不要使用此頁面的書籤。
cause-step-out-of-order = 這個步驟不是登入流程的下一步。
mend-step-out-of-order = 請依循 /oauth2/authorize 的重新導向，不要直接以網址開啟頁面。
cause-form-forged = 表單缺少 _csrf 值、該值屬於其他瀏覽器，或要求來自其他網站。
mend-form-forged = 表單必須由頁面本身送出。自動化用戶端必須保留 Cookie 並回傳 _csrf。
cause-cookies-missing = 沒有收到傳回的流程 Cookie。
mend-cookies-missing = 請使用設定檔指定的主機名稱開啟頁面。localhost 的 Cookie 不會傳送到 127.0.0.1。
cause-not-found = 沒有符合此網址的路由。
mend-not-found = 所有端點的網址都列在探索文件中。
cause-method-not-allowed = 此網址存在，但不支援這個方法。
mend-method-not-allowed = 頁面使用 GET，表單使用 POST。
cause-unreadable-form = 要求本文過大、不是 application/x-www-form-urlencoded，或不是 UTF-8 編碼。
mend-unreadable-form = 請以 UTF-8 編碼傳送表單內容。
cause-unknown-host = 主機「{ $host }」不屬於任何使用者集區。
mend-unknown-host = 請使用設定的公開網址，或將該主機註冊為使用者集區的網域。
cause-sign-up-closed = 此使用者集區只允許管理員建立帳號。
mend-sign-up-closed = 請在使用者集區的設定中開啟自行註冊。
cause-recovery-closed = 此使用者集區已關閉帳號復原。
mend-recovery-closed = 請在使用者集區的設定中開啟帳號復原。
cause-too-many = 此網路在十分鐘內發起的登入次數，已達使用者集區設定 sign_ins_begun_per_prefix 的上限。
mend-too-many = 如果有許多人共用此網路，請調高該設定；如果是測試，請重複使用工作階段。
cause-internal = 詳細資訊請見伺服器記錄檔中對應上方編號的內容。
mend-internal = 如果記錄檔無法說明原因，請附上相關記錄回報問題。

unavailable-heading = 目前使用人數較多
unavailable-text = 您的資料沒有遺失，請過幾秒再試一次。
