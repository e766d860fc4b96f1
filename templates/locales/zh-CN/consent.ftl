terms-link = 使用条款
privacy-link = 隐私政策
footer-legal = 法律信息
footer-terms = 使用条款
footer-privacy = 隐私政策

terms-by-signing-up = 创建账号即表示您接受我们的《{ $terms }》。
terms-checkbox = 我接受《{ $terms }》
terms-checkbox-label = 使用条款
terms-privacy = 如需了解我们如何处理您的数据，请阅读《{ $privacy }》。
problem-terms = 如需创建账号，请接受使用条款。

terms-first-title = 请接受我们的条款
terms-first-text = 继续前往“{ $name }”之前，请阅读并接受我们的《{ $terms }》。
terms-changed-title = 我们的条款已更新
terms-changed-text = 继续前往“{ $name }”之前，请阅读并接受我们新的《{ $terms }》。
terms-version = 版本 { $version }
terms-accept = 接受并继续
terms-decline = 以后再说
terms-decline-hint = 如果选择“以后再说”，您会返回应用，但不会登录。您的账号保持不变。

accepted-terms-title = 您接受的条款
accepted-terms-text = 以下是您已接受的《{ $terms }》版本。
accepted-terms-none = 您尚未在此接受任何条款。
accepted-terms-row = 版本 { $version }，接受日期：{ $date }
accepted-terms-newer = 已有更新的版本。您下次登录应用时，我们会请您确认。

consent-title = 允许访问您的账号吗？
consent-text = “{ $name }”请求访问您的账号。
consent-more-text = “{ $name }”请求更多的账号访问权限，超出了您此前允许的范围。
consent-account = 您的账号
consent-list = 您将允许
consent-list-new = 新增权限
consent-list-before = 您此前已允许
consent-goes-to = 随后您将前往 { $host }
consent-take-back = 您可以随时在账号的“应用”中取消授权。
consent-allow = 允许
consent-deny = 拒绝
scope-offline = 在您离开时保持连接

applications-allowed = 授权日期：{ $date }，目前未使用
