//! Everything that is stored about somebody, for themselves, and the end of it by their own wish.

use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::address_change;
use super::{DirectoryError, account, details, external, notices, own_access, terms};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::flow::authentication_methods;
use crate::model::message::MessageKind;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::security::audit;
use crate::security::lockout::OwnCounters;
use crate::store::audit_events::{self, Wanted};
use crate::store::users;

/// The most events about a person that a download holds.
const MOST_EVENTS: i64 = 10_000;

/// What is stored about a person, without secrets: no hash, no seed, no token, no code. The download is recorded.
///
/// # Errors
/// When the database did not answer.
pub async fn download(env: &Env, pool: &UserPool, user: &User) -> Result<Value, DirectoryError> {
    let details = details::of(env, pool, user).await?;
    let links = external::identities(env, &user.id).await?;
    let sessions = own_access::sessions(env, pool, user).await?;
    let applications = own_access::applications(env, pool, &user.id).await?;
    let accepted = terms::of_user(env, &user.id).await?;
    let pending = address_change::pending(env, user).await?;
    let event = audit::event(env, "user.download_data")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let wanted =
        Wanted { pool: Some(pool.id.to_string()), subject: Some(user.id.to_string()), ..Wanted::default() };
    let events = env.db.read(move |c| audit_events::list(c, &wanted, MOST_EVENTS)).await?;
    env.db.write(move |c| audit::record(c, &event)).await?;
    env.metrics.account.changes.one(&pool.id, ["download"]);
    let events: Vec<Value> = events
        .into_iter()
        .map(|event| {
            // What an operator is called is about the operator.
            let by_them = event.actor.as_deref() == Some(user.id.as_str());
            json!({
                "at": rfc3339(event.at),
                "action": event.action,
                "by": if by_them { "you" } else { event.actor_kind.as_str() },
                "succeeded": event.succeeded,
                "network": event.network,
                "detail": event.detail,
            })
        })
        .collect();
    Ok(json!({
        "made_at": rfc3339(env.now()),
        "pool": { "id": pool.id.as_str(), "name": pool.name },
        "account": {
            "sub": user.id.as_str(),
            "username": user.username,
            "status": user.status.as_str(),
            "created_at": rfc3339(user.created_at),
            "updated_at": rfc3339(user.updated_at),
            "attributes": user.attributes,
            "groups": details.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(),
        },
        "addresses_to_be_confirmed": pending
            .iter()
            .map(|one| json!({
                "attribute": one.kind.attribute(),
                "value": one.address,
                "asked_at": rfc3339(one.created_at),
                "until": rfc3339(one.expires_at),
            }))
            .collect::<Vec<_>>(),
        "ways_to_sign_in": {
            "password_set_at": details.password_set_at.map(rfc3339),
            "authenticator_app": details.totp_device.is_some(),
            "codes_by": user.message_factors,
            "preferred": user.preferred_factor,
            "identity_providers": links
                .iter()
                .map(|link| json!({
                    "provider": link.provider,
                    "your_id_there": link.subject,
                    "since": rfc3339(link.linked_at),
                }))
                .collect::<Vec<_>>(),
        },
        "sessions": sessions
            .iter()
            .map(|session| json!({
                "began_at": rfc3339(session.created_at),
                "last_used_at": rfc3339(session.seen_at),
                "proven_at": rfc3339(session.authenticated_at),
                "methods": authentication_methods(&session.proofs),
                "browser": session.browser.as_ref().map(|browser| browser.user_agent.as_str()),
                "network": session.browser.as_ref().map(|browser| browser.network.as_str()),
            }))
            .collect::<Vec<_>>(),
        "applications": applications
            .iter()
            .map(|access| json!({
                "client_id": access.client_id.as_str(),
                "name": access.name,
                "scope": access.scope,
                "since": rfc3339(access.since),
                "last_used_at": access.last_used.map(rfc3339),
                "allowed_by_you": access.allowed,
            }))
            .collect::<Vec<_>>(),
        "accepted_terms": accepted
            .iter()
            .map(|one| json!({
                "version": one.terms.version,
                "accepted_at": rfc3339(one.accepted_at),
                "terms": one.terms.terms_url,
                "privacy_policy": one.terms.privacy_url,
            }))
            .collect::<Vec<_>>(),
        "events": events,
    }))
}

/// Deletes somebody's account by their own wish, with everything of theirs, at once; they are told at their proven
/// address. Events about them stay in the audit trail as long as it is kept, under an id that names nobody any more.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(env: &Env, caller: &Caller, pool: &UserPool, user: &User) -> Result<(), DirectoryError> {
    let counters = OwnCounters::of(env, &pool.id, &user.id);
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::AccountDeleted);
    let event = audit::event(env, "user.delete_self")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let (key, id) = (pool.id.clone(), user.id.clone());
    let found = env.db.write(move |c| {
        // The flow of somebody who is signing in waits here, and then finds nobody.
        if !users::hold(c, &key, &id)? {
            return Ok(false);
        }
        counters.forget(c)?;
        account::delete(c, &key, &id)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        audit::record(c, &event)?;
        Ok(true)
    });
    if !found.await? {
        return Err(DirectoryError::NotFound("user"));
    }
    messages::ring(env);
    env.metrics.account.changes.one(&pool.id, ["deletion"]);
    Ok(())
}

/// A time in UTC, as RFC 3339 writes it.
fn rfc3339(at_ms: i64) -> String {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(at_ms) * 1_000_000)
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_default()
}
