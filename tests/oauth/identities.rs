//! `identities` and the groups of providers, in tokens and at userInfo.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use vestibule::directory::external::{self, Recognised};
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::{clients, names, providers};
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::ids::ClientId;
use vestibule::model::pool::UserPool;
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use super::{ADA, ada_signed_in};
use crate::support::application::{Application, TokenAnswer};
use crate::support::database::block_on;
use crate::support::env::caller;
use crate::support::server::TestServer;

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Adds a provider of OpenID Connect and one of SAML.
async fn add_providers(server: &TestServer, pool: &UserPool) -> IdentityProvider {
    let saml = IdentityProvider {
        pool_id: pool.id.clone(),
        name: "Uni".into(),
        kind: ProviderKind::Saml,
        details: texts(&[("MetadataURL", "https://idp.example.com/metadata")]),
        secrets: BTreeMap::new(),
        attribute_mapping: texts(&[("email", "mail")]),
        identifiers: Vec::new(),
        created_at: 0,
        updated_at: 0,
    };
    let details = texts(&[
        ("client_id", "x"),
        ("authorize_scopes", "openid"),
        ("attributes_request_method", "GET"),
        ("oidc_issuer", "https://id.example.com"),
    ]);
    let oidc = IdentityProvider { name: "Corp".into(), kind: ProviderKind::Oidc, details, ..saml.clone() };
    for provider in [&saml, &oidc] {
        providers::put(&server.env, pool, provider).await.expect("a provider");
    }
    saml
}

async fn link_ada(server: &TestServer, pool: &UserPool) {
    let ada = names::find_for_sign_in(&server.env, pool, ADA.0).await.expect("answers").expect("ada");
    external::link_subject(&server.env, pool, &ada.id, ("Corp", "ada-1")).await.expect("linked");
}

async fn claims(app: &Application, tokens: &TokenAnswer) -> (Value, Value) {
    let (status, person) = app.user_info(&tokens.text("access_token")).await;
    assert_eq!(status, 200, "{person}");
    (app.verify(&tokens.text("id_token")).await, person)
}

#[test]
fn whoever_is_known_at_a_provider_has_identities_in_the_id_token_and_at_user_info() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let (before, person) = claims(&app, &tokens).await;
        assert_eq!((before.get("identities"), person.get("identities")), (None, None));

        add_providers(&server, &pool).await;
        link_ada(&server, &pool).await;
        let tokens = app.refresh(&tokens.text("refresh_token")).await;
        let (id, person) = claims(&app, &tokens).await;
        let identity = &id["identities"][0];
        let created = identity["dateCreated"].as_str().expect("a text").to_owned();
        let expected = json!([{
            "userId": "ada-1", "providerName": "Corp", "providerType": "OIDC", "issuer": null, "primary": "false",
            "dateCreated": created,
        }]);
        assert_eq!(id["identities"], expected);
        assert_eq!(person["identities"], expected);
        assert_eq!(created.parse::<i64>().expect("milliseconds") / 1_000_000_000_000, 1, "{created}");
        assert_eq!(app.verify(&tokens.text("access_token")).await.get("identities"), None);

        // Without profile, and for a client that may not read it, it stays here.
        let refresh = tokens_of(&app, &server).await.text("refresh_token");
        let fields =
            [("grant_type", "refresh_token"), ("refresh_token", &*refresh), ("scope", "openid email")];
        let without = app.token(&fields).await;
        let (id, person) = claims(&app, &without).await;
        assert_eq!((id.get("identities"), person.get("identities")), (None, None));
        let readable = Some(vec!["email".to_owned(), "given_name".to_owned()]);
        server.change_client(&pool, "demoweb", |settings| settings.read_attributes = readable).await;
        let (id, person) = claims(&app, &tokens_of(&app, &server).await).await;
        assert_eq!((id.get("identities"), person.get("identities")), (None, None));
        let readable = Some(vec!["identities".to_owned()]);
        server.change_client(&pool, "demoweb", |settings| settings.read_attributes = readable).await;
        let (id, person) = claims(&app, &tokens_of(&app, &server).await).await;
        assert!(id["identities"].is_array() && id.get("given_name").is_none(), "{id}");
        assert!(person["identities"].is_array(), "{person}");
    });
}

async fn tokens_of(app: &Application, server: &TestServer) -> TokenAnswer {
    app.tokens_of(&server.browser(), ADA.0, ADA.1).await
}

#[test]
fn as_cognito_it_is_a_text_at_user_info_and_the_providers_group_is_among_the_groups() {
    block_on(async {
        let server = TestServer::start().await;
        let pool =
            server.change_pool("us-east-1_Demo00001", |settings| settings.compatibility.cognito = true).await;
        let provider = add_providers(&server, &pool).await;
        link_ada(&server, &pool).await;
        let app = Application::public(&server.origin);
        let (id, person) = claims(&app, &tokens_of(&app, &server).await).await;
        assert_eq!(id["identities"][0]["primary"], "false");
        assert_eq!(id.get("cognito:groups"), None, "who was linked is in no group of the provider");
        let told: Value = serde_json::from_str(person["identities"].as_str().expect("a text")).expect("JSON");
        assert_eq!((&told[0]["primary"], &told[0]["userId"]), (&json!(false), &json!("ada-1")));
        assert!(told[0]["dateCreated"].is_i64(), "{told}");

        // Somebody whose account began at the provider, and who got a password from an operator since.
        let client = clients::find(&server.env, &pool, &ClientId::trusted("demoweb"))
            .await
            .expect("answers")
            .expect("a client");
        let identity = ExternalIdentity {
            provider: "Uni".into(),
            subject: "eve-1".into(),
            issuer: Some("https://idp.example.com".into()),
            claims: BTreeMap::from([("mail".to_owned(), vec!["eve@example.com".to_owned()])]),
            authenticated_at: None,
            vouched: None,
            session_ends_at: None,
            session: UpstreamSession::Oidc { sid: None, id_token: None },
        };
        let recognised = external::recognise(&server.env, &pool, &client, &provider, &identity).await;
        let Recognised::As(eve) = recognised.expect("recognised") else { panic!("nobody has that address") };
        let caller = caller("192.0.2.1");
        password::set(&server.env, &caller, &pool, &eve, ADA.1, SetPassword::Permanent).await.expect("set");
        let proven = [("email_verified".to_owned(), "true".to_owned())].into();
        vestibule::directory::profile::set(&server.env, &pool, &eve, proven).await.expect("proven");
        let tokens = app.tokens_of(&server.browser(), "eve@example.com", ADA.1).await;
        let (id, _) = claims(&app, &tokens).await;
        let identity = &id["identities"][0];
        assert_eq!(identity["providerType"], "SAML");
        assert_eq!(
            (&identity["issuer"], &identity["primary"]),
            (&json!("https://idp.example.com"), &json!("true"))
        );
        let group = external::provider_group(&pool.id, "Uni");
        assert_eq!(id["cognito:groups"], json!([group]));
        assert_eq!(app.verify(&tokens.text("access_token")).await["cognito:groups"], json!([group]));
    });
}
