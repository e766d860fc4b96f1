//! Secrets: from where they come, that none is shown, that one is drawn once.

use secrecy::ExposeSecret;
use vestibule::declare::{self, PlanOptions};
use vestibule::directory::clients;
use vestibule::model::ids::ClientId;

use super::world::{World, lines};
use crate::support::database::{block_on, for_each_database};

const FIRST: &str = "firstFirstFirstFirstFirst1";
const SECOND: &str = "secondSecondSecondSecond22";
const THIRD: &str = "thirdThirdThirdThirdThird3";

fn with_secret(secret: &str) -> String {
    format!(
        "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[[pool.client]]\nid = \"back\"\n{secret}\n\
         [pool.client.settings]\nconfidential = true\n"
    )
}

async fn stored(world: &World) -> Vec<String> {
    let pool = world.pool().await;
    let client = clients::find(&world.env, &pool, &ClientId::trusted("back")).await.expect("answers");
    let secrets = clients::secrets(&world.env, &pool, &client.expect("there")).await.expect("answers");
    let mut values: Vec<String> =
        secrets.iter().map(|secret| secret.value.expose_secret().to_owned()).collect();
    values.sort();
    values
}

#[test]
fn a_missing_secret_is_drawn_once_and_kept() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let (lines, applied) = world.apply_with(&with_secret(""), PlanOptions::default()).await;
        let [drawn] = applied.secrets.as_slice() else { panic!("one secret is drawn") };
        assert_eq!((drawn.pool.as_str(), drawn.client.as_str()), ("us-east-1_Shop00001", "back"));
        assert_eq!(stored(&world).await, [drawn.value.expose_secret()]);
        assert!(lines.contains(&"+ client back secret (not shown)".to_owned()), "{lines:?}");
        assert!(!lines.concat().contains(drawn.value.expose_secret()));
        let (lines, again) = world.apply_with(&with_secret(""), PlanOptions::default()).await;
        assert!(lines.is_empty() && again.secrets.is_empty());
        assert_eq!(stored(&world).await, [drawn.value.expose_secret()]);
    });
}

#[test]
fn a_secret_comes_from_text_file_or_environment() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.file("first.secret", format!("{FIRST}\n"));
        world.apply(&with_secret("secret = { file = \"first.secret\" }")).await;
        assert_eq!(stored(&world).await, [FIRST]);
        assert!(world.plan(&with_secret(&format!("secret = \"{FIRST}\""))).await.is_empty());
        // Every process has this variable; setting one of our own would disturb other tests.
        let problems = world.problems(&with_secret("secret = { env = \"PATH\" }")).await;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].starts_with("6: pool.client.secret: a client secret is 24 to 64"),
            "{problems:?}"
        );
        assert!(!problems[0].contains("/bin"), "{problems:?}");
        let unset = world.problems(&with_secret("secret = { env = \"VESTIBULE_NO_SUCH\" }")).await;
        assert_eq!(
            unset,
            ["6: pool.client.secret: the environment variable \"VESTIBULE_NO_SUCH\" is not set"]
        );
    });
}

#[test]
fn another_secret_is_added_and_the_earlier_one_goes_with_prune() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let say = |secret: &str| with_secret(&format!("secret = \"{secret}\""));
        world.apply(&say(FIRST)).await;
        let plan = world.plan(&say(SECOND)).await;
        assert!(plan.pools[0].notes[0].contains("keeps its earlier one"), "{:?}", plan.pools[0].notes);
        assert_eq!(world.apply(&say(SECOND)).await, ["+ client back secret (not shown)"]);
        assert_eq!(stored(&world).await, [FIRST, SECOND]);
        assert!(world.plan(&say(SECOND)).await.is_empty());
        let third = world.problems(&say(THIRD)).await;
        assert!(third[0].contains("--prune"), "{third:?}");
        assert!(!third.concat().contains(THIRD));
        let pruned = world.prune(&say(SECOND)).await;
        assert_eq!(pruned.len(), 1, "{pruned:?}");
        assert!(pruned[0].starts_with("- client back secret back--"), "{pruned:?}");
        assert_eq!(stored(&world).await, [SECOND]);
        // From two to two others in one step.
        world.apply(&with_secret(&format!("secret = [\"{FIRST}\", \"{SECOND}\"]"))).await;
        world.prune(&say(THIRD)).await;
        assert_eq!(stored(&world).await, [THIRD]);
    });
}

