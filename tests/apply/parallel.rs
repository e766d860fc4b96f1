//! Several at once: declarations take turns, and what changed meanwhile is looked at again.

use vestibule::declare::{self, ApplyError, PlanOptions};
use vestibule::directory::{groups, pools};
use vestibule::model::group::Group;

use super::world::{World, cause};
use crate::support::database::for_each_database;

#[test]
fn the_same_declaration_by_many_at_once_is_written_once() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        // By name: each of them would draw an id of its own.
        let text = "[[pool]]\nname = \"Shop\"\n[[pool.client]]\nid = \"back\"\nsettings = { confidential = true }\n\
                    [[pool.user]]\nusername = \"ada\"\npassword = \"Correct-Horse-7\"\n";
        let document = world.document(text);
        let mut plans = Vec::new();
        for _ in 0..8 {
            plans.push(declare::plan(&world.env, &document, PlanOptions::default()).await.expect("a plan"));
        }
        let all = plans.into_iter().map(|plan| declare::apply(&world.env, &document, plan));
        let outcomes = futures_util::future::join_all(all).await;
        let mut drawn = 0;
        for outcome in outcomes {
            let applied = outcome.map_err(|(_, error)| error).expect("the others find nothing to do");
            drawn += applied.secrets.len();
        }
        assert_eq!(drawn, 1);
        let left = world.everything().await;
        assert_eq!(left.matches("[[pool]]").count(), 1, "{left}");
        assert_eq!(left.matches("[[pool.user]]").count(), 1, "{left}");
        assert_eq!(world.audit().await.len(), 4);
    });
}

#[test]
fn two_different_declarations_at_once_are_both_written() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply("[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n").await;
        let texts: Vec<String> = (0..6)
            .map(|number| {
                format!("[[pool]]\nid = \"us-east-1_Shop00001\"\n[[pool.group]]\nname = \"group{number}\"\n")
            })
            .collect();
        let documents: Vec<_> = texts.iter().map(|text| world.document(text)).collect();
        let mut plans = Vec::new();
        for document in &documents {
            plans.push(declare::plan(&world.env, document, PlanOptions::default()).await.expect("a plan"));
        }
        let all =
            documents.iter().zip(plans).map(|(document, plan)| declare::apply(&world.env, document, plan));
        let mut refused = 0;
        for outcome in futures_util::future::join_all(all).await {
            match outcome {
                Ok(applied) => assert_eq!(applied.pools.len(), 1),
                Err((_, ApplyError::Changed(_))) => refused += 1,
                Err((_, other)) => panic!("{other}"),
            }
        }
        let left = world.everything().await;
        assert_eq!(left.matches("[[pool.group]]").count(), 6 - refused, "{left}");
    });
}

#[test]
fn what_changed_between_comparison_and_writing_is_compared_again() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text =
            "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[pool.settings]\nself_sign_up = true\n";
        world.apply("[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n").await;
        let (document, plan) = (world.document(text), world.plan(text).await);
        let pool = world.pool().await;
        let mut settings = pool.settings.clone();
        settings.code_life_seconds = 77;
        pools::update(&world.env, &pool.id, "Shop", settings).await.expect("somebody else is faster");
        declare::apply(&world.env, &document, plan).await.map_err(|(_, e)| e).expect("it is written");
        let after = world.pool().await.settings;
        assert!(after.self_sign_up);
        assert_eq!(after.code_life_seconds, 77, "the other change is not lost");
    });
}

#[test]
fn more_is_not_deleted_than_was_agreed_to() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let with_group =
            "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[[pool.group]]\nname = \"old\"\n";
        world.apply(with_group).await;
        let text = "[[pool]]\nid = \"us-east-1_Shop00001\"\n";
        let document = world.document(text);
        let plan = declare::plan(&world.env, &document, PlanOptions { prune: true }).await.expect("a plan");
        assert_eq!(plan.removals().count(), 1);
        let pool = world.pool().await;
        let group = Group {
            pool_id: pool.id.clone(),
            name: "fresh".to_owned(),
            description: None,
            precedence: None,
            role_arn: None,
            created_at: 0,
        };
        groups::create(&world.env, &pool, group).await.expect("somebody makes a group");
        let error = cause(declare::apply(&world.env, &document, plan).await);
        assert!(matches!(error, ApplyError::Changed(_)), "{error}");
        let left = world.everything().await;
        assert!(left.contains("\"old\"") && left.contains("\"fresh\""), "{left}");
    });
}
