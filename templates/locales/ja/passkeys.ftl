passkey-sign-in = パスキーでログイン
passkey-unsupported = このブラウザでは、ここでパスキーを使えません。別の方法を選ぶか、別のブラウザでこのページを開いてください。
passkey-cancelled = パスキーの操作は行われませんでした。もう一度お試しください。
passkey-challenge-title = パスキーの使用
passkey-challenge-text = 指紋、顔、PIN、またはセキュリティキーで、ご本人であることを確認してください。
passkey-challenge-button = パスキーを使う
passkey-no-script = パスキーを使うにはJavaScriptが必要ですが、このブラウザでは無効になっています。有効にするか、別の方法を選んでください。
factor-passkey = パスキーを使う

passkey-add-title = パスキーの追加
passkey-add-text = パスキーを追加すると、パスワードなしで、指紋、顔、PIN、またはセキュリティキーを使ってログインできます。
passkey-add-button = パスキーを追加
passkey-add-later = 今はしない
passkey-add-there = この端末には、アカウントのパスキーがすでにあります。
passkey-add-full = パスキーの数が上限の{ $most }個に達しています。先に、使わなくなったパスキーを削除してください。

passkeys-title = パスキー
passkeys-hint = パスワードの代わりに、指紋、顔、PINを使います
passkeys-text = パスキーを使うと、指紋、顔、PIN、またはセキュリティキーでログインできます。
passkeys-none = パスキーはまだありません。
passkeys-unnamed = パスキー
passkeys-added = 追加日：{ $date }
passkeys-added-used = 追加日：{ $date }、最終利用：{ $used }
passkeys-synced = 複数の端末で使用可能
passkeys-one-device = 1台の端末のみ
passkeys-other-domain = { $domain }用のパスキーのため、ここでは使えません。
passkeys-name-label = 名前
passkeys-rename = 名前を変更
passkeys-rename-named = 「{ $name }」の名前を変更
passkeys-remove = 削除
passkeys-remove-named = 「{ $name }」を削除
passkeys-details = 管理
passkeys-details-named = 「{ $name }」を管理
passkeys-was-added = パスキーを追加しました。
passkeys-was-renamed = 新しい名前を保存しました。
passkeys-was-removed = パスキーをアカウントから削除しました。保存先の端末やパスワードマネージャーからも削除できます。
passkeys-not-there = このパスキーはすでにアカウントから削除されているため、何も変更していません。
passkeys-stays-only-way = ほかにログインする方法がないため、このパスキーは削除できません。先に別のパスキーを追加するか、ログインページの「パスワードをお忘れですか？」からパスワードを設定してください。
passkeys-stays-second = ここでのログインには2段階認証が必要ですが、ほかに使える方法がないため、このパスキーは削除できません。先に別のパスキーを追加してください。

problem-passkey-refused = このパスキーは使用できませんでした。もう一度試すか、別の方法でログインしてください。
problem-passkey-unknown = このパスキーは、現在どのアカウントにも登録されていません。別の方法でログインしてください。
problem-passkey-expired = 時間がかかりすぎました。もう一度お試しください。
problem-passkey-copied = このパスキーは複製されている可能性があるため、使用できません。別の方法でログインし、アカウントから削除してください。

message-passkey-added-subject = 【{ $pool }】パスキーが追加されました
message-passkey-added-body =
    「{ $pool }」をご利用いただき、ありがとうございます。

    アカウントにパスキーが追加されました。このパスキーでログインできます。

    ご本人による操作であれば、お手続きは必要ありません。お心当たりがない場合は、第三者がアカウントにログインしています。パスキーを削除し、パスワードを変更して、ご利用のアプリの窓口にご相談ください。
message-passkey-added-sms = 【{ $pool }】パスキーが追加されました。心当たりがない場合は、すぐに削除し、パスワードを変更してください。
message-passkey-removed-subject = 【{ $pool }】パスキーが削除されました
message-passkey-removed-body =
    「{ $pool }」をご利用いただき、ありがとうございます。

    アカウントからパスキーが削除されました。ほかのログイン方法は、これまでどおりご利用いただけます。

    ご本人による操作であれば、お手続きは必要ありません。お心当たりがない場合は、第三者がアカウントにログインしています。パスワードを変更し、ご利用のアプリの窓口にご相談ください。
message-passkey-removed-sms = 【{ $pool }】パスキーが削除されました。心当たりがない場合は、すぐにパスワードを変更してください。
message-passkey-copied-subject = 【{ $pool }】パスキーの使用を拒否しました
message-passkey-copied-body =
    「{ $pool }」をご利用いただき、ありがとうございます。

    お客様のパスキーの1つを使ってアカウントにログインする操作がありましたが、パスキーが複製されたものと思われるため、拒否しました。

    別の方法でログインし、このパスキーをアカウントから削除して、新しいパスキーを追加してください。状況がおわかりにならない場合は、ご利用のアプリの窓口にご相談ください。
message-passkey-copied-sms = 【{ $pool }】複製の可能性があるため、パスキーを拒否しました。別の方法でログインし、削除してください。
