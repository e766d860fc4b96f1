error-code-label = 错误
error-id-label = 问题编号
error-developer-heading = 开发者信息
error-cause-label = 原因
error-mend-label = 解决方法

error-request-heading = 应用的请求有误
error-request-advice = 您打开此页面的地址不正确。请返回应用重试。如果问题仍然存在，请将下方的问题编号告知应用的提供方。
error-sign-out-heading = 无法返回应用
error-sign-out-advice = 应用请求返回的地址未经登记。您可以关闭此页面。
error-expired-heading = 此页面已失效
error-expired-advice = 登录已超时，或已在其他标签页中继续进行。请返回应用，重新开始。
error-form-heading = 请再提交一次
error-form-advice = 我们无法确认内容是从此页面提交的，因此未作任何更改。请重新开始，应该就可以了。
error-cookies-heading = 您的浏览器未启用 Cookie
error-cookies-advice = 登录需要使用本网站的 Cookie。请在浏览器设置中允许，然后重新开始。
error-not-found-heading = 页面不存在
error-not-found-advice = 地址可能有误或已过期。请返回您要使用的应用。
error-unreadable-heading = 无法读取提交的内容
error-unreadable-advice = 浏览器发送的数据过大或已损坏。请返回后重试。
error-sign-up-closed-heading = 此处无法注册
error-sign-up-closed-advice = 新账号由管理员创建。请联系您所用应用的客服。
error-recovery-closed-heading = 此处无法重置密码
error-recovery-closed-advice = 如需帮助，请联系您所用应用的客服。
error-too-many-heading = 操作过于频繁
error-too-many-advice = 您的网络在短时间内发起了过多登录。请等待几分钟后重试。
error-internal-heading = 出了点问题
error-internal-advice = 这是我们的问题，给您带来不便，敬请谅解。请稍后重试。如果问题再次出现，请向我们提供下方的问题编号。

cause-unknown-client = 此用户池中没有 client_id 为“{ $client }”的应用客户端。
mend-unknown-client = 请将 client_id 与此用户池的应用客户端核对。每个用户池都有自己的地址，请确认所用地址是否正确。
cause-redirect-mismatch = 此应用客户端未登记 redirect_uri“{ $given }”。
mend-redirect-mismatch = { $count ->
    [0] 此客户端还没有回调 URL。请登记您的应用所用的 URL。
   *[other] 回调 URL 必须完全一致，包括端口和末尾的斜杠。已登记：{ $registered }
}
cause-sign-out-mismatch = 此应用客户端未登记退出登录地址“{ $given }”。
mend-sign-out-mismatch = { $count ->
    [0] 此客户端还没有退出登录 URL。请登记您的应用所用的 URL。
   *[other] 退出登录 URL 必须完全一致，包括端口和末尾的斜杠。已登记：{ $registered }
}
cause-duplicate-parameter = 参数“{ $name }”发送了不止一次。
mend-duplicate-parameter = 每个参数只能发送一次（RFC 6749 第 3.1 节）。
cause-invalid-request = { $detail }
mend-invalid-request = 请对照发现文档，修正应用生成的请求。
cause-flow-expired = 此页面所属的登录流程已过期、已完成或不存在。
mend-flow-expired = 请从您的应用开始，不要使用此页面的书签。
cause-step-out-of-order = 此步骤不是登录流程的下一步。
mend-step-out-of-order = 请跟随 /oauth2/authorize 的重定向，不要直接通过地址打开页面。
cause-form-forged = 表单缺少 _csrf 值，或该值属于其他浏览器，或请求来自其他网站。
mend-form-forged = 表单必须由页面自身提交。自动化客户端必须保留 Cookie 并回传 _csrf。
cause-cookies-missing = 未收到返回的流程 Cookie。
mend-cookies-missing = 请使用配置中指定的主机名打开页面。localhost 的 Cookie 不会发送到 127.0.0.1。
cause-not-found = 没有与此地址匹配的路由。
mend-not-found = 所有端点的地址均列在发现文档中。
cause-method-not-allowed = 此地址存在，但不支持该请求方法。
mend-method-not-allowed = 页面使用 GET，表单使用 POST。
cause-unreadable-form = 请求体过大，或不是 application/x-www-form-urlencoded，或不是 UTF-8 编码。
mend-unreadable-form = 请以 UTF-8 编码发送表单内容。
cause-unknown-host = 主机“{ $host }”不属于任何用户池。
mend-unknown-host = 请使用配置的公开地址，或将该主机登记为用户池的域名。
cause-sign-up-closed = 此用户池只允许管理员创建账号。
mend-sign-up-closed = 请在用户池的设置中开启自助注册。
cause-recovery-closed = 此用户池已关闭账号恢复。
mend-recovery-closed = 请在用户池的设置中开启账号恢复。
cause-too-many = 此网络在十分钟内发起的登录次数已达到用户池设置 sign_ins_begun_per_prefix 的上限。
mend-too-many = 如果有很多人共用此网络，请调高该设置；如果是测试，请复用会话。
cause-internal = 详细信息见服务器日志中与上述编号对应的记录。
mend-internal = 如果日志无法说明原因，请附上相关日志反馈问题。

unavailable-heading = 当前访问人数较多
unavailable-text = 您的数据没有丢失，请几秒后重试。
