//! Identity providers in declarations.

use secrecy::ExposeSecret;
use vestibule::declare::ExportOptions;
use vestibule::directory::{external, providers, users};
use vestibule::model::provider::ProviderKind;
use vestibule::store::identity_providers;

use super::world::{World, lines};
use crate::support::database::{TestDatabase, for_each_database};
use crate::support::env::caller;

fn with(providers: &str) -> String {
    format!("[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n{providers}")
}

fn oidc(name: &str, secret: &str, more: &str) -> String {
    format!(
        "[[pool.identity_provider]]\nname = \"{name}\"\nkind = \"OIDC\"\n{more}\n[pool.identity_provider.details]\n\
         client_id = \"x\"\nclient_secret = \"{secret}\"\nauthorize_scopes = \"openid\"\n\
         attributes_request_method = \"GET\"\noidc_issuer = \"https://id.example.com\"\n"
    )
}

#[test]
fn a_provider_is_stored_with_its_secret_sealed() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = with(&oidc("Corp", "hunter2", "idp_identifiers = [\"corp.example\"]"));
        assert_eq!(world.plan(&text).await.pools[0].notes, Vec::<String>::new());
        world.apply(&text).await;
        let pool = world.pool().await.id;
        let rows = world.env.db.read(move |c| identity_providers::list(c, &pool)).await.expect("answers");
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert!(!format!("{row:?}").contains("hunter2"));
        let sealed = row.sealed_secrets.clone().expect("it has a secret");
        assert!(!sealed.windows(7).any(|bytes| bytes == b"hunter2"));
        assert!(world.plan(&text).await.is_empty());

        let changed = world.apply(&with(&oidc("Corp", "hunter3", ""))).await;
        assert_eq!(changed, ["~ identity_provider Corp details.client_secret (a secret)"]);
        // Details that are not named stay, the secret among them.
        let small = with(
            "[[pool.identity_provider]]\nname = \"Corp\"\nkind = \"OIDC\"\n[pool.identity_provider.details]\n\
             oidc_issuer = \"https://new.example.com\"\n",
        );
        let changed = world.apply(&small).await;
        assert_eq!(
            changed,
            [
                "~ identity_provider Corp details.oidc_issuer: \"https://id.example.com\" → \"https://new.example.com\""
            ]
        );
        assert!(world.everything().await.contains("hunter3"));
    });
}

#[test]
fn what_no_provider_can_be_is_refused_with_its_line() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let all = [
            oidc("COGNITO", "s", ""),
            oidc("One", "s", "idp_identifiers = [\"same\"]"),
            oidc("Two", "s", "idp_identifiers = [\"same\"]"),
            oidc("Three", "s", "attribute_mapping = { \"custom:none\" = \"x\" }"),
            oidc("Four", "s", "").replace("https://id.example.com", "http://id.example.com"),
            "[[pool.identity_provider]]\nname = \"Five\"\nkind = \"SAML\"\n".to_owned(),
            "[[pool.identity_provider]]\nname = \"Mine\"\nkind = \"Google\"\n".to_owned(),
        ];
        for (text, wanted) in [
            (with(&all[0]), "pool.identity_provider.name: is reserved"),
            (with(&[all[1].as_str(), &all[2]].concat()), "idp_identifiers: shares an entry with \"One\""),
            (
                with(&all[3]),
                "7: pool.identity_provider.attribute_mapping.custom:none: is no attribute of the pool",
            ),
            (with(&all[4]), "13: pool.identity_provider.details.oidc_issuer: must be https"),
            (with(&all[5]), "SAML needs either MetadataURL or MetadataFile"),
            (with(&all[6]), "pool.identity_provider.name: must be Google"),
        ] {
            let problems = world.problems(&text).await;
            assert!(problems.iter().any(|problem| problem.contains(wanted)), "{wanted}: {problems:?}");
        }
        // An identifier is unique among stored ones as well.
        world.apply(&with(&all[1])).await;
        let problems = world.problems(&with(&all[2])).await;
        assert!(problems[0].contains("shares an entry with the provider \"One\""), "{problems:?}");
    });
}

#[test]
fn metadata_comes_from_a_file_and_one_form_replaces_the_other() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.file("idp.xml", "<EntityDescriptor/>");
        let saml = |detail: &str| {
            with(&format!(
                "[[pool.identity_provider]]\nname = \"Corp\"\nkind = \"SAML\"\ndetails = {{ {detail} }}\n"
            ))
        };
        let first = saml("MetadataFile = { file = \"idp.xml\" }");
        assert!(lines(&world.plan(&first).await).concat().contains("EntityDescriptor"));
        world.apply(&first).await;
        let second = saml("MetadataURL = \"https://idp.example.com/metadata\"");
        assert_eq!(world.apply(&second).await.len(), 2);
        assert!(world.plan(&second).await.is_empty());
        let problems =
            world.problems(&with("[[pool.identity_provider]]\nname = \"Corp\"\nkind = \"OIDC\"\n")).await;
        assert!(problems[0].contains("is stored with another kind"), "{problems:?}");
    });
}

