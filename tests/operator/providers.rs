//! `vestibule provider` and the links of people: every command, its refusal, and what is never printed.

use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, SanType};
use rustls::pki_types::PrivateKeyDer;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use vestibule::crypto::jwt::{Algorithm, SigningKey};
use vestibule::directory::providers;
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::pool::{PoolSettings, SignInAlias, SignInNames};

use super::{Machine, Ran, text, write_private};
use crate::support::database::{TestDatabase, block_on, for_each_database};

const CORP: [&str; 7] = [
    "provider",
    "create",
    "Corp",
    "--kind=OIDC",
    "client_id=123",
    "authorize_scopes=openid email",
    "oidc_issuer=https://id.example.com",
];

const METADATA: &str = include_str!("../federation/saml_corpus/metadata/idp-samlp.xml");
const EXPIRED: &str = include_str!("../federation/saml_corpus/metadata/bad-md-expired.xml");

fn by_name(settings: &mut PoolSettings) {
    settings.sign_in = SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() };
}

fn with<'a>(start: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    start.iter().chain(more).copied().collect()
}

#[test]
fn a_provider_is_added_shown_changed_and_deleted() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let mapping = ["attribute_mapping.email=email", "attribute_mapping.email_verified=email_verified"];
        let made =
            machine.json(&with(&CORP, &with(&mapping, &["linking=ask", "idp_identifiers=corp.example"])));
        assert_eq!(
            (text(&made, "/name"), text(&made, "/kind"), text(&made, "/linking")),
            ("Corp", "OIDC", "ask")
        );
        // A text of digits stays a text, and what nearly everybody means is there.
        assert_eq!(made["settings"]["details"]["client_id"], "123");
        assert_eq!(made["settings"]["details"]["attributes_request_method"], "GET");
        assert_eq!(made["settings"]["idp_identifiers"], json!(["corp.example"]));
        assert_eq!(
            (&made["secrets"], &made["people"], &made["warnings"]),
            (&json!([]), &json!(0), &json!([]))
        );
        let uri = format!("https://auth.example.com/{}/oauth2/idpresponse", pool.id);
        assert_eq!(made["other_side"], json!({ "redirect_uris": [uri] }));
        assert!(machine.refused(&CORP).contains("has a provider Corp already"));

        let listed = machine.json(&["provider", "list"]);
        assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
        let table = machine.done(&["provider", "list"]);
        assert!(
            table.starts_with("NAME ") && table.contains("Corp") && table.contains("corp.example"),
            "{table}"
        );
        let shown = machine.done(&["provider", "show", "Corp"]);
        assert!(shown.contains(&uri) && shown.contains("details.oidc_issuer"), "{shown}");

        let changed = machine.json(&[
            "provider",
            "set",
            "Corp",
            "jwks_uri=https://id.example.com/keys",
            "idp_identifiers+=other.example",
            "attribute_mapping.email_verified=",
            "attribute_mapping.name=name",
        ]);
        let paths: Vec<&str> =
            changed["changed"].as_array().expect("a list").iter().map(|one| text(one, "/path")).collect();
        let expected = [
            "attribute_mapping.name",
            "attribute_mapping.email_verified",
            "details.jwks_uri",
            "idp_identifiers",
        ];
        assert_eq!(paths, expected);
        assert!(changed["warnings"][0].as_str().expect("a text").contains("email_verified"), "{changed}");
        let preview = machine.run(&["provider", "set", "Corp", "jwks_uri=", "--dry-run"]);
        assert!(
            preview.out.contains("https://id.example.com/keys") && preview.err.contains("--dry-run"),
            "{preview:?}"
        );
        assert_eq!(
            machine.json(&["provider", "set", "Corp", "jwks_uri="])["changed"].as_array().map(Vec::len),
            Some(1)
        );
        let ran = machine.run(&[
            "provider",
            "set",
            "Corp",
            "linking=ask",
            "attribute_mapping.email_verified=email_verified",
        ]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        assert_eq!(machine.done(&["provider", "set", "Corp", "linking=ask"]), "nothing changes\n");

        assert!(machine.refused(&["provider", "delete", "Corp"]).contains("--yes"));
        machine.done(&[
            "client",
            "create",
            "--name",
            "Web",
            "--id",
            "web",
            "--set",
            "identity_providers=COGNITO,Corp",
        ]);
        let told = machine.done(&["provider", "delete", "Corp", "--yes"]);
        assert!(told.contains("deleted with the links of 0 people") && told.contains("web"), "{told}");
        assert!(machine.refused(&["provider", "show", "Corp"]).contains("`vestibule provider list`"));
        let expected = [
            "identity_provider.create",
            "identity_provider.update",
            "identity_provider.update",
            "identity_provider.update",
            "identity_provider.delete",
        ];
        assert_eq!(machine.actions_about("Corp").await, expected);
        let events = machine.events().await;
        let all_by_operator = events.iter().filter(|event| event.subject.as_deref() == Some("Corp"));
        assert!(
            all_by_operator.clone().count() == 5
                && all_by_operator.clone().all(|event| event.actor_kind == "operator")
        );
    });
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    block_on(async {
        let machine = Machine::new(TestDatabase::sqlite().await).await;
        machine.pool(by_name).await;
        machine.json(&CORP);
        let create = ["provider", "create", "Other", "--kind", "OIDC"];
        for (arguments, told) in [
            (vec!["provider", "create", "Other"], "--kind OIDC or --kind SAML"),
            (with(&create, &[]), "client_id is missing"),
            (with(&create, &["cliend_id=x"]), "did you mean client_id?"),
            (with(&create, &["whatever.else=x"]), "no such setting"),
            (with(&create, &["name=x"]), "keeps its name"),
            (with(&create, &["details.team_id=x"]), "is no detail of OIDC"),
            (with(&create, &["oidc_issuer=http://id.example.com"]), "must be https"),
            (with(&create, &["attribute_mapping.identities=x"]), "no attribute of the pool"),
            (with(&create, &["idp_identifiers=a/b"]), "entry 1 must be"),
            (vec!["provider", "create", "COGNITO", "--kind", "OIDC"], "is reserved"),
            (vec!["provider", "create", "Mine", "--kind", "google"], "must be Google"),
            (vec!["provider", "create", "Uni", "--kind", "SAML"], "either MetadataURL or MetadataFile"),
            (
                vec!["provider", "create", "Uni", "--kind", "SAML", "--metadata-file", "nowhere.xml"],
                "nowhere.xml",
            ),
            (vec!["provider", "set", "Corp"], "nothing to set"),
            (vec!["provider", "set", "Nobody", "client_id=x"], "no identity provider Nobody"),
            (vec!["provider", "set", "Corp", "name=New"], "keeps its name"),
            (vec!["provider", "check", "Nobody"], "no identity provider Nobody"),
            (vec!["provider", "delete", "Nobody", "--yes"], "no identity provider Nobody"),
        ] {
            let complaint = machine.refused(&arguments);
            assert!(complaint.contains(told), "{arguments:?}: {complaint}");
        }
        assert_eq!(machine.run(&["provider", "create", "X", "--kind", "LDAP"]).code, 2);
        assert_eq!(machine.json(&["provider", "list"]).as_array().map(Vec::len), Some(1));
    });
}

