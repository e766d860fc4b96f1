//! People of identity providers: who they are here, what of theirs is kept, and which accounts they are linked to.
//!
//! A person at a provider is one row of `external_links`. Whoever has none gets an account of their own, unless the
//! provider may link and the address it vouches for is one that an account has proven here. An address that only one
//! side has proven links nobody: whoever can claim it at either place would be let into the other's account.

mod mapping;

pub(super) use mapping::check_template;

use super::account::{self, Account};
use super::attributes::{self, Giver};
use super::profile::{self, Word};
use super::{DirectoryError, evolve, names};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::client::AppClient;
use crate::model::event::Actor;
use crate::model::external::ExternalIdentity;
use crate::model::ids::UserId;
use crate::model::pool::{ContactKind, UserPool};
use crate::model::provider::{IdentityProvider, Linking};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::external_links::{self, ExternalLink};
use crate::store::{AnyConn, StoreError, user_attributes, users};

/// Who somebody that a provider signed in is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// This user.
    As(UserId),
    /// Perhaps this user, whose proven address the provider vouches for: they must sign in here first.
    MustProve {
        /// The account.
        user: UserId,
        /// The address, under which its owner knows it.
        address: String,
    },
}

/// What is decided inside the write.
enum Decision {
    Settled(Recognised),
    /// Somebody else has the user name that the account would get.
    NameTaken,
}

/// Recognises somebody whom a provider has signed in, makes them an account where they have none, and keeps what the
/// provider says about them.
///
/// # Errors
/// [`DirectoryError::Attributes`] when what the provider says cannot be kept or something needed is not said.
pub async fn recognise(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    provider: &IdentityProvider,
    identity: &ExternalIdentity,
) -> Result<Recognised, DirectoryError> {
    let given = mapping::attributes(pool, client, provider, identity)?;
    let mut name = mapping::username(pool, provider, identity, &given, false);
    for _ in 0..2 {
        let newcomer = Newcomer::new(env, pool, provider, identity, &given, name.clone());
        let meeting = Meeting { env: env.clone(), pool: pool.clone(), newcomer };
        let outcome = match env.db.write(move |c| meeting.run(c)).await {
            // Of two first sign-ins at once one makes the account, and the other finds it.
            Err(StoreError::Taken { .. }) => continue,
            outcome => outcome??,
        };
        match outcome {
            Decision::Settled(recognised) => return Ok(recognised),
            Decision::NameTaken => name = mapping::username(pool, provider, identity, &given, true),
        }
    }
    Err(DirectoryError::Busy)
}

/// Links a person of a provider with an account whose owner has just signed in here. Linking what is linked changes
/// nothing.
///
/// # Errors
/// [`DirectoryError::UsernameTaken`] when that person is somebody else here already.
pub async fn link(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    identity: &ExternalIdentity,
    actor: Actor,
) -> Result<(), DirectoryError> {
    let link = link_of(env, pool, user, identity, false);
    let event = linked(env, &link).by(actor);
    let outcome = env.db.write(move |c| {
        if !users::hold(c, &link.pool_id, &link.user_id)? {
            return Ok(Err(DirectoryError::NotFound("user")));
        }
        match external_links::find(c, &link.pool_id, &link.provider, &link.subject_digest)? {
            Some(present) if present.user_id == link.user_id => Ok(Ok(())),
            Some(_) => Ok(Err(DirectoryError::UsernameTaken)),
            None => {
                external_links::insert(c, &link)?;
                audit::record(c, &event).map(Ok)
            }
        }
    });
    match outcome.await {
        Err(StoreError::Taken { .. }) => Err(DirectoryError::UsernameTaken),
        outcome => outcome?,
    }
}

/// Whom an account is at the providers, the oldest link first.
///
/// # Errors
/// When the database did not answer.
pub async fn links(env: &Env, user: &UserId) -> Result<Vec<ExternalLink>, DirectoryError> {
    let user = user.clone();
    Ok(env.db.read(move |c| external_links::list_of_user(c, &user)).await?)
}

/// Everything that a sign-in brings, ready to be written.
#[derive(Clone)]
struct Newcomer {
    provider: IdentityProvider,
    given: AttributeMap,
    account: Account,
    link: ExternalLink,
}

impl Newcomer {
    fn new(
        env: &Env,
        pool: &UserPool,
        provider: &IdentityProvider,
        identity: &ExternalIdentity,
        given: &AttributeMap,
        username: String,
    ) -> Self {
        let mut kept = given.clone();
        kept.retain(|_, value| !value.is_empty());
        let user = account::draw(env, pool, Some(username), kept, UserStatus::ExternalProvider);
        let vouched = |kind: ContactKind| user.verified_contact(kind).is_some();
        let account = Account::new(pool, user.clone(), None, None, vouched);
        let link = link_of(env, pool, &user.id, identity, true);
        Self { provider: provider.clone(), given: given.clone(), account, link }
    }
}

