error-code-label = ข้อผิดพลาด
error-id-label = หมายเลขอ้างอิง
error-developer-heading = สำหรับนักพัฒนา
error-cause-label = สาเหตุ
error-mend-label = วิธีแก้ไข

error-request-heading = คำขอจากแอปไม่ถูกต้อง
error-request-advice = ที่อยู่เว็บที่พาคุณมาที่นี่ไม่ถูกต้อง โปรดกลับไปที่แอปแล้วลองอีกครั้ง หากยังไม่ได้ผล โปรดแจ้งผู้พัฒนาแอปพร้อมหมายเลขอ้างอิงด้านล่าง
error-sign-out-heading = พาคุณกลับไปที่แอปไม่ได้
error-sign-out-advice = ที่อยู่เว็บที่แอปขอมาไม่ได้ลงทะเบียนไว้ คุณปิดหน้านี้ได้
error-expired-heading = หน้านี้ใช้ไม่ได้แล้ว
error-expired-advice = การเข้าสู่ระบบใช้เวลานานเกินไป หรือดำเนินการต่อในแท็บอื่นแล้ว โปรดกลับไปที่แอปแล้วเริ่มใหม่
error-form-heading = โปรดส่งอีกครั้ง
error-form-advice = เราไม่สามารถยืนยันได้ว่าข้อมูลนี้ส่งมาจากหน้านี้ จึงไม่มีการเปลี่ยนแปลงใดๆ โปรดเริ่มใหม่อีกครั้ง
error-cookies-heading = เบราว์เซอร์ของคุณไม่ได้เปิดใช้คุกกี้
error-cookies-advice = การเข้าสู่ระบบต้องใช้คุกกี้ของเว็บไซต์นี้ โปรดอนุญาตคุกกี้ในการตั้งค่าเบราว์เซอร์ แล้วเริ่มใหม่
error-not-found-heading = ไม่พบหน้านี้
error-not-found-advice = ที่อยู่เว็บอาจไม่ถูกต้องหรือเลิกใช้แล้ว โปรดกลับไปที่แอปที่คุณต้องการใช้
error-unreadable-heading = อ่านข้อมูลไม่ได้
error-unreadable-advice = ข้อมูลที่เบราว์เซอร์ส่งมามีขนาดใหญ่เกินไปหรือเสียหาย โปรดย้อนกลับแล้วลองอีกครั้ง
error-sign-up-closed-heading = สมัครบัญชีที่นี่ไม่ได้
error-sign-up-closed-advice = ผู้ดูแลระบบเป็นผู้สร้างบัญชีใหม่ โปรดติดต่อฝ่ายสนับสนุนของแอปที่คุณใช้
error-recovery-closed-heading = รีเซ็ตรหัสผ่านที่นี่ไม่ได้
error-recovery-closed-advice = โปรดติดต่อฝ่ายสนับสนุนของแอปที่คุณใช้
error-too-many-heading = มีการดำเนินการบ่อยเกินไป
error-too-many-advice = มีการเข้าสู่ระบบจากเครือข่ายของคุณมากเกินไปในเวลาอันสั้น โปรดรอสักครู่แล้วลองอีกครั้ง
error-internal-heading = เกิดข้อผิดพลาด
error-internal-advice = ปัญหานี้เกิดจากเรา ไม่ใช่คุณ โปรดลองอีกครั้งในอีกสักครู่ หากเกิดขึ้นอีก โปรดแจ้งหมายเลขอ้างอิงด้านล่าง

