error-code-label = 오류
error-id-label = 문의 번호
error-developer-heading = 개발자 안내
error-cause-label = 원인
error-mend-label = 해결 방법

error-request-heading = 앱의 요청이 올바르지 않습니다
error-request-advice = 이 페이지로 연결된 주소가 올바르지 않습니다. 앱으로 돌아가 다시 시도해 주세요. 문제가 계속되면 아래 문의 번호와 함께 앱 제공자에게 알려 주세요.
error-sign-out-heading = 앱으로 돌아갈 수 없습니다
error-sign-out-advice = 앱이 요청한 주소가 등록되어 있지 않습니다. 이 페이지를 닫으셔도 됩니다.
error-expired-heading = 더 이상 유효하지 않은 페이지입니다
error-expired-advice = 로그인 시간이 초과되었거나 다른 탭에서 로그인이 진행되었습니다. 앱으로 돌아가 처음부터 다시 시작해 주세요.
error-form-heading = 다시 한번 제출해 주세요
error-form-advice = 이 페이지에서 제출된 내용인지 확인할 수 없어 아무것도 변경하지 않았습니다. 처음부터 다시 시작해 주세요.
error-cookies-heading = 브라우저에서 쿠키를 사용할 수 없습니다
error-cookies-advice = 로그인하려면 이 사이트의 쿠키가 필요합니다. 브라우저 설정에서 쿠키를 허용한 다음 처음부터 다시 시작해 주세요.
error-not-found-heading = 페이지를 찾을 수 없습니다
error-not-found-advice = 주소가 잘못되었거나 변경되었을 수 있습니다. 이용하려는 앱으로 돌아가 주세요.
error-unreadable-heading = 내용을 읽을 수 없습니다
error-unreadable-advice = 브라우저에서 보낸 데이터가 너무 크거나 손상되었습니다. 이전 페이지로 돌아가 다시 시도해 주세요.
error-sign-up-closed-heading = 여기에서는 가입할 수 없습니다
error-sign-up-closed-advice = 새 계정은 관리자가 만듭니다. 이용 중인 앱의 담당자에게 문의해 주세요.
error-recovery-closed-heading = 여기에서는 비밀번호를 재설정할 수 없습니다
error-recovery-closed-advice = 이용 중인 앱의 담당자에게 문의해 주세요.
error-too-many-heading = 시도 횟수가 너무 많습니다
error-too-many-advice = 사용 중인 네트워크에서 짧은 시간에 너무 많은 로그인이 시작되었습니다. 몇 분 후 다시 시도해 주세요.
error-internal-heading = 문제가 발생했습니다
error-internal-advice = 저희 쪽 오류로 불편을 드려 죄송합니다. 잠시 후 다시 시도해 주세요. 같은 문제가 반복되면 아래 문의 번호를 알려 주세요.

cause-unknown-client = 이 풀에는 client_id가 “{ $client }”인 앱 클라이언트가 없습니다.
mend-unknown-client = client_id를 이 풀의 앱 클라이언트와 비교해 보세요. 풀마다 주소가 다르므로 주소가 맞는지도 확인해 주세요.
cause-redirect-mismatch = 이 앱 클라이언트에 등록되지 않은 redirect_uri입니다: “{ $given }”
mend-redirect-mismatch = { $count ->
    [0] 이 클라이언트에는 아직 콜백 URL이 없습니다. 애플리케이션에서 사용하는 URL을 등록해 주세요.
   *[other] 콜백 URL은 포트와 끝의 슬래시까지 정확히 일치해야 합니다. 등록된 URL: { $registered }
}
cause-sign-out-mismatch = 이 앱 클라이언트에 등록되지 않은 로그아웃 주소입니다: “{ $given }”
mend-sign-out-mismatch = { $count ->
    [0] 이 클라이언트에는 아직 로그아웃 URL이 없습니다. 애플리케이션에서 사용하는 URL을 등록해 주세요.
   *[other] 로그아웃 URL은 포트와 끝의 슬래시까지 정확히 일치해야 합니다. 등록된 URL: { $registered }
}
cause-duplicate-parameter = “{ $name }” 매개변수가 두 번 이상 전송되었습니다.
mend-duplicate-parameter = 각 매개변수는 한 번만 전송해 주세요(RFC 6749, 3.1절).
cause-invalid-request = { $detail }
mend-invalid-request = 애플리케이션이 만드는 요청을 디스커버리 문서와 비교해 수정해 주세요.
cause-flow-expired = 이 페이지의 로그인이 만료되었거나, 이미 완료되었거나, 존재하지 않습니다.
mend-flow-expired = 이 페이지의 북마크가 아니라 애플리케이션에서 시작해 주세요.
cause-step-out-of-order = 이 단계는 로그인의 다음 단계가 아닙니다.
mend-step-out-of-order = /oauth2/authorize에서 시작되는 리디렉션을 따르고, 주소로 페이지를 직접 열지 마세요.
cause-form-forged = 양식의 _csrf 값이 없거나 다른 브라우저의 값입니다. 또는 다른 사이트에서 온 요청입니다.
mend-form-forged = 양식은 해당 페이지에서 직접 제출해야 합니다. 자동화된 클라이언트는 쿠키를 유지하고 _csrf 값을 함께 보내야 합니다.
cause-cookies-missing = 플로 쿠키가 돌아오지 않았습니다.
mend-cookies-missing = 설정에 지정된 호스트로 페이지를 열어 주세요. localhost의 쿠키는 127.0.0.1로 전송되지 않습니다.
cause-not-found = 이 주소와 일치하는 경로가 없습니다.
mend-not-found = 모든 엔드포인트의 주소는 디스커버리 문서에 나와 있습니다.
cause-method-not-allowed = 주소는 있지만 이 메서드를 지원하지 않습니다.
mend-method-not-allowed = 페이지는 GET, 양식은 POST를 사용합니다.
cause-unreadable-form = 본문이 너무 크거나, application/x-www-form-urlencoded 형식이 아니거나, UTF-8이 아닙니다.
mend-unreadable-form = 양식 본문을 UTF-8로 보내 주세요.
cause-unknown-host = “{ $host }” 호스트에 해당하는 풀이 없습니다.
mend-unknown-host = 설정된 공개 주소를 사용하거나 이 호스트를 풀의 도메인으로 등록해 주세요.
cause-sign-up-closed = 이 풀에서는 관리자만 계정을 만들 수 있습니다.
mend-sign-up-closed = 풀 설정에서 사용자 직접 가입을 켜 주세요.
cause-recovery-closed = 이 풀은 계정 복구가 꺼져 있습니다.
mend-recovery-closed = 풀 설정에서 계정 복구를 켜 주세요.
cause-too-many = 이 네트워크에서 시작한 로그인 수가 풀 설정 sign_ins_begun_per_prefix에서 10분 동안 허용하는 횟수에 도달했습니다.
mend-too-many = 많은 사용자가 이 네트워크를 함께 사용한다면 설정값을 높이고, 테스트라면 세션을 재사용해 주세요.
cause-internal = 자세한 내용은 서버 로그에 위 번호로 기록되어 있습니다.
mend-internal = 로그로 원인을 알 수 없다면 해당 로그와 함께 신고해 주세요.

unavailable-heading = 지금 접속자가 많습니다
unavailable-text = 사라진 데이터는 없습니다. 몇 초 후 다시 시도해 주세요.
