//! Writing people out: the head, the groups, then everybody by id, page by page.

use super::record::{
    DirectoryRecord, Entry, GroupRecord, MfaEntry, PasswordEntry, PersonRecord, PreviousEntry, TotpEntry,
    VERSION,
};
use crate::crypto::totp;
use crate::directory::{DirectoryError, factors};
use crate::env::Env;
use crate::model::credential::{PasswordRecord, TotpRecord};
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::security::audit;
use crate::store::{groups, passkeys, passwords, totp_factors, user_attributes, users};

/// How many people are read at once.
const PAGE: i64 = 500;

/// A stretch of the export.
pub struct Part {
    /// Whole lines.
    pub text: String,
    /// How many people are in it.
    pub people: u64,
    /// Where the next one begins; `None` at the end.
    pub next: Option<UserId>,
}

/// Records that the directory is read out, and returns the head and the groups.
///
/// # Errors
/// When the database did not answer.
pub async fn begin(env: &Env, pool: &UserPool, with_hashes: bool) -> Result<String, DirectoryError> {
    let event = audit::event(env, "directory.export")
        .in_pool(&pool.id)
        .about("pool", &pool.id)
        .with("with_hashes", with_hashes);
    let id = pool.id.clone();
    let present = env.db.write(move |c| {
        audit::record(c, &event)?;
        groups::list(c, &id)
    });
    let mut text = Entry::Directory(DirectoryRecord { version: VERSION }).line();
    for group in present.await? {
        let record = GroupRecord {
            name: group.name,
            description: group.description,
            precedence: group.precedence,
            role_arn: group.role_arn,
            created_at: Some(group.created_at),
        };
        text += &Entry::Group(record).line();
    }
    Ok(text)
}

/// The people after `after`. Each is as they stand when their page is read.
///
/// # Errors
/// When the database did not answer, or a seed cannot be opened.
pub async fn page(
    env: &Env,
    pool: &UserPool,
    after: Option<UserId>,
    with_hashes: bool,
) -> Result<Part, DirectoryError> {
    let id = pool.id.clone();
    let read = env.db.read(move |c| {
        let people = users::list_page(c, &id, after.as_ref(), PAGE)?;
        let ids: Vec<&str> = people.iter().map(|user| user.id.as_str()).collect();
        let attributes = user_attributes::list_of_many(c, &ids, None)?;
        let members = groups::list_of_many(c, &ids)?;
        let secrets = match with_hashes {
            true => Some((
                passwords::list_of_many(c, &ids)?,
                passwords::list_history_of_many(c, &ids)?,
                totp_factors::list_of_many(c, &ids)?,
                passkeys::list_of_many(c, &ids)?,
            )),
            false => None,
        };
        Ok((people, attributes, members, secrets))
    });
    let (people, mut attributes, mut members, mut secrets) = read.await?;
    let next = people.last().filter(|_| people.len() as i64 == PAGE).map(|user| user.id.clone());
    let mut part = Part { text: String::new(), people: people.len() as u64, next };
    for user in people {
        let id = user.id.clone();
        let attributes = attributes.remove(&id).unwrap_or_default();
        let mut record = plain(pool, User { attributes, ..user });
        record.groups = members.remove(&id).unwrap_or_default();
        if let Some((hashes, histories, seeds, keys)) = &mut secrets {
            let history = histories.remove(&id).unwrap_or_default();
            record.password = Some(hashes.remove(&id).map(|hash| password(hash, history)));
            record.totp = seeds.remove(&id).map(|seed| totp_entry(env, pool, &id, seed)).transpose()?;
            let own = keys.remove(&id).unwrap_or_default();
            record.passkeys = own.into_iter().map(super::passkeys::written).collect();
        }
        part.text += &Entry::Person(Box::new(record)).line();
    }
    Ok(part)
}

/// A person without secrets.
fn plain(pool: &UserPool, user: User) -> PersonRecord {
    let named = pool.settings.sign_in.has_free_form_usernames() || user.username != user.id.as_str();
    let mfa = MfaEntry { messages: user.message_factors, preferred: user.preferred_factor };
    PersonRecord {
        id: Some(user.id.to_string()),
        username: named.then_some(user.username),
        status: Some(user.status),
        enabled: user.enabled,
        attributes: user.attributes,
        groups: Vec::new(),
        password: None,
        totp: None,
        passkeys: Vec::new(),
        mfa: (!mfa.messages.is_empty() || mfa.preferred.is_some()).then_some(mfa),
        created_at: Some(user.created_at),
        updated_at: Some(user.updated_at),
    }
}

fn password(record: PasswordRecord, history: Vec<(i64, String)>) -> PasswordEntry {
    PasswordEntry {
        hash: record.phc,
        firebase: None,
        set_at: Some(record.set_at),
        temporary_until: record.temporary_until,
        previous: history
            .into_iter()
            .map(|(set_at, hash)| PreviousEntry { hash, set_at: Some(set_at) })
            .collect(),
    }
}

fn totp_entry(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    record: TotpRecord,
) -> Result<TotpEntry, DirectoryError> {
    let seed = env
        .keys
        .open_column(factors::place(&pool.id, user), &record.sealed_seed)
        .map_err(|_| DirectoryError::Internal(format!("the TOTP seed of {user} cannot be opened")))?;
    Ok(TotpEntry {
        secret: totp::secret_to_base32(&seed),
        name: record.device_name,
        created_at: Some(record.created_at),
    })
}
