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