#[test]
fn secrets_come_from_anywhere_but_an_argument_and_never_go_out() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let stored = async |name: &str, secret: &str| {
            machine.env.settings_cache.providers.forget(&pool.id);
            let provider = providers::find(&machine.env, &pool, name).await.expect("answers").expect("there");
            provider.secrets[secret].expose_secret().to_owned()
        };
        let secretless = |ran: &Ran| {
            assert_eq!(ran.code, 0, "{ran:?}");
            for part in ["hunter", "PRIVATE"] {
                assert!(!ran.out.contains(part) && !ran.err.contains(part), "{ran:?}");
            }
        };
        let google =
            ["provider", "create", "Google", "client_id=g", "authorize_scopes=openid", "--secret-from-stdin"];
        secretless(&machine.run_with(&google, "hunter1\r\n", &[]));
        assert_eq!(stored("Google", "client_secret").await, "hunter1");
        let pem = "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n";
        write_private(&machine.path("apple.p8"), pem);
        let apple =
            ["client_id=a", "team_id=T", "key_id=K", "authorize_scopes=email", "--secret-from-file=apple.p8"];
        secretless(&machine.run(&with(&["provider", "create", "SignInWithApple"], &apple)));
        assert_eq!(stored("SignInWithApple", "private_key").await, pem.trim_end());
        let set = ["provider", "set", "Google", "--secret-from-env", "NEW", "--json"];
        let ran = machine.run_with(&set, "", &[("NEW", "hunter3")]);
        secretless(&ran);
        assert!(ran.out.contains("details.client_secret"), "{ran:?}");
        assert_eq!(stored("Google", "client_secret").await, "hunter3");
        for arguments in
            [&["provider", "show", "Google"][..], &["provider", "show", "SignInWithApple", "--json"]]
        {
            let ran = machine.run(arguments);
            secretless(&ran);
            assert!(ran.out.contains("client_secret") || ran.out.contains("private_key"), "{ran:?}");
        }
        let table = machine.run_with(&["provider", "set", "Google", "--secret-from-stdin"], "hunter4", &[]);
        secretless(&table);
        assert!(table.out.contains("(secret)"), "{table:?}");

        for (arguments, told) in [
            (&["provider", "set", "Google", "client_secret=hunter5"][..], "--secret-from-file"),
            (&["provider", "set", "Google", "details.client_secret=hunter5"], "--secret-from-file"),
            (&["provider", "set", "Google", "--secret-from-file", "nowhere"], "nowhere"),
            (&["provider", "set", "Google", "--secret-from-env", "NOT_SET_AT_ALL"], "is not set"),
            (&["provider", "set", "Google", "--secret-from-stdin"], "no secret in standard input"),
        ] {
            let complaint = machine.refused(arguments);
            assert!(complaint.contains(told) && !complaint.contains("hunter"), "{arguments:?}: {complaint}");
        }
        machine.json(&["provider", "create", "Uni", "--kind=SAML", "MetadataURL=https://idp.example.com/"]);
        let ran = machine.run_with(&["provider", "set", "Uni", "--secret-from-stdin"], "hunter6", &[]);
        assert!(ran.code == 1 && ran.err.contains("has no secret") && !ran.err.contains("hunter"), "{ran:?}");
        assert_eq!(stored("Google", "client_secret").await, "hunter4");
        assert!(!format!("{:?}", machine.events().await).contains("hunter"));
    });
}

