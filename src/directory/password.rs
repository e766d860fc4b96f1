//! Passwords: check, change, set.

use zeroize::Zeroizing;

use super::codes::{self, Purpose};
use super::{DirectoryError, notices};
use crate::crypto::encoding::hex;
use crate::crypto::password::{self, Argon2Parameters};
use crate::crypto::password_queue::QueueError;
use crate::crypto::srp;
use crate::env::Env;
use crate::messages::{self, PreparedMessage};
use crate::model::caller::Caller;
use crate::model::credential::PasswordRecord;
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::{FlowId, PoolId, SessionId, UserId};
use crate::model::message::MessageKind;
use crate::model::password_policy::MAXIMUM_PASSWORD_LENGTH;
use crate::model::pool::UserPool;
use crate::model::user::UserStatus;
use crate::security::audit;
use crate::store::sign_out::{self, Keep};
use crate::store::{AnyConn, StoreError, passwords, users};

/// What a password check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// It is the person's own password.
    Right,
    /// It is the temporary password, and still valid.
    RightTemporary,
    /// It was the temporary password, and has ended.
    TemporaryExpired,
    /// It is wrong, or there is no such person, or none was ever set.
    Wrong,
}

/// How a password is to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetPassword {
    /// By its owner; ends every other session but the one named, every token, and every open flow but the one
    /// named.
    Own {
        /// The session that stays.
        keep_session: Option<SessionId>,
        /// The flow that goes on: the one in which the password is set.
        keep_flow: Option<FlowId>,
    },
    /// By its owner, who wants to stay signed in everywhere: sessions and tokens go on, open flows end.
    OwnEverywhere,
    /// By an operator, to be changed at the next sign-in.
    Temporary,
    /// By an operator, for good.
    Permanent,
}

/// A hashed password, ready to be stored.
#[derive(Clone)]
pub(super) struct HashedPassword {
    pub(super) phc: String,
    pub(super) sealed_srp: Option<Vec<u8>>,
}

/// Checks a password through the one queue. `None` does the same work for a person who does not exist. A right one
/// is rehashed when the cost settings have changed or the hash was brought along from elsewhere, and gives an SRP
/// verifier where the pool keeps one and has none.
///
/// # Errors
/// [`DirectoryError::Busy`] when the queue is full.
pub async fn check(
    env: &Env,
    pool: &UserPool,
    user: Option<&UserId>,
    password: &str,
) -> Result<PasswordVerdict, DirectoryError> {
    check_as(env, pool, user, user.map_or("", UserId::as_str), password).await
}

/// Does the work of [`check`] for a folded name that nobody has: it costs as much as the password of one of the
/// pool's people, always the same one for a name. Where hashes of several costs stand side by side, as after an
/// import, names without an account are then as often slow as names with one.
///
/// # Errors
/// [`DirectoryError::Busy`] when the queue is full.
pub async fn check_nobody(
    env: &Env,
    pool: &UserPool,
    folded: &str,
    password: &str,
) -> Result<(), DirectoryError> {
    check_as(env, pool, None, folded, password).await.map(drop)
}

