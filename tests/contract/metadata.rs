//! Discovery says what is true.

use super::*;

const DOCUMENTS: [&str; 4] = [
    "/{pool}/.well-known/openid-configuration",
    "/{pool}/.well-known/oauth-authorization-server",
    "/.well-known/openid-configuration/{pool}",
    "/.well-known/oauth-authorization-server/{pool}",
];

#[tokio::test]
async fn one_document_lies_at_every_address_of_both_specifications() {
    let server = TestServer::start().await;
    for (pool, base) in [("us-east-1_Demo00001", ""), ("us-east-1_Demo00002", "/us-east-1_Demo00002")] {
        let issuer = format!("{}/{pool}", server.origin);
        let mut documents = Vec::new();
        for address in DOCUMENTS {
            let page = server.browser().get(&address.replace("{pool}", pool)).await;
            assert_eq!(page.status, 200, "{address}");
            assert!(page.header("content-type").starts_with("application/json"), "{address}");
            documents.push(json(&page));
        }
        assert!(documents.windows(2).all(|pair| pair[0] == pair[1]));
        let document = &documents[0];
        assert_eq!(document["issuer"], issuer.as_str());
        for (name, path) in [
            ("authorization_endpoint", "/oauth2/authorize"),
            ("token_endpoint", "/oauth2/token"),
            ("userinfo_endpoint", "/oauth2/userInfo"),
            ("revocation_endpoint", "/oauth2/revoke"),
            ("end_session_endpoint", "/logout"),
        ] {
            assert_eq!(document[name], format!("{}{base}{path}", server.origin).as_str());
            let page = server.browser().get_once(document[name].as_str().expect("a URL")).await;
            assert_ne!(page.status, 404, "{name}");
        }
        assert_eq!(document["jwks_uri"], format!("{issuer}/.well-known/jwks.json").as_str());
    }
    for absent in
        ["/.well-known/openid-configuration", "/us-east-1_Nobody001/.well-known/openid-configuration"]
    {
        assert_eq!(server.browser().get(absent).await.status, 404, "{absent}");
    }
}

#[tokio::test]
async fn what_is_named_is_accepted_and_nothing_else() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let document = json(&server.browser().get("/us-east-1_Demo00001/.well-known/openid-configuration").await);
    let listed = |name: &str| -> Vec<String> {
        serde_json::from_value(document[name].clone()).unwrap_or_else(|_| panic!("no list {name}"))
    };
    let outcome = async |extra: &[(&str, &str)]| {
        let page = server.browser().get(app.depart(extra).url.as_str()).await;
        page.query("error")
    };
    for response_type in ["code", "token", "id_token", "code id_token", "none"] {
        let refused = outcome(&[("response_type", response_type)]).await;
        let is_named = listed("response_types_supported").iter().any(|name| name == response_type);
        assert_eq!(refused.is_none(), is_named, "{response_type}: {refused:?}");
    }
    for mode in ["query", "fragment", "form_post"] {
        let refused = outcome(&[("response_mode", mode)]).await;
        let is_named = listed("response_modes_supported").iter().any(|name| name == mode);
        assert_eq!(refused.is_none(), is_named, "{mode}: {refused:?}");
    }
    for prompt in listed("prompt_values_supported").iter().filter(|prompt| *prompt != "none") {
        assert_eq!(outcome(&[("prompt", prompt)]).await, None, "{prompt}");
    }
    for (parameter, setting) in
        [("request", "request_parameter_supported"), ("request_uri", "request_uri_parameter_supported")]
    {
        assert_eq!(document[setting], false);
        assert_eq!(outcome(&[(parameter, "x")]).await, Some(format!("{parameter}_not_supported")));
    }
    for grant in listed("grant_types_supported") {
        let answer = app.token(&[("grant_type", &grant)]).await;
        assert_ne!(answer.error(), "unsupported_grant_type", "{grant}");
    }
    assert_eq!(listed("token_endpoint_auth_methods_supported").len(), 3);
    assert_eq!(listed("code_challenge_methods_supported"), ["S256"]);
    assert_eq!(document["authorization_response_iss_parameter_supported"], true);
    let tokens = tokens(&server).await;
    let id = app.verify(&tokens.text("id_token")).await;
    let claims = listed("claims_supported");
    for name in id
        .as_object()
        .expect("claims")
        .keys()
        .filter(|name| !["token_use", "event_id", "origin_jti"].contains(&name.as_str()))
    {
        assert!(claims.contains(name), "{name} is not named");
    }
}

#[tokio::test]
async fn the_cognito_api_says_that_it_knows_no_operation() {
    let server = TestServer::start().await;
    let request = server.browser().client().post(&server.origin);
    let request = request
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", "AWSCognitoIdentityProviderService.InitiateAuth")
        .body("{}");
    let answer = call(&server, request).await;
    assert_eq!((answer.status, answer.header("content-type")), (400, "application/x-amz-json-1.1"));
    assert_eq!(json(&answer)["__type"], "UnknownOperationException");
    assert_eq!(answer.header("x-amzn-errortype"), "UnknownOperationException");
    assert_eq!(server.browser().get("/").await.status, 200, "the page beside it");
}