#[test]
fn a_client_that_becomes_public_loses_its_secrets_and_a_public_one_takes_none() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(&with_secret(&format!("secret = \"{FIRST}\""))).await;
        let public = with_secret("").replace("confidential = true", "confidential = false");
        let changed = world.apply(&public).await;
        assert_eq!(changed.len(), 2, "{changed:?}");
        assert_eq!(stored(&world).await, Vec::<String>::new());
        let wrong = public.replace("id = \"back\"\n", &format!("id = \"back\"\nsecret = \"{FIRST}\"\n"));
        let problems = world.problems(&wrong).await;
        assert!(problems[0].contains("a public client has no secret"), "{problems:?}");
        assert!(!problems[0].contains(FIRST));
    });
}

#[test]
fn no_secret_is_in_a_difference_or_in_an_error() {
    block_on(async {
        let world = World::new(crate::support::database::TestDatabase::sqlite().await).await;
        let text = |secret: &str| {
            format!(
                "{}\n[[pool.identity_provider]]\nname = \"Google\"\nkind = \"Google\"\n[pool.identity_provider.details]\n\
                 client_id = \"x\"\nclient_secret = {secret}\nauthorize_scopes = \"openid\"\n\
                 [[pool.user]]\nusername = \"ada\"\npassword = \"Hunter2-Hunter2\"\ntotp_seed = \"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\"\n",
                with_secret(&format!("secret = \"{FIRST}\""))
            )
        };
        let plan = world.plan(&text("\"hunter2\"")).await;
        let shown = lines(&plan).concat() + &plan.pools[0].notes.concat();
        let json: String = plan.pools[0]
            .changes
            .iter()
            .map(|change| change.json(&plan.pools[0].pool.id).to_string())
            .collect();
        for secret in ["hunter2", "Hunter2", FIRST, "JBSWY3DP"] {
            assert!(!shown.contains(secret) && !json.contains(secret), "{shown}\n{json}");
        }
        for broken in [
            text("[\"hunter2\"]"),
            text("{ text = \"hunter2\" }"),
            text("hunter2"),
            text("\"hunter2"),
            text("\"hunter2\"").replace("Hunter2-Hunter2", "hunter2"),
            text("\"hunter2\"").replace("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "hunter2!"),
            text("\"x\"").replace("password =", "password_hash ="),
            text("\"x\"").replace("confidential = true", "confidential = \"hunter2\""),
            text("\"x\"").replace("kind = \"Google\"", "kind = \"hunter2\""),
            text("\"x\"").replace("confidential = true", "signing_algorithm = \"hunter2\""),
            text("\"x\"").replace("confidential = true", "access_token_life = \"hunter2\""),
        ] {
            let problems = world.problems(&broken).await.concat();
            assert!(!problems.to_lowercase().contains("hunter2"), "{problems}");
        }
    });
}

#[test]
fn a_drawn_secret_of_a_dry_run_is_never_used() {
    block_on(async {
        let world = World::new(crate::support::database::TestDatabase::sqlite().await).await;
        let text = with_secret("");
        assert!(world.plan(&text).await.draws_secrets());
        let document = world.document(&text);
        let plan = declare::plan(&world.env, &document, PlanOptions::default()).await.expect("a plan");
        let applied = declare::apply(&world.env, &document, plan).await.map_err(|(_, e)| e).expect("writes");
        assert_eq!(stored(&world).await, [applied.secrets[0].value.expose_secret()]);
    });
}
