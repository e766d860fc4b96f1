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

message-invitation-subject = [{ $pool }] 계정 안내
message-invitation-body =
    안녕하세요, { $pool }입니다.

    회원님의 계정이 만들어졌습니다.

    아이디: {"{username}"}

    임시 비밀번호는 다음과 같습니다.

    {"{####}"}

    로그인할 때 사용할 비밀번호를 직접 설정하게 됩니다.
message-invitation-sms = [{ $pool }] 아이디: {"{username}"}, 임시 비밀번호: {"{####}"}
