title-problem = בעיה:
continue-to = כדי להמשיך אל { $name }
or = או
optional = לא חובה
choice-yes = כן
choice-no = לא
continue = המשך
next = הבא
try-again = ניסיון נוסף
use-another-account = שימוש בחשבון אחר
back-to-sign-in = חזרה להתחברות
choose-another-method = בחירה בדרך אחרת
password-label = סיסמה
password-show = הצגת הסיסמה
password-hide = הסתרת הסיסמה
password-rules = דרישות הסיסמה
rule-satisfied = מתקיים:
rule-missing = עוד לא מתקיים:
code-label = קוד
code-sent-email = שלחנו קוד באימייל אל
code-sent-sms = שלחנו קוד ב-SMS אל
resend-question = לא הגיע קוד?
resend-button = שליחת קוד חדש
check-fields = { $count ->
    [one] יש פרט אחד שצריך לתקן
    [two] יש שני פרטים שצריך לתקן
   *[other] יש { $count } פרטים שצריך לתקן
}
development-ribbon = שרת פיתוח
development-mailbox = תיבת דואר
development-playground = סביבת ניסוי
development-providers = שירותי התחברות

identifier-username = שם משתמש
identifier-email = כתובת אימייל
identifier-phone = מספר טלפון
identifier-email-or-phone = כתובת אימייל או מספר טלפון
identifier-username-or-email = שם משתמש או כתובת אימייל
identifier-username-or-phone = שם משתמש או מספר טלפון
identifier-any = שם משתמש, כתובת אימייל או מספר טלפון
hint-phone = יש להתחיל בסימן + ובקידומת המדינה

rule-minimum-length = { $length ->
    [one] תו אחד לפחות
    [two] שני תווים לפחות
   *[other] { $length } תווים לפחות
}
rule-lowercase = אות קטנה באנגלית
rule-uppercase = אות גדולה באנגלית
rule-number = ספרה
rule-symbol = סימן מיוחד, למשל ! או #
rule-no-edge-space = בלי רווח בהתחלה או בסוף

notice-password-changed = הסיסמה שלך שונתה. אפשר להתחבר עם הסיסמה החדשה.
notice-account-confirmed = החשבון שלך אושר. עכשיו אפשר להתחבר.
notice-session-expired = הדף היה פתוח יותר מדי זמן, ולכן התחלנו מחדש. יש להתחבר.
notice-sign-in-again = כדי להמשיך יש להתחבר מחדש.
notice-code-sent = שלחנו קוד חדש. רק הקוד האחרון תקף.
notice-signed-out = התנתקת בדפדפן הזה.
