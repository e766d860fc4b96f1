//! Looks a pool through for what does not fit together, and mends what can be mended without asking anybody.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use serde::Serialize;

use super::{DirectoryError, evolve, factors, names, recovery};
use crate::env::Env;
use crate::model::attributes::{AttributeProblem, VERIFIED_FLAGS};
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::user_names::SignInName;
use crate::store::{AnyConn, StoreError, totp_factors, user_attributes, user_names, users};

/// How many people are looked at at a time.
const PAGE: i64 = 500;

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Whom it is about; absent when it is about many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// What it is.
    #[serde(flatten)]
    pub matter: Matter,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "matter", rename_all = "snake_case")]
pub enum Matter {
    /// Another user name differs from this one by case only.
    CaseTwin {
        /// The name.
        name: String,
    },
    /// A name that should sign this person in does not.
    NameMissing {
        /// Who has it instead, when somebody does.
        #[serde(skip_serializing_if = "Option::is_none")]
        taken_by: Option<String>,
    },
    /// A name signs this person in that should not.
    NameTooMany,
    /// People have values of an attribute that the pool does not have.
    UnknownAttribute {
        /// The attribute.
        attribute: String,
        /// How many.
        people: i64,
    },
    /// A value breaks the rules of its attribute.
    BadValue {
        /// The attribute.
        attribute: String,
        /// The rule.
        rule: String,
    },
    /// A new password is asked for, and no code can be sent.
    Unreachable,
    /// The seed of the authenticator app cannot be opened.
    UnreadableSeed,
}

impl Matter {
    /// For people.
    pub fn sentence(&self) -> String {
        match self {
            Self::CaseTwin { name } => format!("the user name {name} differs from another by case only"),
            Self::NameMissing { taken_by: None } => "a name that should sign this person in does not".into(),
            Self::NameMissing { taken_by: Some(other) } => {
                format!("a name that should sign this person in belongs to {other}")
            }
            Self::NameTooMany => "a name signs this person in that should not".into(),
            Self::UnknownAttribute { attribute, people } => {
                format!("{people} people have a value of {attribute}, which the pool does not have")
            }
            Self::BadValue { attribute, rule } => format!("{attribute} does not fit: {rule}"),
            Self::Unreachable => {
                "must set a new password, and has no verified address that a code could go to".into()
            }
            Self::UnreadableSeed => "the seed of the authenticator app cannot be opened".into(),
        }
    }

    /// How it is mended.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::CaseTwin { .. } => {
                "delete or disable one of them before the pool stops telling cases apart"
            }
            Self::NameMissing { taken_by: None } | Self::NameTooMany => "run doctor with --mend",
            Self::NameMissing { taken_by: Some(_) } => "decide whose it is, and change the other",
            Self::UnknownAttribute { .. } => {
                "add the attribute with `schema add`, or run doctor with --drop-unknown"
            }
            Self::BadValue { .. } => "change the value, or the rules with `schema`",
            Self::Unreachable => "set a password, or verify an address",
            Self::UnreadableSeed => "take the factor away, and have it set up again",
        }
    }
}

/// What was found in a pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnosis {
    /// How many people were looked at.
    pub people: u64,
    /// How many findings there are.
    pub findings: u64,
    /// The first of them.
    pub listed: Vec<Finding>,
}

/// What was mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Mended {
    /// Names that sign in again.
    pub names_added: u64,
    /// Names that do not any more.
    pub names_removed: u64,
    /// Values of unknown attributes that were deleted.
    pub values_dropped: u64,
}

/// Looks a pool through, and lists the first `most` findings.
///
/// # Errors
/// [`DirectoryError::NotFound`]; when the database did not answer.
pub async fn examine(env: &Env, pool: &PoolId, most: usize) -> Result<Diagnosis, DirectoryError> {
    let pool = super::pools::find(env, pool).await?.ok_or(DirectoryError::NotFound("pool"))?;
    let mut diagnosis = Diagnosis { people: 0, findings: 0, listed: Vec::new() };
    let add = |user: Option<&UserId>, matter: Matter, diagnosis: &mut Diagnosis| {
        diagnosis.findings += 1;
        if diagnosis.listed.len() < most {
            diagnosis.listed.push(Finding { user: user.map(UserId::to_string), matter });
        }
    };
    for (attribute, people) in unknown_attributes(env, &pool).await? {
        add(None, Matter::UnknownAttribute { attribute, people }, &mut diagnosis);
    }
    let twins = twins(env, &pool).await?;
    let mut after = None;
    loop {
        let patients = page(env, &pool, after.take()).await?;
        let Some(last) = patients.last() else { return Ok(diagnosis) };
        after = Some(last.user.id.clone());
        for patient in &patients {
            diagnosis.people += 1;
            if !twins.is_empty() && twins.contains(&folded_print(&patient.user.username)) {
                let name = patient.user.username.clone();
                add(Some(&patient.user.id), Matter::CaseTwin { name }, &mut diagnosis);
            }
            for matter in patient.matters(env, &pool) {
                add(Some(&patient.user.id), matter, &mut diagnosis);
            }
        }
    }
}

