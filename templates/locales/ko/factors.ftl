set-up-select-title = 2단계 인증 추가
set-up-subtitle = 2단계 인증을 사용하면 다른 사람이 비밀번호를 알게 되더라도 계정이 안전하게 보호됩니다.
set-up-totp-title = 인증 앱 설정
set-up-totp-install = 휴대전화에서 인증 앱을 열어 주세요. 인증 앱이 없다면 먼저 설치해 주세요.
set-up-totp-scan = 인증 앱으로 이 이미지를 스캔해 주세요.
set-up-totp-picture = 인증 앱에 등록할 키가 담긴 QR 코드입니다. 아래에 텍스트로도 표시되어 있습니다.
set-up-totp-open = 이 기기의 앱에서 열기
set-up-totp-type-summary = 스캔할 수 없나요?
set-up-totp-type = 인증 앱에 이 키를 입력해 주세요. 대소문자는 구분하지 않으며 공백은 있어도 없어도 됩니다.
set-up-totp-copy = 키 복사
set-up-totp-confirm = 지금 인증 앱에 표시된 6자리 숫자를 입력해 주세요.
set-up-device-name = 기기 이름
set-up-device-hint = 기기를 구분하는 데 도움이 됩니다. 예: “내 휴대전화”
set-up-number-title = 휴대전화 추가
set-up-number-text = 지금, 그리고 로그인할 때마다 이 번호로 인증번호를 문자로 보내 드립니다.
copied = 복사됨

challenge-totp-device = 내 기기:
remember-browser = 이 브라우저에서 { $days }일 동안 묻지 않기

recovery-use = 복구 코드 사용
recovery-back = 인증번호 입력으로 돌아가기
recovery-code-label = 복구 코드
recovery-challenge-title = 복구 코드 사용
recovery-challenge-text = 2단계 인증을 설정할 때 보관해 둔 코드 중 하나를 입력해 주세요. 각 코드는 한 번만 사용할 수 있습니다.
recovery-codes-title = 복구 코드를 보관해 주세요
recovery-codes-subtitle = 2단계 인증을 사용할 수 없을 때 필요합니다.
recovery-codes-text = 코드 하나로 한 번씩 로그인할 수 있습니다. 본인만 찾을 수 있는 곳에 보관해 주세요. 코드는 이번 한 번만 표시됩니다.
recovery-codes-copy = 복사
recovery-codes-print = 인쇄
recovery-codes-download = 다운로드
recovery-codes-kept = 보관했습니다
recovery-used-title = 복구 코드를 사용하셨습니다
recovery-used-left = { $count ->
    [0] 남은 복구 코드가 없습니다.
   *[other] 복구 코드가 { $count }개 남았습니다.
}
recovery-used-text = 사용한 코드는 다시 쓸 수 없으니 지워 주세요.
recovery-used-few = 2단계 인증을 사용할 수 없게 되어도 로그인할 수 있도록 곧 새 코드를 발급받아 주세요.
problem-recovery-code-mismatch = 복구 코드가 올바르지 않거나 이미 사용한 코드입니다. 다시 확인하거나 다른 코드를 입력해 주세요.
