error-code-label = エラー
error-id-label = お問い合わせ番号
error-developer-heading = 開発者の方へ
error-cause-label = 原因
error-mend-label = 対処方法

error-request-heading = アプリからのリクエストに誤りがあります
error-request-advice = このページを開いたアドレスが正しくありません。アプリに戻り、もう一度お試しください。解決しない場合は、下記のお問い合わせ番号を添えて、アプリの提供元にご連絡ください。
error-sign-out-heading = アプリに戻れません
error-sign-out-advice = アプリが指定した戻り先は登録されていません。このページは閉じてかまいません。
error-expired-heading = このページは無効になりました
error-expired-advice = 時間がかかりすぎたか、別のタブでログインが進められました。アプリに戻り、最初からやり直してください。
error-form-heading = もう一度送信してください
error-form-advice = このページから送信されたことを確認できなかったため、何も変更していません。お手数ですが、最初からやり直してください。
error-cookies-heading = Cookieが無効になっています
error-cookies-advice = ログインには、このサイトのCookieが必要です。ブラウザの設定で許可し、最初からやり直してください。
error-not-found-heading = ページが見つかりません
error-not-found-advice = アドレスが間違っているか、古くなっている可能性があります。ご利用のアプリに戻ってください。
error-unreadable-heading = 送信内容を読み取れませんでした
error-unreadable-advice = ブラウザから送信されたデータが大きすぎるか、壊れています。前のページに戻り、もう一度お試しください。
error-sign-up-closed-heading = ここでは新規登録できません
error-sign-up-closed-advice = 新しいアカウントは管理者が作成します。ご利用のアプリの窓口にお問い合わせください。
error-recovery-closed-heading = ここではパスワードを再設定できません
error-recovery-closed-advice = ご利用のアプリの窓口にお問い合わせください。
error-too-many-heading = 操作の回数が多すぎます
error-too-many-advice = お使いのネットワークから、短時間に多数のログインが開始されました。数分待ってから、もう一度お試しください。
error-internal-heading = 問題が発生しました
error-internal-advice = こちら側の問題で、ご迷惑をおかけしております。しばらくしてから、もう一度お試しください。繰り返し発生する場合は、下記のお問い合わせ番号をお知らせください。

cause-unknown-client = このプールには、client_idが「{ $client }」のアプリクライアントがありません。
mend-unknown-client = client_idをこのプールのアプリクライアントと照合してください。アドレスはプールごとに異なるため、接続先が正しいかどうかも確認してください。
cause-redirect-mismatch = redirect_uri「{ $given }」は、このアプリクライアントに登録されていません。
mend-redirect-mismatch = { $count ->
    [0] このクライアントには、まだコールバックURLがありません。アプリケーションで使用するURLを登録してください。
   *[other] コールバックURLは、ポートや末尾のスラッシュも含めて完全に一致する必要があります。登録済み：{ $registered }
}
cause-sign-out-mismatch = ログアウト先のアドレス「{ $given }」は、このアプリクライアントに登録されていません。
mend-sign-out-mismatch = { $count ->
    [0] このクライアントには、まだログアウトURLがありません。アプリケーションで使用するURLを登録してください。
   *[other] ログアウトURLは、ポートや末尾のスラッシュも含めて完全に一致する必要があります。登録済み：{ $registered }
}
cause-duplicate-parameter = パラメーター「{ $name }」が2回以上送信されました。
mend-duplicate-parameter = 各パラメーターは1回だけ送信してください（RFC 6749、3.1節）。
cause-invalid-request = { $detail }
mend-invalid-request = アプリケーションが組み立てるリクエストを修正し、ディスカバリードキュメントと照合してください。
cause-flow-expired = このページのログイン処理は、期限切れか完了済みであるか、存在しません。
mend-flow-expired = このページのブックマークからではなく、アプリケーションから開始してください。
cause-step-out-of-order = このステップは、ログインの次のステップではありません。
mend-step-out-of-order = /oauth2/authorizeからのリダイレクトに従ってください。アドレスを指定してページを直接開かないでください。
cause-form-forged = フォームの_csrfの値がないか、別のブラウザのものです。または、リクエストが別のサイトから送信されました。
mend-form-forged = フォームは、ページ自体から送信する必要があります。自動化されたクライアントは、Cookieを保持し、_csrfを送り返してください。
cause-cookies-missing = フローのCookieが返送されませんでした。
mend-cookies-missing = 設定で指定したホスト名でページを開いてください。localhostのCookieは127.0.0.1には送信されません。
cause-not-found = このアドレスに一致するルートがありません。
mend-not-found = すべてのエンドポイントのアドレスは、ディスカバリードキュメントに記載されています。
cause-method-not-allowed = アドレスは存在しますが、このメソッドには対応していません。
mend-method-not-allowed = ページにはGET、フォームにはPOSTを使用してください。
cause-unreadable-form = ボディが大きすぎるか、application/x-www-form-urlencodedまたはUTF-8ではありません。
mend-unreadable-form = フォームのボディをUTF-8で送信してください。
cause-unknown-host = ホスト「{ $host }」に対応するプールがありません。
mend-unknown-host = 設定した公開アドレスを使用するか、このホストをプールのドメインとして登録してください。
cause-sign-up-closed = このプールでは、管理者だけがアカウントを作成できます。
mend-sign-up-closed = プールの設定で、ユーザー自身による新規登録を有効にしてください。
cause-recovery-closed = このプールでは、アカウントの復旧が無効になっています。
mend-recovery-closed = プールの設定で、アカウントの復旧を有効にしてください。
cause-too-many = このネットワークから開始されたログインが、プールの設定sign_ins_begun_per_prefixで許可されている10分あたりの回数に達しました。
mend-too-many = 多くの人がこのネットワークを共有している場合は、設定値を引き上げてください。テストの場合は、セッションを再利用してください。
cause-internal = 詳細は、サーバーのログに上記の番号で記録されています。
mend-internal = ログを見ても原因がわからない場合は、該当するログを添えてご報告ください。

unavailable-heading = ただいまアクセスが集中しています
unavailable-text = データは失われていません。数秒待ってから、もう一度お試しください。
