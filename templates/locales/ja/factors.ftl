set-up-select-title = 2段階認証の追加
set-up-subtitle = 2段階認証を設定すると、パスワードが他人に知られてもアカウントを守れます。
set-up-totp-title = 認証アプリの設定
set-up-totp-install = スマートフォンで認証アプリを開いてください。お持ちでない場合は、先にインストールしてください。
set-up-totp-scan = 認証アプリで、この画像を読み取ってください。
set-up-totp-picture = 認証アプリ用のキーが入ったQRコード。キーは下に文字でも表示されています。
set-up-totp-open = この端末のアプリで開く
set-up-totp-type-summary = 読み取れませんか？
set-up-totp-type = このキーをアプリに入力してください。大文字と小文字は区別されません。空白はあってもなくてもかまいません。
set-up-totp-copy = キーをコピー
set-up-totp-confirm = アプリに現在表示されている6桁の数字を入力してください。
set-up-device-name = 端末の名前
set-up-device-hint = 端末を見分けるための名前です（例：「自分のスマートフォン」）。
set-up-number-title = 電話番号の追加
set-up-number-text = 今回と、今後ログインするたびに、この番号にSMSで認証コードをお送りします。
copied = コピーしました

challenge-totp-device = ご利用の端末：
remember-browser = このブラウザでは{ $days }日間、2段階認証を省略する

recovery-use = リカバリーコードを使う
recovery-back = 通常の認証コードに戻る
recovery-code-label = リカバリーコード
recovery-challenge-title = リカバリーコードの入力
recovery-challenge-text = 2段階認証の設定時に保管したコードを1つ入力してください。各コードは1回だけ使用できます。
recovery-codes-title = リカバリーコードの保管
recovery-codes-subtitle = 2段階認証を使えないときのためのコードです。
recovery-codes-text = 1つのコードで1回ログインできます。ご自身だけがわかる場所に保管してください。コードが表示されるのは今回だけです。
recovery-codes-copy = コピー
recovery-codes-print = 印刷
recovery-codes-download = ダウンロード
recovery-codes-kept = 保管しました
recovery-used-title = リカバリーコードを使用しました
recovery-used-left = { $count ->
    [0] リカバリーコードは残っていません。
   *[other] リカバリーコードは残り{ $count }個です。
}
recovery-used-text = 使用したコードは二度と使えません。線を引いて消してください。
recovery-used-few = 2段階認証を使えなくなってもログインできるよう、早めに新しいコードを発行してください。
problem-recovery-code-mismatch = リカバリーコードが正しくないか、すでに使用されています。ご確認のうえ入力し直すか、別のコードをお試しください。
