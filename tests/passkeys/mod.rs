//! Passkeys: the verifier by itself, the ceremonies over both databases, and the pages.

mod ceremonies;
mod hostile;
mod pages;
mod sign_in;
mod verifier;

use serde_json::Value;
use vestibule::directory::passkeys::challenge::{Ceremony, Kind};
use vestibule::directory::passkeys::{self, Given, PasskeyError};
use vestibule::model::passkey::Passkey;
use vestibule::model::pool::{FirstFactor, PoolSettings};
use vestibule::model::user::User;

use crate::authn::world::{BROWSER, World, by_email};
use crate::support::authenticator::Authenticator;

/// The origin that pages are at, as far as the services are told.
pub const ORIGIN: &str = "https://auth.example.com";
/// The session that adds passkeys.
const SESSION: &str = "the-session";

/// A pool in which passkeys sign in.
pub fn with_passkeys() -> PoolSettings {
    PoolSettings { first_factors: vec![FirstFactor::Passkey], ..by_email() }
}

/// The ceremony of the page that adds a passkey.
pub fn adding() -> Ceremony<'static> {
    Ceremony { kind: Kind::Add, browser: BROWSER, transaction: SESSION }
}

/// What the page that adds a passkey asks for.
pub async fn creation_options(world: &World, user: &User) -> Value {
    let person = (&user.id, "ada@example.com", "Ada");
    let options = passkeys::creation_options(&world.test.env, &world.pool, adding(), person).await;
    options.expect("the database answers")
}

/// Stores what an authenticator has made.
pub async fn store(world: &World, user: &User, answer: &Value) -> Result<Passkey, PasskeyError> {
    store_in(world, user, (adding(), ORIGIN), answer).await
}

/// As [`store`], in another ceremony or at another origin.
pub async fn store_in(
    world: &World,
    user: &User,
    (ceremony, origin): (Ceremony<'_>, &str),
    answer: &Value,
) -> Result<Passkey, PasskeyError> {
    let json = answer.to_string();
    let given = (ceremony, Given { json: &json, origin });
    passkeys::add(&world.test.env, &world.caller, &world.pool, user, given).await
}

/// A new passkey of a person.
pub async fn give(world: &World, user: &User, device: &mut Authenticator) -> Passkey {
    let options = creation_options(world, user).await;
    let answer = device.create(&options, ORIGIN);
    store(world, user, &answer).await.unwrap_or_else(|error| panic!("{error}"))
}

/// One word for what became of something.
pub fn word<T>(outcome: &Result<T, PasskeyError>) -> &'static str {
    match outcome {
        Ok(_) => "ok",
        Err(error) => error.word().unwrap_or("unavailable"),
    }
}