#[test]
fn the_other_side_is_told_everything_that_it_must_know() {
    block_on(async {
        let machine = Machine::new(TestDatabase::sqlite().await).await;
        let pool = machine.pool(by_name).await;
        let suffix = [("VESTIBULE_DOMAIN_SUFFIX", "login.example.net")];
        let run = |arguments: &[&str]| {
            let ran = machine.run_with(&with(arguments, &["--json"]), "", &suffix);
            assert_eq!(ran.code, 0, "{ran:?}");
            serde_json::from_str::<Value>(&ran.out).expect("JSON")
        };
        run(&["domain", "add", "acme"]);
        write_private(&machine.path("idp.xml"), METADATA);
        let made = run(&["provider", "create", "Acme.Uni", "--kind=saml", "--metadata-file=idp.xml"]);
        let (domain, path) =
            ("https://acme.login.example.net", format!("https://auth.example.com/{}", pool.id));
        assert_eq!(
            made["other_side"],
            json!({
                "entity_id": format!("{domain}/saml2/metadata/Acme.Uni"),
                "metadata_url": format!("{domain}/saml2/metadata/Acme.Uni"),
                "acs_urls": [format!("{domain}/saml2/idpresponse"), format!("{path}/saml2/idpresponse")],
                "slo_urls": [format!("{domain}/saml2/logout"), format!("{path}/saml2/logout")],
            })
        );
        let shown = machine.run_with(&["provider", "show", "Acme.Uni"], "", &suffix).out;
        assert!(
            shown.contains("ACS ") && shown.contains(" bytes)") && !shown.contains("EntityDescriptor"),
            "{shown}"
        );
        run(&["pool", "set", pool.id.as_str(), "compatibility.cognito=true"]);
        let shown = run(&["provider", "show", "Acme.Uni"]);
        assert_eq!(text(&shown, "/other_side/entity_id"), format!("urn:amazon:cognito:sp:{}", pool.id));
        // One form of metadata replaces the other.
        let changed = run(&["provider", "set", "Acme.Uni", "MetadataURL=https://idp.example.com/md"]);
        assert_eq!(changed["changed"].as_array().map(Vec::len), Some(2), "{changed}");
        run(&["provider", "set", "Acme.Uni", "--metadata-file", "idp.xml"]);
        assert_eq!(run(&["provider", "show", "Acme.Uni"])["settings"]["details"].get("MetadataURL"), None);
    });
}

