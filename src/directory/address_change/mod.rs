//! Changing an e-mail address or a phone number: the new one is proven first, and the old one serves until then.
//!
//! [`ask`] notes the wish and sends a code to the new address; [`prove`] takes the code, and only then the account has
//! it, with the name that signs in. The old address is told with a link by which its owner takes the change back
//! ([`take_back`]) for some days: whoever sits in somebody's browser must not get the account for good.
//!
//! Whether an address is somebody else's is told to nobody but its owner: the page is the same, no code leaves, and the
//! owner gets a message.

mod notices;
mod prove;
mod take_back;

pub use prove::{Proven, prove};
pub use take_back::{Restored, TakeBackError, find_take_back, take_back};

use super::attributes::{self, Giver};
use super::codes::{self, NewCode, Purpose};
use super::{DirectoryError, evolve, names};
use crate::env::Env;
use crate::messages::destination::mask;
use crate::messages::{self, MessageRequest, PreparedMessage};
use crate::model::attributes::{AttributeMap, AttributeProblem};
use crate::model::caller::Caller;
use crate::model::event::{Actor, AuditEvent};
use crate::model::flow::{Delivery, Subject};
use crate::model::message::MessageKind;
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::addresses::{self, PendingAddress};
use crate::store::{AnyConn, StoreError, users};

/// How long a wish and its code last, milliseconds; as `codes` has it.
const LIFE_MS: i64 = 24 * 3_600_000;

/// What became of a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A code went to the new address, or seems to have.
    CodeSent(Delivery),
    /// The account has this address, proven: there is nothing to do.
    Unchanged,
}

/// The wishes of a person that wait for their proof.
///
/// # Errors
/// When the database did not answer.
pub async fn pending(env: &Env, user: &User) -> Result<Vec<PendingAddress>, DirectoryError> {
    let (user, now) = (user.id.clone(), env.now());
    Ok(env.db.read(move |c| addresses::list_pending(c, &user, now)).await?)
}

/// Whether a code can be sent to an address of this kind at all.
pub fn is_possible(env: &Env, pool: &UserPool, kind: ContactKind) -> bool {
    kind == ContactKind::Email || (env.sms.is_on() && !pool.settings.message_limits.sms_countries.is_empty())
}

/// Notes the wish for another address, in place of an earlier one of its kind, and sends a code there. The address that
/// the account has stays what it is.
///
/// # Errors
/// [`DirectoryError::Attributes`] for what is no address or may not change; [`DirectoryError::TooManyTries`],
/// [`DirectoryError::SmsNotPossible`], [`DirectoryError::Busy`].
pub async fn ask(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (kind, address): (ContactKind, &str),
) -> Result<Asked, DirectoryError> {
    let given: AttributeMap = [(kind.attribute().to_owned(), address.to_owned())].into();
    let given = attributes::normalise(given);
    let address = given.get(kind.attribute()).cloned().unwrap_or_default();
    let mut problems = attributes::problems(pool, Giver::Person(None), &user.attributes, &given);
    if address.is_empty() {
        problems.push(AttributeProblem::Missing(kind.attribute().to_owned()));
    }
    if !problems.is_empty() {
        return Err(DirectoryError::Attributes(problems));
    }
    let folded = names::fold_address(kind, &address);
    if user.verified_contact(kind).is_some_and(|own| names::fold_address(kind, own) == folded) {
        return Ok(Asked::Unchanged);
    }
    let wish = Wish::new(env, caller, pool, user, (kind, &address))?;
    let delivery = wish.delivery.clone();
    let rules = pool;
    let outcome = env.db.write(move |c| wish.store(c)).await?;
    match outcome {
        Ok(()) => {
            messages::ring(env);
            env.metrics.account.changes.one(&pool.id, [asked_word(kind)]);
            Ok(Asked::CodeSent(delivery))
        }
        Err(DirectoryError::Busy) => Err(evolve::overtaken(env, rules)),
        Err(refusal) => Err(refusal),
    }
}

/// Sends the code of a wish once more.
///
/// # Errors
/// [`DirectoryError::NotFound`] when nothing waits; else as [`ask`].
pub async fn resend(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    kind: ContactKind,
) -> Result<Asked, DirectoryError> {
    let waiting = pending(env, user).await?.into_iter().find(|one| one.kind == kind);
    let waiting = waiting.ok_or(DirectoryError::NotFound("pending address"))?;
    ask(env, caller, pool, user, (kind, &waiting.address)).await
}

