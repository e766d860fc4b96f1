problem-incorrect-credentials = שם המשתמש או הסיסמה שגויים.
problem-other-account = זה חשבון אחר. כדי להשלים את הקישור יש להתחבר לחשבון שמופיע כאן, או להתחיל מחדש.
problem-locked-seconds = { $seconds ->
    [one] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד שנייה.
    [two] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד שתי שניות.
   *[other] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד { $seconds } שניות.
}
problem-locked-minutes = { $minutes ->
    [one] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד דקה או לאפס את הסיסמה.
    [two] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד שתי דקות או לאפס את הסיסמה.
   *[other] היו יותר מדי ניסיונות כושלים. אפשר לנסות שוב בעוד { $minutes } דקות או לאפס את הסיסמה.
}
problem-too-many-requests = היו יותר מדי ניסיונות בזמן קצר. יש להמתין מעט ולנסות שוב.
problem-busy = יש עומס כרגע. כדאי לנסות שוב עוד רגע.
problem-form-expired = הדף היה פתוח יותר מדי זמן. יש לנסות שוב.
problem-password-reset-required = צריך לאפס את הסיסמה לפני ההתחברות, דרך ״שכחת את הסיסמה?״.
problem-temporary-password-expired = תוקף הסיסמה הזמנית שלך פג. אפשר לבקש סיסמה חדשה ממנהלי המערכת.
problem-recovery-impossible = לא ניתן לאפס את הסיסמה של החשבון הזה. לקבלת עזרה אפשר לפנות לצוות התמיכה.
problem-message-not-sent = לא הצלחנו לשלוח את ההודעה. כדאי לנסות שוב עוד רגע.
problem-method-unavailable = דרך ההתחברות הזאת לא זמינה כרגע. יש לבחור דרך אחרת.
problem-provider-try-again = ההתחברות דרך השירות לא הצליחה הפעם. אפשר לנסות שוב.
problem-refused = { $reason }
problem-required = יש למלא את השדה הזה.
problem-invalid-email = יש להזין כתובת אימייל מלאה, למשל name@example.com.
problem-invalid-phone = יש להזין מספר טלפון מלא שמתחיל בסימן + ובקידומת המדינה.
problem-invalid-username = שם המשתמש כולל משהו שאסור להשתמש בו. אותיות, ספרות ורוב הסימנים מתאימים, אבל לא רווחים.
problem-invalid-date = יש להזין תאריך לפי שנה, חודש ויום, למשל 1990-12-31.
problem-invalid-url = יש להזין כתובת אינטרנט מלאה, למשל https://example.com.
problem-invalid-number = יש להזין מספר שלם.
problem-invalid-value = הערך הזה לא מתאים כאן. כדאי לבדוק אותו.
problem-too-short = { $minimum ->
    [one] יש להזין תו אחד לפחות.
    [two] יש להזין שני תווים לפחות.
   *[other] יש להזין { $minimum } תווים לפחות.
}
problem-too-long = הטקסט ארוך מדי. מספר התווים המרבי: { $maximum }.
problem-username-taken = שם המשתמש הזה תפוס. יש לבחור שם אחר.
problem-address-taken = הכתובת הזאת כבר משמשת בחשבון אחר. אפשר להתחבר עם החשבון ההוא.
problem-password-policy = הסיסמה הזאת לא עומדת בכל הדרישות.
problem-password-reused = כבר השתמשת בסיסמה הזאת. יש לבחור סיסמה חדשה.
problem-password-compromised = הסיסמה הזאת נחשפה בדליפת מידע וכבר אינה בטוחה. יש לבחור סיסמה אחרת.
problem-code-mismatch = הקוד שגוי. אפשר לבדוק אותו או לבקש קוד חדש.
problem-code-expired = הקוד ישן מדי או שכבר נעשה בו שימוש. יש לבקש קוד חדש.
problem-code-attempts-spent = הוזנו יותר מדי קודים שגויים. יש לבקש קוד חדש.
problem-authenticator-mismatch = הקוד שגוי. יש להזין את הקוד שמופיע באפליקציה עכשיו.
problem-code-reused = כבר נעשה שימוש בקוד הזה. יש להמתין עד שהקוד הבא יופיע באפליקציה.