#[test]
fn links_are_made_and_taken_away_by_command() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(by_name).await;
        machine.json(&CORP);
        let made = machine.json(&["user", "create", "--username", "ada", "--no-invite"]);
        machine.done(&["user", "create", "--username", "eve", "--no-invite"]);
        let id = text(&made, "/id");
        let link = ["user", "link", "ada", "--provider", "Corp", "--subject", "Ada|1"];
        let linked = machine.json(&link);
        let first = &linked["identities"][0];
        assert_eq!(
            (text(first, "/provider"), text(first, "/subject"), &first["own"]),
            ("Corp", "Ada|1", &json!(false))
        );
        assert_eq!((text(first, "/kind"), &first["issuer"]), ("OIDC", &Value::Null));
        assert!(machine.done(&link).contains("already"));
        assert_eq!(machine.json(&["user", "links", "ada"]), linked["identities"]);
        assert!(machine.done(&["user", "links", "ada"]).contains("Ada|1"));
        let shown = machine.done(&["user", "show", "ada"]);
        assert!(shown.contains("identity") && shown.contains("Corp Ada|1, linked 20"), "{shown}");
        assert_eq!(machine.json(&["provider", "list"])[0]["people"], 1);

        let taken = machine.refused(&["user", "link", "eve", "--provider", "Corp", "--subject", "Ada|1"]);
        assert!(taken.contains(&format!("vestibule user unlink id:{id}")), "{taken}");
        let nowhere = machine.refused(&["user", "link", "eve", "--provider", "Other", "--subject", "x"]);
        assert!(nowhere.contains("`vestibule provider list`"), "{nowhere}");
        for n in 2..=5 {
            machine.done(&["user", "link", "ada", "--provider", "Corp", "--subject", &format!("Ada|{n}")]);
        }
        let full = machine.refused(&["user", "link", "ada", "--provider", "Corp", "--subject", "Ada|6"]);
        assert!(full.contains("has 5 identities"), "{full}");

        let which = machine.refused(&["user", "unlink", "ada", "--provider", "Corp"]);
        assert!(which.contains("--subject: Ada|1, Ada|2"), "{which}");
        let absent = machine.refused(&["user", "unlink", "ada", "--provider", "Corp", "--subject", "ada|1"]);
        assert!(absent.contains("is not linked so"), "{absent}");
        assert!(
            machine.refused(&["user", "unlink", "eve", "--provider", "Corp"]).contains("is not linked so")
        );
        for n in 2..=5 {
            machine.done(&["user", "unlink", "ada", "--provider", "Corp", "--subject", &format!("Ada|{n}")]);
        }
        // A password is left.
        let told = machine.done(&["user", "unlink", "ada", "--provider", "Corp"]);
        assert!(told.contains("no longer Ada|1 of Corp") && !told.contains("no way left"), "{told}");
        assert_eq!(machine.json(&["user", "links", "ada"]), json!([]));
        let actions = machine.actions_about(id).await;
        assert_eq!(actions.iter().filter(|action| *action == "user.link").count(), 5, "{actions:?}");
        assert_eq!(actions.iter().filter(|action| *action == "user.unlink").count(), 5, "{actions:?}");
    });
}

