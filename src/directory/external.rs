//! People of identity providers: who they are here, what of theirs is kept, and which accounts they are linked to.
//!
//! A person at a provider is one row of `external_links`. Whoever has none gets an account of their own, unless the
//! provider may link and the address it vouches for is one that an account has proven here. An address that only one
//! side has proven links nobody: whoever can claim it at either place would be let into the other's account.
//!
//! `links.rs` has the links themselves, `leave.rs` how their owners take them away, `mapping.rs` what becomes of a provider's words.

mod leave;
mod links;
mod mapping;

pub use leave::{Left, Stay, Ways, leave, ways};
pub use links::{Linked, MOST_IDENTITIES, Unlinked, identities, link, link_subject, links, unlink};
pub(super) use mapping::check_template;

use links::{has_room, link_of, linked};

use super::account::{self, Account};
use super::attributes::{self, Giver};
use super::profile::{self, Word};
use super::{DirectoryError, evolve, names};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::client::AppClient;
use crate::model::event::{Actor, AuditEvent};
use crate::model::external::ExternalIdentity;
use crate::model::group::Group;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::provider::{IdentityProvider, Linking};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::external_links::{self, ExternalLink};
use crate::store::{AnyConn, StoreError, groups, user_attributes, users};

/// How often a first sign-in is tried again when somebody else takes its name, or makes its group, in the same moment.
const ROUNDS: usize = 4;

/// The group of everybody who was made by a sign-in at a provider, where the pool is so compatible: Cognito's.
pub fn provider_group(pool: &PoolId, provider: &str) -> String {
    format!("{pool}_{provider}")
}

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
    for _ in 0..ROUNDS {
        let newcomer = Newcomer::new(env, pool, provider, identity, &given, name.clone());
        let event = audit::event(env, "user.link").in_pool(&pool.id);
        let meeting = Meeting { env: env.clone(), pool: pool.clone(), newcomer, event };
        let outcome = match env.db.write(move |c| meeting.run(c)).await {
            // Of two first sign-ins at once one makes the account, or the group, and the other finds it.
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
    /// Where and when it happens: inside the write nobody knows the request any more.
    event: AuditEvent,
}

impl Meeting {
    fn run(&self, c: &mut AnyConn) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { env, pool, newcomer, .. } = self;
        if !evolve::still_holds(c, pool)? {
            return Ok(Err(evolve::overtaken(env, pool)));
        }
        let ExternalLink { provider, subject_digest, issuer, .. } = &newcomer.link;
        if let Some(link) = external_links::find(c, &pool.id, provider, subject_digest)? {
            if let Some(issuer) = issuer.as_ref().filter(|issuer| link.issuer.as_ref() != Some(*issuer)) {
                external_links::set_issuer(c, &link, issuer)?;
            }
            return self.again(c, link.user_id);
        }
        let linking = newcomer.provider.linking();
        if linking != Linking::Separate
            && let Some(owner) = self.owner_of_address(c)?
            && has_room(c, &pool.id, &owner.id)?
        {
            return self.meet_owner(c, linking, owner);
        }
        self.make(c)
    }

    /// Somebody who was here before: what the provider says of them now is kept.
    fn again(&self, c: &mut AnyConn, user: UserId) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { env, pool, newcomer, .. } = self;
        let changed = match profile::store(c, pool, &user, (Word::Provider, &newcomer.given), env.now())? {
            Ok(changed) => changed,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if !changed.is_empty() {
            let event = self.event("user.update", &user).with("attributes", changed);
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
        audit::record(c, &linked(self.event("user.link", &owner.id), &link).with("by_address", true))?;
        self.again(c, owner.id)
    }

    fn make(&self, c: &mut AnyConn) -> Result<Result<Decision, DirectoryError>, StoreError> {
        let Self { pool, newcomer, .. } = self;
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
        let event = self.event("user.create", &user.id).with("status", user.status.as_str());
        audit::record(c, &event.with("provider", newcomer.link.provider.as_str()))?;
        if pool.settings.compatibility.cognito {
            self.join_group(c, &user.id)?;
        }
        Ok(Ok(Decision::Settled(Recognised::As(user.id.clone()))))
    }
    /// Makes somebody new a member of the provider's group, and the group with its first member.
    fn join_group(&self, c: &mut AnyConn, user: &UserId) -> Result<(), StoreError> {
        let provider = &self.newcomer.link.provider;
        let name = provider_group(&self.pool.id, provider);
        if !groups::exists(c, &self.pool.id, &name)? {
            let group = Group {
                pool_id: self.pool.id.clone(),
                name: name.clone(),
                description: Some(format!("People whose account began with a sign-in at {provider}")),
                precedence: None,
                role_arn: None,
                created_at: self.event.at,
            };
            groups::insert(c, &group)?;
            audit::record(c, &self.event("group.create", user).about("group", &name))?;
        }
        groups::insert_member(c, &self.pool.id, &name, user)?;
        audit::record(c, &self.event("group.add_member", user).with("group", name))
    }

    /// An event of this sign-in, by and about the person.
    fn event(&self, action: &'static str, user: &UserId) -> AuditEvent {
        let id = self.env.random.uuid_v4();
        let event = AuditEvent { id, action, ..self.event.clone() };
        event.by(Actor::Person(user.clone())).about("user", user)
    }
}