async fn check_as(
    env: &Env,
    pool: &UserPool,
    user: Option<&UserId>,
    named: &str,
    password: &str,
) -> Result<PasswordVerdict, DirectoryError> {
    let parameters = parameters(env)?;
    let id = user.cloned().unwrap_or_else(|| UserId::trusted(""));
    let (pool_id, place) = (pool.id.clone(), place_in_crowd(env, pool, named));
    // Both are read in any case, so that the time tells nothing.
    let found =
        env.db.read(move |c| Ok((passwords::find(c, &id)?, passwords::find_near(c, &pool_id, &place)?)));
    let (record, neighbour) = found.await?;
    let possible = password.chars().count() <= MAXIMUM_PASSWORD_LENGTH;
    let phc = match (&record, neighbour) {
        (Some(record), _) if possible => record.phc.clone(),
        (Some(record), _) => password::phantom_like(&record.phc, parameters),
        (None, Some(neighbour)) => password::phantom_like(&neighbour, parameters),
        (None, None) => password::phantom(parameters),
    };
    let bytes = Zeroizing::new(password.as_bytes().to_vec());
    let right = in_queue(env, move || password::verify(&phc, &bytes)).await?;
    let Some(record) = record.filter(|_| right) else { return Ok(PasswordVerdict::Wrong) };
    if record.temporary_until.is_some_and(|until| until <= env.now()) {
        return Ok(PasswordVerdict::TemporaryExpired);
    }
    if let Err(error) = refresh(env, pool, &record, password).await {
        // The person has the right password; a better hash of it can wait for the next time.
        tracing::warn!(user = %record.user_id, %error, "the password was not hashed anew");
    }
    Ok(match record.temporary_until {
        Some(_) => PasswordVerdict::RightTemporary,
        None => PasswordVerdict::Right,
    })
}

/// Where among the ids of a pool a name without a password looks for its cost: ids are random, so each password is
/// as likely to be met as any other.
fn place_in_crowd(env: &Env, pool: &UserPool, named: &str) -> String {
    hex(&env.keys.fingerprint("phantom-cost", &[pool.id.as_str(), named])[..16])
}

/// Stores a hash of the present cost, and the SRP verifier that is missing, unless the password has been changed
/// meanwhile. A password that was not proven as a whole keeps its hash.
async fn refresh(
    env: &Env,
    pool: &UserPool,
    record: &PasswordRecord,
    password: &str,
) -> Result<(), DirectoryError> {
    let outdated = password::needs_rehash(&record.phc, parameters(env)?);
    let complete = record.sealed_srp.is_some() || !pool.settings.keeps_srp_verifiers();
    if (!outdated && complete) || !password::proves_whole(&record.phc, password.as_bytes()) {
        return Ok(());
    }
    let hashed = hash(env, pool, &record.user_id, password).await?;
    let (id, expected) = (record.user_id.clone(), record.phc.clone());
    env.db
        .write(move |c| passwords::update_hash(c, &id, &expected, &hashed.phc, hashed.sealed_srp.as_deref()))
        .await?;
    Ok(())
}

/// Sets a password: policy, history, hash, SRP verifier, status, and the end of what the old one opened, in one write.
/// An owner is told by mail.
///
/// # Errors
/// [`DirectoryError::Password`], [`DirectoryError::PasswordReused`], [`DirectoryError::Busy`].
pub async fn set(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &UserId,
    password: &str,
    how: SetPassword,
) -> Result<(), DirectoryError> {
    check_policy(pool, password)?;
    let person = super::users::find(env, pool, user).await?.ok_or(DirectoryError::NotFound("user"))?;
    let used = used_passwords(env, pool, user).await?;
    if is_among(env, &used, password).await? {
        return Err(DirectoryError::PasswordReused);
    }
    let hashed = hash(env, pool, user, password).await?;
    let now = env.now();
    let temporary = how == SetPassword::Temporary;
    let notice = match temporary {
        true => None,
        false => notices::to_owner(env, caller, pool, &person, MessageKind::PasswordChanged),
    };
    let event = match &how {
        SetPassword::Own { .. } | SetPassword::OwnEverywhere => {
            let event = audit::event(env, "password.change").in_pool(&pool.id);
            event.by(Actor::Person(user.clone())).about("user", user)
        }
        SetPassword::Temporary | SetPassword::Permanent => {
            let event = audit::event(env, "user.set_password").in_pool(&pool.id).about("user", user);
            event.with("temporary", temporary)
        }
    };
    let event = Some(event);
    let said = match &how {
        SetPassword::Own { .. } | SetPassword::OwnEverywhere => "changed",
        SetPassword::Temporary => "temporary",
        SetPassword::Permanent => "permanent",
    };
    let (from, to, keep) = match how {
        SetPassword::Own { keep_session, keep_flow } => {
            let keep = Keep { session: keep_session, flow: keep_flow, everything: false };
            (OWN, UserStatus::Confirmed, keep)
        }
        SetPassword::OwnEverywhere => {
            (OWN, UserStatus::Confirmed, Keep { everything: true, ..Keep::default() })
        }
        SetPassword::Temporary => (ANY, UserStatus::ForceChangePassword, Keep::default()),
        SetPassword::Permanent => (ANY, UserStatus::Confirmed, Keep::default()),
    };
    let change = Change {
        pool: pool.id.clone(),
        user: user.clone(),
        expected: used.present,
        hashed,
        temporary_until: temporary.then(|| now + pool.settings.password_policy.temporary_password_life_ms()),
        history_size: pool.settings.password_policy.history_size,
        status: (from, to),
        keep,
        notice,
        event,
        now,
    };
    let changed = env.db.write(move |c| apply(c, &change)).await?;
    env.outbox_bell.notify_one();
    if changed {
        env.metrics.people.passwords_set.one(&pool.id, [said]);
    }
    // Somebody else changed it at the same moment; what was checked above no longer holds.
    if changed { Ok(()) } else { Err(DirectoryError::Busy) }
}

