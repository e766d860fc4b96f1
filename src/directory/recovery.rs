//! Forgotten passwords.
//!
//! Names that nobody has, people without a proven address and accounts that never were confirmed get the same
//! answer in the same time: a code is made, a message written and counted, and nothing leaves.

use super::codes::{self, NewCode, Presented, Purpose};
use super::{DirectoryError, names, notices, password};
use crate::env::Env;
use crate::messages::destination::mask;
use crate::messages::{self, MessageError, PreparedMessage};
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::event::Actor;
use crate::model::flow::{Delivery, Subject};
use crate::model::ids::UserId;
use crate::model::message::MessageKind;
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::{audit, lockout};
use crate::store::sign_out::Keep;
use crate::store::users;

/// Life of a reset code, milliseconds.
const CODE_LIFE_MS: i64 = 3_600_000;

/// Sends a reset code to the best proven address. Unknown names and people without one get the same answer with a
/// made-up masked address, and nothing is sent.
///
/// # Errors
/// [`DirectoryError::NoRecovery`] when the pool has recovery off, [`DirectoryError::TooManyTries`],
/// [`DirectoryError::SmsNotPossible`] when codes could go by SMS only and none can be sent to anybody.
pub async fn start(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    typed: &str,
) -> Result<(Subject, Delivery), DirectoryError> {
    if pool.settings.recovery.is_empty() {
        return Err(DirectoryError::NoRecovery);
    }
    let user = names::find_for_sign_in(env, pool, typed).await?;
    let name = names::fold(pool, typed);
    let nobody = Subject::Phantom(name.clone());
    Mailer { env, caller, pool, client }.send(user.filter(may_recover), (nobody, &name)).await
}

/// Sends the reset code again.
///
/// # Errors
/// As [`start`].
pub async fn resend(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    subject: &Subject,
) -> Result<Delivery, DirectoryError> {
    if pool.settings.recovery.is_empty() {
        return Err(DirectoryError::NoRecovery);
    }
    let (id, name) = match subject {
        Subject::Known(id) => (id.clone(), id.to_string()),
        Subject::Phantom(name) => (UserId::trusted(""), name.clone()),
        Subject::Unnamed => (UserId::trusted(""), String::new()),
    };
    let user = super::users::find(env, pool, &id).await?;
    let mailer = Mailer { env, caller, pool, client };
    let (_, delivery) = mailer.send(user.filter(may_recover), (subject.clone(), &name)).await?;
    Ok(delivery)
}

/// Spends the code and sets the password. The password is judged before the code is spent, so that a weak one does not
/// cost the code. Ends every session, token and open flow of the person, and lifts a lock.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`],
/// [`DirectoryError::Password`], [`DirectoryError::PasswordReused`], [`DirectoryError::Busy`].
pub async fn finish(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    subject: &Subject,
    code: &str,
    new_password: &str,
) -> Result<(), DirectoryError> {
    password::check_policy(pool, new_password)?;
    let id = match subject {
        Subject::Known(id) => id.clone(),
        _ => UserId::trusted(""),
    };
    let hashed = password::hash(env, pool, &id, new_password).await?;
    let key = codes::subject_key(env, pool, subject);
    let presented = Presented::new(env, pool, &key, Purpose::PasswordReset, code);
    let judged = presented.clone();
    env.db.write(move |c| judged.judge(c)).await??;
    // From here on the caller has shown the right code, and the work may depend on the person.
    let user = super::users::find(env, pool, &id).await?.filter(may_recover);
    let user = user.ok_or(DirectoryError::CodeMismatch)?;
    let used = password::used_passwords(env, pool, &user.id).await?;
    if password::is_among(env, &used, new_password).await? {
        return Err(DirectoryError::PasswordReused);
    }
    let change = password::Change {
        pool: pool.id.clone(),
        user: user.id.clone(),
        expected: used.present,
        hashed,
        temporary_until: None,
        history_size: pool.settings.password_policy.history_size,
        status: (password::OWN, UserStatus::Confirmed),
        keep: Keep::default(),
        notice: notices::to_owner(env, caller, pool, &user, MessageKind::PasswordChanged),
        event: Some(
            audit::event(env, "password.recover")
                .in_pool(&pool.id)
                .by(Actor::Person(user.id.clone()))
                .from_caller(caller)
                .about("user", &user.id),
        ),
        now: env.now(),
    };
    let changed = env.db.write(move |c| {
        if !users::hold(c, &change.pool, &change.user)? || !presented.consume(c)? {
            return Ok(Err(DirectoryError::CodeExpired));
        }
        // Otherwise the password was changed in this moment, and this wish is older than that.
        Ok(if password::apply(c, &change)? { Ok(()) } else { Err(DirectoryError::CodeExpired) })
    });
    changed.await??;
    env.metrics.people.passwords_set.one(&pool.id, ["recovered"]);
    messages::ring(env);
    Ok(lockout::unlock(env, pool, &user.id).await?)
}

/// The address that a message to nobody of this name seems to go to: always the same one for a name, whatever the
/// message is about.
pub fn made_up_address(env: &Env, pool: &UserPool, kind: ContactKind, name: &str) -> String {
    let print = env.keys.fingerprint("made-up-address", &[pool.id.as_str(), name]);
    match kind {
        ContactKind::Email => {
            let letter = |byte: u8| char::from(b'a' + byte % 26);
            format!("{}@{}.example", letter(print[0]), letter(print[1]))
        }
        ContactKind::Phone => {
            let countries = &pool.settings.message_limits.sms_countries;
            let code = countries.iter().map(String::as_str).find(|code| *code != "*").unwrap_or("+1");
            let digits: String = print[..9].iter().map(|byte| char::from(b'0' + byte % 10)).collect();
            format!("{code}{digits}")
        }
    }
}

