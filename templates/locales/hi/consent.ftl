terms-link = उपयोग की शर्तें
privacy-link = निजता नीति
footer-legal = कानूनी जानकारी
footer-terms = उपयोग की शर्तें
footer-privacy = निजता नीति

terms-by-signing-up = खाता बनाकर आप हमारी { $terms } स्वीकार करते हैं।
terms-checkbox = मुझे { $terms } स्वीकार हैं
terms-checkbox-label = उपयोग की शर्तें
terms-privacy = हम आपके डेटा का क्या करते हैं, यह हमारी { $privacy } में बताया गया है।
problem-terms = खाता बनाने के लिए कृपया शर्तें स्वीकार करें।

terms-first-title = कृपया हमारी शर्तें स्वीकार करें
terms-first-text = { $name } पर आगे बढ़ने से पहले कृपया हमारी { $terms } पढ़ें और स्वीकार करें।
terms-changed-title = हमारी शर्तें बदल गई हैं
terms-changed-text = { $name } पर आगे बढ़ने से पहले कृपया हमारी नई { $terms } पढ़ें और स्वीकार करें।
terms-version = वर्शन { $version }
terms-accept = स्वीकार करके जारी रखें
terms-decline = अभी नहीं
terms-decline-hint = “अभी नहीं” चुनने पर आप साइन इन किए बिना ऐप पर वापस चले जाएँगे। आपका खाता पहले जैसा रहेगा।

accepted-terms-title = आपकी स्वीकार की हुई शर्तें
accepted-terms-text = आपने हमारी { $terms } इन वर्शन में स्वीकार की हैं।
accepted-terms-none = आपने यहाँ अभी तक कोई शर्तें स्वीकार नहीं की हैं।
accepted-terms-row = वर्शन { $version }, { $date } को स्वीकार किया गया
accepted-terms-newer = इसका नया वर्शन आ गया है। अगली बार किसी ऐप में साइन इन करने पर आपसे इसके बारे में पूछा जाएगा।

consent-title = अपने खाते के एक्सेस की अनुमति दें?
consent-text = { $name } को आपके खाते का एक्सेस चाहिए।
consent-more-text = { $name } को आपके खाते का उससे ज़्यादा एक्सेस चाहिए, जितना आपने अब तक दिया है।
consent-account = आपका खाता
consent-list = आप इसकी अनुमति दे रहे हैं
consent-list-new = यह नया है
consent-list-before = इसकी अनुमति आप पहले दे चुके हैं
consent-goes-to = इसके बाद आप { $host } पर जाएँगे
consent-take-back = आप अपने खाते के “ऐप” पेज से यह एक्सेस कभी भी हटा सकते हैं।
consent-allow = अनुमति दें
consent-deny = अनुमति न दें
scope-offline = आपके न होने पर भी जुड़ा रहता है

applications-allowed = { $date } को अनुमति दी गई, अभी इस्तेमाल में नहीं है