#[test]
fn whoever_loses_the_last_way_in_is_named_with_the_mend() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        machine.json(&CORP);
        let provider = providers::find(&machine.env, &pool, "Corp").await.expect("answers").expect("there");
        let client = machine.json(&["client", "create", "--name", "Web", "--id", "web"]);
        let client = vestibule::model::ids::ClientId::trusted(text(&client, "/id"));
        let client = vestibule::directory::clients::find(&machine.env, &pool, &client)
            .await
            .expect("answers")
            .expect("a client");
        let identity = vestibule::model::external::ExternalIdentity {
            provider: "Corp".into(),
            subject: "ada-1".into(),
            issuer: None,
            claims: std::collections::BTreeMap::new(),
            authenticated_at: None,
            vouched: None,
            session_ends_at: None,
            session: vestibule::model::external::UpstreamSession::Oidc { sid: None, id_token: None },
        };
        vestibule::directory::external::recognise(&machine.env, &pool, &client, &provider, &identity)
            .await
            .expect("recognised");
        let owned = machine.refused(&["user", "link", "Corp_ada-1", "--provider", "Corp", "--subject", ""]);
        assert!(owned.contains("1 to 2048 bytes"), "{owned}");
        machine.done(&["user", "create", "--username", "eve", "--no-invite"]);
        let owned = machine.refused(&["user", "link", "eve", "--provider", "Corp", "--subject", "ada-1"]);
        assert!(owned.contains("has an account") && owned.contains("vestibule user delete id:"), "{owned}");
        let ran = machine.run(&["user", "unlink", "Corp_ada-1", "--provider", "Corp"]);
        assert!(ran.code == 0 && ran.out.contains("no way left to sign in"), "{ran:?}");
        assert!(ran.out.contains("reset-password id:"), "{ran:?}");
        let given = machine.json(&["user", "reset-password", "Corp_ada-1", "--print-password"]);
        assert_eq!(given["status"], "FORCE_CHANGE_PASSWORD", "and the password counts");
        machine.done(&["user", "link", "Corp_ada-1", "--provider", "Corp", "--subject", "ada-1"]);
        let listed = machine.run(&["user", "list", "--status", "external-provider"]);
        assert_eq!(listed.code, 0, "{listed:?}");
    });
}

/// A provider that speaks HTTPS on 127.0.0.1 by an authority of its own.
struct Publisher {
    origin: String,
    authority: String,
    handle: ServerHandle,
}

type Pages = HashMap<String, String>;

impl Publisher {
    fn start(pages: impl FnOnce(&str) -> Pages) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let authority = params.self_signed(&key).expect("an authority").pem();
        let issuer = Issuer::new(params, key);
        let own_key = KeyPair::generate().expect("a key");
        let mut own = CertificateParams::default();
        own.subject_alt_names = vec![SanType::IpAddress(std::net::Ipv4Addr::LOCALHOST.into())];
        let own = own.signed_by(&own_key, &issuer).expect("a certificate");
        let private = PrivateKeyDer::try_from(own_key.serialize_der()).expect("a key");
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![own.der().clone()], private)
            .expect("a certificate and its key");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("https://127.0.0.1:{}", listener.local_addr().expect("bound").port());
        let pages = Arc::new(pages(&origin));
        let (ready, started) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    let pages = web::Data::from(pages.clone());
                    App::new().app_data(pages).default_service(web::to(
                        async |request: HttpRequest, pages: web::Data<Pages>| match pages.get(request.path())
                        {
                            Some(page) => HttpResponse::Ok().body(page.clone()),
                            None => HttpResponse::NotFound().finish(),
                        },
                    ))
                })
                .workers(1)
                .disable_signals()
                .listen_rustls_0_23(listener, tls)
                .expect("it listens")
                .run();
                ready.send(server.handle()).expect("the test waits");
                server.await.expect("it ends well");
            });
        });
        Self { origin, authority, handle: started.recv().expect("it starts") }
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

