//! The stand-ins' keys: made when one is first needed and kept with the data, so that what others remember of a stand-in
//! (key sets, metadata) still holds after a restart.

use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web;
use zeroize::Zeroizing;

use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::jwt::{Algorithm, KeyError, SigningKey};
use crate::directory::DirectoryError;
use crate::env::Env;
use crate::federation::saml::service_provider::Credential;
use crate::store::meta;

/// Where the keys are kept among the facts about the database.
const RSA: &str = "dev_providers_rsa";
const APPLE: &str = "dev_providers_apple";
/// So many databases' keys stay parsed; one process serves more than one database in tests only.
const KEPT: usize = 8;
/// The dates of the SAML certificate, Unix seconds: 2020 to 2050. Everybody goes by the key alone.
const CERTIFICATE: (i64, i64) = (1_577_836_800, 2_524_608_000);

/// What the stand-ins sign with.
pub(super) struct Keys {
    /// ID tokens.
    pub(super) tokens: SigningKey,
    /// Assertions and logout messages: the same key.
    pub(super) saml: Credential,
}

/// The keys that were parsed last, by their sealed text.
static PARSED: Mutex<Vec<(String, Arc<Keys>)>> = Mutex::new(Vec::new());

/// The keys of the stand-ins of this database.
///
/// # Errors
/// When the database did not answer, or a key cannot be made or read.
pub(super) async fn find(env: &Env) -> Result<Arc<Keys>, DirectoryError> {
    let (text, der) = stored(env, RSA, Algorithm::Rs256).await?;
    let parsed = || PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, keys)) = parsed().iter().find(|(known, _)| *known == text) {
        return Ok(keys.clone());
    }
    let keys = Arc::new(parse(&der)?);
    let mut all = parsed();
    if all.len() == KEPT {
        all.remove(0);
    }
    all.push((text, keys.clone()));
    Ok(keys)
}

/// The key with which the application proves itself at the stand-in for Apple; here both sides have it.
///
/// # Errors
/// As [`find`].
pub(in crate::dev) async fn apple(env: &Env) -> Result<SigningKey, DirectoryError> {
    let (_, der) = stored(env, APPLE, Algorithm::Es256).await?;
    SigningKey::from_pkcs8(Algorithm::Es256, &der).map_err(|error| internal(&error))
}

fn parse(der: &[u8]) -> Result<Keys, DirectoryError> {
    let tokens = SigningKey::from_pkcs8(Algorithm::Rs256, der).map_err(|error| internal(&error))?;
    let (from, until) = CERTIFICATE;
    let saml = Credential::self_signed(der, "Stand-in of the development server", from, until)
        .and_then(|certificate| Credential::new(der, &certificate));
    Ok(Keys { tokens, saml: saml.map_err(|error| internal(&error))? })
}

/// A key as it is kept, and as PKCS#8. Of several processes that make one at the same time, one is first.
async fn stored(
    env: &Env,
    name: &'static str,
    algorithm: Algorithm,
) -> Result<(String, Zeroizing<Vec<u8>>), DirectoryError> {
    let place = ["", "meta", name, "value"];
    let text = match env.db.read(move |c| meta::get(c, name)).await? {
        Some(text) => text,
        None => {
            let made = web::block(move || SigningKey::generate(algorithm)?.to_pkcs8()).await;
            let made = made.unwrap_or(Err(KeyError::Unmade)).map_err(|error| internal(&error))?;
            let sealed = base64url(&env.keys.seal_column(place, &made, env.random.as_ref()));
            let kept = env.db.write(move |c| {
                meta::insert_if_absent(c, name, &sealed)?;
                meta::get(c, name)
            });
            kept.await?.unwrap_or_default()
        }
    };
    let unreadable = || DirectoryError::Internal("a stand-in's key cannot be opened".into());
    let sealed = from_base64url(&text).ok_or_else(unreadable)?;
    let der = env.keys.open_column(place, &sealed).map_err(|_| unreadable())?;
    Ok((text, der))
}

fn internal(error: &dyn std::fmt::Display) -> DirectoryError {
    DirectoryError::Internal(format!("a stand-in's key: {error}"))
}
