set-up-select-title = إضافة خطوة ثانية
set-up-subtitle = تحافظ الخطوة الثانية على أمان حسابك حتى إذا عرف شخص آخر كلمة مرورك.
set-up-totp-title = إعداد تطبيق المصادقة
set-up-totp-install = يُرجى فتح تطبيق مصادقة على هاتفك. وإذا لم يكن لديك تطبيق، يُرجى تثبيته أولًا.
set-up-totp-scan = يُرجى مسح هذه الصورة ضوئيًا بالتطبيق.
set-up-totp-picture = رمز QR يحتوي على مفتاح تطبيق المصادقة. المفتاح موجود أدناه كنص أيضًا.
set-up-totp-open = فتح في تطبيق على هذا الجهاز
set-up-totp-type-summary = هل تعذّر المسح؟
set-up-totp-type = يُرجى كتابة هذا المفتاح في التطبيق. لا فرق بين الأحرف الكبيرة والصغيرة، ولا أهمية للمسافات.
set-up-totp-copy = نسخ المفتاح
set-up-totp-confirm = يُرجى إدخال الأرقام الستة الظاهرة في التطبيق الآن.
set-up-device-name = اسم الجهاز
set-up-device-hint = يساعدك على التمييز بين أجهزتك، مثل «هاتفي».
set-up-number-title = إضافة هاتفك
set-up-number-text = سنرسل رمزًا برسالة نصية إلى هذا الرقم الآن، وعند كل تسجيل دخول.
copied = تم النسخ

challenge-totp-device = جهازك:
remember-browser = { $days ->
    [zero] عدم السؤال مجددًا في هذا المتصفح اليوم
    [one] عدم السؤال مجددًا في هذا المتصفح لمدة يوم واحد
    [two] عدم السؤال مجددًا في هذا المتصفح لمدة يومين
    [few] عدم السؤال مجددًا في هذا المتصفح لمدة { $days } أيام
    [many] عدم السؤال مجددًا في هذا المتصفح لمدة { $days } يومًا
   *[other] عدم السؤال مجددًا في هذا المتصفح لمدة { $days } يوم
}

recovery-use = استخدام رمز استرداد
recovery-back = العودة إلى الرمز المعتاد
recovery-code-label = رمز الاسترداد
recovery-challenge-title = استخدام رمز استرداد
recovery-challenge-text = يُرجى إدخال أحد الرموز التي حفظتها عند إعداد الخطوة الثانية. يصلح كل رمز مرة واحدة.
recovery-codes-title = حفظ رموز الاسترداد
recovery-codes-subtitle = لليوم الذي لا تتوفر لك فيه الخطوة الثانية.
recovery-codes-text = يتيح كل رمز تسجيل الدخول مرة واحدة. يُرجى حفظ الرموز في مكان لا يصل إليه سواك. لن تظهر إلا هذه المرة.
recovery-codes-copy = نسخ
recovery-codes-print = طباعة
recovery-codes-download = تنزيل
recovery-codes-kept = حفظت الرموز
recovery-used-title = تم استخدام رمز استرداد
recovery-used-left = { $count ->
    [zero] لم يبقَ لديك أي رمز استرداد.
    [one] بقي لديك رمز استرداد واحد.
    [two] بقي لديك رمزا استرداد.
    [few] بقيت لديك { $count } رموز استرداد.
    [many] بقي لديك { $count } رمز استرداد.
   *[other] بقي لديك { $count } رمز استرداد.
}
recovery-used-text = يُرجى شطب هذا الرمز، فلم يعد صالحًا.
recovery-used-few = يُرجى الحصول على رموز جديدة قريبًا، تفاديًا لفقدان الوصول إلى حسابك إذا لم تعد الخطوة الثانية متاحة لك.
problem-recovery-code-mismatch = هذا الرمز غير صحيح أو سبق استخدامه. يُرجى التحقق منه أو تجربة رمز آخر.

factors-title = الخطوة الثانية
factors-hint = ما يُطلب منك بعد كلمة المرور
factors-required = هذه الخطوة مطلوبة هنا من الجميع.
factors-app = تطبيق المصادقة
factors-email = رموز عبر البريد الإلكتروني
factors-sms = رموز عبر الرسائل النصية
factors-on = قيد الاستخدام
factors-first = الخيار الأول
factors-no-email = لاستخدام هذا الخيار، يُرجى أولًا تأكيد بريد إلكتروني.
factors-no-phone = لاستخدام هذا الخيار، يُرجى أولًا تأكيد رقم هاتف.
factors-ends-recovery = ما دام هذا الخيار مفعّلًا، لا يمكن استخدامه لإعادة تعيين كلمة مرور منسية.
factors-set-up = إعداد
factors-replace = إعداد من جديد
factors-remove = إزالة
factors-turn-on = تفعيل
factors-turn-off = إيقاف
factors-ask-first = طلب هذا أولًا
factors-app-replaces = سيحل التطبيق الجديد محل تطبيقك الحالي.
factors-stays = لا يمكن إزالة هذه الخطوة، فتسجيل الدخول هنا يتطلب خطوة ثانية وليس لديك سواها. يُرجى أولًا إعداد خطوة أخرى.
factors-app-added = تم إعداد تطبيق المصادقة.
factors-turned-on = تم التفعيل. سيُطلب منك ذلك عند تسجيل دخولك في المرة القادمة.
factors-turned-off = تم الإيقاف. لن يُطلب منك ذلك بعد الآن.
factors-put-first = سيُطلب هذا الخيار أولًا من الآن فصاعدًا.
factors-unchanged = لم يتغير شيء. ما يظهر هنا هو الوضع الحالي.
factors-recovery = رموز الاسترداد
factors-recovery-text = لليوم الذي لا تتوفر لك فيه الخطوة الثانية. يصلح كل رمز مرة واحدة.
factors-new-codes = إنشاء رموز جديدة
factors-new-codes-hint = يتوقف عمل رموزك القديمة فورًا.
factors-browsers = المتصفحات المحفوظة
factors-browsers-text = لا تُطلب منك الخطوة الثانية في هذه المتصفحات.
factors-browser-times = منذ { $since }، حتى { $until }
factors-forget = نسيان
factors-forget-all = نسيان كل المتصفحات
factors-browsers-forgotten = ستُطلب منك الخطوة الثانية هناك مجددًا.
account-state-off = غير مفعّلة
