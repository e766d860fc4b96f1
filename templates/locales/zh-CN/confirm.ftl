confirm-title = 验证您的账号
confirm-bare = 请输入您收到的验证码。
confirm-button = 验证账号
confirm-back-question = 填错了？
confirm-back = 返回修改

confirm-user-title = 验证您的账号
confirm-user-ask = 点击按钮，即可开始使用您的账号。
confirm-user-button = 验证我的账号
confirm-user-done-heading = 账号验证成功
confirm-user-done = 现在可以登录了。
confirm-user-close = 您可以关闭此页面。
confirm-user-failed-heading = 此链接已失效
confirm-user-failed-advice = 请使用用户名和密码登录，之后即可获取新的验证码。
