//! The store's part of a sign-in and of a refresh with a thousand and with a million users.
//!
//! The services run in this process with the cheapest hash there is, so that what is left is what they ask of the
//! database. Both databases are asked in turn, in the same rounds.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::fmt::Write;
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;
use vestibule::authn::{self, Step, browser_session};
use vestibule::config::{PasswordHashSettings, Settings};
use vestibule::crypto::digest::sha256_base64url;
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::{Random, SystemRandom};
use vestibule::directory::clients::NewClient;
use vestibule::directory::users::NewUser;
use vestibule::directory::{clients, pools, users};
use vestibule::env::Env;
use vestibule::model::authorization::{AuthorizationCode, AuthorizationParameters};
use vestibule::model::client::{AppClient, ClientSettings, SigningAlgorithm};
use vestibule::model::flow::{Answer, Surface};
use vestibule::model::ids::{AuthorizationId, FamilyId, UserId};
use vestibule::model::pool::{ContactKind, PoolSettings, SignInNames, UserPool};
use vestibule::store::{DatabaseSettings, Db, authorization_codes};
use vestibule::tokens;

use crate::ROUNDS;
use crate::report::{Report, note};
use crate::server;

const FEW: usize = 1_000;
const MANY: usize = 1_000_000;
/// Sign-ins in one round.
const SAMPLES: usize = 300;
const PASSWORD: &str = "Correct-Horse-7";
const MOST_SLOWER: f64 = 1.5;

/// Compares a small and a large directory on SQLite, and on PostgreSQL where `VESTIBULE_TEST_POSTGRES` names one.
pub async fn measure(report: &mut Report) {
    compare(report, "SQLite", Place::sqlite(), Place::sqlite()).await;
    match std::env::var("VESTIBULE_TEST_POSTGRES") {
        Ok(url) => {
            let (few, many) = (Place::postgres(&url, "few").await, Place::postgres(&url, "many").await);
            compare(report, "PostgreSQL", few, many).await;
        }
        Err(_) => note("PostgreSQL is left out: VESTIBULE_TEST_POSTGRES names none"),
    }
}

async fn compare(report: &mut Report, database: &str, few: Place, many: Place) {
    let few = Directory::seeded(few, FEW).await;
    let many = Directory::seeded(many, MANY).await;
    let mut best = [[f64::INFINITY; 2]; 2];
    for round in 0..=ROUNDS {
        for (figures, directory) in best.iter_mut().zip([&few, &many]) {
            let measured = directory.round(round).await;
            // The first round warms the caches.
            if round > 0 {
                figures[0] = figures[0].min(measured[0]);
                figures[1] = figures[1].min(measured[1]);
            }
        }
    }
    for (index, what) in ["sign-in", "refresh"].into_iter().enumerate() {
        let (small, large) = (best[0][index], best[1][index]);
        report.at_most(
            &format!("store calls of a {what}, a million users / a thousand, {database}"),
            large / small,
            MOST_SLOWER,
            format!("{large:.2} ms and {small:.2} ms"),
        );
    }
    few.place.remove().await;
    many.place.remove().await;
}

/// Where a database is.
enum Place {
    Sqlite(TempDir),
    Postgres { server: String, name: String },
}

impl Place {
    fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().expect("a folder"))
    }

    async fn postgres(server: &str, name: &str) -> Self {
        let place = Self::Postgres {
            server: server.to_owned(),
            name: format!("vestibule_bench_{name}_{}", std::process::id()),
        };
        place.administer("CREATE DATABASE", "").await;
        place
    }

    async fn administer(&self, command: &str, how: &str) {
        let Self::Postgres { server, name } = self else { return };
        execute(server, &format!("{command} {name}{how}")).await;
    }

    async fn remove(self) {
        self.administer("DROP DATABASE IF EXISTS", " WITH (FORCE)").await;
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.path().join("bench.db").display()),
            Self::Postgres { server, name } => {
                let mut url: url::Url = server.parse().expect("a URL");
                url.set_path(name);
                url.into()
            }
        }
    }

    /// Runs a script in the database.
    async fn run(&self, script: &str) {
        match self {
            Self::Sqlite(folder) => {
                let path = folder.path().join("bench.db");
                let mut conn = SqliteConnection::establish(&path.to_string_lossy()).expect("the file opens");
                conn.batch_execute("PRAGMA busy_timeout = 60000; PRAGMA synchronous = OFF;")
                    .expect("pragmas");
                conn.batch_execute(script).expect("the script runs");
            }
            Self::Postgres { .. } => execute(&self.url(), script).await,
        }
    }
}

