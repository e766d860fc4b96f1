//! What is Apple's alone: the client secret is a token that the application signs.

use serde_json::json;

use super::{StandIn, keys};
use crate::crypto::jwt;
use crate::env::Env;
use crate::web::WebError;

/// The team that the demonstration's application belongs to.
pub(in crate::dev) const TEAM: &str = "STANDIN001";
/// The longest a client secret may be valid: six months, in seconds.
const LONGEST: i64 = 15_777_000;

/// Whether a client secret is what Apple asks for: ES256, of this team, for this application and this provider, in force.
///
/// # Errors
/// When the key cannot be read.
pub(super) async fn is_secret(env: &Env, stand_in: &StandIn, secret: &str) -> Result<bool, WebError> {
    let key = keys::apple(env).await?.verifying_key();
    let Ok((_, claims)) = jwt::verify(secret, |kid| (kid == key.kid()).then_some(&key)) else {
        return Ok(false);
    };
    let now = env.now() / 1000;
    let time = |name: &str| claims[name].as_i64().unwrap_or(i64::MIN);
    Ok(claims["iss"] == json!(TEAM)
        && claims["sub"] == json!(stand_in.client_id)
        && claims["aud"] == json!(stand_in.address(&env.settings, ""))
        && time("iat") <= now
        && now < time("exp")
        && time("exp").saturating_sub(now) <= LONGEST)
}
