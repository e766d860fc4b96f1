terms-link = 利用規約
privacy-link = プライバシーポリシー
footer-legal = 法的情報
footer-terms = 利用規約
footer-privacy = プライバシーポリシー

terms-by-signing-up = アカウントを作成すると、{ $terms }に同意したことになります。
terms-checkbox = { $terms }に同意する
terms-checkbox-label = 利用規約
terms-privacy = お客様のデータの取り扱いについては、{ $privacy }をご覧ください。
problem-terms = アカウントを作成するには、利用規約に同意してください。

terms-first-title = 利用規約への同意のお願い
terms-first-text = 「{ $name }」に進む前に、{ $terms }をお読みのうえ、同意してください。
terms-changed-title = 利用規約が変わりました
terms-changed-text = 「{ $name }」に進む前に、新しい{ $terms }をお読みのうえ、同意してください。
terms-version = バージョン{ $version }
terms-accept = 同意して続ける
terms-decline = 今はしない
terms-decline-hint = 「今はしない」を選ぶと、ログインせずにアプリに戻ります。アカウントはそのまま変わりません。

accepted-terms-title = 同意済みの利用規約
accepted-terms-text = 同意いただいた{ $terms }のバージョンです。
accepted-terms-none = 同意済みの利用規約はまだありません。
accepted-terms-row = バージョン{ $version }、同意日：{ $date }
accepted-terms-newer = 新しいバージョンがあります。次にアプリにログインするときに、ご確認をお願いします。

consent-title = アカウントへのアクセスを許可しますか？
consent-text = 「{ $name }」がアカウントへのアクセスを求めています。
consent-more-text = 「{ $name }」が、これまでに許可した範囲を超えるアカウントへのアクセスを求めています。
consent-account = ご利用のアカウント
consent-list = 許可する内容
consent-list-new = 新たに許可する内容
consent-list-before = 以前に許可した内容
consent-goes-to = この後、{ $host }に進みます
consent-take-back = 許可したアクセスは、アカウントの「アプリ」からいつでも取り消せます。
consent-allow = 許可する
consent-deny = 許可しない
scope-offline = 利用していない間の接続の維持

applications-allowed = 許可日：{ $date }、現在は使われていません
