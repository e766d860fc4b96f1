terms-link = ข้อกำหนดการใช้งาน
privacy-link = นโยบายความเป็นส่วนตัว
footer-legal = ข้อมูลทางกฎหมาย
footer-terms = ข้อกำหนดการใช้งาน
footer-privacy = นโยบายความเป็นส่วนตัว

terms-by-signing-up = เมื่อสร้างบัญชี ถือว่าคุณยอมรับ{ $terms }ของเรา
terms-checkbox = ฉันยอมรับ{ $terms }
terms-checkbox-label = ข้อกำหนดการใช้งาน
terms-privacy = อ่านวิธีที่เราใช้ข้อมูลของคุณได้ใน{ $privacy }ของเรา
problem-terms = หากต้องการสร้างบัญชี โปรดยอมรับข้อกำหนด

terms-first-title = โปรดยอมรับข้อกำหนดของเรา
terms-first-text = ก่อนดำเนินการต่อไปยัง { $name } โปรดอ่านและยอมรับ{ $terms }ของเรา
terms-changed-title = ข้อกำหนดของเรามีการเปลี่ยนแปลง
terms-changed-text = ก่อนดำเนินการต่อไปยัง { $name } โปรดอ่านและยอมรับ{ $terms }ฉบับใหม่ของเรา
terms-version = เวอร์ชัน { $version }
terms-accept = ยอมรับและดำเนินการต่อ
terms-decline = ไว้ภายหลัง
terms-decline-hint = หากเลือก “ไว้ภายหลัง” คุณจะกลับไปโดยไม่ได้เข้าสู่ระบบในแอปนั้น บัญชีของคุณจะยังเหมือนเดิม

accepted-terms-title = ข้อกำหนดที่คุณยอมรับแล้ว
accepted-terms-text = เวอร์ชันของ{ $terms }ที่คุณยอมรับแล้วมีดังนี้
accepted-terms-none = คุณยังไม่ได้ยอมรับข้อกำหนดใดๆ ที่นี่
accepted-terms-row = เวอร์ชัน { $version } ยอมรับเมื่อ { $date }
accepted-terms-newer = มีเวอร์ชันใหม่กว่านี้ เราจะถามคุณเมื่อคุณเข้าสู่ระบบแอปครั้งถัดไป

consent-title = อนุญาตให้เข้าถึงบัญชีของคุณไหม
consent-text = { $name } ขอสิทธิ์เข้าถึงบัญชีของคุณ
consent-more-text = { $name } ขอสิทธิ์เข้าถึงบัญชีของคุณมากกว่าที่คุณเคยอนุญาต
consent-account = บัญชีของคุณ
consent-list = สิ่งที่คุณจะอนุญาต
consent-list-new = สิ่งที่ขอเพิ่ม
consent-list-before = สิ่งที่คุณเคยอนุญาตแล้ว
consent-goes-to = จากนั้นคุณจะไปยัง { $host }
consent-take-back = คุณถอนสิทธิ์ได้ทุกเมื่อที่ “แอป” ในบัญชีของคุณ
consent-allow = อนุญาต
consent-deny = ปฏิเสธ
scope-offline = เข้าถึงต่อได้แม้คุณไม่ได้ใช้งานอยู่

applications-allowed = อนุญาตเมื่อ { $date } ขณะนี้ไม่ได้ใช้งาน
