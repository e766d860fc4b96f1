terms-link = 이용약관
privacy-link = 개인정보 처리방침
footer-legal = 법적 고지
footer-terms = 이용약관
footer-privacy = 개인정보 처리방침

terms-by-signing-up = 계정을 만들면 { $terms }에 동의하게 됩니다.
terms-checkbox = { $terms }에 동의합니다
terms-checkbox-label = 이용약관
terms-privacy = 회원님의 데이터를 어떻게 처리하는지는 { $privacy }에서 확인할 수 있습니다.
problem-terms = 계정을 만들려면 이용약관에 동의해 주세요.

terms-first-title = 이용약관에 동의해 주세요
terms-first-text = { $name } 서비스로 이동하기 전에 { $terms }을 읽고 동의해 주세요.
terms-changed-title = 이용약관이 변경되었습니다
terms-changed-text = { $name } 서비스로 이동하기 전에 새 { $terms }을 읽고 동의해 주세요.
terms-version = 버전 { $version }
terms-accept = 동의하고 계속
terms-decline = 나중에
terms-decline-hint = “나중에”를 선택하면 로그인하지 않고 앱으로 돌아갑니다. 계정은 그대로 유지됩니다.

accepted-terms-title = 동의한 약관
accepted-terms-text = 회원님이 동의한 { $terms } 버전입니다.
accepted-terms-none = 아직 동의한 약관이 없습니다.
accepted-terms-row = 버전 { $version }, 동의한 날짜: { $date }
accepted-terms-newer = 새 버전이 있습니다. 다음에 앱에 로그인할 때 동의 여부를 여쭤보겠습니다.

consent-title = 계정 액세스를 허용하시겠어요?
consent-text = { $name } 앱에서 계정 액세스 권한을 요청합니다.
consent-more-text = { $name } 앱에서 지금까지 허용한 것보다 더 많은 계정 액세스 권한을 요청합니다.
consent-account = 내 계정
consent-list = 허용할 권한
consent-list-new = 새로 허용할 권한
consent-list-before = 이전에 허용한 권한
consent-goes-to = 이후 { $host } 사이트로 이동합니다
consent-take-back = 액세스 권한은 계정의 “앱” 페이지에서 언제든지 삭제할 수 있습니다.
consent-allow = 허용
consent-deny = 거부
scope-offline = 이용하지 않을 때도 연결 유지

applications-allowed = 허용한 날짜: { $date }, 현재 사용 안 함
