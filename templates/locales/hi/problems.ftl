problem-incorrect-credentials = यूज़रनेम या पासवर्ड गलत है।
problem-other-account = यह कोई और खाता है। जोड़ने के लिए यहाँ बताए गए खाते में साइन इन करें या फिर से शुरू करें।
problem-locked-seconds = { $seconds ->
    [one] कई बार कोशिश नाकाम रही। { $seconds } सेकंड बाद फिर से कोशिश करें।
   *[other] कई बार कोशिश नाकाम रही। { $seconds } सेकंड बाद फिर से कोशिश करें।
}
problem-locked-minutes = { $minutes ->
    [one] कई बार कोशिश नाकाम रही। { $minutes } मिनट बाद फिर से कोशिश करें या अपना पासवर्ड रीसेट करें।
   *[other] कई बार कोशिश नाकाम रही। { $minutes } मिनट बाद फिर से कोशिश करें या अपना पासवर्ड रीसेट करें।
}
problem-too-many-requests = थोड़े समय में बहुत बार कोशिश की गई। कृपया कुछ देर रुककर फिर से कोशिश करें।
problem-busy = अभी हम बहुत व्यस्त हैं। कृपया थोड़ी देर में फिर से कोशिश करें।
problem-form-expired = यह पेज बहुत देर तक खुला रहा। कृपया एक बार फिर कोशिश करें।
problem-password-reset-required = साइन इन करने से पहले आपको पासवर्ड रीसेट करना होगा। “पासवर्ड भूल गए?” चुनें।
problem-temporary-password-expired = आपके अस्थायी पासवर्ड की समय-सीमा खत्म हो गई है। एडमिन से नया पासवर्ड माँगें।
problem-recovery-impossible = हम इस खाते का पासवर्ड रीसेट नहीं कर सकते। मदद के लिए कृपया सहायता टीम से संपर्क करें।
problem-message-not-sent = हम संदेश नहीं भेज पाए। कृपया थोड़ी देर में फिर से कोशिश करें।
problem-method-unavailable = साइन इन करने का यह तरीका अभी उपलब्ध नहीं है। कृपया कोई और तरीका चुनें।
problem-provider-try-again = उस सेवा से साइन इन इस बार नहीं हो पाया। कृपया फिर से कोशिश करें।
problem-refused = { $reason }
problem-required = कृपया यह फ़ील्ड भरें।
problem-invalid-email = कृपया पूरा ईमेल पता डालें, जैसे name@example.com।
problem-invalid-phone = कृपया देश के कोड के साथ फ़ोन नंबर डालें, जैसे +49 30 1234567।
problem-invalid-username = इस यूज़रनेम में कुछ ऐसा है जिसकी अनुमति नहीं है। अक्षर, अंक और ज़्यादातर चिह्न चलेंगे, खाली जगह नहीं।
problem-invalid-date = कृपया तारीख साल, महीना और दिन के क्रम में डालें, जैसे 1990-12-31।
problem-invalid-url = कृपया https:// से शुरू होने वाला पूरा वेब पता डालें।
problem-invalid-number = कृपया पूर्ण संख्या डालें।
problem-invalid-value = यह यहाँ मान्य नहीं है। कृपया जाँच लें।
problem-too-short = { $minimum ->
    [one] कृपया कम से कम { $minimum } कैरेक्टर डालें।
   *[other] कृपया कम से कम { $minimum } कैरेक्टर डालें।
}
problem-too-long = यह बहुत लंबा है। ज़्यादा से ज़्यादा { $maximum } कैरेक्टर डाल सकते हैं।
problem-username-taken = यह यूज़रनेम पहले से इस्तेमाल में है। कृपया कोई और चुनें।
problem-address-taken = यह पता पहले से किसी और खाते में इस्तेमाल हो रहा है। कृपया उसी खाते से साइन इन करें।
problem-password-policy = यह पासवर्ड सभी नियम पूरे नहीं करता।
problem-password-reused = आप यह पासवर्ड पहले इस्तेमाल कर चुके हैं। कृपया नया चुनें।
problem-password-compromised = यह पासवर्ड डेटा लीक में सामने आ चुका है और अब सुरक्षित नहीं है। कृपया कोई और चुनें।
problem-code-mismatch = यह कोड सही नहीं है। कृपया जाँच लें या नया कोड माँगें।
problem-code-expired = यह कोड पुराना हो चुका है या पहले इस्तेमाल हो चुका है। कृपया नया कोड माँगें।
problem-code-attempts-spent = बहुत बार गलत कोड डाला गया। कृपया नया कोड माँगें।
problem-authenticator-mismatch = यह कोड सही नहीं है। कृपया वही कोड डालें जो ऐप में अभी दिख रहा है।
problem-code-reused = यह कोड पहले इस्तेमाल हो चुका है। ऐप में अगला कोड दिखने तक रुकें।
