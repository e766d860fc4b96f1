confirm-title = 계정 인증
confirm-bare = 받으신 인증번호를 입력해 주세요.
confirm-button = 계정 인증하기
confirm-back-question = 잘못 입력하셨나요?
confirm-back = 돌아가서 수정하기

confirm-user-title = 계정 인증
confirm-user-ask = 버튼을 누르면 바로 계정을 사용할 수 있습니다.
confirm-user-button = 계정 인증하기
confirm-user-done-heading = 계정 인증이 완료되었습니다
confirm-user-done = 이제 로그인할 수 있습니다.
confirm-user-close = 이 페이지를 닫으셔도 됩니다.
confirm-user-failed-heading = 더 이상 사용할 수 없는 링크입니다
confirm-user-failed-advice = 아이디와 비밀번호로 로그인하면 새 인증번호를 받을 수 있습니다.
