confirm-title = अपने खाते की पुष्टि करें
confirm-bare = आपको मिला कोड डालें।
confirm-button = खाते की पुष्टि करें
confirm-back-question = पता गलत है?
confirm-back = वापस जाकर बदलें

confirm-user-title = अपने खाते की पुष्टि करें
confirm-user-ask = बस एक क्लिक और आपका खाता इस्तेमाल के लिए तैयार है।
confirm-user-button = मेरे खाते की पुष्टि करें
confirm-user-done-heading = आपके खाते की पुष्टि हो गई है
confirm-user-done = अब आप साइन इन कर सकते हैं।
confirm-user-close = आप यह पेज बंद कर सकते हैं।
confirm-user-failed-heading = यह लिंक अब काम नहीं करता
confirm-user-failed-advice = अपने यूज़रनेम और पासवर्ड से साइन इन करें। फिर आप नया कोड माँग सकते हैं।
