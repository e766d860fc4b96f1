//! The code of a new address, and everything that follows from it in the same write.

use super::notices::Told;
use super::{changed_word, event, is_taken, purpose};
use crate::directory::codes::{Presented, subject_key};
use crate::directory::profile::{self, Word};
use crate::directory::{DirectoryError, evolve};
use crate::env::Env;
use crate::messages;
use crate::model::attributes::AttributeMap;
use crate::model::caller::Caller;
use crate::model::event::AuditEvent;
use crate::model::flow::Subject;
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::addresses::{self, PendingAddress};
use crate::store::{AnyConn, StoreError, users};

/// What a right code has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The address that the account has now.
    pub address: String,
    /// Whether another one was replaced.
    pub replaced: bool,
}

/// Takes the code that went to a new address: from now on the account has it, proven, and it signs in where addresses
/// do. The old one is told and can take the change back for as long as the pool says. Sessions and tokens go on.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`] (also when nothing waits),
/// [`DirectoryError::TooManyTries`]; [`DirectoryError::UsernameTaken`] when somebody else has proven the address
/// meanwhile, which ends the wish; [`DirectoryError::Busy`].
pub async fn prove(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (kind, code): (ContactKind, &str),
) -> Result<Proven, DirectoryError> {
    let key = subject_key(env, pool, &Subject::Known(user.id.clone()));
    let change = Change {
        presented: Presented::new(env, pool, &key, purpose(kind), code),
        told: Told::new(env, caller, pool, user, kind).await?,
        event: event(env, "user.change_address", pool, user, kind),
        pool: pool.clone(),
        user: user.clone(),
        kind,
        now: env.now(),
    };
    let again = change.clone();
    let outcome = match env.db.write(move |c| change.run(c)).await {
        // Two proved the same address at once, and the other was quicker. Nothing was spent; now it is found taken.
        Err(StoreError::Taken { .. }) => env.db.write(move |c| again.run(c)).await?,
        outcome => outcome?,
    };
    match outcome {
        Ok(proven) => {
            messages::ring(env);
            env.metrics.account.changes.one(&pool.id, [changed_word(kind)]);
            Ok(proven)
        }
        Err(DirectoryError::Busy) => Err(evolve::overtaken(env, pool)),
        Err(refusal) => Err(refusal),
    }
}

#[derive(Clone)]
struct Change {
    pool: UserPool,
    user: User,
    kind: ContactKind,
    presented: Presented,
    told: Told,
    event: AuditEvent,
    now: i64,
}

impl Change {
    fn run(&self, c: &mut AnyConn) -> Result<Result<Proven, DirectoryError>, StoreError> {
        let Self { pool, user, kind, now, .. } = self;
        if !evolve::still_holds(c, pool)? {
            return Ok(Err(DirectoryError::Busy));
        }
        users::hold(c, &pool.id, &user.id)?;
        let destination = match self.presented.judge(c)? {
            Ok(destination) => destination,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let waiting = addresses::list_pending(c, &user.id, *now)?.into_iter().find(|one| one.kind == *kind);
        // A code for an address that was given up since proves nothing about the present wish.
        let Some(waiting) = waiting.filter(|one| Some(&one.address) == destination.as_ref()) else {
            return Ok(Err(DirectoryError::CodeExpired));
        };
        if !self.presented.consume(c)? {
            return Ok(Err(DirectoryError::CodeExpired));
        }
        addresses::delete_pending(c, &user.id, *kind)?;
        if is_taken(c, pool, &waiting)? {
            // Whoever has the code reads the address's messages, so they may know.
            return Ok(Err(DirectoryError::UsernameTaken));
        }
        let Some(before) = users::find(c, &pool.id, &user.id)? else {
            return Ok(Err(DirectoryError::NotFound("user")));
        };
        if let Err(refusal) = self.store(c, &waiting)? {
            return Ok(Err(refusal));
        }
        let old = before.verified_contact(*kind).filter(|old| *old != waiting.address);
        self.told.write(c, old, &waiting.address)?;
        audit::record(c, &self.event)?;
        let replaced = old.is_some();
        Ok(Ok(Proven { address: waiting.address, replaced }))
    }

    fn store(
        &self,
        c: &mut AnyConn,
        waiting: &PendingAddress,
    ) -> Result<Result<(), DirectoryError>, StoreError> {
        let Self { pool, user, kind, now, .. } = self;
        let proven: AttributeMap = [
            (kind.attribute().to_owned(), waiting.address.clone()),
            (kind.verified_attribute().to_owned(), "true".to_owned()),
        ]
        .into();
        match profile::store(c, pool, &user.id, (Word::Person, &proven), *now)? {
            Ok(_) => profile::drop_rivals_for(c, pool, &user.id, (*kind, &waiting.address)).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        }
    }
}
