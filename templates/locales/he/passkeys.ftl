passkey-sign-in = התחברות עם מפתח גישה
passkey-unsupported = אי אפשר להשתמש כאן במפתחות גישה בדפדפן הזה. יש לבחור דרך אחרת או לפתוח את הדף הזה בדפדפן אחר.
passkey-cancelled = לא בוצעה פעולה עם מפתח גישה. אפשר לנסות שוב.
passkey-challenge-title = שימוש במפתח הגישה שלך
passkey-challenge-text = יש לאמת את הזהות שלך בטביעת אצבע, בזיהוי פנים, בקוד PIN או במפתח אבטחה.
passkey-challenge-button = שימוש במפתח גישה
passkey-no-script = כדי להשתמש במפתחות גישה צריך JavaScript, והוא כבוי בדפדפן הזה. יש להפעיל אותו או לבחור דרך אחרת.
factor-passkey = עם מפתח הגישה שלי

passkey-add-title = הוספת מפתח גישה
passkey-add-text = עם מפתח גישה אפשר להתחבר בטביעת אצבע, בזיהוי פנים, בקוד PIN או במפתח אבטחה, בלי סיסמה.
passkey-add-button = הוספת מפתח גישה
passkey-add-later = לא עכשיו
passkey-add-there = במכשיר הזה כבר יש מפתח גישה לחשבון שלך.
passkey-add-full = מספר מפתחות הגישה שלך הגיע למקסימום: { $most }. קודם יש להסיר מפתח שכבר לא משמש אותך.

passkeys-title = מפתחות גישה
passkeys-hint = בטביעת אצבע, בזיהוי פנים או בקוד PIN במקום סיסמה
passkeys-text = עם מפתח גישה אפשר להתחבר בטביעת אצבע, בזיהוי פנים, בקוד PIN או במפתח אבטחה.
passkeys-none = עדיין אין לך מפתחות גישה.
passkeys-unnamed = מפתח גישה
passkeys-added = תאריך הוספה: { $date }
passkeys-added-used = תאריך הוספה: { $date }, שימוש אחרון: { $used }
passkeys-synced = בכמה מכשירים
passkeys-one-device = במכשיר אחד בלבד
passkeys-other-domain = המפתח נוצר עבור { $domain }, ולכן הוא לא פועל כאן.
passkeys-name-label = שם
passkeys-rename = שינוי השם
passkeys-rename-named = שינוי השם של { $name }
passkeys-remove = הסרה
passkeys-remove-named = הסרה של { $name }
passkeys-details = ניהול
passkeys-details-named = ניהול של { $name }
passkeys-was-added = מפתח הגישה שלך נוסף.
passkeys-was-renamed = השם החדש נשמר.
passkeys-was-removed = מפתח הגישה הוסר. אפשר למחוק אותו גם במכשיר או במנהל הסיסמאות שבו הוא שמור.
passkeys-not-there = מפתח הגישה הזה כבר לא נמצא בחשבון שלך, ולכן שום דבר לא השתנה.
passkeys-stays-only-way = הדרך היחידה שלך להתחבר היא מפתח הגישה הזה, ולכן אי אפשר להסיר אותו. קודם יש להוסיף מפתח גישה אחר או להגדיר סיסמה דרך ״שכחת את הסיסמה?״ בדף ההתחברות.
passkeys-stays-second = כדי להתחבר כאן נדרש שלב שני, ומפתח הגישה הזה הוא היחיד שיש לך, ולכן אי אפשר להסיר אותו. קודם יש להוסיף מפתח גישה אחר.

problem-passkey-refused = לא ניתן היה להשתמש במפתח הגישה הזה. אפשר לנסות שוב או להתחבר בדרך אחרת.
problem-passkey-unknown = מפתח הגישה הזה כבר לא שייך לחשבון כאן. יש להתחבר בדרך אחרת.
problem-passkey-expired = זה לקח יותר מדי זמן. אפשר לנסות שוב.
problem-passkey-copied = מפתח הגישה הזה נדחה כי ייתכן שיש לו עותק. יש להתחבר בדרך אחרת ולהסיר אותו מהחשבון שלך.

message-passkey-added-subject = נוסף מפתח גישה לחשבון שלך אצל { $pool }
message-passkey-added-body =
    שלום,

    מפתח גישה נוסף עכשיו לחשבון שלך אצל { $pool }. אפשר להתחבר איתו לחשבון.

    אם זה נעשה על ידך, אין צורך לעשות דבר. אם לא, מישהו אחר מחובר לחשבון שלך: יש להסיר את מפתח הגישה, לשנות את הסיסמה ולפנות לצוות התמיכה.
message-passkey-added-sms = מפתח גישה נוסף עכשיו לחשבון שלך אצל { $pool }. אם זה לא נעשה על ידך, יש להסיר אותו ולשנות את הסיסמה מיד.
message-passkey-removed-subject = מפתח גישה הוסר מהחשבון שלך אצל { $pool }
message-passkey-removed-body =
    שלום,

    מפתח גישה הוסר עכשיו מהחשבון שלך אצל { $pool }. שאר דרכי ההתחברות שלך לא השתנו.

    אם השינוי נעשה על ידך, אין צורך לעשות דבר. אם לא, מישהו אחר מחובר לחשבון שלך: יש לשנות את הסיסמה ולפנות לצוות התמיכה.
message-passkey-removed-sms = מפתח גישה הוסר עכשיו מהחשבון שלך אצל { $pool }. אם זה לא נעשה על ידך, יש לשנות את הסיסמה מיד.
message-passkey-copied-subject = מפתח גישה של החשבון שלך אצל { $pool } נדחה
message-passkey-copied-body =
    שלום,

    נעשה ניסיון להתחבר לחשבון שלך אצל { $pool } עם אחד ממפתחות הגישה שלך, ודחינו אותו: מפתח הגישה נראה כמו עותק.

    יש להתחבר בדרך אחרת, להסיר את מפתח הגישה הזה מהחשבון ולהוסיף מפתח חדש. אם לא ידוע לך מה קרה, אפשר לפנות לצוות התמיכה לקבלת עזרה.
message-passkey-copied-sms = מפתח גישה של החשבון שלך אצל { $pool } נדחה כי ייתכן שהוא עותק. יש להתחבר בדרך אחרת ולהסיר אותו.
