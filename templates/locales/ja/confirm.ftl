confirm-title = アカウントの確認
confirm-bare = お手元の認証コードを入力してください。
confirm-button = 確認を完了する
confirm-back-question = 宛先が違いますか？
confirm-back = 戻って修正する

confirm-user-title = アカウントの確認
confirm-user-ask = ボタンを押すと、すぐにアカウントをご利用いただけます。
confirm-user-button = アカウントの確認を完了する
confirm-user-done-heading = アカウントの確認が完了しました
confirm-user-done = ログインしてご利用いただけます。
confirm-user-close = このページは閉じてかまいません。
confirm-user-failed-heading = このリンクは無効になっています
confirm-user-failed-advice = ユーザー名とパスワードでログインすると、新しい認証コードを受け取れます。
