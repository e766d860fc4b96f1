set-up-select-title = दूसरा चरण जोड़ें
set-up-subtitle = किसी को आपका पासवर्ड पता चल जाए, तब भी दूसरा चरण आपके खाते को सुरक्षित रखता है।
set-up-totp-title = अपना ऑथेंटिकेटर ऐप सेट अप करें
set-up-totp-install = अपने फ़ोन पर ऑथेंटिकेटर ऐप खोलें। अगर आपके पास ऐसा ऐप नहीं है, तो पहले उसे इंस्टॉल करें।
set-up-totp-scan = ऐप से यह तस्वीर स्कैन करें।
set-up-totp-picture = आपके ऑथेंटिकेटर ऐप की कुंजी वाला QR कोड। यह कुंजी नीचे टेक्स्ट के रूप में भी दी गई है।
set-up-totp-open = इस डिवाइस पर ऐप में खोलें
set-up-totp-type-summary = स्कैन नहीं कर पा रहे?
set-up-totp-type = ऐप में यह कुंजी टाइप करें। छोटे और बड़े अक्षरों में कोई फ़र्क नहीं है और खाली जगहों से भी फ़र्क नहीं पड़ता।
set-up-totp-copy = कुंजी कॉपी करें
set-up-totp-confirm = ऐप में अभी दिख रहा छह अंकों का कोड डालें।
set-up-device-name = डिवाइस का नाम
set-up-device-hint = इससे आपको अपने डिवाइस पहचानने में मदद मिलती है, जैसे “मेरा फ़ोन”।
set-up-number-title = अपना फ़ोन जोड़ें
set-up-number-text = हम इस नंबर पर SMS से अभी एक कोड भेजेंगे, और फिर हर बार जब आप साइन इन करेंगे।
copied = कॉपी हो गया

challenge-totp-device = आपका डिवाइस:
remember-browser = { $days ->
    [one] इस ब्राउज़र पर { $days } दिन तक न पूछें
   *[other] इस ब्राउज़र पर { $days } दिन तक न पूछें
}

recovery-use = रिकवरी कोड इस्तेमाल करें
recovery-back = सामान्य कोड पर वापस जाएँ
recovery-code-label = रिकवरी कोड
recovery-challenge-title = रिकवरी कोड इस्तेमाल करें
recovery-challenge-text = दूसरा चरण सेट अप करते समय आपने जो कोड सँभालकर रखे थे, उनमें से एक डालें। हर कोड सिर्फ़ एक बार काम करता है।
recovery-codes-title = अपने रिकवरी कोड सँभालकर रखें
recovery-codes-subtitle = उस दिन के लिए जब आप दूसरा चरण पूरा न कर पाएँ।
recovery-codes-text = हर कोड से आप एक बार साइन इन कर सकते हैं। इन्हें ऐसी जगह रखें जहाँ ये सिर्फ़ आपको मिलें। ये सिर्फ़ इसी बार दिखाए जा रहे हैं।
recovery-codes-copy = कॉपी करें
recovery-codes-print = प्रिंट करें
recovery-codes-download = डाउनलोड करें
recovery-codes-kept = मैंने कोड सँभाल लिए हैं
recovery-used-title = आपने रिकवरी कोड इस्तेमाल किया है
recovery-used-left = { $count ->
    [0] आपके पास कोई रिकवरी कोड नहीं बचा है।
    [one] आपके पास { $count } रिकवरी कोड बचा है।
   *[other] आपके पास { $count } रिकवरी कोड बचे हैं।
}
recovery-used-text = इस कोड को काट दें, यह दोबारा काम नहीं करेगा।
recovery-used-few = जल्द ही नए कोड बना लें, ताकि दूसरा चरण पूरा न कर पाने पर भी आप साइन इन कर सकें।
problem-recovery-code-mismatch = यह कोड सही नहीं है या पहले इस्तेमाल हो चुका है। कृपया जाँच लें या कोई और कोड आज़माएँ।

factors-title = दूसरा चरण
factors-hint = पासवर्ड के बाद क्या माँगा जाता है
factors-required = यहाँ यह सभी के लिए ज़रूरी है।
factors-app = ऑथेंटिकेटर ऐप
factors-email = ईमेल पर कोड
factors-sms = SMS पर कोड
factors-on = चालू
factors-first = पहले माँगा जाता है
factors-no-email = इसे इस्तेमाल करने के लिए पहले किसी ईमेल पते की पुष्टि करें।
factors-no-phone = इसे इस्तेमाल करने के लिए पहले किसी फ़ोन नंबर की पुष्टि करें।
factors-ends-recovery = जब तक यह चालू है, इससे भूला हुआ पासवर्ड रीसेट नहीं किया जा सकता।
factors-set-up = सेट अप करें
factors-replace = फिर से सेट अप करें
factors-remove = हटाएँ
factors-turn-on = चालू करें
factors-turn-off = बंद करें
factors-ask-first = इसे पहले माँगें
factors-app-replaces = नया ऐप आपके मौजूदा ऐप की जगह ले लेगा।
factors-stays = यहाँ साइन इन करने के लिए दूसरा चरण ज़रूरी है और आपके पास सिर्फ़ यही है, इसलिए इसे हटाया नहीं जा सकता। पहले कोई और सेट अप करें।
factors-app-added = आपका ऑथेंटिकेटर ऐप सेट अप हो गया है।
factors-turned-on = यह चालू है। अगली बार साइन इन करते समय आपसे यह माँगा जाएगा।
factors-turned-off = यह बंद है। अब आपसे यह नहीं माँगा जाएगा।
factors-put-first = अब से यह पहले माँगा जाएगा।
factors-unchanged = कुछ भी नहीं बदला गया। यहाँ मौजूदा स्थिति दिख रही है।
factors-recovery = रिकवरी कोड
factors-recovery-text = उस दिन के लिए जब आप दूसरा चरण पूरा न कर पाएँ। हर कोड सिर्फ़ एक बार काम करता है।
factors-new-codes = नए कोड बनाएँ
factors-new-codes-hint = आपके पुराने कोड तुरंत काम करना बंद कर देंगे।
factors-browsers = याद रखे गए ब्राउज़र
factors-browsers-text = इन ब्राउज़र में आपसे दूसरा चरण नहीं माँगा जाता।
factors-browser-times = { $since } से { $until } तक
factors-forget = भूल जाएँ
factors-forget-all = सभी ब्राउज़र भूल जाएँ
factors-browsers-forgotten = वहाँ आपसे फिर से दूसरा चरण माँगा जाएगा।
account-state-off = बंद
