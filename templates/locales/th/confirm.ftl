confirm-title = ยืนยันบัญชีของคุณ
confirm-bare = กรอกรหัสยืนยันที่คุณได้รับ
confirm-button = ยืนยันบัญชี
confirm-back-question = กรอกข้อมูลผิดใช่ไหม
confirm-back = กลับไปแก้ไข

confirm-user-title = ยืนยันบัญชีของคุณ
confirm-user-ask = คลิกเพียงครั้งเดียว บัญชีของคุณก็พร้อมใช้งาน
confirm-user-button = ยืนยันบัญชีของฉัน
confirm-user-done-heading = ยืนยันบัญชีเรียบร้อยแล้ว
confirm-user-done = คุณเข้าสู่ระบบได้แล้ว
confirm-user-close = คุณปิดหน้านี้ได้
confirm-user-failed-heading = ลิงก์นี้ใช้ไม่ได้แล้ว
confirm-user-failed-advice = เข้าสู่ระบบด้วยชื่อผู้ใช้และรหัสผ่าน แล้วคุณจะขอรหัสยืนยันใหม่ได้
