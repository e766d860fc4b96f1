//! From what a row says to the rows of the database, or to what is wrong with it.

use std::collections::BTreeSet;

use super::import::{ImportOptions, WithoutPassword};
use super::passkeys;
use super::record::{FirebaseEntry, PasswordEntry, PersonRecord};
use crate::crypto::{password, totp};
use crate::directory::attributes::{self, Giver};
use crate::directory::{factors, names};
use crate::env::Env;
use crate::messages::PreparedMessage;
use crate::model::attributes::AttributeMap;
use crate::model::credential::{PasswordRecord, TotpRecord};
use crate::model::ids::UserId;
use crate::model::passkey::Passkey;
use crate::model::pool::{ContactKind, PoolSettings, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::user_attributes::StoredAttribute;
use crate::store::user_names::SignInName;

/// The longest id.
const LONGEST_ID: usize = 64;
/// Shorter seeds are guessed, longer ones are none.
const SEED_BYTES: std::ops::RangeInclusive<usize> = 10..=128;
/// As many as a policy can remember.
const MOST_PREVIOUS: usize = 24;

/// A person of a file, ready to be stored.
#[derive(Clone)]
pub(super) struct Prepared {
    pub(super) line: u64,
    /// Whether the file gave the id.
    pub(super) has_own_id: bool,
    pub(super) user: User,
    pub(super) names: Vec<SignInName>,
    pub(super) stored: Vec<StoredAttribute>,
    pub(super) groups: Vec<String>,
    pub(super) password: Option<PasswordRecord>,
    pub(super) history: Vec<PasswordRecord>,
    pub(super) totp: Option<TotpRecord>,
    pub(super) passkeys: Vec<Passkey>,
    pub(super) invitation: Option<PreparedMessage>,
    /// A temporary password is still to be drawn, hashed and sent.
    pub(super) to_invite: bool,
}

/// What is judged by.
pub(super) struct Rules<'a> {
    pub(super) env: &'a Env,
    pub(super) pool: &'a UserPool,
    pub(super) options: &'a ImportOptions,
    pub(super) groups: &'a BTreeSet<String>,
}

impl Rules<'_> {
    /// Checks a row by itself.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(super) fn prepare(&self, line: u64, record: PersonRecord) -> Result<Prepared, Vec<String>> {
        let mut faults = Vec::new();
        let (env, settings, now) = (self.env, &self.pool.settings, self.env.now());
        let has_own_id = record.id.is_some();
        let id = match record.id {
            Some(id) if is_id(&id) => UserId::trusted(id),
            Some(_) => {
                faults.push(format!("id must be 1 to {LONGEST_ID} visible ASCII characters"));
                UserId::trusted("")
            }
            None => UserId::trusted(env.random.uuid_v4()),
        };
        let mut given = attributes::normalise(record.attributes);
        given.retain(|_, value| !value.is_empty());
        let username = settle(settings, record.username.as_deref(), &mut given).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let problems = attributes::problems(self.pool, Giver::Operator, &AttributeMap::new(), &given);
        faults.extend(problems.into_iter().map(|problem| problem.to_string()));
        for group in record.groups.iter().filter(|group| !self.groups.contains(*group)) {
            faults.push(format!("the pool has no group {}", shown(group)));
        }
        let told_none = matches!(record.password, Some(None));
        let entry = record.password.flatten();
        let read = entry.map(|entry| read_password(&id, entry, record.created_at.unwrap_or(now)));
        let (password, history) = match read.transpose() {
            Ok(read) => read.map_or((None, Vec::new()), |(record, history)| (Some(record), history)),
            Err(fault) => {
                faults.push(fault);
                (None, Vec::new())
            }
        };
        let seed = match record.totp.as_ref().map(|entry| totp::secret_from_base32(&entry.secret)) {
            None => None,
            Some(Some(seed)) if SEED_BYTES.contains(&seed.len()) => Some(seed),
            Some(_) => {
                faults.push("totp.secret must be base32 of 10 to 128 bytes".into());
                None
            }
        };
        let passkeys = passkeys::read((&self.pool.id, &id), record.passkeys, now);
        let passkeys = passkeys.unwrap_or_else(|fault| {
            faults.push(fault);
            Vec::new()
        });
        let (created_at, mfa) = (record.created_at.unwrap_or(now), record.mfa);
        let mut user = User {
            pool_id: self.pool.id.clone(),
            username: username.unwrap_or_else(|| id.to_string()),
            id,
            status: UserStatus::Confirmed,
            enabled: record.enabled,
            attributes: given,
            message_factors: mfa.as_ref().map(|mfa| mfa.messages.clone()).unwrap_or_default(),
            preferred_factor: mfa.and_then(|mfa| mfa.preferred),
            created_at,
            updated_at: record.updated_at.unwrap_or(created_at),
            signed_out_at: 0,
        };
        let to_invite = password.is_none()
            && !told_none
            && self.options.without_password == WithoutPassword::Invite
            && record.status != Some(UserStatus::Unconfirmed);
        match self.status(&user, record.status, password.is_some(), told_none, to_invite) {
            Ok(status) => user.status = status,
            Err(fault) => faults.push(fault),
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let password = password.map(|record| PasswordRecord {
            temporary_until: match user.status {
                UserStatus::ForceChangePassword => Some(
                    record
                        .temporary_until
                        .unwrap_or_else(|| now + settings.password_policy.temporary_password_life_ms()),
                ),
                _ => record.temporary_until,
            },
            ..record
        });
        let vouched = |kind: ContactKind| {
            let stands_in = settings.sign_in.username_attributes.contains(&kind);
            user.verified_contact(kind).is_some() || (stands_in && user.status != UserStatus::Unconfirmed)
        };
        let totp = seed.zip(record.totp).map(|(seed, entry)| TotpRecord {
            user_id: user.id.clone(),
            sealed_seed: env.keys.seal_column(
                factors::place(&self.pool.id, &user.id),
                &seed,
                env.random.as_ref(),
            ),
            device_name: entry.name,
            last_step: None,
            created_at: entry.created_at.unwrap_or(created_at),
        });
        let mut groups = record.groups;
        groups.sort();
        groups.dedup();
        Ok(Prepared {
            line,
            has_own_id,
            names: names::reserved_names(settings, &user.username, &user.attributes, vouched),
            stored: attributes::stored(settings, &user.attributes),
            user,
            groups,
            password,
            history,
            totp,
            passkeys,
            invitation: None,
            to_invite,
        })
    }

    /// Where the account stands.
    fn status(
        &self,
        user: &User,
        given: Option<UserStatus>,
        has_password: bool,
        told_none: bool,
        to_invite: bool,
    ) -> Result<UserStatus, String> {
        if has_password || told_none {
            let default = if has_password { UserStatus::Confirmed } else { UserStatus::ResetRequired };
            let status = given.unwrap_or(default);
            return match status {
                UserStatus::ForceChangePassword if !has_password => {
                    Err("FORCE_CHANGE_PASSWORD needs the hash of a temporary password".into())
                }
                status => Ok(status),
            };
        }
        let contact = |kind: &ContactKind| user.contact(*kind).is_some();
        if given == Some(UserStatus::Unconfirmed) {
            return Ok(UserStatus::Unconfirmed);
        }
        if to_invite {
            return match [ContactKind::Email, ContactKind::Phone].iter().any(contact) {
                true => Ok(UserStatus::ForceChangePassword),
                false => Err("without an address there is nowhere to send an invitation".into()),
            };
        }
        let reachable = self.pool.settings.recovery.iter().any(|kind| user.verified_contact(*kind).is_some());
        match reachable {
            true => Ok(UserStatus::ResetRequired),
            false => Err("without a password and a verified address of the pool's recovery this person could never sign in".into()),
        }
    }
}

