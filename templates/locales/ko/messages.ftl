message-verification-subject = [{ $pool }] 계정 인증번호 안내
message-verification-body =
    안녕하세요, { $pool }입니다.

    계정 인증을 위한 인증번호를 알려 드립니다.

    {"{####}"}

    직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다.
message-verification-sms = [{ $pool }] 계정 인증번호: {"{####}"}

message-link-subject = [{ $pool }] 계정을 인증해 주세요
message-link-body =
    안녕하세요, { $pool }입니다.

    아래 링크를 눌러 계정 인증을 완료해 주세요.

    {"{##계정 인증하기##}"}

    직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다.

message-sign-in-subject = [{ $pool }] 로그인 인증번호 안내
message-sign-in-body =
    안녕하세요, { $pool }입니다.

    로그인에 필요한 인증번호를 알려 드립니다.

    {"{####}"}

    인증번호는 절대 다른 사람에게 알려 주지 마세요. { $pool } 직원은 인증번호를 묻지 않습니다. 지금 로그인 중이 아니라면 다른 사람이 로그인을 시도하고 있을 수 있습니다.
message-sign-in-sms = [{ $pool }] 로그인 인증번호: {"{####}"} 타인에게 알려 주지 마세요.

message-reset-subject = [{ $pool }] 비밀번호 재설정 인증번호 안내
message-reset-body =
    안녕하세요, { $pool }입니다.

    새 비밀번호를 설정하는 데 필요한 인증번호를 알려 드립니다.

    {"{####}"}

    직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 비밀번호는 변경되지 않습니다.
message-reset-sms = [{ $pool }] 비밀번호 재설정 인증번호: {"{####}"}

message-existing-account-subject = [{ $pool }] 이미 가입된 계정이 있습니다
message-existing-account-body =
    안녕하세요, { $pool }입니다.

    방금 이 이메일 주소로 새 계정을 만들려는 시도가 있었습니다. 이미 가입된 계정이 있어 아무것도 변경하지 않았습니다.

    기존 계정으로 로그인해 주세요. 비밀번호가 기억나지 않으면 로그인 페이지에서 “비밀번호를 잊으셨나요?”를 선택해 주세요.

    직접 시도하지 않으셨다면 이 메일을 무시하셔도 됩니다.
message-existing-account-sms = [{ $pool }] 이 번호로 가입된 계정이 있습니다. 로그인하거나 비밀번호를 재설정해 주세요.

message-password-changed-subject = [{ $pool }] 비밀번호가 변경되었습니다
message-password-changed-body =
    안녕하세요, { $pool }입니다.

    방금 계정 비밀번호가 변경되었으며, 다른 브라우저에서는 로그아웃되었습니다.

    직접 변경하셨다면 별도의 조치가 필요하지 않습니다. 변경하지 않으셨다면 지금 바로 로그인 페이지에서 비밀번호를 재설정해 주세요.
message-password-changed-sms = [{ $pool }] 비밀번호가 변경되었습니다. 본인이 아니라면 지금 재설정해 주세요.

message-provider-unlinked-subject = [{ $pool }] { $provider } 로그인 연결이 해제되었습니다
message-provider-unlinked-body =
    안녕하세요, { $pool }입니다.

    방금 계정에서 { $provider } 로그인 연결이 해제되었습니다. 다른 로그인 방법은 그대로 사용할 수 있습니다.

    직접 해제하셨다면 별도의 조치가 필요하지 않습니다. 해제하지 않으셨다면 다른 사람이 회원님의 계정에 로그인한 상태입니다. 비밀번호를 변경하고 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-provider-unlinked-sms = [{ $pool }] { $provider } 로그인 연결이 해제되었습니다. 본인이 아니라면 지금 비밀번호를 변경해 주세요.

message-recovery-code-used-subject = [{ $pool }] 복구 코드가 사용되었습니다
message-recovery-code-used-body =
    안녕하세요, { $pool }입니다.

    방금 계정의 복구 코드 중 하나가 로그인에 사용되었습니다. 각 코드는 한 번만 사용할 수 있으니 사용한 코드를 지워 주세요.

    직접 사용하셨다면 별도의 추가 조치가 필요하지 않습니다. 사용하지 않으셨다면 다른 사람이 회원님의 비밀번호와 복구 코드를 알고 있습니다. 지금 바로 로그인 페이지에서 비밀번호를 재설정하고 새 복구 코드를 발급받아 주세요.
message-recovery-code-used-sms = [{ $pool }] 복구 코드가 사용되었습니다. 본인이 아니라면 지금 비밀번호를 재설정해 주세요.