fn metadata(origin: &str, issuer: &str, keys: &str) -> String {
    json!({
        "issuer": issuer, "authorization_endpoint": format!("{origin}/authorize"),
        "token_endpoint": format!("{origin}/token"), "userinfo_endpoint": format!("{origin}/me"),
        "end_session_endpoint": format!("{origin}/bye"), "jwks_uri": format!("{origin}{keys}"),
    })
    .to_string()
}

#[test]
fn a_check_reads_what_a_provider_publishes_and_keeps_nothing() {
    block_on(async {
        let machine = Machine::new(TestDatabase::sqlite().await).await;
        machine.pool(|settings| settings.schema = vec![AttributeSchema::standard("email", true)]).await;
        let key = SigningKey::generate(Algorithm::Es256).expect("a key").public_jwk();
        let publisher = Publisher::start(|origin| {
            let well_known = "/.well-known/openid-configuration";
            HashMap::from([
                (format!("/good{well_known}"), metadata(origin, &format!("{origin}/good"), "/keys")),
                (format!("/empty{well_known}"), metadata(origin, &format!("{origin}/empty"), "/none")),
                (format!("/other{well_known}"), metadata(origin, "https://else.example.com", "/keys")),
                ("/keys".to_owned(), json!({ "keys": [key] }).to_string()),
                ("/none".to_owned(), json!({ "keys": [] }).to_string()),
                ("/saml".to_owned(), METADATA.to_owned()),
                ("/old".to_owned(), EXPIRED.to_owned()),
            ])
        });
        let origin = publisher.origin.clone();
        write_private(&machine.path("ca.pem"), &publisher.authority);
        let trusted =
            [("VESTIBULE_OUTBOUND_CA_FILE", "ca.pem"), ("VESTIBULE_OUTBOUND_ALLOW_NETWORKS", "127.0.0.1/32")];
        let run = |arguments: &[&str]| machine.run_with(arguments, "", &trusted);
        for name in ["good", "empty", "other"] {
            let issuer = format!("oidc_issuer={origin}/{name}");
            machine.json(&[
                "provider",
                "create",
                name,
                "--kind=OIDC",
                "client_id=x",
                "authorize_scopes=openid",
                &issuer,
            ]);
        }
        let ran = run(&["provider", "check", "good", "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let found: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(found["issuer"], format!("{origin}/good"));
        assert_eq!((&found["keys"], text(&found, "/kind")), (&json!(1), "OIDC"));
        assert_eq!(text(&found, "/logout_url"), format!("{origin}/bye"));
        assert!(text(&found, "/warnings/0").contains("requires email"), "{found}");
        let ran = run(&["provider", "check", "good"]);
        assert!(
            ran.out.contains("/authorize") && ran.err.contains("warning: the pool requires email"),
            "{ran:?}"
        );
        for (name, told) in [("empty", "no key that can be used"), ("other", "cannot sign anybody in")] {
            let ran = run(&["provider", "check", name]);
            assert!(ran.code == 1 && ran.out.is_empty() && ran.err.contains(told), "{name}: {ran:?}");
        }
        // Without the operator's word the address is out of reach, and the authority unknown.
        let ran = machine.run(&["provider", "check", "good"]);
        assert!(ran.code == 1 && ran.err.contains("not public"), "{ran:?}");
        let ran = machine.run_with(&["provider", "check", "good"], "", &trusted[1..]);
        assert!(ran.code == 1 && ran.err.contains("certificate is not trusted"), "{ran:?}");

        for (name, path) in [("uni", "saml"), ("old", "old"), ("gone", "nowhere")] {
            machine.json(&[
                "provider",
                "create",
                name,
                "--kind=SAML",
                &format!("MetadataURL={origin}/{path}"),
                "attribute_mapping.email=mail",
            ]);
        }
        let ran = run(&["provider", "check", "uni", "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let found: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(text(&found, "/entity_id"), "https://idp.samlp.open.test");
        assert_eq!(found["keys"].as_array().map(Vec::len), Some(1), "{found}");
        assert_eq!(text(&found, "/keys/0/sha256").len(), 64);
        assert!(text(&found, "/keys/0/subject").contains("open.vestibule.test"), "{found}");
        assert!(text(&found, "/sign_on/0/location").starts_with("https://"), "{found}");
        assert_eq!(found["valid_until"], Value::Null);
        let shown = run(&["provider", "check", "uni"]).out;
        assert!(shown.contains("SHA-256 ") && shown.matches(':').count() > 31, "{shown}");
        for (name, told) in [("old", "has expired"), ("gone", "404")] {
            let ran = run(&["provider", "check", name]);
            assert!(ran.code == 1 && ran.err.contains(told), "{name}: {ran:?}");
        }
        let stored = machine.env.db.read(|c| {
            let pools = vestibule::store::pools::list(c)?;
            vestibule::store::provider_keys::metadata(c, &pools[0].id, "uni")
        });
        assert_eq!(stored.await.expect("answers"), None, "a look is no reading");
    });
}

#[test]
fn check_finds_providers_that_cannot_work_and_authorities_that_are_none() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool =
            machine.pool(|settings| settings.schema = vec![AttributeSchema::standard("email", true)]).await;
        let findings = |variables: &[(&str, &str)]| {
            let ran = machine.run_with(&["check", "--json"], "", variables);
            let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
            report["findings"].as_array().expect("a list").clone()
        };
        let about = |findings: &[Value], place: &str| -> Vec<String> {
            let of_it = findings.iter().filter(|one| text(one, "/place").contains(place));
            of_it.map(|one| format!("{} {}", text(one, "/severity"), text(one, "/message"))).collect()
        };
        assert_eq!(about(&findings(&[]), "identity provider"), Vec::<String>::new());
        machine.json(&with(&CORP, &["attribute_mapping.email=email"]));
        write_private(&machine.path("old.xml"), EXPIRED);
        write_private(&machine.path("idp.xml"), METADATA);
        for (name, file) in [("Old", "old.xml"), ("Uni", "idp.xml")] {
            machine.json(&[
                "provider",
                "create",
                name,
                "--kind=SAML",
                "--metadata-file",
                file,
                "attribute_mapping.email=mail",
            ]);
        }
        machine.json(&["provider", "create", "Bare", "--kind=SAML", "MetadataURL=https://idp.example.com/"]);
        let found = findings(&[]);
        let old = about(&found, &format!("identity provider Old of the pool {}", pool.id));
        assert!(
            old.len() == 1 && old[0].starts_with("warning ") && old[0].contains("has expired"),
            "{found:?}"
        );
        assert!(old[0].contains("vestibule provider check Old"), "{old:?}");
        let bare = about(&found, "provider Bare");
        assert!(bare.len() == 1 && bare[0].contains("requires email"), "{bare:?}");
        for name in ["Corp", "Uni"] {
            assert_eq!(about(&found, &format!("provider {name}")), Vec::<String>::new());
        }
        write_private(&machine.path("empty.pem"), "");
        write_private(
            &machine.path("wrong.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        );
        for (file, told) in [
            ("nowhere.pem", "cannot be used"),
            ("empty.pem", "no certificate in it"),
            ("wrong.pem", "cannot be used"),
        ] {
            let found = about(&findings(&[("VESTIBULE_OUTBOUND_CA_FILE", file)]), "outbound.ca_file");
            assert!(
                found.len() == 1 && found[0].starts_with("error ") && found[0].contains(told),
                "{file}: {found:?}"
            );
        }
    });
}

#[test]
fn the_key_towards_a_saml_provider_gets_one_successor_at_a_time() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(by_name).await;
        let file = format!("MetadataFile={METADATA}");
        machine.json(&["provider", "create", "Works", "--kind=SAML", &file]);
        let first = machine.json(&["provider", "rotate-key", "Works"]);
        assert_eq!(first["was_under_way"], false);
        assert!(text(&first, "/signs_from") < text(&first, "/present_retires_at"));
        let second = machine.json(&["provider", "rotate-key", "Works"]);
        assert_eq!((&second["was_under_way"], &second["key"]), (&json!(true), &first["key"]));
        machine.json(&CORP);
        assert!(machine.refused(&["provider", "rotate-key", "Corp"]).contains("no SAML provider"));
    });
}
