//! The way back: from what a provider posted to a person.

use super::addresses::Addresses;
use super::metadata::ProviderMetadata;
use super::response::{ResponseCheck, VerifiedResponse};
use super::service_provider::ServiceProvider;
use super::{documents, keys, setting, untrusted};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::external::ExternalIdentity;
use crate::model::provider::IdentityProvider;
use crate::store::round_trips;

/// How far clocks may differ, milliseconds.
pub const SKEW: i64 = 60_000;

/// Says whom a provider has signed in. `field` is `SAMLResponse` as it was posted. `request_id` is the request that
/// **this browser** took there; without one the provider has begun by itself, which it may only where `IDPInit` is on. An
/// answer to a request is then none, and an answer of the provider's own is none to a request.
///
/// A response that passes is remembered, so that it passes once, whoever brings it; one that is refused changes nothing.
///
/// # Errors
/// See [`FederationError`].
pub async fn finish(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    request_id: Option<&str>,
    field: &str,
) -> Result<ExternalIdentity, FederationError> {
    if request_id.is_none() && !setting(provider, "IDPInit") {
        return Err(untrusted("the provider may not begin by itself"));
    }
    let metadata = documents::metadata(env, provider).await?;
    let (outcome, metadata) = judge(env, provider, addresses, metadata, (request_id, field)).await?;
    let verified = match outcome {
        // It may have new keys.
        Err(error @ FederationError::Untrusted(_)) => {
            let Some(newer) = documents::newer(env, provider, &metadata).await? else { return Err(error) };
            judge(env, provider, addresses, newer, (request_id, field)).await?.0?
        }
        outcome => outcome?,
    };
    if verified.request_id.as_deref() != request_id {
        return Err(untrusted("the response does not answer the request of this browser"));
    }
    remember(env, provider, &verified).await?;
    Ok(verified.identity)
}

/// Judges a response on a thread where that disturbs nobody; gives the metadata back.
async fn judge(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    metadata: ProviderMetadata,
    (request_id, field): (Option<&str>, &str),
) -> Result<(Result<VerifiedResponse, FederationError>, ProviderMetadata), FederationError> {
    let ourselves: ServiceProvider = keys::ourselves(env, provider, addresses).await?;
    let (now_ms, provider_name) = (env.now(), provider.name.clone());
    let encryption_required = setting(provider, "EncryptedResponses");
    let (request_id, field) = (request_id.map(str::to_owned), field.to_owned());
    let task = tokio::task::spawn_blocking(move || {
        let outstanding: Vec<&str> = request_id.as_deref().into_iter().collect();
        let check = ResponseCheck {
            service_provider: &ourselves,
            provider_metadata: &metadata,
            provider_name: &provider_name,
            now_ms,
            skew_ms: SKEW,
            outstanding: &outstanding,
            idp_initiated_allowed: request_id.is_none(),
            signed_assertion_required: false,
            encryption_required,
        };
        let outcome = check.check_field(&field);
        (outcome, metadata)
    });
    task.await.map_err(|_| FederationError::Internal("judging a response was interrupted".to_owned()))
}

/// The last check: of several callers one is told that it was the first.
async fn remember(
    env: &Env,
    provider: &IdentityProvider,
    verified: &VerifiedResponse,
) -> Result<(), FederationError> {
    let (pool, name) = (provider.pool_id.clone(), provider.name.clone());
    let digest = sha256_base64url(verified.assertion_id.as_bytes());
    let until = verified.remember_until_ms;
    let first = env.db.write(move |c| round_trips::see_assertion(c, &pool, &name, &digest, until)).await?;
    if first { Ok(()) } else { Err(untrusted("the assertion was taken before")) }
}
