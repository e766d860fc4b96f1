terms-link = شروط الاستخدام
privacy-link = سياسة الخصوصية
footer-legal = المعلومات القانونية
footer-terms = شروط الاستخدام
footer-privacy = سياسة الخصوصية

terms-by-signing-up = إنشاء حساب يعني موافقتك على { $terms }.
terms-checkbox = أوافق على { $terms }
terms-checkbox-label = شروط الاستخدام
terms-privacy = توضّح { $privacy } ما نفعله ببياناتك.
problem-terms = لإنشاء حساب، يُرجى الموافقة على الشروط.

terms-first-title = يُرجى الموافقة على شروطنا
terms-first-text = قبل المتابعة إلى { $name }، يُرجى قراءة { $terms } والموافقة عليها.
terms-changed-title = تغيّرت شروطنا
terms-changed-text = قبل المتابعة إلى { $name }، يُرجى قراءة { $terms } الجديدة والموافقة عليها.
terms-version = الإصدار { $version }
terms-accept = موافقة ومتابعة
terms-decline = ليس الآن
terms-decline-hint = عند اختيار «ليس الآن»، تتم إعادتك من دون تسجيل دخولك إلى التطبيق. ويبقى حسابك كما هو.

accepted-terms-title = الشروط التي وافقت عليها
accepted-terms-text = هذه هي الإصدارات التي وافقت عليها من { $terms }.
accepted-terms-none = لم تتم الموافقة هنا على أي شروط بعد.
accepted-terms-row = الإصدار { $version }، تاريخ الموافقة: { $date }
accepted-terms-newer = يوجد إصدار أحدث. ستُطلب موافقتك عليه عند تسجيل دخولك إلى أي تطبيق في المرة القادمة.

consent-title = السماح بالوصول إلى حسابك؟
consent-text = يطلب تطبيق { $name } الوصول إلى حسابك.
consent-more-text = يطلب تطبيق { $name } وصولًا إلى حسابك أوسع مما سمحت به حتى الآن.
consent-account = حسابك
consent-list = سيُسمح للتطبيق بما يلي
consent-list-new = أذونات جديدة
consent-list-before = أذونات سبق أن سمحت بها
consent-goes-to = بعد ذلك سيتم نقلك إلى { $host }
consent-take-back = يمكنك إلغاء ذلك في أي وقت من قسم «التطبيقات» في حسابك.
consent-allow = سماح
consent-deny = رفض
scope-offline = البقاء على اتصال في غيابك

applications-allowed = تم السماح في { $date }، غير مستخدم حاليًا
