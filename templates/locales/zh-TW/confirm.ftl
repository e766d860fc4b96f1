confirm-title = 驗證您的帳號
confirm-bare = 請輸入您收到的驗證碼。
confirm-button = 驗證帳號
confirm-back-question = 填錯了嗎？
confirm-back = 返回修改

confirm-user-title = 驗證您的帳號
confirm-user-ask = 按一下按鈕，就能開始使用您的帳號。
confirm-user-button = 驗證我的帳號
confirm-user-done-heading = 帳號驗證完成
confirm-user-done = 您現在可以登入了。
confirm-user-close = 您可以關閉此頁面。
confirm-user-failed-heading = 這個連結已失效
confirm-user-failed-advice = 請使用使用者名稱和密碼登入，之後即可取得新的驗證碼。