/// Whether a code may set this person's password. Whoever has a temporary one has proven no address with it.
pub(super) fn may_recover(user: &User) -> bool {
    user.enabled && matches!(user.status, UserStatus::Confirmed | UserStatus::ResetRequired)
}

/// The addresses of a person that a code for a new password may go to, best first: proven ones that the pool's recovery
/// names, without those that are the person's second factor. Whoever reads that mailbox, or holds that phone, would
/// otherwise need nothing else.
///
/// An address is a second factor where the person has turned it on. Where the pool requires one from everybody, proven
/// addresses are that without being turned on; then they are left out in compatibility mode alone, as Cognito does it,
/// because nobody without a second address could ever recover an account.
pub(super) fn channels(pool: &UserPool, user: &User) -> Vec<ContactKind> {
    let kinds = pool.settings.recovery.iter().copied();
    kinds
        .filter(|kind| user.verified_contact(*kind).is_some() && !is_second_factor(pool, user, *kind))
        .collect()
}

fn is_second_factor(pool: &UserPool, user: &User, kind: ContactKind) -> bool {
    let factor = match kind {
        ContactKind::Email => SecondFactor::Email,
        ContactKind::Phone => SecondFactor::Sms,
    };
    let mfa = &pool.settings.mfa;
    let is_on = user.message_factors.contains(&factor);
    mfa.factors.contains(&factor)
        && match mfa.configuration {
            MfaConfiguration::Off => false,
            MfaConfiguration::Optional => is_on,
            MfaConfiguration::Required => is_on || pool.settings.compatibility.cognito,
        }
}

struct Mailer<'a> {
    env: &'a Env,
    caller: &'a Caller,
    pool: &'a UserPool,
    client: &'a AppClient,
}

impl Mailer<'_> {
    /// Sends a code to the person, or does everything but that for the name of nobody.
    async fn send(
        &self,
        user: Option<User>,
        (nobody, name): (Subject, &str),
    ) -> Result<(Subject, Delivery), DirectoryError> {
        let known = match user {
            Some(user) => self.write_to(&user)?.map(|letter| (Subject::Known(user.id), letter, true)),
            None => None,
        };
        let (subject, letter, real) = match known {
            Some(known) => known,
            None => {
                let letter = self.write_to_nobody(&nobody, name)?;
                (nobody, letter, false)
            }
        };
        let Letter { code, message, delivery } = letter;
        let counted = self.env.db.write(move |c| {
            let counted =
                if real { messages::enqueue(c, &message)? } else { messages::discard(c, &message)? };
            if counted.is_ok() {
                code.store(c)?;
            }
            Ok(counted)
        });
        counted.await??;
        messages::ring(self.env);
        Ok((subject, delivery))
    }

    /// A letter to the first proven address that one can be sent to.
    fn write_to(&self, user: &User) -> Result<Option<Letter>, DirectoryError> {
        let subject = Subject::Known(user.id.clone());
        for kind in channels(self.pool, user) {
            let Some(address) = user.verified_contact(kind) else { continue };
            let called = notices::called(self.pool, &user.username, address);
            match self.write(&subject, (kind, address), called) {
                Ok(letter) => return Ok(Some(letter)),
                Err(MessageError::SmsNotPossible) => {}
                Err(error) => return Err(notices::refusal(error)),
            }
        }
        Ok(None)
    }

    /// The letter that somebody of this name would get: to the name itself where it is such an address, else to
    /// one that stays the same for the name.
    fn write_to_nobody(&self, subject: &Subject, name: &str) -> Result<Letter, DirectoryError> {
        let kinds = &self.pool.settings.recovery;
        let own = names::address_kind(name).filter(|kind| kinds.contains(kind));
        let own = own.map(|kind| (kind, names::fold_address(kind, name)));
        let made_up = kinds.iter().map(|kind| (*kind, made_up_address(self.env, self.pool, *kind, name)));
        for (kind, address) in own.into_iter().chain(made_up) {
            match self.write(subject, (kind, &address), name) {
                Ok(letter) => return Ok(letter),
                Err(MessageError::SmsNotPossible) => {}
                Err(error) => return Err(notices::refusal(error)),
            }
        }
        Err(DirectoryError::SmsNotPossible)
    }

    fn write(
        &self,
        subject: &Subject,
        to: (ContactKind, &str),
        called: &str,
    ) -> Result<Letter, MessageError> {
        let Self { env, caller, pool, client } = self;
        let key = codes::subject_key(env, pool, subject);
        let code = codes::make(env, pool, &key, Purpose::PasswordReset, CODE_LIFE_MS).sent_to(to.1);
        let mut request = notices::request(caller, Some(client), MessageKind::PasswordReset, to, called);
        request.code = Some(code.code().to_owned());
        let message = messages::prepare(env, caller, pool, &request)?;
        let medium = notices::medium(to.0);
        Ok(Letter { code, message, delivery: Delivery { medium, destination: mask(medium, to.1) } })
    }
}

/// A code with the message that carries it.
struct Letter {
    code: NewCode,
    message: PreparedMessage,
    delivery: Delivery,
}
