confirm-title = تأكيد حسابك
confirm-bare = يُرجى إدخال الرمز الذي حصلت عليه.
confirm-button = تأكيد الحساب
confirm-back-question = العنوان غير صحيح؟
confirm-back = العودة وتغييره

confirm-user-title = تأكيد حسابك
confirm-user-ask = بنقرة واحدة يصبح حسابك جاهزًا للاستخدام.
confirm-user-button = تأكيد حسابي
confirm-user-done-heading = تم تأكيد حسابك
confirm-user-done = يمكنك الآن تسجيل الدخول.
confirm-user-close = يمكنك إغلاق هذه الصفحة.
confirm-user-failed-heading = لم يعد هذا الرابط صالحًا
confirm-user-failed-advice = يُرجى تسجيل الدخول باسم المستخدم وكلمة المرور، وبعدها يمكنك طلب رمز جديد.
