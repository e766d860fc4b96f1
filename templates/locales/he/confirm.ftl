confirm-title = אישור החשבון שלך
confirm-bare = יש להזין את הקוד שקיבלת.
confirm-button = אישור החשבון
confirm-back-question = הכתובת שגויה?
confirm-back = חזרה ותיקון

confirm-user-title = אישור החשבון שלך
confirm-user-ask = עוד לחיצה אחת והחשבון שלך מוכן לשימוש.
confirm-user-button = אישור החשבון שלי
confirm-user-done-heading = החשבון שלך אושר
confirm-user-done = מעכשיו אפשר להתחבר.
confirm-user-close = אפשר לסגור את הדף הזה.
confirm-user-failed-heading = הקישור הזה כבר לא תקף
confirm-user-failed-advice = אפשר להתחבר עם שם המשתמש והסיסמה, ואז לבקש קוד חדש.
