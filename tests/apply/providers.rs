//! Identity providers in declarations.

use vestibule::store::identity_providers;

use super::world::{World, lines};
use crate::support::database::for_each_database;

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
fn a_provider_is_stored_with_its_secret_sealed_and_said_to_be_unused() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = with(&oidc("Corp", "hunter2", "idp_identifiers = [\"corp.example\"]"));
        let plan = world.plan(&text).await;
        assert!(
            plan.pools[0].notes.iter().any(|note| note.contains("not built yet")),
            "{:?}",
            plan.pools[0].notes
        );
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
            (with(&all[3]), "attribute_mapping.custom:none: is no attribute of the pool"),
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
