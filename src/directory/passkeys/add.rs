//! Making a passkey.

use serde::Deserialize;

use super::challenge::{self, Ceremony};
use super::{Given, PasskeyError, makes, options, rp_id, short};
use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::webauthn::{self, Expected, Registered, Registration, WebauthnError};
use crate::directory::notices;
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::message::{MessageKind, PasskeyNews};
use crate::model::passkey::{MOST_PASSKEYS, Passkey, UserVerification};
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::security::audit;
use crate::store::{StoreError, passkeys, users};

/// The transports that there are (Web Authentication §5.8.4); what else a browser says is not kept.
const TRANSPORTS: [&str; 6] = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    #[serde(rename = "type")]
    kind: String,
    response: Inner,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inner {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    attestation_object: String,
    #[serde(default)]
    transports: Vec<String>,
}

/// Stores a new passkey of whoever is signed in, who is told at their proven address. `ceremony` is the one that
/// [`super::creation_options`] was asked for.
///
/// # Errors
/// See [`PasskeyError`].
pub async fn add(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (ceremony, given): (Ceremony<'_>, Given<'_>),
) -> Result<Passkey, PasskeyError> {
    if !pool.settings.has_passkeys() {
        return Err(PasskeyError::Off);
    }
    let malformed = || WebauthnError::Malformed("the credential");
    let sent: Response = serde_json::from_str(given.json).map_err(|_| malformed())?;
    if sent.kind != "public-key" {
        return Err(malformed().into());
    }
    let client_data = from_base64url(&sent.response.client_data).ok_or_else(malformed)?;
    let attestation_object = from_base64url(&sent.response.attestation_object).ok_or_else(malformed)?;
    let challenge = webauthn::challenge_of(&client_data)?;
    challenge::spend(env, &pool.id, ceremony, &challenge).await?;

    let rp_id = rp_id(env, pool).await?;
    let expected = Expected {
        challenge: &challenge,
        origins: &[given.origin.to_owned()],
        rp_id: &rp_id,
        user_verification: pool.settings.passkeys.user_verification == UserVerification::Required,
    };
    let registration = Registration { client_data: &client_data, attestation_object: &attestation_object };
    let registered = webauthn::verify_registration(&expected, registration)?;
    let mut transports = sent.response.transports;
    transports.retain(|transport| TRANSPORTS.contains(&transport.as_str()));
    transports.sort();
    transports.dedup();
    let passkey = record(env, pool, user, (rp_id, registered, transports));
    store(env, caller, pool, user, passkey).await
}

fn record(
    env: &Env,
    pool: &UserPool,
    user: &User,
    (rp_id, registered, transports): (String, Registered, Vec<String>),
) -> Passkey {
    let aaguid = uuid::Uuid::from_bytes(registered.aaguid).to_string();
    Passkey {
        pool_id: pool.id.clone(),
        credential_id: base64url(&registered.credential_id),
        user_id: user.id.clone(),
        user_handle: String::new(),
        rp_id,
        public_key: registered.public_key,
        sign_count: i64::from(registered.sign_count),
        transports,
        name: makes::name(&aaguid).map(str::to_owned),
        aaguid,
        backup_eligible: registered.backup_eligible,
        backed_up: registered.backed_up,
        user_verified: registered.user_verified,
        created_at: env.now(),
        last_used_at: None,
    }
}

/// How many there are is counted with the account held: of two that come at once as the twentieth one is refused.
async fn store(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    passkey: Passkey,
) -> Result<Passkey, PasskeyError> {
    let event = audit::event(env, "passkey.add")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id)
        .with("passkey", short(&passkey.credential_id))
        .with("aaguid", passkey.aaguid.as_str());
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::Passkey(PasskeyNews::Added));
    let (pool, drawing) = (pool.id.clone(), env.clone());
    let write = env.db.write(move |c| {
        if !users::hold(c, &pool, &passkey.user_id)? {
            return Ok(Err(PasskeyError::Unknown));
        }
        let present = passkeys::list_of_user(c, &passkey.user_id)?;
        if present.len() >= MOST_PASSKEYS {
            return Ok(Err(PasskeyError::Full));
        }
        // Web Authentication §7.1 step 26.
        if passkeys::find(c, &pool, &passkey.credential_id)?.is_some() {
            return Ok(Err(PasskeyError::Exists));
        }
        let user_handle = options::handle(&drawing, &pool, &passkey.user_id, &present);
        let passkey = Passkey { user_handle, ..passkey.clone() };
        passkeys::insert(c, &passkey)?;
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Ok(passkey))
    });
    let stored = match write.await {
        // Two people brought the same credential in the same moment.
        Err(StoreError::Taken { .. }) => Err(PasskeyError::Exists),
        outcome => outcome?,
    };
    if stored.is_ok() {
        messages::ring(env);
    }
    stored
}