message-factors-changed-subject = [{ $pool }] 2단계 인증이 변경되었습니다
message-factors-changed-body =
    안녕하세요, { $pool }입니다.

    방금 계정을 보호하는 2단계 인증이 변경되었습니다.

    직접 변경하셨다면 별도의 조치가 필요하지 않습니다. 변경하지 않으셨다면 다른 사람이 회원님의 비밀번호를 알고 있습니다. 지금 바로 로그인 페이지에서 비밀번호를 재설정하고 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-factors-changed-sms = [{ $pool }] 2단계 인증이 변경되었습니다. 본인이 아니라면 지금 비밀번호를 재설정해 주세요.

message-invitation-subject = [{ $pool }] 계정 안내
message-invitation-body =
    안녕하세요, { $pool }입니다.

    회원님의 계정이 만들어졌습니다.

    아이디: {"{username}"}

    임시 비밀번호는 다음과 같습니다.

    {"{####}"}

    로그인할 때 사용할 비밀번호를 직접 설정하게 됩니다.
message-invitation-sms = [{ $pool }] 아이디: {"{username}"}, 임시 비밀번호: {"{####}"}

message-address-code-subject = [{ $pool }] 이메일 주소 인증번호 안내
message-address-code-body =
    안녕하세요, { $pool }입니다.

    이 주소를 계정에 사용하는 데 필요한 인증번호를 알려 드립니다.

    {"{####}"}

    인증번호를 요청한 페이지에 입력해 주세요. 직접 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 아무것도 변경되지 않습니다.
message-address-code-sms = [{ $pool }] 이 번호를 계정에 사용하기 위한 인증번호: {"{####}"}

message-address-in-use-subject = [{ $pool }] 이미 계정에 등록된 이메일 주소입니다
message-address-in-use-body =
    안녕하세요, { $pool }입니다.

    이 주소를 다른 계정에 사용하려는 시도가 있었습니다. 이미 회원님의 계정에 등록된 주소이므로 아무것도 변경하지 않았습니다.

    직접 시도하셨다면 이 주소가 등록된 계정으로 로그인해 주세요. 시도하지 않으셨다면 이 메일을 무시하셔도 됩니다.
message-address-in-use-sms = [{ $pool }] 이 번호를 다른 계정에 사용하려는 시도가 있었습니다. 이미 회원님의 계정에 등록된 번호이므로 아무것도 변경하지 않았습니다.

message-address-changed-subject = [{ $pool }] 계정의 이메일 주소가 변경되었습니다
message-address-changed-body =
    안녕하세요, { $pool }입니다.

    계정의 이메일 주소가 다른 주소로 변경되었습니다. 앞으로 이 주소로는 메일을 보내지 않습니다.

    직접 변경하셨다면 별도의 조치가 필요하지 않습니다. 변경하지 않으셨다면 지금 바로 변경을 되돌려 주세요.

    {"{##변경 되돌리기##}"}

    변경을 되돌리면 이 주소가 복원되고, 모든 곳에서 로그아웃되며, 새 비밀번호를 설정해야 합니다.
message-address-changed-sms = [{ $pool }] 전화번호가 변경되었습니다. 본인이 아니신가요? {"{##변경 되돌리기##}"}

message-address-changed-for-good-subject = [{ $pool }] 계정의 이메일 주소가 변경되었습니다
message-address-changed-for-good-body =
    안녕하세요, { $pool }입니다.

    계정의 이메일 주소가 다른 주소로 변경되었습니다. 앞으로 이 주소로는 메일을 보내지 않습니다.

    직접 변경하셨다면 별도의 조치가 필요하지 않습니다. 변경하지 않으셨다면 이용 중인 앱의 담당자에게 도움을 요청해 주세요.
message-address-changed-for-good-sms = [{ $pool }] 계정의 전화번호가 변경되었습니다. 본인이 아니라면 앱 담당자에게 문의해 주세요.

message-address-restored-subject = [{ $pool }] 이메일 주소 변경을 되돌렸습니다
message-address-restored-body =
    안녕하세요, { $pool }입니다.

    보내 드린 메시지의 링크를 통해 계정의 이메일 주소 변경을 되돌렸습니다. 계정의 주소가 변경 전 주소로 복원되었으며, 모든 곳에서 로그아웃되었습니다.

    회원님의 계정이라면 로그인할 때 새 비밀번호를 설정하고 계정 설정을 확인해 주세요.
message-address-restored-sms = [{ $pool }] 전화번호 변경을 되돌렸으며, 모든 곳에서 로그아웃되었습니다.

message-account-deleted-subject = [{ $pool }] 계정이 삭제되었습니다
message-account-deleted-body =
    안녕하세요, { $pool }입니다.

    요청하신 대로 방금 계정과 계정에 속한 모든 정보를 삭제했습니다.

    직접 요청하지 않으셨다면 이용하시던 앱의 담당자에게 도움을 요청해 주세요.
message-account-deleted-sms = [{ $pool }] 요청하신 대로 계정을 삭제했습니다.
