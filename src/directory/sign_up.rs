//! Sign-up.
//!
//! To whoever signs up with an address or a name that has an account everything looks as if it had none: the same
//! hash, the same rows (taken back in the same write), a message counted against the same limits, the same answer.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::account::{self, Account};
use super::attributes::{self, Giver};
use super::codes::{self, NewCode, Purpose};
use super::{DirectoryError, domains, evolve, names, notices, password, terms};
use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::messages::destination::mask;
use crate::messages::{self, MessageError, PreparedMessage};
use crate::model::agreement::{AcceptedTerms, TermsAcceptance};
use crate::model::attributes::{AttributeMap, AttributeProblem};
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::event::{Actor, AuditEvent};
use crate::model::flow::{Delivery, Subject};
use crate::model::ids::PoolId;
use crate::model::message::MessageKind;
use crate::model::pool::{ConfirmationStyle, ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::security::rate::{self, Limit, UsedUp};
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{self, AnyConn, StoreError};

/// Life of a confirmation code, milliseconds.
const CODE_LIFE_MS: i64 = 24 * 3_600_000;

/// The window in which sign-ups of one address prefix are counted, milliseconds.
const LIMIT_WINDOW_MS: i64 = 3_600_000;

/// Everything but the unreserved characters of RFC 3986 §2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How often a sign-up is tried again when somebody takes its name in the same moment.
const ROUNDS: usize = 3;

/// A wish for a new account. Holds a password, so it has no `Debug`.
#[derive(Clone)]
pub struct SignUpRequest {
    /// As typed; `None` where an address stands in for it.
    pub username: Option<String>,
    /// As typed.
    pub password: String,
    /// The attributes given.
    pub attributes: AttributeMap,
    /// The terms that are accepted with it.
    pub accepted_terms: Option<AcceptedTerms>,
}

/// What came of a sign-up. To a person with an account it looks just like a new one.
#[derive(Debug, Clone)]
pub struct SignUpResult {
    /// The new user, or a phantom when the address has an account whose owner was told instead.
    pub subject: Subject,
    /// Where the code went; `None` when an operator confirms in this pool.
    pub delivery: Option<Delivery>,
}

/// Makes an unconfirmed account and sends the code, in one write.
///
/// # Errors
/// [`DirectoryError::SignUpOff`], [`DirectoryError::UsernameTaken`], [`DirectoryError::InvalidUsername`],
/// [`DirectoryError::Password`], [`DirectoryError::Attributes`], [`DirectoryError::TooManyTries`], [`DirectoryError::Busy`].
pub async fn sign_up(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    request: SignUpRequest,
) -> Result<SignUpResult, DirectoryError> {
    let outcome = make_account(env, caller, pool, client, request).await;
    let word = match &outcome {
        Ok(SignUpResult { subject: Subject::Known(_), .. }) => "success",
        Ok(_) => "taken",
        Err(error) => error.word(),
    };
    env.metrics.people.sign_ups.one(&pool.id, [word]);
    outcome
}

async fn make_account(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    request: SignUpRequest,
) -> Result<SignUpResult, DirectoryError> {
    if !pool.settings.self_sign_up {
        return Err(DirectoryError::SignUpOff);
    }
    let (username, given) = check(pool, client, request.username, request.attributes)?;
    password::check_policy(pool, &request.password)?;
    count(env, caller, pool).await?;
    let user = account::draw(env, pool, username, given, UserStatus::Unconfirmed);
    let hashed = password::hash(env, pool, &user.id, &request.password).await?;
    let account = Account::new(pool, user, hashed, None, |_| false);
    let accepted = request.accepted_terms;
    let attempt = Attempt { env, caller, pool, client, account, accepted };
    for _ in 0..ROUNDS {
        if let Some(result) = attempt.run().await? {
            return Ok(result);
        }
    }
    Err(DirectoryError::Busy)
}

/// Counts a sign-up before it costs a hash: nobody may keep the queue full with accounts that are never confirmed.
async fn count(env: &Env, caller: &Caller, pool: &UserPool) -> Result<(), DirectoryError> {
    let prefix = env.keys.fingerprint("sign-up-prefix", &[pool.id.as_str(), &caller.address_prefix()]);
    let limit = Limit {
        scope: "sign-up-prefix",
        subject: hex(&prefix[..16]),
        most: pool.settings.sign_ups_per_prefix,
        window_ms: LIMIT_WINDOW_MS,
    };
    let (pool_id, now) = (pool.id.clone(), env.now());
    Ok(env.db.write(move |c| rate::take(c, &pool_id, std::slice::from_ref(&limit), now)).await??)
}

/// The user name and the attributes, checked.
fn check(
    pool: &UserPool,
    client: &AppClient,
    username: Option<String>,
    attributes: AttributeMap,
) -> Result<(Option<String>, AttributeMap), DirectoryError> {
    let mut given = attributes::normalise(attributes);
    given.retain(|_, value| !value.is_empty());
    let mut problems = attributes::problems(pool, Giver::Person(Some(client)), &AttributeMap::new(), &given);
    let username = names::settle_username(&pool.settings, username.as_deref(), &mut given)?;
    problems.extend(attributes::missing(&pool.settings, &given));
    if problems.is_empty() { Ok((username, given)) } else { Err(DirectoryError::Attributes(problems)) }
}

/// What stands in the way of a new account.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Obstacle {
    /// Somebody has the user name or the preferred one.
    Name(NameKind),
    /// Somebody has proven the address.
    Address(ContactKind),
}

