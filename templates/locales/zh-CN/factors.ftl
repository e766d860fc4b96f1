set-up-select-title = 添加第二步验证
set-up-subtitle = 即使有人知道了您的密码，第二步验证也能保护您的账号。
set-up-totp-title = 设置身份验证器
set-up-totp-install = 在手机上打开身份验证器。如果还没有，请先安装。
set-up-totp-scan = 用身份验证器扫描此图片。
set-up-totp-picture = 包含身份验证器密钥的二维码，下方也有文字形式的密钥。
set-up-totp-open = 在此设备的应用中打开
set-up-totp-type-summary = 无法扫描？
set-up-totp-type = 请在身份验证器中输入此密钥，不区分大小写，也可以忽略空格。
set-up-totp-copy = 复制密钥
set-up-totp-confirm = 输入身份验证器当前显示的 6 位数字。
set-up-device-name = 此设备的名称
set-up-device-hint = 便于您区分各台设备，例如“我的手机”。
set-up-number-title = 添加您的手机
set-up-number-text = 我们会在此刻以及您每次登录时，向此号码发送短信验证码。
copied = 已复制

challenge-totp-device = 您的设备：
remember-browser = { $days } 天内不再在此浏览器中询问

recovery-use = 使用恢复码
recovery-back = 返回使用验证码
recovery-code-label = 恢复码
recovery-challenge-title = 使用恢复码
recovery-challenge-text = 请输入您在设置第二步验证时保存的任意一个恢复码，每个只能使用一次。
recovery-codes-title = 保存您的恢复码
recovery-codes-subtitle = 供您无法使用第二步验证时登录。
recovery-codes-text = 每个恢复码可用于登录一次。请保存在只有您能找到的地方，它们只在此时显示一次。
recovery-codes-copy = 复制
recovery-codes-print = 打印
recovery-codes-download = 下载
recovery-codes-kept = 我已保存
recovery-used-title = 您使用了一个恢复码
recovery-used-left = { $count ->
    [0] 您的恢复码已用完。
   *[other] 您还剩 { $count } 个恢复码。
}
recovery-used-text = 请划掉这个恢复码，它已失效。
recovery-used-few = 请尽快获取新的恢复码，以免在无法使用第二步验证时登录不了。
problem-recovery-code-mismatch = 恢复码错误或已使用。请检查后重新输入，或换一个恢复码。
