title-problem = समस्या:
continue-to = { $name } पर आगे बढ़ने के लिए
or = या
optional = वैकल्पिक
choice-yes = हाँ
choice-no = नहीं
continue = जारी रखें
next = आगे
try-again = फिर से कोशिश करें
use-another-account = दूसरा खाता इस्तेमाल करें
back-to-sign-in = साइन-इन पर वापस जाएँ
choose-another-method = कोई और तरीका चुनें
password-label = पासवर्ड
password-show = पासवर्ड दिखाएँ
password-hide = पासवर्ड छिपाएँ
password-rules = पासवर्ड के नियम
rule-satisfied = पूरा हुआ:
rule-missing = अभी बाकी है:
code-label = कोड
code-sent-email = हमने इस ईमेल पते पर कोड भेजा है
code-sent-sms = हमने इस नंबर पर SMS से कोड भेजा है
resend-question = कोड नहीं मिला?
resend-button = नया कोड भेजें
check-fields = { $count ->
    [one] { $count } चीज़ पर ध्यान दें
   *[other] { $count } चीज़ों पर ध्यान दें
}
development-ribbon = डेवलपमेंट सर्वर
development-mailbox = मेलबॉक्स
development-playground = प्लेग्राउंड
development-providers = साइन-इन सेवाएँ

identifier-username = यूज़रनेम
identifier-email = ईमेल पता
identifier-phone = फ़ोन नंबर
identifier-email-or-phone = ईमेल पता या फ़ोन नंबर
identifier-username-or-email = यूज़रनेम या ईमेल पता
identifier-username-or-phone = यूज़रनेम या फ़ोन नंबर
identifier-any = यूज़रनेम, ईमेल पता या फ़ोन नंबर
hint-phone = देश के कोड के साथ, जैसे +49 30 1234567

rule-minimum-length = { $length ->
    [one] कम से कम { $length } कैरेक्टर
   *[other] कम से कम { $length } कैरेक्टर
}
rule-lowercase = अंग्रेज़ी का एक छोटा अक्षर (जैसे a)
rule-uppercase = अंग्रेज़ी का एक बड़ा अक्षर (जैसे A)
rule-number = एक अंक
rule-symbol = एक खास चिह्न, जैसे ! या #
rule-no-edge-space = शुरुआत या अंत में कोई खाली जगह नहीं

notice-password-changed = आपका पासवर्ड बदल गया है। नए पासवर्ड से साइन इन करें।
notice-account-confirmed = आपके खाते की पुष्टि हो गई है। अब आप साइन इन कर सकते हैं।
notice-session-expired = यह पेज बहुत देर तक खुला रहा, इसलिए हमने फिर से शुरुआत की है। कृपया साइन इन करें।
notice-sign-in-again = जारी रखने के लिए कृपया फिर से साइन इन करें।
notice-code-sent = हमने नया कोड भेजा है। सिर्फ़ सबसे नया कोड काम करेगा।
notice-signed-out = आप इस ब्राउज़र से साइन आउट हो गए हैं।