struct Attempt<'a> {
    env: &'a Env,
    caller: &'a Caller,
    pool: &'a UserPool,
    client: &'a AppClient,
    account: Account,
    accepted: Option<AcceptedTerms>,
}

/// What one write does.
#[derive(Clone)]
struct Plan {
    /// The rules that everything was checked by.
    pool: UserPool,
    account: Account,
    accepted: Option<(TermsAcceptance, AuditEvent)>,
    /// The addresses that would sign in, were they proven.
    addresses: Vec<SignInName>,
    /// What was in the way when the messages were written; it must still be so.
    obstacle: Option<Obstacle>,
    code: Option<NewCode>,
    message: Option<PreparedMessage>,
    /// Whether the message leaves, or is only counted.
    sends: bool,
    event: AuditEvent,
}

enum Outcome {
    Done,
    TooManyMessages(UsedUp),
    /// Somebody came or went since the messages were written.
    Overtaken,
    /// The pool has other rules now than those that everything was checked by.
    OtherRules,
}

impl Attempt<'_> {
    /// One try; `None` when somebody was quicker.
    async fn run(&self) -> Result<Option<SignUpResult>, DirectoryError> {
        let (pool_id, names) = (self.pool.id.clone(), self.account.reserved.clone());
        let addresses = addresses(self.pool, &self.account.user);
        let obstacle = {
            let addresses = addresses.clone();
            self.env.db.read(move |c| find_obstacle(c, &pool_id, &names, &addresses)).await?
        };
        let told = self.pool.settings.disclose_taken_username;
        match &obstacle {
            Some(Obstacle::Name(NameKind::PreferredUsername)) if told => return Err(preferred_taken()),
            Some(Obstacle::Name(_)) if told => return Err(DirectoryError::UsernameTaken),
            _ => {}
        }
        let (plan, result) = self.plan(addresses, obstacle).await?;
        match self.env.db.write(move |c| plan.carry_out(c)).await {
            Ok(Outcome::Done) => {
                if self.accepted.is_some() && matches!(result.subject, Subject::Known(_)) {
                    self.env.metrics.people.agreements.one(&self.pool.id, ["terms", "accepted"]);
                }
                messages::ring(self.env);
                Ok(Some(result))
            }
            Ok(Outcome::TooManyMessages(limit)) => Err(limit.into()),
            Ok(Outcome::Overtaken) | Err(StoreError::Taken { .. }) => Ok(None),
            Ok(Outcome::OtherRules) => Err(evolve::overtaken(self.env, self.pool)),
            Err(error) => Err(error.into()),
        }
    }

    async fn plan(
        &self,
        addresses: Vec<SignInName>,
        obstacle: Option<Obstacle>,
    ) -> Result<(Plan, SignUpResult), DirectoryError> {
        let user = &self.account.user;
        // Named by the id that the account would have: every sign-up has codes and tries of its own, and two for one
        // address must not share them only because it is taken.
        let subject = match &obstacle {
            None => Subject::Known(user.id.clone()),
            Some(_) => Subject::Phantom(user.id.to_string()),
        };
        let event = audit::event(self.env, "user.sign_up")
            .in_pool(&self.pool.id)
            .by(Actor::Anonymous)
            .from_caller(self.caller)
            .about("user", &user.id)
            .with("client", self.client.id.as_str());
        let accepted = self.accepted.as_ref().map(|accepted| {
            let event = terms::event(self.env, self.pool, &user.id, accepted)
                .by(Actor::Anonymous)
                .from_caller(self.caller);
            (TermsAcceptance { terms: accepted.clone(), accepted_at: user.created_at }, event)
        });
        let confirmation =
            confirmation(self.env, self.caller, self.pool, self.client, (&subject, user)).await?;
        let Some(confirmation) = confirmation else {
            let plan = Plan {
                pool: self.pool.clone(),
                account: self.account.clone(),
                accepted,
                addresses,
                obstacle,
                code: None,
                message: None,
                sends: false,
                event,
            };
            return Ok((plan, SignUpResult { subject, delivery: None }));
        };
        let (message, sends) = match &obstacle {
            None => (confirmation.message, true),
            Some(Obstacle::Name(_)) => (confirmation.message, false),
            Some(Obstacle::Address(kind)) => match self.warning(*kind) {
                Ok(warning) => (warning, true),
                // A refusal would tell that the number has an account.
                Err(MessageError::SmsNotPossible) => (confirmation.message, false),
                Err(error) => return Err(notices::refusal(error)),
            },
        };
        let plan = Plan {
            pool: self.pool.clone(),
            account: self.account.clone(),
            accepted,
            addresses,
            obstacle,
            code: Some(confirmation.code),
            message: Some(message),
            sends,
            event,
        };
        Ok((plan, SignUpResult { subject, delivery: Some(confirmation.delivery) }))
    }

    /// What the owner of an address is told when somebody signs up with it.
    fn warning(&self, kind: ContactKind) -> Result<PreparedMessage, MessageError> {
        let address = self.account.user.contact(kind).unwrap_or_default();
        // The user name is the newcomer's invention; the owner is called by the address.
        let to = (kind, address);
        let request =
            notices::request(self.caller, Some(self.client), MessageKind::AlreadyRegistered, to, address);
        messages::prepare(self.env, self.caller, self.pool, &request)
    }
}

