error-code-label = שגיאה
error-id-label = אסמכתה
error-developer-heading = למפתחי האפליקציה
error-cause-label = סיבה
error-mend-label = מה עושים

error-request-heading = אירעה שגיאה באפליקציה
error-request-advice = הכתובת שהובילה אותך לכאן אינה מדויקת. כדאי לחזור לאפליקציה ולנסות שוב. אם זה לא עוזר, אפשר לפנות לצוות התמיכה של האפליקציה ולציין את האסמכתה שלמטה.
error-sign-out-heading = לא ניתן להחזיר אותך לאפליקציה
error-sign-out-advice = האפליקציה ביקשה כתובת שלא מופיעה ברשימה שלה. אפשר לסגור את הדף הזה.
error-expired-heading = הדף הזה כבר לא תקף
error-expired-advice = ההתחברות נמשכה יותר מדי זמן, או שהיא המשיכה בכרטיסייה אחרת. יש לחזור לאפליקציה ולהתחיל מחדש.
error-form-heading = צריך לשלוח שוב
error-form-advice = לא הצלחנו לוודא שהטופס נשלח מהדף הזה, ולכן שום דבר לא השתנה. כדאי להתחיל מחדש, וזה אמור לעבוד.
error-cookies-heading = הדפדפן שלך לא שומר קובצי cookie
error-cookies-advice = כדי להתחבר נדרש קובץ cookie מהאתר הזה. יש לאשר אותו בהגדרות הדפדפן ואז להתחיל מחדש.
error-not-found-heading = אין כאן כלום
error-not-found-advice = אולי יש שגיאה בכתובת או שהיא לא עדכנית. אפשר לחזור לאפליקציה שבה רצית להשתמש.
error-unreadable-heading = לא הצלחנו לקרוא את הנתונים
error-unreadable-advice = הנתונים שהדפדפן שלך שלח היו גדולים מדי או פגומים. יש לחזור ולנסות שוב.
error-sign-up-closed-heading = אי אפשר להירשם כאן
error-sign-up-closed-advice = חשבונות חדשים נוצרים על ידי מנהלי המערכת. אפשר לפנות לצוות התמיכה של האפליקציה.
error-recovery-closed-heading = אי אפשר לאפס כאן את הסיסמה
error-recovery-closed-advice = לקבלת עזרה אפשר לפנות לצוות התמיכה של האפליקציה.
error-too-many-heading = היו יותר מדי ניסיונות
error-too-many-advice = מהרשת שלך בוצעו יותר מדי ניסיונות התחברות בזמן קצר. יש להמתין כמה דקות ולנסות שוב.
error-internal-heading = משהו השתבש
error-internal-advice = התקלה אצלנו, לא אצלך. כדאי לנסות שוב עוד רגע. אם זה קורה שוב, נשמח לקבל דיווח עם האסמכתה שלמטה.

cause-unknown-client = במאגר המשתמשים הזה אין app client שה-client_id שלו הוא ״{ $client }״.
mend-unknown-client = יש להשוות את client_id לרשימת ה-app clients של המאגר. לכל מאגר יש כתובת משלו: האם זו הכתובת הנכונה?
cause-redirect-mismatch = הכתובת ״{ $given }״ אינה רשומה כ-redirect_uri של ה-app client הזה.
mend-redirect-mismatch = { $count ->
    [0] עדיין אין ל-client כתובת callback. יש לרשום את הכתובת שהאפליקציה שלך משתמשת בה.
   *[other] כתובות callback מושוות במדויק, כולל הפורט והלוכסן שבסוף. הכתובות הרשומות: { $registered }
}
cause-sign-out-mismatch = כתובת ההתנתקות ״{ $given }״ אינה רשומה עבור ה-app client הזה.
mend-sign-out-mismatch = { $count ->
    [0] עדיין אין ל-client כתובת התנתקות. יש לרשום את הכתובת שהאפליקציה שלך משתמשת בה.
   *[other] כתובות התנתקות מושוות במדויק, כולל הפורט והלוכסן שבסוף. הכתובות הרשומות: { $registered }
}
cause-duplicate-parameter = הפרמטר ״{ $name }״ נשלח יותר מפעם אחת.
mend-duplicate-parameter = יש לשלוח כל פרמטר פעם אחת בלבד (RFC 6749, סעיף 3.1).
cause-invalid-request = { $detail }
mend-invalid-request = יש לתקן את הבקשה שהאפליקציה שלך בונה ולהשוות אותה למסמך ה-discovery.
cause-flow-expired = ההתחברות שהדף הזה שייך אליה פגה, הסתיימה או אינה מוכרת.
mend-flow-expired = יש להתחיל מהאפליקציה שלך, לא מסימנייה של הדף הזה.
cause-step-out-of-order = זה לא השלב הבא בהתחברות.
mend-step-out-of-order = יש לעקוב אחר ההפניות החל מ-GET /oauth2/authorize ולא לפתוח דפים ישירות לפי כתובת.
cause-form-forged = ערך ה-CSRF (_csrf) של הטופס חסר או שייך לדפדפן אחר, או שהבקשה הגיעה מאתר אחר.
mend-form-forged = טפסים חייבים להישלח מהדפים עצמם. לקוח אוטומטי צריך לשמור קובצי cookie ולהחזיר את ערך ה-CSRF (_csrf).
cause-cookies-missing = קובץ ה-cookie של תהליך ההתחברות לא חזר.
mend-cookies-missing = יש לפתוח את הדף תחת שם המארח שמוגדר בתצורה. קובץ cookie של localhost לא נשלח אל 127.0.0.1.
cause-not-found = אין נתיב שמתאים לכתובת הזאת.
mend-not-found = הכתובות של כל נקודות הקצה מופיעות במסמך ה-discovery.
cause-method-not-allowed = הכתובת קיימת, אבל לא עבור המתודה הזאת.
mend-method-not-allowed = דפים מקבלים GET, טפסים מקבלים POST.
cause-unreadable-form = גוף הבקשה גדול מדי, אינו application/x-www-form-urlencoded או אינו UTF-8.
mend-unreadable-form = יש לשלוח את גוף הטופס בקידוד UTF-8.
cause-unknown-host = שם המארח ״{ $host }״ אינו שייך לאף מאגר משתמשים.
mend-unknown-host = יש להשתמש בכתובת הציבורית שהוגדרה, או לרשום את שם המארח כדומיין של המאגר.
cause-sign-up-closed = במאגר הזה רק מנהלי המערכת יכולים ליצור חשבונות.
mend-sign-up-closed = יש להפעיל הרשמה עצמית בהגדרות המאגר.
cause-recovery-closed = שחזור חשבון מושבת במאגר הזה.
mend-recovery-closed = יש להפעיל שחזור חשבון בהגדרות המאגר.
cause-too-many = מהרשת הזאת נפתחו ניסיונות התחברות במספר שההגדרה sign_ins_begun_per_prefix של המאגר מתירה בעשר דקות.
mend-too-many = אפשר להגדיל את הערך אם רבים חולקים את הרשת הזאת, או לגרום לבדיקות להשתמש שוב בסשן שלהן.
cause-internal = הפרטים נמצאים ביומן השרת תחת האסמכתה שלמעלה.
mend-internal = אם היומן לא מסביר את התקלה, נשמח לדיווח עם השורות מהיומן.

unavailable-heading = יש עומס כרגע
unavailable-text = שום דבר לא אבד. אפשר לנסות שוב בעוד כמה שניות.
