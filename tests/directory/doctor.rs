//! What does not fit together is found, and mended where nobody needs to be asked.

use vestibule::directory::doctor::{self, Matter, Mended};
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::ids::UserId;
use vestibule::store::user_attributes::{self, StoredAttribute};
use vestibule::store::user_names::{self, NameKind, SignInName};

use super::transfer::import_lines;
use super::world::{World, by_name};
use crate::support::database::for_each_database;

async fn matters(world: &World) -> Vec<(Option<String>, Matter)> {
    let diagnosis = doctor::examine(&world.env, &world.pool.id, 100).await.expect("the database answers");
    assert_eq!(diagnosis.findings as usize, diagnosis.listed.len());
    diagnosis.listed.into_iter().map(|finding| (finding.user, finding.matter)).collect()
}

#[test]
fn case_twins_are_found_where_cases_are_told_apart() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.case_sensitive = true;
        })
        .await;
        let people = [("0a", "ada"), ("0b", "Ada"), ("0c", "bea")].map(|(id, name)| {
            format!(
                "{{\"id\":\"{id}\",\"username\":\"{name}\",\"password\":null,\"status\":\"CONFIRMED\"}}\n"
            )
        });
        import_lines(&world, &people.concat()).await;
        let twin = |id: &str, name: &str| (Some(id.to_owned()), Matter::CaseTwin { name: name.to_owned() });
        assert_eq!(matters(&world).await, [twin("0a", "ada"), twin("0b", "Ada")]);
    });
}

#[test]
fn a_sound_pool_has_no_findings_and_nothing_to_mend() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        world.member(Some("ada"), "ada@example.com").await;
        world.newcomer(Some("bea"), &[("email", "bea@example.com")]).await;
        assert_eq!(matters(&world).await, []);
        let mended = doctor::mend(&world.env, &world.pool.id, true).await.expect("the database answers");
        assert_eq!(mended, Mended::default());
    });
}

#[test]
fn names_are_mended_and_what_is_anothers_is_left() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.schema = vec![AttributeSchema::standard("custom:team", false)];
        })
        .await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        let bea = world.member(Some("bea"), "bea@example.com").await.id;
        let (pool, one, two) = (world.pool.id.clone(), ada.clone(), bea.clone());
        let damage = world.env.db.write(move |c| {
            user_names::delete_of_user(c, &pool, &one)?;
            user_names::delete_of_user(c, &pool, &two)?;
            let name = |kind, folded: &str| SignInName { kind, folded: folded.to_owned() };
            user_names::insert(c, &pool, &name(NameKind::Username, "stray"), &two)?;
            user_names::insert(c, &pool, &name(NameKind::Email, "ada@example.com"), &two)?;
            let value = |name: &str| StoredAttribute {
                name: name.to_owned(),
                value: "v".to_owned(),
                folded_value: "v".to_owned(),
            };
            user_attributes::put(c, &pool, &one, &[value("custom:gone"), value("birthdate")])
        });
        damage.await.expect("the database answers");
        assert_eq!(world.named("ada").await, None);
        let found = matters(&world).await;
        let has = |user: &UserId, matter: Matter| found.contains(&(Some(user.to_string()), matter));
        assert!(has(&ada, Matter::NameMissing { taken_by: None }), "{found:?}");
        assert!(has(&ada, Matter::NameMissing { taken_by: Some(bea.to_string()) }), "{found:?}");
        assert!(has(&bea, Matter::NameTooMany), "{found:?}");
        let unknown = Matter::UnknownAttribute { attribute: "custom:gone".into(), people: 1 };
        assert!(found.contains(&(None, unknown.clone())), "{found:?}");
        assert!(found.iter().any(|(_, matter)| matches!(matter, Matter::BadValue { .. })), "{found:?}");

        let mended = doctor::mend(&world.env, &world.pool.id, false).await.expect("the database answers");
        assert_eq!((mended.names_removed, mended.values_dropped), (2, 0));
        doctor::mend(&world.env, &world.pool.id, false).await.expect("the database answers");
        for (name, id) in [("ada", &ada), ("ada@example.com", &ada), ("bea", &bea), ("bea@example.com", &bea)]
        {
            assert_eq!(world.named(name).await.as_ref(), Some(id), "{name}");
        }
        assert!(matters(&world).await.contains(&(None, unknown)), "values go only when that is said");
        let mended = doctor::mend(&world.env, &world.pool.id, true).await.expect("the database answers");
        assert_eq!(mended, Mended { values_dropped: 1, ..Mended::default() });
        assert!(!world.user(&ada).await.attributes.contains_key("custom:gone"));
    });
}
