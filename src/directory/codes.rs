//! Short one-time codes: made, fingerprinted, checked, spent.

use zeroize::Zeroizing;

use super::DirectoryError;
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::model::flow::Subject;
use crate::model::ids::{PoolId, UserId};
use crate::model::message::Medium;
use crate::model::pool::UserPool;
use crate::store::one_time_codes::{self, CodeKey, CodeRow};
use crate::store::{AnyConn, StoreError};

/// How long tries are counted, milliseconds. New codes do not begin a new count.
const WINDOW_MS: i64 = 3_600_000;

/// What a code is for. A code of one purpose never serves another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Confirms a sign-up; 24 hours.
    SignUp,
    /// Sets a new password; 1 hour.
    PasswordReset,
    /// Signs in, as first or second factor; as long as the flow's step.
    SignIn,
    /// Proves an address that becomes a second factor; as long as the flow's step.
    SetUp,
    /// Proves a changed e-mail address; 24 hours.
    VerifyEmail,
    /// Proves a changed phone number; 24 hours.
    VerifyPhone,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::SignUp => "sign_up",
            Self::PasswordReset => "password_reset",
            Self::SignIn => "sign_in",
            Self::SetUp => "set_up",
            Self::VerifyEmail => "verify_email",
            Self::VerifyPhone => "verify_phone",
        }
    }

    /// Tries in one window: of a million codes at most this many can be guessed in an hour.
    fn most_tries(self) -> i64 {
        if matches!(self, Self::SignIn | Self::SetUp) { 5 } else { 10 }
    }
}

/// A code that was just made; its fingerprint goes into the database with [`NewCode::store`].
#[derive(Clone)]
pub struct NewCode {
    code: Zeroizing<String>,
    key: CodeKey,
    row: CodeRow,
}

impl NewCode {
    /// The code itself, for the message.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The same code with the address it goes to, which [`spend`] returns.
    #[must_use]
    pub fn sent_to(mut self, address: &str) -> Self {
        self.row.destination = Some(address.to_owned());
        self
    }

    /// Stores the fingerprint in place of an earlier code, inside the write that also enqueues the message.
    /// Tries already used up stay counted.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn store(&self, c: &mut AnyConn) -> Result<(), StoreError> {
        one_time_codes::put(c, &self.key, &self.row)
    }
}

/// Makes a six-digit code. `subject` is a [`subject_key`]: a phantom gets a code too, so that it leaves the same
/// traces.
pub fn make(env: &Env, pool: &UserPool, subject: &str, purpose: Purpose, life_ms: i64) -> NewCode {
    new_code(env, key(pool, subject, purpose), env.random.digits(6), life_ms)
}

/// Makes a code of 256 bits, for a link.
pub fn make_long(env: &Env, pool: &UserPool, subject: &str, purpose: Purpose, life_ms: i64) -> NewCode {
    new_code(env, key(pool, subject, purpose), env.random.token(), life_ms)
}

fn new_code(env: &Env, key: CodeKey, code: String, life_ms: i64) -> NewCode {
    let now = env.now();
    let row = CodeRow {
        digest: digest(env, &key, &code).to_vec(),
        destination: None,
        tries: 0,
        tries_until: now + WINDOW_MS,
        created_at: now,
        expires_at: now + life_ms,
    };
    NewCode { code: Zeroizing::new(code), key, row }
}

/// Checks a code and spends it when it is right. A wrong one counts; after the limit even the right one is refused.
/// Returns the address it was sent to.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`].
pub async fn spend(
    env: &Env,
    pool: &UserPool,
    subject: &str,
    purpose: Purpose,
    code: &str,
) -> Result<Option<String>, DirectoryError> {
    let presented = Presented::new(env, pool, subject, purpose, code);
    env.db
        .write(move |c| match presented.judge(c)? {
            Ok(destination) => {
                Ok(presented.consume(c)?.then_some(destination).ok_or(DirectoryError::CodeExpired))
            }
            Err(refusal) => Ok(Err(refusal)),
        })
        .await?
}

/// A code as somebody typed it, fingerprinted: the clear text goes no further.
#[derive(Clone)]
pub(super) struct Presented {
    key: CodeKey,
    digest: [u8; 32],
    most_tries: i64,
    now: i64,
}

impl Presented {
    pub(super) fn new(env: &Env, pool: &UserPool, subject: &str, purpose: Purpose, code: &str) -> Self {
        let key = key(pool, subject, purpose);
        // People copy codes with the spaces around and within them.
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        Self { digest: digest(env, &key, &code), most_tries: purpose.most_tries(), now: env.now(), key }
    }

