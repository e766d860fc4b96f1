terms-link = תנאי השימוש
privacy-link = מדיניות הפרטיות
footer-legal = מידע משפטי
footer-terms = תנאי שימוש
footer-privacy = מדיניות פרטיות

terms-by-signing-up = יצירת חשבון פירושה קבלת { $terms } שלנו.
terms-checkbox = { $terms } מקובלים עליי
terms-checkbox-label = תנאי שימוש
terms-privacy = { $privacy } שלנו מסבירה מה אנחנו עושים עם הנתונים שלך.
problem-terms = כדי ליצור חשבון, יש לאשר את התנאים.

terms-first-title = יש לאשר את התנאים שלנו
terms-first-text = לפני שממשיכים אל { $name }, יש לקרוא ולאשר את { $terms } שלנו.
terms-changed-title = התנאים שלנו השתנו
terms-changed-text = לפני שממשיכים אל { $name }, יש לקרוא ולאשר את { $terms } החדשים שלנו.
terms-version = גרסה { $version }
terms-accept = אישור והמשך
terms-decline = לא עכשיו
terms-decline-hint = בחירה באפשרות ״לא עכשיו״ תחזיר אותך לאפליקציה בלי להתחבר אליה. החשבון שלך יישאר כפי שהוא.

accepted-terms-title = תנאים שאישרת
accepted-terms-text = אלה הגרסאות של { $terms } שלנו שאישרת.
accepted-terms-none = עדיין לא אישרת כאן תנאים.
accepted-terms-row = גרסה { $version }, אושרה: { $date }
accepted-terms-newer = יש גרסה חדשה יותר. נשאל אותך עליה בהתחברות הבאה שלך לאפליקציה.

consent-title = לאשר גישה לחשבון שלך?
consent-text = האפליקציה { $name } מבקשת גישה לחשבון שלך.
consent-more-text = האפליקציה { $name } מבקשת גישה רחבה יותר לחשבון שלך מזו שאישרת עד כה.
consent-account = החשבון שלך
consent-list = ההרשאות שיינתנו
consent-list-new = הרשאות חדשות
consent-list-before = הרשאות שכבר אישרת
consent-goes-to = אחר כך ממשיכים אל { $host }
consent-take-back = אפשר להסיר את הגישה בכל עת בחשבון שלך, תחת ״אפליקציות״.
consent-allow = אישור
consent-deny = דחייה
scope-offline = נשארת מחוברת גם בהיעדרך

applications-allowed = הגישה אושרה: { $date }, כרגע לא בשימוש