/// One sign-in at a provider as it is written.
struct Meeting {
    env: Env,
    pool: UserPool,
    newcomer: Newcomer,
}

impl Meeting {
    fn run(&self, c: &mut AnyConn) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { env, pool, newcomer } = self;
        if !evolve::still_holds(c, pool)? {
            return Ok(Err(evolve::overtaken(env, pool)));
        }
        let ExternalLink { provider, subject_digest, .. } = &newcomer.link;
        if let Some(link) = external_links::find(c, &pool.id, provider, subject_digest)? {
            return self.again(c, link.user_id);
        }
        let linking = newcomer.provider.linking();
        if linking != Linking::Separate
            && let Some(owner) = self.owner_of_address(c)?
        {
            return self.meet_owner(c, linking, owner);
        }
        self.make(c)
    }

    /// Somebody who was here before: what the provider says of them now is kept.
    fn again(&self, c: &mut AnyConn, user: UserId) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { env, pool, newcomer } = self;
        let changed = match profile::store(c, pool, &user, (Word::Provider, &newcomer.given), env.now())? {
            Ok(changed) => changed,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if !changed.is_empty() {
            let event = audit::event(env, "user.update").in_pool(&pool.id).by(Actor::Person(user.clone()));
            let event = event.about("user", &user).with("attributes", changed);
            audit::record(c, &event.with("provider", newcomer.link.provider.as_str()))?;
        }
        Ok(Ok(Decision::Settled(Recognised::As(user))))
    }

    /// The one account that has proven the address which the provider vouches for.
    fn owner_of_address(&self, c: &mut AnyConn) -> Result<Option<User>, StoreError> {
        let given = &self.newcomer.account.user;
        let Some(address) = given.verified_contact(ContactKind::Email) else { return Ok(None) };
        let folded = names::fold_address(ContactKind::Email, address);
        let mut proven = Vec::new();
        for id in user_attributes::list_owners(c, &self.pool.id, "email", &folded, 10)? {
            let user = users::find(c, &self.pool.id, &id)?;
            proven.extend(user.filter(|user| {
                user.verified_contact(ContactKind::Email).is_some() && user.status != UserStatus::Unconfirmed
            }));
        }
        // Whom of several the person means cannot be known.
        Ok(if proven.len() == 1 { proven.pop() } else { None })
    }

    fn meet_owner(
        &self,
        c: &mut AnyConn,
        linking: Linking,
        owner: User,
    ) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let link = ExternalLink { user_id: owner.id.clone(), is_own: false, ..self.newcomer.link.clone() };
        if linking == Linking::Ask {
            let address = owner.contact(ContactKind::Email).unwrap_or_default().to_owned();
            return Ok(Ok(Decision::Settled(Recognised::MustProve { user: owner.id, address })));
        }
        external_links::insert(c, &link)?;
        let actor = Actor::Person(owner.id.clone());
        audit::record(c, &linked(&self.env, &link).by(actor).with("by_address", true))?;
        self.again(c, owner.id)
    }

    fn make(&self, c: &mut AnyConn) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { env, pool, newcomer } = self;
        let Account { user, reserved, .. } = &newcomer.account;
        let mut problems =
            attributes::problems(pool, Giver::Operator, &AttributeMap::new(), &user.attributes);
        problems.extend(attributes::missing(&pool.settings, &user.attributes));
        if !problems.is_empty() {
            return Ok(Err(DirectoryError::Attributes(problems)));
        }
        if !names::taken_names(c, &pool.id, &reserved[..1], None)?.is_empty() {
            return Ok(Ok(Decision::NameTaken));
        }
        // An address that signs somebody else in already stays theirs: this account has its provider.
        let account = newcomer.account.without_taken_addresses(c)?;
        account.insert(c)?;
        external_links::insert(c, &newcomer.link)?;
        let event = audit::event(env, "user.create").in_pool(&pool.id).by(Actor::Person(user.id.clone()));
        let event = event.about("user", &user.id).with("status", user.status.as_str());
        audit::record(c, &event.with("provider", newcomer.link.provider.as_str()))?;
        Ok(Ok(Decision::Settled(Recognised::As(user.id.clone()))))
    }
}

fn link_of(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    identity: &ExternalIdentity,
    is_own: bool,
) -> ExternalLink {
    ExternalLink {
        pool_id: pool.id.clone(),
        provider: identity.provider.clone(),
        subject_digest: sha256_base64url(identity.subject.as_bytes()),
        subject: identity.subject.clone(),
        user_id: user.clone(),
        is_own,
        linked_at: env.now(),
    }
}

fn linked(env: &Env, link: &ExternalLink) -> crate::model::event::AuditEvent {
    let event = audit::event(env, "user.link").in_pool(&link.pool_id).about("user", &link.user_id);
    event.with("provider", link.provider.as_str())
}
