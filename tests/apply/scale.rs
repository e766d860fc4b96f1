//! Ten thousand pools in one installation: a change to one of them costs what its file costs.
#![expect(clippy::disallowed_methods, reason = "a test waits and measures by the system's clock")]

use std::time::{Duration, Instant};

use vestibule::model::client::{AppClient, ClientSettings};
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::store::{clients, pools};

use super::world::World;
use crate::support::database::for_each_database;

async fn fill(world: &World, from: u32, to: u32) {
    for start in (from..to).step_by(1000) {
        let written = world.env.db.write(move |c| {
            for number in start..(start + 1000).min(to) {
                let id = PoolId::trusted(format!("us-east-1_Many{number:05}"));
                let pool = UserPool {
                    id: id.clone(),
                    name: format!("Pool {number}"),
                    settings: PoolSettings::default(),
                    created_at: 1,
                    updated_at: 1,
                };
                pools::insert(c, &pool)?;
                let client = AppClient {
                    pool_id: id,
                    id: ClientId::trusted(format!("client{number}")),
                    name: "Web".to_owned(),
                    settings: ClientSettings::default(),
                    created_at: 1,
                    updated_at: 1,
                };
                clients::insert(c, &client)?;
            }
            Ok(())
        });
        written.await.expect("the pools are stored");
    }
}

/// The quickest of several changes to one pool, found by id and by name.
async fn quickest(world: &World, from: u32) -> Duration {
    let mut best = Duration::MAX;
    for life in from..from + 7 {
        for key in ["id = \"us-east-1_Many00005\"", "name = \"Pool 7\""] {
            let text = format!(
                "[[pool]]\n{key}\n[pool.settings]\ncode_life_seconds = {life}\n[[pool.group]]\nname = \"g{life}\"\n"
            );
            let begin = Instant::now();
            assert_eq!(world.apply(&text).await.len(), 2);
            best = best.min(begin.elapsed());
        }
    }
    best
}

#[test]
fn a_change_to_one_of_ten_thousand_pools_costs_no_more_than_to_one_of_ten() {
    for_each_database(|db| async move {
        let kind = if db.is_postgres() { "PostgreSQL" } else { "SQLite" };
        let world = World::new(db).await;
        fill(&world, 0, 10).await;
        let few = quickest(&world, 100).await;
        fill(&world, 10, 10_000).await;
        let many = quickest(&world, 200).await;
        let figures = format!("{kind}: {few:?} among 10 pools, {many:?} among 10000");
        // Twice, and a little for a machine that is busy with other things.
        assert!(many < few * 2 + Duration::from_millis(10), "{figures}");
        if let Ok(file) = std::env::var("FIGURES_FILE") {
            use std::io::Write;
            let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).expect("a file");
            writeln!(file, "{figures}").expect("it is written");
        }
    });
}