impl Plan {
    fn carry_out(&self, c: &mut AnyConn) -> Result<Outcome, StoreError> {
        let User { pool_id, id, .. } = &self.account.user;
        if !evolve::still_holds(c, &self.pool)? {
            return Ok(Outcome::OtherRules);
        }
        if find_obstacle(c, pool_id, &self.account.reserved, &self.addresses)? != self.obstacle {
            return Ok(Outcome::Overtaken);
        }
        if let Some(message) = &self.message {
            let counted =
                if self.sends { messages::enqueue(c, message)? } else { messages::discard(c, message)? };
            if let Err(limit) = counted {
                return Ok(Outcome::TooManyMessages(limit));
            }
        }
        // Of an account that cannot be, the rows are written and taken back.
        match self.obstacle {
            None => {
                self.account.insert(c)?;
                audit::record(c, &self.event)?;
                if let Some((acceptance, event)) = &self.accepted {
                    store::terms::insert(c, (pool_id, id), acceptance)?;
                    audit::record(c, event)?;
                }
            }
            Some(_) => {
                self.account.insert_unnamed(c)?;
                if let Some((acceptance, _)) = &self.accepted {
                    store::terms::insert(c, (pool_id, id), acceptance)?;
                }
                account::delete(c, pool_id, id)?;
            }
        }
        self.code.as_ref().map_or(Ok(()), |code| code.store(c))?;
        Ok(Outcome::Done)
    }
}

/// Sends the code again. A phantom gets the same answer and nothing is sent.
///
/// # Errors
/// [`DirectoryError::TooManyTries`] when too many were sent.
pub async fn resend(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    subject: &Subject,
) -> Result<Option<Delivery>, DirectoryError> {
    let user = match subject {
        Subject::Known(id) => super::users::find(env, pool, id).await?,
        _ => None,
    };
    let unconfirmed = user.filter(|user| user.status == UserStatus::Unconfirmed);
    let real = unconfirmed.is_some();
    let user = match unconfirmed {
        Some(user) => user,
        None => stand_in(env, pool, subject).await?,
    };
    let made = confirmation(env, caller, pool, client, (subject, &user)).await?;
    let Some(Confirmation { code, message, delivery }) = made else { return Ok(None) };
    let counted = env
        .db
        .write(move |c| {
            let counted =
                if real { messages::enqueue(c, &message)? } else { messages::discard(c, &message)? };
            if counted.is_ok() {
                code.store(c)?;
            }
            Ok(counted)
        })
        .await?;
    counted?;
    messages::ring(env);
    Ok(Some(delivery))
}