/// Gives everybody the names that the rules give them and no others, as far as nobody else has them; with
/// `drop_unknown`, deletes the values of attributes that the pool does not have.
///
/// # Errors
/// [`DirectoryError::NotFound`]; [`DirectoryError::Busy`] when the pool's rules change meanwhile.
pub async fn mend(env: &Env, pool: &PoolId, drop_unknown: bool) -> Result<Mended, DirectoryError> {
    let pool = super::pools::find(env, pool).await?.ok_or(DirectoryError::NotFound("pool"))?;
    let mut mended = Mended::default();
    if drop_unknown {
        for (attribute, _) in unknown_attributes(env, &pool).await? {
            let event = audit::event(env, "schema.drop_unknown")
                .in_pool(&pool.id)
                .about("pool", &pool.id)
                .with("attribute", attribute.as_str());
            let rules = pool.clone();
            let dropped = env.db.write(move |c| {
                if !evolve::still_holds(c, &rules)? {
                    return Ok(None);
                }
                let dropped = user_attributes::delete_everywhere(c, &rules.id, &attribute)?;
                audit::record(c, &event.clone().with("values_lost", dropped)).map(|()| Some(dropped))
            });
            mended.values_dropped += dropped.await?.ok_or(DirectoryError::Busy)? as u64;
        }
    }
    let mut after = None;
    loop {
        let patients = page(env, &pool, after.take()).await?;
        let Some(last) = patients.last() else { return Ok(mended) };
        after = Some(last.user.id.clone());
        let sick: Vec<UserId> = patients
            .into_iter()
            .filter(|patient| {
                patient.missing.iter().any(|(_, owner)| owner.is_none()) || !patient.extra.is_empty()
            })
            .map(|patient| patient.user.id)
            .collect();
        if sick.is_empty() {
            continue;
        }
        let event = audit::event(env, "directory.mend").in_pool(&pool.id).about("pool", &pool.id);
        let rules = pool.clone();
        let done = env.db.write(move |c| {
            if !evolve::still_holds(c, &rules)? {
                return Ok(None);
            }
            let mut done = Mended::default();
            for id in &sick {
                users::hold(c, &rules.id, id)?;
            }
            // Judged again: they may have changed since they were read.
            let sick: Vec<User> = sick
                .iter()
                .filter_map(|id| users::find(c, &rules.id, id).transpose())
                .collect::<Result<_, _>>()?;
            let patients = patients_of(c, &rules, sick)?;
            for patient in &patients {
                for name in &patient.extra {
                    user_names::delete_one(c, &rules.id, name, &patient.user.id)?;
                    done.names_removed += 1;
                }
            }
            for patient in patients {
                for (name, _) in patient.missing {
                    let wanted = std::slice::from_ref(&name);
                    if names::taken_names(c, &rules.id, wanted, Some(&patient.user.id))?.is_empty() {
                        user_names::insert(c, &rules.id, &name, &patient.user.id)?;
                        done.names_added += 1;
                    }
                }
            }
            let event = event.clone().with("names_added", done.names_added);
            audit::record(c, &event.with("names_removed", done.names_removed))?;
            Ok(Some(done))
        });
        let done = done.await?.ok_or(DirectoryError::Busy)?;
        mended.names_added += done.names_added;
        mended.names_removed += done.names_removed;
    }
}

/// A person with what is wrong about their names.
struct Patient {
    user: User,
    /// Names that should be theirs, each with who has it.
    missing: Vec<(SignInName, Option<UserId>)>,
    /// Names that should not.
    extra: Vec<SignInName>,
    /// The sealed seed.
    seed: Option<Vec<u8>>,
}

