//! The account whose proven address a provider vouches for: whether its owner could prove it here, and the password that may
//! not be the owner's.

use super::super::recovery::{channels, may_recover};
use super::super::ways;
use crate::model::ids::FlowId;
use crate::model::pool::{ContactKind, FirstFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::audit_events::{self, Wanted};
use crate::store::sign_out::{self, Keep};
use crate::store::{AnyConn, StoreError, passkeys, passwords};

/// Whether somebody can sign in to their account on our own pages, or get a password by code with which they can.
pub(super) fn can_prove(
    c: &mut AnyConn,
    pool: &UserPool,
    owner: &User,
    now: i64,
) -> Result<bool, StoreError> {
    if !owner.enabled {
        return Ok(false);
    }
    // Where no code can go there is none.
    let reachable = |kind: ContactKind| {
        owner.verified_contact(kind).is_some_and(|address| {
            kind == ContactKind::Email || pool.settings.message_limits.allows_sms_to(address)
        })
    };
    let has_passwords = pool.settings.password_sign_in;
    if has_passwords && may_recover(owner) && channels(pool, owner).into_iter().any(reachable) {
        return Ok(true);
    }
    match owner.status {
        // Also the right password leads these to a code that there is none of.
        UserStatus::Unconfirmed | UserStatus::ResetRequired => return Ok(false),
        UserStatus::Confirmed | UserStatus::ForceChangePassword | UserStatus::ExternalProvider => {}
    }
    let by_code = pool.settings.first_factors.iter().any(|factor| match factor {
        FirstFactor::EmailOtp => reachable(ContactKind::Email),
        FirstFactor::SmsOtp => reachable(ContactKind::Phone),
        FirstFactor::Passkey => false,
    });
    let is_valid = |until: Option<i64>| until.is_none_or(|until| until > now);
    let by_passkey = pool.settings.signs_in_by_passkey() && !passkeys::list_of_user(c, &owner.id)?.is_empty();
    let password = passwords::find(c, &owner.id)?.filter(|_| has_passwords);
    let by_password = password.is_some_and(|record| is_valid(record.temporary_until));
    Ok((by_code && ways::codes_are_on(pool)) || by_passkey || by_password)
}

/// Drops the password of an account that was set before its owner had proven an address, and ends whatever was opened with
/// it, passkeys among it, except for `flow`: whoever signed up need not be whoever then clicked the link in the mail. Returns whether there was
/// such a password.
///
/// When an address was proven is written in the audit trail alone. Where that has ended, or an operator vouched for the
/// address, nothing tells that the password is older, and it stays.
pub(super) fn drop_unproven_password(
    c: &mut AnyConn,
    owner: &User,
    flow: &FlowId,
    now: i64,
) -> Result<bool, StoreError> {
    let Some(record) = passwords::find(c, &owner.id)? else { return Ok(false) };
    let confirmations = Wanted {
        pool: Some(owner.pool_id.to_string()),
        subject: Some(owner.id.to_string()),
        action: Some("user.confirm".to_owned()),
        since: Some(record.set_at),
        succeeded: Some(true),
        ..Wanted::default()
    };
    let proven_later = audit_events::list(c, &confirmations, 10)?;
    if !proven_later.iter().any(|event| event.actor_kind == "person") {
        return Ok(false);
    }
    passwords::delete(c, &owner.id)?;
    // A passkey that was added with it would outlive it.
    passkeys::delete_since(c, &owner.pool_id, &owner.id, record.set_at)?;
    let keep = Keep { flow: Some(flow.clone()), ..Keep::default() };
    sign_out::end_all(c, &owner.pool_id, &owner.id, &keep, now)?;
    Ok(true)
}