/// Somebody like the phantom: with the address that its first code seemed to go to.
async fn stand_in(env: &Env, pool: &UserPool, subject: &Subject) -> Result<User, DirectoryError> {
    let (row_pool, key) = (pool.clone(), codes::subject_key(env, pool, subject));
    let address = env.db.read(move |c| codes::destination(c, &row_pool, &key, Purpose::SignUp)).await?;
    let mut attributes = AttributeMap::new();
    if let Some(address) = address
        && let Some(kind) = names::address_kind(&address)
    {
        attributes.insert(kind.attribute().to_owned(), address);
    }
    Ok(account::draw(env, pool, None, attributes, UserStatus::Unconfirmed))
}

/// A confirmation code with the message that carries it.
struct Confirmation {
    code: NewCode,
    message: PreparedMessage,
    delivery: Delivery,
}

/// Makes the code for a new account and writes its message, to the first address that one can be sent to. `None`
/// when this account is for an operator to confirm.
async fn confirmation(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    client: &AppClient,
    (subject, user): (&Subject, &User),
) -> Result<Option<Confirmation>, DirectoryError> {
    let mut refusal = None;
    for (kind, address) in destinations(pool, user) {
        let by_link = kind == ContactKind::Email && pool.settings.confirmation == ConfirmationStyle::Link;
        let make = if by_link { codes::make_long } else { codes::make };
        let key = codes::subject_key(env, pool, subject);
        let code = make(env, pool, &key, Purpose::SignUp, CODE_LIFE_MS).sent_to(address);
        let called = notices::called(pool, &user.username, address);
        let to = (kind, address);
        let mut request = notices::request(caller, Some(client), MessageKind::SignUpConfirmation, to, called);
        if by_link {
            let address = domains::address(env, pool).await?;
            request.link = Some(link(&address, client, user, &code));
        } else {
            request.code = Some(code.code().to_owned());
        }
        match messages::prepare(env, caller, pool, &request) {
            Ok(message) => {
                let medium = notices::medium(kind);
                let delivery = Delivery { medium, destination: mask(medium, address) };
                return Ok(Some(Confirmation { code, message, delivery }));
            }
            Err(error @ MessageError::SmsNotPossible) => refusal = Some(error),
            Err(error) => return Err(notices::refusal(error)),
        }
    }
    refusal.map_or(Ok(None), |error| Err(notices::refusal(error)))
}

fn link(address: &str, client: &AppClient, user: &User, code: &NewCode) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, RESERVED).to_string();
    format!(
        "{address}/confirmUser?client_id={}&user_name={}&confirmation_code={}",
        encoded(client.id.as_str()),
        encoded(user.id.as_str()),
        encoded(code.code()),
    )
}

/// The addresses that a code may go to, best first: as in Cognito the phone comes before the mailbox.
fn destinations<'a>(pool: &UserPool, user: &'a User) -> Vec<(ContactKind, &'a str)> {
    [ContactKind::Phone, ContactKind::Email]
        .into_iter()
        .filter(|kind| pool.settings.auto_verified.contains(kind))
        .filter_map(|kind| user.contact(kind).map(|address| (kind, address)))
        .collect()
}

/// The names that the addresses of an account would be, were they proven.
fn addresses(pool: &UserPool, user: &User) -> Vec<SignInName> {
    [ContactKind::Email, ContactKind::Phone]
        .into_iter()
        .filter(|kind| pool.settings.sign_in.accepts(*kind))
        .filter_map(|kind| user.contact(kind).map(|address| names::address_name(kind, address)))
        .collect()
}

fn find_obstacle(
    c: &mut AnyConn,
    pool: &PoolId,
    chosen: &[SignInName],
    addresses: &[SignInName],
) -> Result<Option<Obstacle>, StoreError> {
    let wanted = [chosen, addresses].concat();
    let taken = names::taken_names(c, pool, &wanted, None)?;
    Ok(taken.first().map(|(name, _)| match name.kind {
        NameKind::Email => Obstacle::Address(ContactKind::Email),
        NameKind::PhoneNumber => Obstacle::Address(ContactKind::Phone),
        kind => Obstacle::Name(kind),
    }))
}

fn preferred_taken() -> DirectoryError {
    let name = "preferred_username".to_owned();
    let problem = AttributeProblem::Invalid { name, reason: "somebody else has it" };
    DirectoryError::Attributes(vec![problem])
}