/// The statuses that end when a person sets a password.
pub(super) const OWN: &[UserStatus] =
    &[UserStatus::ForceChangePassword, UserStatus::ResetRequired, UserStatus::ExternalProvider];
const ANY: &[UserStatus] = &[
    UserStatus::Unconfirmed,
    UserStatus::Confirmed,
    UserStatus::ForceChangePassword,
    UserStatus::ResetRequired,
    UserStatus::ExternalProvider,
];

/// A password to be stored, and what goes with it.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) pool: PoolId,
    pub(super) user: UserId,
    /// When the password was set that the history was checked against. Not its hash: that is made anew at a
    /// sign-in, which must not stand in the way of a change.
    pub(super) expected: Option<i64>,
    pub(super) hashed: HashedPassword,
    pub(super) temporary_until: Option<i64>,
    pub(super) history_size: u32,
    /// From which of these statuses to which.
    pub(super) status: (&'static [UserStatus], UserStatus),
    pub(super) keep: Keep,
    pub(super) notice: Option<PreparedMessage>,
    /// What is recorded of it.
    pub(super) event: Option<AuditEvent>,
    pub(super) now: i64,
}

/// Stores a new password in place of the expected one, ends what the old one opened and tells the owner. Returns
/// whether the present one was the expected one; else nothing is changed.
pub(super) fn apply(c: &mut AnyConn, change: &Change) -> Result<bool, StoreError> {
    let Change { pool, user, now, .. } = change;
    // Holds the person's row, so that of two changes the second one sees the first.
    if !users::hold(c, pool, user)? {
        return Ok(false);
    }
    let present = passwords::find(c, user)?;
    if present.as_ref().map(|record| record.set_at) != change.expected {
        return Ok(false);
    }
    let older = i64::from(change.history_size).saturating_sub(1);
    if let Some(record) = present.as_ref().filter(|record| older > 0 && record.temporary_until.is_none()) {
        passwords::insert_history(c, record)?;
    }
    passwords::prune_history(c, user, older.max(0))?;
    let record = PasswordRecord {
        user_id: user.clone(),
        phc: change.hashed.phc.clone(),
        // The history is ordered by it, also when two changes fall into one millisecond.
        set_at: present.map_or(*now, |record| (*now).max(record.set_at + 1)),
        temporary_until: change.temporary_until,
        sealed_srp: change.hashed.sealed_srp.clone(),
    };
    passwords::put(c, &record)?;
    users::update_status(c, (pool, user), change.status.0, change.status.1, *now)?;
    sign_out::end_all(c, pool, user, &change.keep, *now)?;
    // A reset code that somebody else may have read must not undo the change.
    codes::withdraw(c, pool, user, Purpose::PasswordReset)?;
    if let Some(notice) = &change.notice {
        // A full limit keeps the message back, never the change.
        messages::notify(c, notice)?;
    }
    if let Some(event) = &change.event {
        audit::record(c, event)?;
    }
    Ok(true)
}

