//! People of identity providers: who they are here, what of theirs is kept, and which accounts they are linked to.
//!
//! A person at a provider is one row of `external_links`. Whoever has none gets an account of their own, unless the
//! provider may link and the address it vouches for is one that an account has proven here. An address that only one
//! side has proven links nobody: whoever can claim it at either place would be let into the other's account.
//!
//! `links.rs` has the links themselves, `leave.rs` how their owners take them away, `mapping.rs` what becomes of a
//! provider's words, `owner.rs` what an account whose address is vouched for must be able to do, and what it loses.

mod leave;
mod links;
mod mapping;
mod owner;

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
use crate::model::ids::{FlowId, PoolId, UserId};
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
    /// This user, whose proven address the provider vouches for. Nothing is written yet: [`link_by_address`] links the two
    /// when the person has shown the account's second factor, if it has one.
    ByAddress(UserId),
    /// Perhaps this user, whose proven address the provider vouches for: they must sign in here first.
    MustProve {
        /// The account.
        user: UserId,
        /// The address, under which its owner knows it.
        address: String,
    },
}

/// An account that is linked because the provider vouches for its proven address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByAddress {
    /// The account.
    pub user: UserId,
    /// The flow that goes on, whatever else of the account ends.
    pub flow: FlowId,
}

/// What is decided inside the write.
enum Decision {
    Settled(Recognised),
    /// The account of [`ByAddress`] is linked; says whether its password was dropped.
    Linked {
        password_dropped: bool,
    },
    /// The address is not, or no longer, proven by the account that was to be linked.
    Overtaken,
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
    match meet(env, pool, client, (provider, identity), None).await? {
        Decision::Settled(recognised) => Ok(recognised),
        Decision::Linked { .. } | Decision::Overtaken | Decision::NameTaken => Err(DirectoryError::Busy),
    }
}

/// Links somebody with the account that [`recognise`] found by its address, and keeps what the provider says about them.
/// A password that the account had before its owner had proven the address may be somebody else's: it is dropped, and
/// everything that was opened with it ends, but for the flow. Returns whether that happened.
///
/// # Errors
/// As [`recognise`]; [`DirectoryError::Busy`] when the account is no longer the one that has proven the address.
pub async fn link_by_address(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    said: (&IdentityProvider, &ExternalIdentity),
    account: ByAddress,
) -> Result<bool, DirectoryError> {
    let user = account.user.clone();
    match meet(env, pool, client, said, Some(account)).await? {
        Decision::Linked { password_dropped } => Ok(password_dropped),
        // Somebody linked the two in the same moment.
        Decision::Settled(Recognised::As(linked)) if linked == user => Ok(false),
        Decision::Settled(_) | Decision::Overtaken | Decision::NameTaken => Err(DirectoryError::Busy),
    }
}

async fn meet(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    (provider, identity): (&IdentityProvider, &ExternalIdentity),
    account: Option<ByAddress>,
) -> Result<Decision, DirectoryError> {
    let given = mapping::attributes(pool, client, provider, identity)?;
    let mut name = mapping::username(pool, provider, identity, &given, false);
    for _ in 0..ROUNDS {
        let newcomer = Newcomer::new(env, pool, provider, identity, &given, name.clone());
        let event = audit::event(env, "user.link").in_pool(&pool.id);
        let account = account.clone();
        let meeting = Meeting { env: env.clone(), pool: pool.clone(), newcomer, account, event };
        let outcome = match env.db.write(move |c| meeting.run(c)).await {
            // Of two first sign-ins at once one makes the account, or the group, and the other finds it.
            Err(StoreError::Taken { .. }) => continue,
            outcome => outcome??,
        };
        match outcome {
            Decision::NameTaken => name = mapping::username(pool, provider, identity, &given, true),
            settled => return Ok(settled),
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
    /// Whom everything is proven of that is asked before a link by address.
    account: Option<ByAddress>,
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
            match (linking, &self.account) {
                (Linking::Verified, Some(account)) if account.user == owner.id => {
                    return self.link(c, &owner, account);
                }
                (Linking::Verified, _) => {
                    return Ok(Ok(Decision::Settled(Recognised::ByAddress(owner.id))));
                }
                // Whoever cannot prove it could never come in: they get an account of their own, as everybody else does.
                (Linking::Ask, _) if owner::can_prove(c, pool, &owner, env.now())? => {
                    let address = owner.contact(ContactKind::Email).unwrap_or_default().to_owned();
                    let asked = Recognised::MustProve { user: owner.id, address };
                    return Ok(Ok(Decision::Settled(asked)));
                }
                (Linking::Ask | Linking::Separate, _) => {}
            }
        }
        match self.account {
            Some(_) => Ok(Ok(Decision::Overtaken)),
            None => self.make(c),
        }
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
        let kind = ContactKind::Email;
        let proven = (kind.attribute(), kind.verified_attribute());
        match user_attributes::list_proven_owners(c, &self.pool.id, proven, &folded, 2)?.as_slice() {
            [only] => users::find(c, &self.pool.id, only),
            // Whom of several the person means cannot be known.
            _ => Ok(None),
        }
    }

    fn link(
        &self,
        c: &mut AnyConn,
        owner: &User,
        account: &ByAddress,
    ) -> Result<Result<Decision, DirectoryError>, StoreError> {
        // First, so that what is refused leaves no link behind.
        if let Err(refusal) = self.again(c, owner.id.clone())? {
            return Ok(Err(refusal));
        }
        let link = ExternalLink { user_id: owner.id.clone(), is_own: false, ..self.newcomer.link.clone() };
        external_links::insert(c, &link)?;
        let password_dropped = owner::drop_unproven_password(c, owner, &account.flow, self.env.now())?;
        let mut event = linked(self.event("user.link", &owner.id), &link).with("by_address", true);
        if password_dropped {
            event = event.with("password_dropped", true);
        }
        audit::record(c, &event)?;
        Ok(Ok(Decision::Linked { password_dropped }))
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
