set-up-select-title = הוספת שלב שני
set-up-subtitle = שלב שני שומר על החשבון שלך גם אם מישהו יגלה את הסיסמה.
set-up-totp-title = הגדרת אפליקציית האימות
set-up-totp-install = יש לפתוח אפליקציית אימות בטלפון. אם אין לך אפליקציה כזאת, צריך קודם להתקין אחת.
set-up-totp-scan = יש לסרוק את התמונה הזאת באפליקציה.
set-up-totp-picture = קוד QR עם המפתח לאפליקציית האימות שלך. המפתח מופיע למטה גם כטקסט.
set-up-totp-open = פתיחה באפליקציה במכשיר הזה
set-up-totp-type-summary = אי אפשר לסרוק?
set-up-totp-type = יש להקליד את המפתח הזה באפליקציה. אין הבדל בין אותיות גדולות לקטנות, והרווחים לא משנים.
set-up-totp-copy = העתקת המפתח
set-up-totp-confirm = יש להזין את שש הספרות שמופיעות באפליקציה עכשיו.
set-up-device-name = שם המכשיר
set-up-device-hint = עוזר להבדיל בין המכשירים שלך, למשל ״הטלפון שלי״.
set-up-number-title = הוספת הטלפון שלך
set-up-number-text = נשלח קוד ב-SMS למספר הזה עכשיו, ובכל התחברות.
copied = הועתק

challenge-totp-device = המכשיר שלך:
remember-browser = { $days ->
    [one] לא לשאול בדפדפן הזה במשך יום אחד
    [two] לא לשאול בדפדפן הזה במשך יומיים
   *[other] לא לשאול בדפדפן הזה במשך { $days } ימים
}

recovery-use = שימוש בקוד שחזור
recovery-back = חזרה לקוד הרגיל
recovery-code-label = קוד שחזור
recovery-challenge-title = שימוש בקוד שחזור
recovery-challenge-text = יש להזין אחד מהקודים ששמרת בזמן הגדרת השלב השני. כל קוד תקף פעם אחת.
recovery-codes-title = שמירת קודי השחזור שלך
recovery-codes-subtitle = ליום שבו השלב השני לא יהיה זמין לך.
recovery-codes-text = כל קוד מאפשר התחברות אחת. כדאי לשמור את הקודים במקום שרק לך יש גישה אליו. הם מוצגים רק הפעם.
recovery-codes-copy = העתקה
recovery-codes-print = הדפסה
recovery-codes-download = הורדה
recovery-codes-kept = שמרתי אותם
recovery-used-title = השתמשת בקוד שחזור
recovery-used-left = { $count ->
    [0] לא נשארו לך קודי שחזור.
    [one] נשאר לך קוד שחזור אחד.
    [two] נשארו לך שני קודי שחזור.
   *[other] נשארו לך { $count } קודי שחזור.
}
recovery-used-text = יש למחוק את הקוד מהרשימה, הוא לא יעבוד שוב.
recovery-used-few = כדאי ליצור קודים חדשים בקרוב, כדי לא לאבד את הגישה לחשבון אם השלב השני לא יהיה זמין לך.
problem-recovery-code-mismatch = הקוד שגוי או שכבר נעשה בו שימוש. אפשר לבדוק אותו או לנסות קוד אחר.

factors-title = שלב שני
factors-hint = מה נדרש אחרי הסיסמה
factors-required = כאן כולם צריכים שלב כזה.
factors-app = אפליקציית אימות
factors-email = קודים באימייל
factors-sms = קודים ב-SMS
factors-on = פעיל
factors-first = נדרש ראשון
factors-no-email = כדי להשתמש בזה, יש לאשר קודם כתובת אימייל.
factors-no-phone = כדי להשתמש בזה, יש לאשר קודם מספר טלפון.
factors-ends-recovery = כל עוד זה פעיל, אי אפשר לאפס דרכו סיסמה שנשכחה.
factors-set-up = הגדרה
factors-replace = הגדרה מחדש
factors-remove = הסרה
factors-turn-on = הפעלה
factors-turn-off = כיבוי
factors-ask-first = לבקש את זה ראשון
factors-app-replaces = האפליקציה החדשה תחליף את זו שיש לך עכשיו.
factors-stays = כדי להתחבר כאן נדרש שלב שני, וזה היחיד שיש לך, ולכן אי אפשר להסיר אותו. קודם יש להגדיר שלב שני אחר.
factors-app-added = אפליקציית האימות שלך הוגדרה.
factors-turned-on = זה פעיל. נבקש את זה בהתחברות הבאה שלך.
factors-turned-off = זה כבוי. לא נבקש את זה יותר.
factors-put-first = מעכשיו נבקש את זה ראשון.
factors-unchanged = שום דבר לא השתנה. כאן מופיע המצב הנוכחי.
factors-recovery = קודי שחזור
factors-recovery-text = ליום שבו השלב השני לא יהיה זמין לך. כל קוד תקף פעם אחת.
factors-new-codes = יצירת קודים חדשים
factors-new-codes-hint = הקודים הישנים שלך יפסיקו לעבוד מיד.
factors-browsers = דפדפנים שמורים
factors-browsers-text = בדפדפנים האלה לא נבקש ממך את השלב השני.
factors-browser-times = מאז { $since }, עד { $until }
factors-forget = הסרה
factors-forget-all = הסרת כל הדפדפנים
factors-browsers-forgotten = שם נבקש ממך שוב את השלב השני.
account-state-off = כבוי