impl Patient {
    fn matters(&self, env: &Env, pool: &UserPool) -> Vec<Matter> {
        let taken = |owner: &Option<UserId>| owner.as_ref().map(UserId::to_string);
        let missing = self.missing.iter().map(|(_, owner)| Matter::NameMissing { taken_by: taken(owner) });
        let mut matters: Vec<Matter> = missing.collect();
        matters.extend(self.extra.iter().map(|_| Matter::NameTooMany));
        for (name, value) in self.user.attributes.iter().filter(|(_, value)| !value.is_empty()) {
            let rules = pool.settings.attribute(name);
            if let Some(Err(AttributeProblem::Invalid { reason, .. })) = rules.map(|rules| rules.check(value))
            {
                matters.push(Matter::BadValue { attribute: name.clone(), rule: reason.to_owned() });
            }
        }
        let reachable = !recovery::channels(pool, &self.user).is_empty();
        if self.user.status == UserStatus::ResetRequired && !reachable {
            matters.push(Matter::Unreachable);
        }
        let place = factors::place(&pool.id, &self.user.id);
        if self.seed.as_ref().is_some_and(|seed| env.keys.open_column(place, seed).is_err()) {
            matters.push(Matter::UnreadableSeed);
        }
        matters
    }
}

async fn page(env: &Env, pool: &UserPool, after: Option<UserId>) -> Result<Vec<Patient>, DirectoryError> {
    let pool = pool.clone();
    let read = env.db.read(move |c| {
        let people = users::list_page(c, &pool.id, after.as_ref(), PAGE)?;
        let ids: Vec<&str> = people.iter().map(|user| user.id.as_str()).collect();
        let mut attributes = user_attributes::list_of_many(c, &ids, None)?;
        let people = people
            .iter()
            .map(|user| User { attributes: attributes.remove(&user.id).unwrap_or_default(), ..user.clone() })
            .collect();
        patients_of(c, &pool, people)
    });
    Ok(read.await?)
}

fn patients_of(c: &mut AnyConn, pool: &UserPool, people: Vec<User>) -> Result<Vec<Patient>, StoreError> {
    let ids: Vec<String> = people.iter().map(|user| user.id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut present = user_names::list_of_many(c, &ids)?;
    let mut seeds = totp_factors::list_of_many(c, &ids)?;
    let mut patients = Vec::new();
    for user in people {
        let own = present.remove(&user.id).unwrap_or_default();
        let stands_in = |kind: &ContactKind| pool.settings.sign_in.username_attributes.contains(kind);
        // An address that an operator vouched for signs in without being proven.
        let vouched = |kind: ContactKind| {
            user.verified_contact(kind).is_some()
                || (stands_in(&kind) && own.iter().any(|name| name.kind == names::name_kind(kind)))
        };
        let wanted = names::reserved_names(&pool.settings, &user.username, &user.attributes, vouched);
        let extra = own.iter().filter(|name| !wanted.contains(name)).cloned().collect();
        let absent: Vec<SignInName> = wanted.into_iter().filter(|name| !own.contains(name)).collect();
        let owners = match absent.is_empty() {
            true => Vec::new(),
            false => names::taken_names(c, &pool.id, &absent, Some(&user.id))?,
        };
        let owner =
            |name: &SignInName| owners.iter().find(|(n, _)| n == name).map(|(_, owner)| owner.clone());
        let missing = absent.into_iter().map(|name| (name.clone(), owner(&name))).collect();
        let seed = seeds.remove(&user.id).map(|record| record.sealed_seed);
        patients.push(Patient { user, missing, extra, seed });
    }
    Ok(patients)
}

/// The attributes that people have and the pool has not, with how many have each.
async fn unknown_attributes(env: &Env, pool: &UserPool) -> Result<Vec<(String, i64)>, DirectoryError> {
    let id = pool.id.clone();
    let mut counts = env.db.read(move |c| user_attributes::count_by_name(c, &id)).await?;
    counts.retain(|(name, _)| {
        pool.settings.attribute(name).is_none() && !VERIFIED_FLAGS.contains(&name.as_str())
    });
    Ok(counts)
}

/// Fingerprints of the user names that two people have, but for their case.
async fn twins(env: &Env, pool: &UserPool) -> Result<HashSet<u64>, DirectoryError> {
    let (mut seen, mut twice) = (HashSet::new(), HashSet::new());
    if !pool.settings.sign_in.case_sensitive {
        return Ok(twice);
    }
    let mut after: Option<UserId> = None;
    loop {
        let (id, begin) = (pool.id.clone(), after.take());
        let people = env.db.read(move |c| users::list_page(c, &id, begin.as_ref(), PAGE)).await?;
        let Some(last) = people.last() else { return Ok(twice) };
        after = Some(last.id.clone());
        for user in &people {
            let print = folded_print(&user.username);
            if !seen.insert(print) {
                twice.insert(print);
            }
        }
    }
}

fn folded_print(username: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    names::fold_case(username.trim()).hash(&mut hasher);
    hasher.finish()
}