/// # Errors
/// [`DirectoryError::Password`] with every rule that is broken.
pub(super) fn check_policy(pool: &UserPool, password: &str) -> Result<(), DirectoryError> {
    let broken = pool.settings.password_policy.broken_rules(password);
    if broken.is_empty() { Ok(()) } else { Err(DirectoryError::Password(broken)) }
}

/// The hashes that a new password must not match.
pub(super) struct UsedPasswords {
    /// When the present one was set.
    pub(super) present: Option<i64>,
    /// Those that count, the present one among them where it does.
    hashes: Vec<String>,
}

/// Reads the present password and as many earlier ones as the policy remembers: the present one is the first of
/// them.
pub(super) async fn used_passwords(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
) -> Result<UsedPasswords, DirectoryError> {
    let (user, most) = (user.clone(), i64::from(pool.settings.password_policy.history_size));
    let read = env.db.read(move |c| {
        let record = passwords::find(c, &user)?;
        let present = record.as_ref().map(|record| record.set_at);
        if most == 0 {
            return Ok(UsedPasswords { present, hashes: Vec::new() });
        }
        let older = passwords::list_history(c, &user, most - 1)?;
        Ok(UsedPasswords {
            hashes: record.map(|record| record.phc).into_iter().chain(older).collect(),
            present,
        })
    });
    Ok(read.await?)
}

/// Whether a password is one of those used before; all of them are compared in one turn of the queue.
pub(super) async fn is_among(
    env: &Env,
    used: &UsedPasswords,
    password: &str,
) -> Result<bool, DirectoryError> {
    if used.hashes.is_empty() {
        return Ok(false);
    }
    let (hashes, bytes) = (used.hashes.clone(), Zeroizing::new(password.as_bytes().to_vec()));
    in_queue(env, move || hashes.iter().any(|phc| password::verify(phc, &bytes))).await
}

/// Hashes a password and, where the pool keeps them, makes its SRP verifier.
///
/// # Errors
/// [`DirectoryError::Busy`] when the queue is full.
pub(super) async fn hash(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    password: &str,
) -> Result<HashedPassword, DirectoryError> {
    let parameters = parameters(env)?;
    let (random, keys, with_srp) =
        (env.random.clone(), env.keys.clone(), pool.settings.keeps_srp_verifiers());
    let (pool, user, password) = (pool.id.clone(), user.clone(), Zeroizing::new(password.to_owned()));
    in_queue(env, move || {
        let random = random.as_ref();
        let sealed_srp = with_srp.then(|| {
            let made = srp::make_verifier(pool.short_name(), user.as_str(), &password, random);
            // The salt has a fixed length, so the two need no separator.
            let bytes = Zeroizing::new([made.salt, made.verifier].concat());
            keys.seal_srp(pool.as_str(), user.as_str(), &bytes, random)
        });
        HashedPassword { phc: password::hash(parameters, password.as_bytes(), random), sealed_srp }
    })
    .await
}

fn parameters(env: &Env) -> Result<Argon2Parameters, DirectoryError> {
    let cost = env.settings.password_hash;
    Argon2Parameters::new(cost.memory_kib, cost.iterations, cost.parallelism)
        .map_err(|error| DirectoryError::Internal(error.to_string()))
}

async fn in_queue<T: Send + 'static>(
    env: &Env,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, DirectoryError> {
    env.passwords.run(work).await.map_err(|error| match error {
        QueueError::Full => DirectoryError::Busy,
        QueueError::Failed => DirectoryError::Internal(error.to_string()),
    })
}