    /// Counts a try, then judges the code without spending it; returns the address it was sent to. The verdict
    /// is a value, so that the write commits and the try stays counted.
    pub(super) fn judge(
        &self,
        c: &mut AnyConn,
    ) -> Result<Result<Option<String>, DirectoryError>, StoreError> {
        let Some(_) = one_time_codes::find(c, &self.key)? else {
            return Ok(Err(DirectoryError::CodeExpired));
        };
        let counted =
            one_time_codes::count_try(c, &self.key, self.most_tries, self.now, self.now + WINDOW_MS)?;
        // Read again: the count waited for whoever was judged before, who may have spent the code.
        let Some(row) = one_time_codes::find(c, &self.key)? else {
            return Ok(Err(DirectoryError::CodeExpired));
        };
        Ok(if !counted {
            Err(DirectoryError::TooManyTries)
        } else if row.expires_at <= self.now {
            Err(DirectoryError::CodeExpired)
        } else if !constant_time_eq(&row.digest, &self.digest) {
            Err(DirectoryError::CodeMismatch)
        } else {
            Ok(row.destination)
        })
    }

    /// Spends a code that was judged right; of several callers one succeeds.
    pub(super) fn consume(&self, c: &mut AnyConn) -> Result<bool, StoreError> {
        one_time_codes::consume(c, &self.key, &self.digest, self.now)
    }
}

/// Where the code of a phantom or a known person was to go, when there is a code.
pub(super) fn destination(
    c: &mut AnyConn,
    pool: &UserPool,
    subject: &str,
    purpose: Purpose,
) -> Result<Option<String>, StoreError> {
    Ok(one_time_codes::find(c, &key(pool, subject, purpose))?.and_then(|row| row.destination))
}

/// Where the present code of a subject went; `None` without a code.
///
/// # Errors
/// When the database did not answer.
pub async fn sent_to(
    env: &Env,
    pool: &UserPool,
    subject: &str,
    purpose: Purpose,
) -> Result<Option<String>, DirectoryError> {
    let (rules, subject) = (pool.clone(), subject.to_owned());
    Ok(env.db.read(move |c| destination(c, &rules, &subject, purpose)).await?)
}

/// Makes the code of a known person useless, inside the write that gives the reason.
pub(super) fn withdraw(
    c: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    purpose: Purpose,
) -> Result<(), StoreError> {
    let key = CodeKey { pool: pool.clone(), subject: user.to_string(), purpose: purpose.as_str() };
    one_time_codes::delete(c, &key)
}

/// The subject as it is stored: of a person the id, of a phantom a fingerprint, since people type passwords into the
/// name field. The fingerprint is marked, so that it never reaches a person's code or tries.
pub fn subject_key(env: &Env, pool: &UserPool, subject: &Subject) -> String {
    match subject {
        Subject::Known(id) => id.to_string(),
        Subject::Phantom(name) => {
            let print = env.keys.fingerprint("code-subject", &[pool.id.as_str(), name]);
            format!("?{}", hex(&print[..16]))
        }
        Subject::Unnamed => "?".to_owned(),
    }
}

/// The subject of a code that signs in, which is counted for each way apart: a person may be known by mail and a phantom
/// by SMS, and must not differ in this from somebody who is a phantom by both.
pub fn way_key(env: &Env, pool: &UserPool, subject: &Subject, medium: Medium) -> String {
    by_way(&subject_key(env, pool, subject), medium)
}

fn by_way(subject: &str, medium: Medium) -> String {
    let way = match medium {
        Medium::Email => "email",
        Medium::Sms => "sms",
    };
    format!("{subject}/{way}")
}

/// Every subject under which codes of a person are stored.
pub(super) fn keys_of(user: &UserId) -> [String; 3] {
    let id = user.as_str();
    [id.to_owned(), by_way(id, Medium::Email), by_way(id, Medium::Sms)]
}

fn key(pool: &UserPool, subject: &str, purpose: Purpose) -> CodeKey {
    CodeKey { pool: pool.id.clone(), subject: subject.to_owned(), purpose: purpose.as_str() }
}

fn digest(env: &Env, key: &CodeKey, code: &str) -> [u8; 32] {
    env.keys.code_digest(key.pool.as_str(), &key.subject, key.purpose, code)
}
