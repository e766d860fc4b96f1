terms-link = 使用條款
privacy-link = 隱私權政策
footer-legal = 法律資訊
footer-terms = 使用條款
footer-privacy = 隱私權政策

terms-by-signing-up = 建立帳號即表示您接受我們的{ $terms }。
terms-checkbox = 我接受{ $terms }
terms-checkbox-label = 使用條款
terms-privacy = 如要瞭解我們如何處理您的資料，請參閱我們的{ $privacy }。
problem-terms = 如要建立帳號，請接受使用條款。

terms-first-title = 請接受我們的條款
terms-first-text = 繼續前往「{ $name }」之前，請閱讀並接受我們的{ $terms }。
terms-changed-title = 我們的條款已更新
terms-changed-text = 繼續前往「{ $name }」之前，請閱讀並接受我們新的{ $terms }。
terms-version = 版本 { $version }
terms-accept = 接受並繼續
terms-decline = 稍後再說
terms-decline-hint = 如果選擇「稍後再說」，您會返回應用程式，但不會登入。您的帳號維持不變。

accepted-terms-title = 您接受的條款
accepted-terms-text = 以下是您已接受的{ $terms }版本。
accepted-terms-none = 您尚未在這裡接受任何條款。
accepted-terms-row = 版本 { $version }，接受日期：{ $date }
accepted-terms-newer = 已有更新的版本。您下次登入應用程式時，我們會請您確認。

consent-title = 要允許存取您的帳號嗎？
consent-text = 「{ $name }」要求存取您的帳號。
consent-more-text = 「{ $name }」要求更多的帳號存取權，超出您先前允許的範圍。
consent-account = 您的帳號
consent-list = 您將允許
consent-list-new = 新增的存取權
consent-list-before = 您先前已允許
consent-goes-to = 接著您將前往 { $host }
consent-take-back = 您可以隨時在帳號的「應用程式」中移除存取權。
consent-allow = 允許
consent-deny = 拒絕
scope-offline = 在您離開時保持連線

applications-allowed = 授權日期：{ $date }，目前未使用
