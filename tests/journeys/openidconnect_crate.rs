//! The `openidconnect` crate as a relying party: discovery, code with PKCE, verified ID token, userInfo, refresh.

use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenVerifier, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, RedirectUrl, Scope, TokenResponse,
};

use crate::support::database::block_on;
use crate::support::server::TestServer;

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Failed(String);

#[expect(clippy::disallowed_methods, reason = "a test's own client")]
async fn send(request: HttpRequest) -> Result<HttpResponse, Failed> {
    let client = reqwest::Client::new();
    let failed = |error: reqwest::Error| Failed(error.to_string());
    let request = reqwest::Request::try_from(request).map_err(failed)?;
    let response = client.execute(request).await.map_err(failed)?;
    let mut built = openidconnect::http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        built = built.header(name, value);
    }
    built.body(response.bytes().await.map_err(failed)?.to_vec()).map_err(|error| Failed(error.to_string()))
}

#[test]
fn the_openidconnect_crate_signs_a_person_in() {
    block_on(async {
        let server = TestServer::start().await;
        let issuer = IssuerUrl::new(format!("{}/us-east-1_Demo00001", server.origin)).expect("a URL");
        let provider = CoreProviderMetadata::discover_async(issuer, &send).await.expect("discovery");
        let client = CoreClient::from_provider_metadata(
            provider,
            ClientId::new("demoserver".into()),
            Some(ClientSecret::new(vestibule::dev::seed::CONFIDENTIAL_SECRET.into())),
        )
        .set_redirect_uri(RedirectUrl::new("http://127.0.0.1:9/cb".into()).expect("a URL"));
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(challenge)
            .url();

        let browser = server.browser();
        let login = browser.get(url.as_str()).await;
        let person = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
        let back = browser.submit(&login, "password", &person).await;
        assert_eq!(back.query("state").as_deref(), Some(state.secret().as_str()));
        let code = AuthorizationCode::new(back.query("code").expect("a code"));

        let tokens = client
            .exchange_code(code)
            .expect("a token endpoint")
            .set_pkce_verifier(verifier)
            .request_async(&send)
            .await
            .expect("tokens");
        let id_token = tokens.id_token().expect("an ID token");
        let id_verifier: CoreIdTokenVerifier<'_> = client.id_token_verifier();
        let claims = id_token.claims(&id_verifier, &nonce).expect("the ID token verifies");
        assert_eq!(claims.email().map(|email| email.as_str()), Some("ada@example.com"));
        assert!(
            id_token.claims(&id_verifier, &Nonce::new("another".into())).is_err(),
            "another nonce is refused"
        );

        let person: CoreUserInfoClaims = client
            .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
            .expect("a userInfo endpoint")
            .request_async(&send)
            .await
            .expect("userInfo");
        assert_eq!(person.email_verified(), Some(true));

        let refreshed = client
            .exchange_refresh_token(tokens.refresh_token().expect("a refresh token"))
            .expect("a token endpoint")
            .request_async(&send)
            .await
            .expect("a refresh");
        assert_ne!(refreshed.access_token().secret(), tokens.access_token().secret());
    });
}