/// One provider of each kind, with everything that a provider can have.
const EVERY_KIND: &str = r#"
[[pool]]
id = "us-east-1_Shop00001"
name = "Shop"
settings = { schema = [{ name = "custom:badge" }] }
[[pool.identity_provider]]
name = "Google"
kind = "Google"
attribute_mapping = { email = "email", email_verified = "email_verified", username = "sub" }
[pool.identity_provider.details]
client_id = "g"
client_secret = "google-hidden"
authorize_scopes = "openid email profile"
linking = "verified"
[[pool.identity_provider]]
name = "Facebook"
kind = "Facebook"
attribute_mapping = { email = "email", name = "name" }
[pool.identity_provider.details]
client_id = "f"
client_secret = "facebook-hidden"
authorize_scopes = "public_profile, email"
api_version = "v21.0"
linking = "separate"
[[pool.identity_provider]]
name = "SignInWithApple"
kind = "SignInWithApple"
attribute_mapping = { email = "email" }
[pool.identity_provider.details]
client_id = "com.example.shop"
team_id = "TEAM123456"
key_id = "KEY1234567"
private_key = """
-----BEGIN PRIVATE KEY-----
apple-hidden
-----END PRIVATE KEY-----
"""
authorize_scopes = "email name"
[[pool.identity_provider]]
name = "LoginWithAmazon"
kind = "LoginWithAmazon"
attribute_mapping = { email = "email", "custom:badge" = "postal_code" }
[pool.identity_provider.details]
client_id = "amzn1.application-oa2-client.x"
client_secret = "amazon-hidden"
authorize_scopes = "profile postal_code"
[[pool.identity_provider]]
name = "Partner"
kind = "OIDC"
idp_identifiers = ["partner.example", "Partner GmbH"]
attribute_mapping = { email = "email", email_verified = "email_verified" }
[pool.identity_provider.details]
client_id = "p"
client_secret = "partner-hidden"
authorize_scopes = "openid email"
attributes_request_method = "POST"
oidc_issuer = "https://id.partner.example/realm"
jwks_uri = "https://id.partner.example/keys"
linking = "ask"
[[pool.identity_provider]]
name = "Ünïversity"
kind = "SAML"
idp_identifiers = ["uni.example"]
[pool.identity_provider.attribute_mapping]
email = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"
"custom:badge" = "urn:oid:1.2.3"
[pool.identity_provider.details]
MetadataFile = """
<EntityDescriptor entityID="https://idp.uni.example">
  "quoted" & 'quoted' \\ ü
</EntityDescriptor>
"""
IDPSignout = "true"
IDPInit = "false"
EncryptedResponses = "true"
RequestSigningAlgorithm = "rsa-sha256"
"#;

#[test]
fn every_kind_of_provider_survives_apply_export_apply() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(EVERY_KIND).await;
        let pool = world.pool().await;
        let rows = {
            let id = pool.id.clone();
            world.env.db.read(move |c| identity_providers::list(c, &id)).await.expect("answers")
        };
        assert_eq!(rows.len(), ProviderKind::ALL.len());
        for kind in ProviderKind::ALL {
            assert!(rows.iter().any(|row| row.kind == kind), "{kind:?}");
        }
        for (with_secrets, full) in [(false, false), (false, true), (true, false), (true, true)] {
            let options = ExportOptions { with_secrets, with_users: false, full };
            let text = world.export(options).await;
            assert_eq!(text.contains("-hidden"), with_secrets, "{text}");
            assert_eq!(world.apply(&text).await, Vec::<String>::new(), "{text}");
            assert_eq!(world.prune(&text).await, Vec::<String>::new(), "{text}");
        }
        // On another server the same comes of it.
        let everything = world.everything().await;
        let other = World::new(TestDatabase::sqlite().await).await;
        other.apply(&everything).await;
        assert_eq!(other.everything().await, everything);
        for name in ["Google", "SignInWithApple", "Partner"] {
            let [here, there] = [&world, &other].map(|world| {
                let pool = pool.clone();
                async move { providers::find(&world.env, &pool, name).await.expect("answers").expect("there") }
            });
            let (here, there) = (here.await, there.await);
            for (secret, value) in &here.secrets {
                assert_eq!(there.secrets[secret].expose_secret(), value.expose_secret(), "{name}");
            }
            assert!(!here.secrets.is_empty(), "{name}");
        }
    });
}