cause-unknown-client = user pool นี้ไม่มี app client ที่มี client_id เป็น “{ $client }”
mend-unknown-client = เทียบ client_id กับ app client ของ user pool นี้ แต่ละ user pool มีที่อยู่ของตัวเอง โปรดตรวจสอบว่าใช้ที่อยู่ถูกต้อง
cause-redirect-mismatch = redirect_uri “{ $given }” ไม่ได้ลงทะเบียนไว้กับ app client นี้
mend-redirect-mismatch = { $count ->
    [0] app client นี้ยังไม่มี callback URL โปรดลงทะเบียน URL ที่แอปพลิเคชันของคุณใช้
   *[other] callback URL ต้องตรงกันทุกตัวอักษร รวมถึงพอร์ตและเครื่องหมายทับท้าย URL ที่ลงทะเบียนไว้: { $registered }
}
cause-sign-out-mismatch = ที่อยู่ออกจากระบบ “{ $given }” ไม่ได้ลงทะเบียนไว้กับ app client นี้
mend-sign-out-mismatch = { $count ->
    [0] app client นี้ยังไม่มี URL ออกจากระบบ โปรดลงทะเบียน URL ที่แอปพลิเคชันของคุณใช้
   *[other] URL ออกจากระบบต้องตรงกันทุกตัวอักษร รวมถึงพอร์ตและเครื่องหมายทับท้าย URL ที่ลงทะเบียนไว้: { $registered }
}
cause-duplicate-parameter = มีการส่งพารามิเตอร์ “{ $name }” มากกว่าหนึ่งครั้ง
mend-duplicate-parameter = ส่งพารามิเตอร์แต่ละตัวเพียงครั้งเดียว (RFC 6749 หัวข้อ 3.1)
cause-invalid-request = { $detail }
mend-invalid-request = แก้ไขคำขอที่แอปพลิเคชันของคุณสร้าง โดยเทียบกับเอกสาร discovery
cause-flow-expired = การเข้าสู่ระบบของหน้านี้หมดอายุ เสร็จสิ้นแล้ว หรือไม่มีอยู่
mend-flow-expired = เริ่มจากแอปพลิเคชันของคุณ ไม่ใช่จากบุ๊กมาร์กของหน้านี้
cause-step-out-of-order = ขั้นตอนนี้ไม่ใช่ขั้นตอนถัดไปของการเข้าสู่ระบบ
mend-step-out-of-order = ทำตามการเปลี่ยนเส้นทางจาก /oauth2/authorize และอย่าเปิดหน้าด้วยที่อยู่โดยตรง
cause-form-forged = ฟอร์มไม่มีค่า _csrf หรือค่านี้เป็นของเบราว์เซอร์อื่น หรือคำขอมาจากเว็บไซต์อื่น
mend-form-forged = ต้องส่งฟอร์มจากหน้านั้นเอง ไคลเอ็นต์อัตโนมัติต้องเก็บคุกกี้และส่ง _csrf กลับมา
cause-cookies-missing = ไม่ได้รับคุกกี้ของขั้นตอนการเข้าสู่ระบบกลับมา
mend-cookies-missing = เปิดหน้าด้วยโฮสต์ที่ระบุไว้ในการกำหนดค่า คุกกี้จาก localhost จะไม่ถูกส่งไปที่ 127.0.0.1
cause-not-found = ไม่มี route ที่ตรงกับที่อยู่นี้
mend-not-found = ดูที่อยู่ของ endpoint ทั้งหมดได้ในเอกสาร discovery
cause-method-not-allowed = มีที่อยู่นี้ แต่ไม่รองรับเมธอดนี้
mend-method-not-allowed = หน้าเว็บใช้ GET ฟอร์มใช้ POST
cause-unreadable-form = เนื้อหามีขนาดใหญ่เกินไป ไม่ใช่ application/x-www-form-urlencoded หรือไม่ใช่ UTF-8
mend-unreadable-form = ส่งเนื้อหาฟอร์มเป็น UTF-8
cause-unknown-host = โฮสต์ “{ $host }” ไม่ได้เป็นของ user pool ใด
mend-unknown-host = ใช้ที่อยู่สาธารณะที่กำหนดค่าไว้ หรือลงทะเบียนโฮสต์นี้เป็นโดเมนของ user pool
cause-sign-up-closed = user pool นี้ให้ผู้ดูแลระบบสร้างบัญชีได้เท่านั้น
mend-sign-up-closed = เปิดการสมัครด้วยตนเองในการตั้งค่าของ user pool
cause-recovery-closed = user pool นี้ปิดการกู้คืนบัญชีไว้
mend-recovery-closed = เปิดการกู้คืนบัญชีในการตั้งค่าของ user pool
cause-too-many = จำนวนการเข้าสู่ระบบจากเครือข่ายนี้ถึงขีดจำกัดต่อสิบนาทีตามการตั้งค่า sign_ins_begun_per_prefix ของ user pool แล้ว
mend-too-many = เพิ่มค่านี้หากมีคนจำนวนมากใช้เครือข่ายร่วมกัน หรือให้การทดสอบใช้เซสชันเดิมซ้ำ
cause-internal = ดูรายละเอียดได้ในบันทึกของเซิร์ฟเวอร์ตามหมายเลขอ้างอิงด้านบน
mend-internal = หากบันทึกไม่ได้บอกสาเหตุ โปรดแจ้งปัญหาพร้อมแนบบันทึกที่เกี่ยวข้อง

unavailable-heading = ขณะนี้มีผู้ใช้งานจำนวนมาก
unavailable-text = ไม่มีข้อมูลสูญหาย โปรดลองอีกครั้งในอีกไม่กี่วินาที