/// Gives a wish up; its code is worth nothing any more. Returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub async fn cancel(
    env: &Env,
    pool: &UserPool,
    user: &User,
    kind: ContactKind,
) -> Result<bool, DirectoryError> {
    let event = event(env, "user.cancel_address", pool, user, kind);
    let (pool, user) = (pool.id.clone(), user.id.clone());
    let write = env.db.write(move |c| {
        users::hold(c, &pool, &user)?;
        let found = addresses::delete_pending(c, &user, kind)?;
        codes::withdraw(c, &pool, &user, purpose(kind))?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    Ok(write.await?)
}

/// A wish, ready to be written.
#[derive(Clone)]
struct Wish {
    pool: UserPool,
    pending: PendingAddress,
    code: NewCode,
    delivery: Delivery,
    /// With the code, to the new address.
    letter: PreparedMessage,
    /// To whom the address belongs already, in place of the code.
    to_owner: PreparedMessage,
    event: AuditEvent,
}

impl Wish {
    fn new(
        env: &Env,
        caller: &Caller,
        pool: &UserPool,
        user: &User,
        (kind, address): (ContactKind, &str),
    ) -> Result<Self, DirectoryError> {
        let key = codes::subject_key(env, pool, &Subject::Known(user.id.clone()));
        let code = codes::make(env, pool, &key, purpose(kind), LIFE_MS).sent_to(address);
        let to = (kind, address);
        let about = MessageKind::AttributeVerification;
        let mut letter = super::notices::request_of_owner((env, caller, pool), user, about, to);
        // The user name is that of whoever asks; the owner is called by the address. Whose it is stands fast only in the
        // write, so the language is that of whoever asks as well.
        let mut to_owner = MessageRequest { kind: MessageKind::AddressInUse, ..letter.clone() };
        address.clone_into(&mut to_owner.username);
        letter.code = Some(code.code().to_owned());
        let prepared =
            |request| messages::prepare(env, caller, pool, request).map_err(super::notices::refusal);
        let now = env.now();
        let medium = super::notices::medium(kind);
        Ok(Self {
            letter: prepared(&letter)?,
            to_owner: prepared(&to_owner)?,
            pending: PendingAddress {
                user_id: user.id.clone(),
                pool_id: pool.id.clone(),
                kind,
                address: address.to_owned(),
                created_at: now,
                expires_at: now + LIFE_MS,
            },
            delivery: Delivery { medium, destination: mask(medium, address) },
            event: event(env, "user.ask_address", pool, user, kind),
            pool: pool.clone(),
            code,
        })
    }

    fn store(&self, c: &mut AnyConn) -> Result<Result<(), DirectoryError>, StoreError> {
        let Self { pool, pending, .. } = self;
        if !evolve::still_holds(c, pool)? {
            return Ok(Err(DirectoryError::Busy));
        }
        if !users::hold(c, &pool.id, &pending.user_id)? {
            return Ok(Err(DirectoryError::NotFound("user")));
        }
        let letter = if is_taken(c, pool, pending)? { &self.to_owner } else { &self.letter };
        if let Err(limit) = messages::enqueue(c, letter)? {
            return Ok(Err(limit.into()));
        }
        addresses::put_pending(c, pending)?;
        self.code.store(c)?;
        audit::record(c, &self.event)?;
        Ok(Ok(()))
    }
}

/// Whether an address signs somebody else in. Where addresses sign nobody in, several people may have the same.
fn is_taken(c: &mut AnyConn, pool: &UserPool, pending: &PendingAddress) -> Result<bool, StoreError> {
    if !pool.settings.sign_in.accepts(pending.kind) {
        return Ok(false);
    }
    let name = names::address_name(pending.kind, &pending.address);
    let taken = names::taken_names(c, &pool.id, std::slice::from_ref(&name), Some(&pending.user_id))?;
    Ok(!taken.is_empty())
}

fn purpose(kind: ContactKind) -> Purpose {
    match kind {
        ContactKind::Email => Purpose::VerifyEmail,
        ContactKind::Phone => Purpose::VerifyPhone,
    }
}

fn event(env: &Env, action: &'static str, pool: &UserPool, user: &User, kind: ContactKind) -> AuditEvent {
    audit::event(env, action)
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id)
        .with("attribute", kind.attribute())
}

fn asked_word(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => "email_asked",
        ContactKind::Phone => "phone_asked",
    }
}

fn changed_word(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => "email",
        ContactKind::Phone => "phone",
    }
}