#[test]
fn a_refusal_names_the_line_of_the_value() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let line_of =
            |text: &str, part: &str| text.lines().position(|line| line.contains(part)).expect("there") + 1;
        for (from, to, path, reason) in [
            (
                "\"custom:badge\" = \"urn",
                "\"custom:none\" = \"urn",
                "attribute_mapping.custom:none",
                "is no attribute",
            ),
            (
                "\"custom:badge\" = \"urn",
                "identities = \"urn",
                "attribute_mapping.identities",
                "is no attribute",
            ),
            ("\"custom:badge\" = \"urn", "sub = \"urn", "attribute_mapping.sub", "is no attribute"),
            ("IDPInit = \"false\"", "IDPInit = \"no\"", "details.IDPInit", "must be true or false"),
            (
                "linking = \"ask\"",
                "linking = \"always\"",
                "details.linking",
                "must be separate or ask or verified",
            ),
            (
                "api_version = \"v21.0\"",
                "api_version = \"../v1\"",
                "details.api_version",
                "must be a version",
            ),
            ("jwks_uri = \"https://", "jwks_uri = \"http://", "details.jwks_uri", "must be https"),
            (
                "authorize_scopes = \"openid email\"",
                "authorize_scopes = \"email\"",
                "details.authorize_scopes",
                "openid",
            ),
            ("[\"uni.example\"]", "[\"uni/example\"]", "idp_identifiers", "entry 1 must be"),
            (
                "key_id = \"KEY1234567\"",
                "key_ids = \"KEY1234567\"",
                "details.key_ids",
                "is no detail of SignInWithApple",
            ),
        ] {
            let text = EVERY_KIND.replace(from, to);
            assert_ne!(text, EVERY_KIND, "{from}");
            let wanted = format!("{}: pool.identity_provider.{path}: ", line_of(&text, to));
            let problems = world.problems(&text).await;
            let found = problems.iter().any(|one| one.starts_with(&wanted) && one.contains(reason));
            assert!(found, "{wanted}{reason}: {problems:?}");
        }
        // What is missing has no line but the provider's.
        let text = EVERY_KIND.replace("team_id = \"TEAM123456\"\n", "");
        let problems = world.problems(&text).await;
        assert!(problems[0].contains("details.team_id: is missing"), "{problems:?}");
        // Nobody writes what follows from the links.
        let text = format!(
            "{EVERY_KIND}[[pool.user]]\nusername = \"eve\"\nattributes = {{ identities = \"[]\" }}\n"
        );
        let problems = world.problems(&text).await;
        assert!(problems.iter().any(|one| one.contains("identities")), "{problems:?}");
        let client = "[[pool.client]]\nid = \"web\"\nsettings = { write_attributes = [\"identities\"] }\n";
        let problems = world.problems(&format!("{EVERY_KIND}{client}")).await;
        assert!(problems.iter().any(|one| one.contains("identities")), "{problems:?}");
        world.apply(&format!("{EVERY_KIND}{}", client.replace("write_", "read_"))).await;
    });
}

#[test]
fn a_provider_that_cannot_work_is_told_and_written_all_the_same() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = with(&oidc("Corp", "s", "attribute_mapping = { name = \"name\" }")).replace(
            "name = \"Shop\"\n",
            "name = \"Shop\"\nsettings = { schema = [{ name = \"email\", required = true }] }\n",
        );
        let plan = world.plan(&text).await;
        let notes = plan.pools[0].notes.concat();
        assert!(notes.contains("identity provider Corp: the pool requires email"), "{notes}");
        world.apply(&text).await;
        assert!(world.plan(&text).await.is_empty());
    });
}

#[test]
fn the_examples_of_the_documentation_can_be_applied() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.file("AuthKey_F6G7H8J9K0.p8", "-----BEGIN PRIVATE KEY-----\nMIGT\n-----END PRIVATE KEY-----\n");
        let document = include_str!("../../docs/federation.md");
        let blocks: Vec<&str> =
            document.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert_eq!(blocks.len(), ProviderKind::ALL.len());
        for block in &blocks {
            // A test's own environment has no such variables.
            let text: Vec<String> = block
                .lines()
                .map(|line| match line.split_once("{ env = ") {
                    Some((before, _)) => format!("{before}\"hidden\""),
                    None => line.to_owned(),
                })
                .collect();
            let text = text.join("\n");
            assert!(!world.apply(&text).await.is_empty(), "{block}");
            assert!(world.plan(&text).await.is_empty(), "{block}");
        }
        let pool = world.pool().await;
        let all = providers::list(&world.env, &pool).await.expect("answers");
        for kind in ProviderKind::ALL {
            let provider = all.iter().find(|provider| provider.kind == kind).expect("an example of each");
            assert_eq!(providers::warnings(&pool.settings, provider), Vec::<String>::new());
        }
    });
}

#[test]
fn the_issuer_of_a_provider_with_people_cannot_be_declared_anew() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = with(&oidc("Corp", "hunter2", ""));
        world.apply(&text).await;
        let moved = text.replace("https://id.example.com", "https://new.example.com");
        assert_eq!(lines(&world.plan(&moved).await).len(), 1, "nobody is linked yet");
        let pool = world.pool().await;
        let given = users::NewUser {
            username: Some("ada".into()),
            attributes: [("email".to_owned(), "ada@example.com".to_owned())].into(),
            password: None,
            temporary: true,
            invite: false,
        };
        let ada = users::create(&world.env, &caller("192.0.2.1"), &pool, given).await.expect("a person");
        external::link_subject(&world.env, &pool, &ada.id, ("Corp", "ada-1")).await.expect("linked");
        let problems = world.problems(&moved).await;
        assert!(problems[0].contains("details.oidc_issuer: cannot change while people"), "{problems:?}");
    });
}
