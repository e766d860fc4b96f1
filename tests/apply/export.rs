//! Exports: they apply to nothing, and to an empty server they bring everything.

use vestibule::declare::ExportOptions;
use vestibule::directory::password::{self, PasswordVerdict};
use vestibule::directory::{clients, names};
use vestibule::model::ids::ClientId;

use super::world::{World, example};
use crate::support::database::{TestDatabase, for_each_database};

const RICH: &str = r##"
[[pool]]
id = "us-east-1_Rich00001"
name = "Rich \"quoted\" — ünï"
[pool.settings]
compatibility = { cognito = true, pkce_optional = false }
schema = [{ name = "custom:a", value_type = "boolean", mutable = false }]
recovery = []
srp = true
[pool.settings.messages]
verification_email = """
<p>Your code:
{####}</p>
"""
[pool.settings.message_limits]
sms_countries = ["*"]
[pool.settings.terms]
url = "https://www.example.com/{lang}/terms"
privacy_url = "https://www.example.com/privacy"
version = "2026-11"
ask = "checkbox"
[pool.settings.branding]
logo = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
css = ".label-customizable{color:#112233}"
[pool.settings.branding.layout]
placement = "split"
header = true
[pool.settings.branding.light]
accent = "#123456"
[[pool.group]]
name = "b"
[[pool.group]]
name = "a"
role_arn = "arn:aws:iam::1:role/x"
[[pool.resource_server]]
identifier = "https://api.example.com/x"
[[pool.client]]
id = "zz"
[pool.client.settings]
read_attributes = ["email"]
consent = "required"
refresh_token_life = { value = 2, unit = "hours" }
[pool.client.settings.rotation]
enabled = true
[[pool.client]]
id = "aa"
secret = ["firstFirstFirstFirstFirst1", "secondSecondSecondSecond22"]
settings = { confidential = true }
[[pool.identity_provider]]
name = "Google"
kind = "Google"
details = { client_id = "i", client_secret = "hunter2", authorize_scopes = "openid" }
[[pool.user]]
username = "ada"
password = "Correct-Horse-7"
totp_seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
totp_device = "phone"
message_factors = ["email"]
preferred_factor = "totp"
groups = ["b", "a"]
attributes = { email = "ada@example.com", "custom:a" = "true" }
[[pool.user]]
username = "bob"
status = "UNCONFIRMED"
enabled = false
password = "Correct-Horse-7"
"##;

fn every_option() -> Vec<ExportOptions> {
    let all = [false, true];
    let combine = |with_secrets| {
        all.into_iter().flat_map(move |with_users| {
            all.into_iter().map(move |full| ExportOptions { with_secrets, with_users, full })
        })
    };
    all.into_iter().flat_map(combine).collect()
}

fn example_without_files() -> String {
    example()
        .replace("{ env = \"HEAD_OFFICE_SECRET\" }", "\"hunter2\"")
        .replace("{ file = \"shopbackend.secret\" }", "\"0123456789abcdefghijklmnop\"")
}

#[test]
fn apply_export_apply_again_is_empty_and_two_exports_are_the_same() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(&example_without_files()).await;
        world.apply(RICH).await;
        for options in every_option() {
            let text = world.export(options).await;
            assert_eq!(text, world.export(options).await, "{options:?}");
            assert_eq!(world.apply(&text).await, Vec::<String>::new(), "{options:?}\n{text}");
            assert_eq!(world.prune(&text).await, Vec::<String>::new(), "{options:?}\n{text}");
        }
    });
}

#[test]
fn a_whole_export_brings_an_empty_server_into_the_same_state() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(&example_without_files()).await;
        world.apply(RICH).await;
        let everything = world.everything().await;
        let other = World::new(TestDatabase::sqlite().await).await;
        other.apply(&everything).await;
        assert_eq!(other.everything().await, everything);
        let pool = other.pool().await;
        let ada = names::find_for_sign_in(&other.env, &pool, "ada@example.com").await.expect("answers");
        let verdict =
            password::check(&other.env, &pool, ada.as_ref().map(|ada| &ada.id), "Correct-Horse-7").await;
        assert_eq!(verdict.expect("it is checked"), PasswordVerdict::Right);
        let client =
            clients::find(&other.env, &pool, &ClientId::trusted("shopbackend")).await.expect("answers");
        let right =
            clients::check_secret(&other.env, &pool, &client.expect("there"), "0123456789abcdefghijklmnop")
                .await;
        assert!(right.expect("it is checked"));
    });
}

#[test]
fn secrets_hashes_and_people_are_left_out_unless_asked_for() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(RICH).await;
        let export = |with_secrets, with_users| ExportOptions { with_secrets, with_users, full: false };
        let (secrets, hashes) = (["firstFirst", "hunter2"], ["$argon2id$", "JBSWY3DP"]);
        let plain = world.export(export(false, false)).await;
        let people = world.export(export(false, true)).await;
        for text in [&plain, &people] {
            assert!(secrets.iter().chain(&hashes).all(|secret| !text.contains(secret)), "{text}");
        }
        assert!(!plain.contains("ada@example.com") && people.contains("ada@example.com"));
        assert!(plain.contains("# client_secret = "), "{plain}");
        let all = world.export(export(true, true)).await;
        assert!(secrets.iter().chain(&hashes).all(|secret| all.contains(secret)), "{all}");
        let without_people = world.export(export(true, false)).await;
        assert!(hashes.iter().all(|hash| !without_people.contains(hash)));
    });
}

#[test]
fn defaults_are_left_out_unless_the_export_is_full() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply("[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[pool.settings]\nself_sign_up = true\n").await;
        let short = world.export(ExportOptions::default()).await;
        assert_eq!(
            short,
            "# A declaration of Vestibule; docs/declaration.md explains it.\n\n[[pool]]\nid = \"us-east-1_Shop00001\"\n\
             name = \"Shop\"\n\n[pool.settings]\nself_sign_up = true\n"
        );
        let full = world.export(ExportOptions { full: true, ..ExportOptions::default() }).await;
        assert!(full.contains("longest_lock_seconds = 900"), "{full}");
    });
}
