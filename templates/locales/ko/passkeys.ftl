passkey-sign-in = 패스키로 로그인
passkey-unsupported = 이 브라우저에서는 패스키를 사용할 수 없습니다. 다른 방법을 선택하거나 다른 브라우저에서 이 페이지를 열어 주세요.
passkey-cancelled = 패스키 작업을 완료하지 않았습니다. 다시 시도할 수 있습니다.
passkey-challenge-title = 패스키 사용
passkey-challenge-text = 지문, 얼굴, PIN 또는 보안 키로 본인임을 확인해 주세요.
passkey-challenge-button = 패스키 사용
passkey-no-script = 패스키를 사용하려면 JavaScript가 필요하지만 이 브라우저에서 꺼져 있습니다. JavaScript를 켜거나 다른 방법을 선택해 주세요.
factor-passkey = 패스키 사용

passkey-add-title = 패스키 추가
passkey-add-text = 패스키가 있으면 비밀번호 없이 지문, 얼굴, PIN 또는 보안 키로 로그인할 수 있습니다.
passkey-add-button = 패스키 추가
passkey-add-later = 나중에
passkey-add-there = 이 기기에는 이미 이 계정의 패스키가 있습니다.
passkey-add-full = 패스키가 최대 개수인 { $most }개에 도달했습니다. 먼저 더 이상 사용하지 않는 패스키를 삭제해 주세요.

passkeys-title = 패스키
passkeys-hint = 비밀번호 대신 지문, 얼굴 또는 PIN 사용
passkeys-text = 패스키를 사용하면 지문, 얼굴, PIN 또는 보안 키로 로그인할 수 있습니다.
passkeys-none = 아직 패스키가 없습니다.
passkeys-unnamed = 패스키
passkeys-added = 추가: { $date }
passkeys-added-used = 추가: { $date }, 최근 사용: { $used }
passkeys-synced = 여러 기기에서 사용
passkeys-one-device = 한 기기에서만 사용
passkeys-other-domain = { $domain }용으로 만든 패스키라 여기에서는 사용할 수 없습니다.
passkeys-name-label = 이름
passkeys-rename = 이름 변경
passkeys-rename-named = { $name } 이름 변경
passkeys-remove = 삭제
passkeys-remove-named = { $name } 삭제
passkeys-details = 관리
passkeys-details-named = { $name } 관리
passkeys-was-added = 패스키를 추가했습니다.
passkeys-was-renamed = 새 이름을 저장했습니다.
passkeys-was-removed = 패스키를 계정에서 삭제했습니다. 패스키가 저장된 기기나 비밀번호 관리자에서도 삭제할 수 있습니다.
passkeys-not-there = 이미 계정에서 삭제된 패스키이므로 변경된 내용이 없습니다.
passkeys-stays-only-way = 다른 로그인 방법이 없어 이 패스키를 삭제할 수 없습니다. 먼저 다른 패스키를 추가하거나 로그인 페이지의 “비밀번호를 잊으셨나요?”에서 비밀번호를 설정해 주세요.
passkeys-stays-second = 여기에 로그인하려면 2단계 인증이 필요한데, 사용할 수 있는 방법이 이 패스키뿐이어서 삭제할 수 없습니다. 먼저 다른 패스키를 추가해 주세요.

problem-passkey-refused = 이 패스키를 사용할 수 없었습니다. 다시 시도하거나 다른 방법으로 로그인해 주세요.
problem-passkey-unknown = 더 이상 어떤 계정에도 등록되어 있지 않은 패스키입니다. 다른 방법으로 로그인해 주세요.
problem-passkey-expired = 시간이 초과되었습니다. 다시 시도해 주세요.
problem-passkey-copied = 복제되었을 가능성이 있어 이 패스키를 거부했습니다. 다른 방법으로 로그인한 후 계정에서 이 패스키를 삭제해 주세요.

message-passkey-added-subject = [{ $pool }] 계정에 패스키가 추가되었습니다
message-passkey-added-body =
    안녕하세요, { $pool }입니다.

    방금 계정에 패스키가 추가되었습니다. 이 패스키로 로그인할 수 있습니다.

    직접 추가하셨다면 별도의 조치가 필요하지 않습니다. 추가하지 않으셨다면 다른 사람이 회원님의 계정에 로그인한 상태입니다. 패스키를 삭제하고 비밀번호를 변경한 후 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-passkey-added-sms = [{ $pool }] 계정에 패스키가 추가되었습니다. 본인이 아니라면 지금 삭제하고 비밀번호를 변경해 주세요.
message-passkey-removed-subject = [{ $pool }] 계정에서 패스키가 삭제되었습니다
message-passkey-removed-body =
    안녕하세요, { $pool }입니다.

    방금 계정에서 패스키가 삭제되었습니다. 다른 로그인 방법은 그대로 사용할 수 있습니다.

    직접 삭제하셨다면 별도의 조치가 필요하지 않습니다. 삭제하지 않으셨다면 다른 사람이 회원님의 계정에 로그인한 상태입니다. 비밀번호를 변경하고 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-passkey-removed-sms = [{ $pool }] 계정에서 패스키가 삭제되었습니다. 본인이 아니라면 지금 비밀번호를 변경해 주세요.
message-passkey-copied-subject = [{ $pool }] 패스키 사용을 거부했습니다
message-passkey-copied-body =
    안녕하세요, { $pool }입니다.

    회원님의 패스키 중 하나로 계정에 로그인하려는 시도가 있었으나, 복제된 패스키로 보여 거부했습니다.

    다른 방법으로 로그인해 이 패스키를 계정에서 삭제하고 새 패스키를 추가해 주세요. 어떤 상황인지 알 수 없다면 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-passkey-copied-sms = [{ $pool }] 복제되었을 가능성이 있어 패스키를 거부했습니다. 다른 방법으로 로그인한 후 삭제해 주세요.