/// What a person is called: a user name where there are any, also in a pool where addresses stand in for it now.
fn settle(
    settings: &PoolSettings,
    given: Option<&str>,
    attributes: &mut AttributeMap,
) -> Result<Option<String>, String> {
    let is_address = given.is_some_and(|name| {
        names::address_kind(name.trim())
            .is_some_and(|kind| settings.sign_in.username_attributes.contains(&kind))
    });
    if let Some(name) = given.filter(|_| !settings.sign_in.has_free_form_usernames() && !is_address) {
        return names::check_name(settings, name)
            .map(|()| Some(name.to_owned()))
            .map_err(|fault| format!("username: {fault}"));
    }
    let settled = names::settle_username(settings, given, attributes).map_err(|error| match error {
        crate::directory::DirectoryError::InvalidUsername(fault) => format!("username: {fault}"),
        other => other.to_string(),
    })?;
    match attributes::missing_address(settings, attributes) {
        Some(problem) if settled.is_none() => Err(problem.to_string()),
        _ => Ok(settled),
    }
}

fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
}

/// A text of the file as a report may repeat it.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(64).collect()
}

fn read_password(
    user: &UserId,
    entry: PasswordEntry,
    set_at: i64,
) -> Result<(PasswordRecord, Vec<PasswordRecord>), String> {
    let named = |error: password::HashRefusal| format!("password: {error}");
    let phc = match entry.firebase {
        None => password::import(&entry.hash),
        Some(FirebaseEntry { salt, signer_key, salt_separator, rounds, memory_cost }) => {
            password::firebase((&entry.hash, &salt), (&signer_key, &salt_separator), (rounds, memory_cost))
        }
    };
    let present = PasswordRecord {
        user_id: user.clone(),
        phc: phc.map_err(named)?,
        set_at: entry.set_at.unwrap_or(set_at),
        temporary_until: entry.temporary_until,
        sealed_srp: None,
    };
    if entry.previous.len() > MOST_PREVIOUS {
        return Err(format!("password: at most {MOST_PREVIOUS} previous ones are kept"));
    }
    let mut history: Vec<PasswordRecord> = Vec::new();
    for previous in entry.previous {
        // The order is that of the times, and each has its own.
        let latest = history.last().map_or(present.set_at, |newer| newer.set_at) - 1;
        history.push(PasswordRecord {
            user_id: user.clone(),
            phc: password::import(&previous.hash).map_err(named)?,
            set_at: previous.set_at.unwrap_or(latest).min(latest),
            temporary_until: None,
            sealed_srp: None,
        });
    }
    Ok((present, history))
}