async fn execute(url: &str, script: &str) {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("PostgreSQL answers");
    let driver = tokio::spawn(connection);
    client.batch_execute(script).await.expect("the script runs");
    drop(client);
    let _ = driver.await;
}

/// A pool with many people, whose passwords are all the same.
struct Directory {
    env: Env,
    pool: UserPool,
    client: AppClient,
    size: usize,
    place: Place,
}

impl Directory {
    async fn seeded(place: Place, size: usize) -> Self {
        let settings = Settings {
            password_hash: PasswordHashSettings {
                memory_kib: 8,
                iterations: 1,
                parallelism: 1,
                at_once: 2,
                waiting: 1000,
            },
            ..server::settings(place.url())
        };
        let mut database = DatabaseSettings::new(place.url());
        database.patience = std::time::Duration::from_secs(60);
        let db = Db::open(&database).await.expect("the database opens");
        db.migrate().await.expect("the tables are made");
        let master = MasterKey::generate(&SystemRandom);
        let env = server::environment(settings, db, &master).await;
        let settings = PoolSettings {
            sign_in: SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() },
            // They all come from one address.
            sign_ins_begun_per_prefix: u32::MAX,
            ..PoolSettings::default()
        };
        let pool = pools::create(&env, None, "Bench", settings).await.expect("a pool");
        // Two RSA signatures would hide what the database takes.
        let settings =
            ClientSettings { signing_algorithm: SigningAlgorithm::Es256, ..ClientSettings::default() };
        let new = NewClient { id: None, name: "Bench".into(), settings, secret: None };
        let client = clients::create(&env, &pool, new).await.expect("a client");
        let attributes = [("email", "template@example.com"), ("email_verified", "true")];
        let new = NewUser {
            username: None,
            attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            password: Some(PASSWORD.to_owned()),
            temporary: false,
            invite: false,
        };
        let template = users::create(&env, &server::caller(), &pool, new).await.expect("a person");
        let directory = Self { env, pool, client, size, place };
        note(&format!("writing {size} people"));
        directory.place.run(&directory.copies(&template.id)).await;
        directory
    }

    /// Copies of one person: same hash, other ids and addresses.
    fn copies(&self, template: &UserId) -> String {
        let numbers = match self.place {
            Place::Sqlite(_) => format!(
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {})",
                self.size
            ),
            Place::Postgres { .. } => {
                format!("WITH n AS (SELECT generate_series(0, {}) AS i)", self.size - 1)
            }
        };
        // Ids as spread as random ones: the number times a large odd constant, modulo 2³².
        let id = "'bench-' || ((i * 2654435761) % 4294967296)";
        let address = "'person' || i || '@example.com'";
        let mut script = String::from("BEGIN;\n");
        let mut copy = |table: &str, columns: &str, values: &str, key: &str| {
            let _ = writeln!(
                script,
                "INSERT INTO {table} ({columns}) {numbers} SELECT {values} FROM {table} t, n WHERE t.{key} = '{template}';"
            );
        };
        copy(
            "users",
            "id, pool_id, username, status, enabled, message_factors, created_at, updated_at, signed_out_at",
            &format!(
                "{id}, pool_id, {id}, status, enabled, message_factors, created_at, updated_at, signed_out_at"
            ),
            "id",
        );
        copy(
            "user_names",
            "pool_id, kind, folded_name, user_id",
            &format!("pool_id, kind, CASE WHEN folded_name LIKE '%@%' THEN {address} ELSE {id} END, {id}"),
            "user_id",
        );
        copy(
            "user_attributes",
            "user_id, name, pool_id, value, folded_value",
            &format!(
                "{id}, name, pool_id, CASE WHEN name = 'email' THEN {address} ELSE value END, \
                 CASE WHEN name = 'email' THEN {address} ELSE folded_value END"
            ),
            "user_id",
        );
        copy("passwords", "user_id, phc, set_at", &format!("{id}, phc, set_at"), "user_id");
        script.push_str("COMMIT; ANALYZE;");
        script
    }

    /// The median milliseconds of a sign-in and of a refresh.
    async fn round(&self, round: usize) -> [f64; 2] {
        let (mut sign_ins, mut refreshes) = (Vec::new(), Vec::new());
        for sample in 0..SAMPLES {
            // Everybody once: nobody's second sign-in is warmer than another's.
            let number = (round * SAMPLES + sample) * 7919 % self.size;
            let start = Instant::now();
            let refresh_token = self.sign_in(number).await;
            sign_ins.push(start.elapsed().as_secs_f64() * 1000.0);
            let start = Instant::now();
            let recovered =
                tokens::refresh::recover(&self.env, &self.pool, &self.client, &refresh_token).await;
            let recovered = recovered.unwrap_or_else(|error| panic!("{error}"));
            let refreshed =
                tokens::refresh::refresh(&self.env, &self.pool, &self.client, recovered, None).await;
            assert!(refreshed.is_ok_and(|tokens| tokens.id_token.is_some()));
            refreshes.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        [median(sign_ins), median(refreshes)]
    }

    /// From the form to the first tokens.
    async fn sign_in(&self, number: usize) -> String {
        let Self { env, pool, client, .. } = self;
        let random: &dyn Random = &SystemRandom;
        let surface = Surface::Hosted {
            authorization: AuthorizationId::trusted(random.uuid_v4()),
            browser: "browser".into(),
        };
        let step = authn::begin(env, &server::caller(), (pool, client), surface, None)
            .await
            .unwrap_or_else(|e| panic!("{e}"));
        let Step::Challenge { handle, .. } = step else { panic!("a sign-in begins with a question") };
        let answer = Answer::Password {
            username: format!("person{number}@example.com"),
            password: PASSWORD.to_owned(),
        };
        let step = authn::advance(env, &server::caller(), pool, &handle, "browser", answer).await;
        let Ok(Step::Authenticated(authenticated)) = step else { panic!("the password is right") };
        let started = browser_session::start(env, &server::caller(), pool, &authenticated, None).await;
        let (session, _) = started.unwrap_or_else(|e| panic!("{e}"));
        let code = random.token();
        let row = AuthorizationCode {
            pool_id: pool.id.clone(),
            client_id: client.id.clone(),
            user_id: session.user_id,
            session_id: session.id,
            parameters: AuthorizationParameters {
                scope: vec!["openid".into(), "email".into()],
                ..Default::default()
            },
            authenticated_at: session.authenticated_at,
            proofs: session.proofs,
            family_id: FamilyId::trusted(random.uuid_v4()),
            expires_at: env.now() + pool.settings.code_life_ms(),
            used_at: None,
        };
        let digest = sha256_base64url(code.as_bytes());
        let stored = env.db.write(move |c| authorization_codes::insert(c, &digest, &row)).await;
        stored.unwrap_or_else(|e| panic!("{e}"));
        let redeemed = tokens::redeem(env, pool, client, &code).await.unwrap_or_else(|e| panic!("{e}"));
        tokens::issue(env, pool, client, &redeemed).await.unwrap_or_else(|e| panic!("{e}"));
        redeemed.refresh_token
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
