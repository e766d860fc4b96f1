title-problem = مشكلة:
continue-to = للمتابعة إلى { $name }
or = أو
optional = اختياري
choice-yes = نعم
choice-no = لا
continue = متابعة
next = التالي
try-again = إعادة المحاولة
use-another-account = استخدام حساب آخر
back-to-sign-in = العودة إلى تسجيل الدخول
choose-another-method = اختيار طريقة أخرى
password-label = كلمة المرور
password-show = إظهار كلمة المرور
password-hide = إخفاء كلمة المرور
password-rules = شروط كلمة المرور
rule-satisfied = مستوفى:
rule-missing = غير مستوفى بعد:
code-label = الرمز
code-sent-email = أرسلنا رمزًا بالبريد الإلكتروني إلى
code-sent-sms = أرسلنا رمزًا برسالة نصية إلى
resend-question = لم يصلك الرمز؟
resend-button = إرسال رمز جديد
check-fields = { $count ->
    [zero] لا توجد حقول تحتاج إلى تصحيح
    [one] حقل واحد يحتاج إلى تصحيح
    [two] حقلان يحتاجان إلى تصحيح
    [few] { $count } حقول تحتاج إلى تصحيح
    [many] { $count } حقلًا يحتاج إلى تصحيح
   *[other] { $count } حقل يحتاج إلى تصحيح
}
development-ribbon = خادم التطوير
development-mailbox = صندوق البريد
development-playground = ساحة التجربة
development-providers = خدمات تسجيل الدخول

identifier-username = اسم المستخدم
identifier-email = البريد الإلكتروني
identifier-phone = رقم الهاتف
identifier-email-or-phone = البريد الإلكتروني أو رقم الهاتف
identifier-username-or-email = اسم المستخدم أو البريد الإلكتروني
identifier-username-or-phone = اسم المستخدم أو رقم الهاتف
identifier-any = اسم المستخدم أو البريد الإلكتروني أو رقم الهاتف
hint-phone = بدءًا بعلامة + ومفتاح الدولة

rule-minimum-length = { $length ->
    [zero] أي عدد من الأحرف
    [one] حرف واحد على الأقل
    [two] حرفان على الأقل
    [few] { $length } أحرف على الأقل
    [many] { $length } حرفًا على الأقل
   *[other] { $length } حرف على الأقل
}
rule-lowercase = حرف إنجليزي صغير
rule-uppercase = حرف إنجليزي كبير
rule-number = رقم
rule-symbol = رمز خاص، مثل ! أو #
rule-no-edge-space = بلا مسافات في البداية أو النهاية

notice-password-changed = تم تغيير كلمة المرور. يُرجى تسجيل الدخول بكلمة المرور الجديدة.
notice-account-confirmed = تم تأكيد حسابك. يمكنك الآن تسجيل الدخول.
notice-session-expired = بقيت هذه الصفحة مفتوحة مدة طويلة، فبدأنا من جديد. يُرجى تسجيل الدخول.
notice-sign-in-again = للمتابعة، يُرجى تسجيل الدخول مجددًا.
notice-code-sent = أرسلنا رمزًا جديدًا. الرمز الأحدث وحده صالح.
notice-signed-out = تم تسجيل خروجك من هذا المتصفح.
