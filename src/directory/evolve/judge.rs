//! Walks over the people of a pool and says who is in the way of a plan.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use serde::Serialize;

use super::plan::Plan;
use super::{Effect, Listing, PAGE, Preview};
use crate::directory::names;
use crate::model::attributes::AttributeMap;
use crate::model::ids::UserId;
use crate::model::pool::{ContactKind, PoolSettings};
use crate::model::user::{User, UserStatus};
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, user_attributes, user_names, users};

/// Somebody in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// Who.
    pub user: String,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why somebody is in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// Two people or more would share this name.
    SharesName {
        /// The name as it would be compared.
        name: String,
    },
    /// The user name looks like an address that would sign in, and is not this person's own proven one.
    LooksLikeAddress {
        /// The name.
        name: String,
    },
    /// The preferred user name could not sign anybody in.
    NotAName {
        /// The rule that is broken.
        rule: String,
    },
    /// No name that this person knows would be left.
    NoNameLeft,
    /// The value is missing that would be required.
    MissingValue {
        /// The attribute.
        attribute: String,
    },
    /// The value does not keep the new rules.
    BadValue {
        /// The attribute.
        attribute: String,
        /// The rule that is broken.
        rule: String,
    },
    /// There is a value that would be lost.
    HasValue {
        /// The attribute.
        attribute: String,
    },
}

impl Reason {
    /// For people.
    pub fn sentence(&self) -> String {
        match self {
            Self::SharesName { name } => format!("would share the name {name} with another"),
            Self::LooksLikeAddress { name } => {
                format!("the user name {name} is an address that this person has not proven")
            }
            Self::NotAName { rule } => format!("the preferred user name cannot sign in: {rule}"),
            Self::NoNameLeft => "no name to sign in with would be left".to_owned(),
            Self::MissingValue { attribute } => format!("has no {attribute}"),
            Self::BadValue { attribute, rule } => format!("{attribute} does not fit: {rule}"),
            Self::HasValue { attribute } => format!("has a value of {attribute}"),
        }
    }
}

/// A person as far as a plan is concerned.
pub(super) struct Person {
    pub(super) user: User,
    /// The names that sign in now.
    pub(super) names: Vec<SignInName>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Finds the names that two people would have.
    Names,
    /// Lists who is in the way.
    People,
    Done,
}

/// One walk.
pub(super) struct Judge {
    plan: Plan,
    listing: Listing,
    /// Who is the first that may be listed; nobody before it was looked up, and when there is no later one.
    first: Option<UserId>,
    is_listing: bool,
    pass: Pass,
    after: Option<UserId>,
    wanted: Vec<String>,
    judged: Vec<String>,
    /// Fingerprints of the names that somebody would have: eight bytes each, so that a million people fit.
    seen: HashSet<u64>,
    /// Fingerprints of those that two would have.
    twice: HashSet<u64>,
    obstacles: u64,
    listed: Vec<Obstacle>,
    effect: Effect,
}

impl Judge {
    pub(super) fn new(plan: Plan, listing: Listing) -> Self {
        let judged = plan.judged_attributes();
        let pass = match (plan.changes_names(), judged.is_empty()) {
            (true, _) => Pass::Names,
            (false, false) => Pass::People,
            (false, true) => Pass::Done,
        };
        let wanted = wanted_attributes(&plan, &judged);
        Self {
            plan,
            is_listing: listing.after.is_none(),
            first: None,
            listing,
            pass,
            after: None,
            wanted,
            judged,
            seen: HashSet::new(),
            twice: HashSet::new(),
            obstacles: 0,
            listed: Vec::new(),
            effect: Effect::default(),
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.pass == Pass::Done
    }

    pub(super) fn into_preview(self, totals: Effect) -> Preview {
        let Effect { people, names_gained, names_lost, .. } = self.effect;
        let effect = Effect { people, names_gained, names_lost, ..totals };
        Preview { obstacles: self.obstacles, listed: self.listed, effect }
    }

    /// Goes on by one page.
    pub(super) fn page(&mut self, c: &mut AnyConn) -> Result<(), StoreError> {
        // Asked of the database, which has an order of its own.
        if let Some(after) = &self.listing.after
            && self.first.is_none()
        {
            let next = users::list_page(c, &self.plan.after.id, Some(after), 1)?;
            self.first = next.into_iter().next().map(|user| user.id);
        }
        let people = read_page(c, &self.plan, self.after.as_ref(), &self.wanted)?;
        match people.last() {
            Some(last) => self.after = Some(last.user.id.clone()),
            None => {
                self.pass = if self.pass == Pass::Names { Pass::People } else { Pass::Done };
                self.after = None;
                self.seen = HashSet::new();
                return Ok(());
            }
        }
        for person in &people {
            match self.pass {
                Pass::Names => self.remember(person),
                _ => self.judge(person),
            }
        }
        Ok(())
    }

    fn remember(&mut self, person: &Person) {
        let mut own: Vec<u64> = names_after(&self.plan, person).iter().map(fingerprint).collect();
        // Somebody whose user name is also the preferred one shares it with nobody.
        own.sort_unstable();
        own.dedup();
        for print in own {
            if !self.seen.insert(print) {
                self.twice.insert(print);
            }
        }
    }

    fn judge(&mut self, person: &Person) {
        self.effect.people += 1;
        let mut reasons = Vec::new();
        if self.plan.changes_names() {
            let after = names_after(&self.plan, person);
            let count = |names: &[SignInName], others: &[SignInName]| {
                names.iter().filter(|name| !others.contains(name)).count() as u64
            };
            self.effect.names_gained += count(&after, &person.names);
            self.effect.names_lost += count(&person.names, &after);
            let mut shared: Vec<&str> = after
                .iter()
                .filter(|name| self.twice.contains(&fingerprint(name)))
                .map(|name| name.folded.as_str())
                .collect();
            shared.dedup();
            reasons.extend(shared.into_iter().map(|name| Reason::SharesName { name: name.to_owned() }));
            reasons.extend(name_reasons(&self.plan, person, &after));
        }
        for name in &self.judged {
            reasons.extend(value_reason(&self.plan, name, &person.user.attributes));
        }
        let id = &person.user.id;
        self.is_listing |= self.first.as_ref() == Some(id);
        for reason in reasons {
            self.obstacles += 1;
            if self.is_listing && self.listed.len() < self.listing.most {
                self.listed.push(Obstacle { user: id.to_string(), reason });
            }
        }
    }
}

/// The attributes that a plan reads of each person.
fn wanted_attributes(plan: &Plan, judged: &[String]) -> Vec<String> {
    let mut wanted = judged.to_vec();
    if plan.changes_names() {
        wanted.extend(
            ["email", "email_verified", "phone_number", "phone_number_verified", "preferred_username"]
                .map(str::to_owned),
        );
    }
    wanted
}

/// The next people with what a plan needs to know of them.
pub(super) fn read_page(
    c: &mut AnyConn,
    plan: &Plan,
    after: Option<&UserId>,
    wanted: &[String],
) -> Result<Vec<Person>, StoreError> {
    let pool = &plan.after.id;
    let people = users::list_page(c, pool, after, PAGE)?;
    let ids: Vec<&str> = people.iter().map(|user| user.id.as_str()).collect();
    let mut attributes = user_attributes::list_of_many(c, &ids, Some(wanted))?;
    let mut names = match plan.changes_names() {
        true => user_names::list_of_many(c, &ids)?,
        false => Default::default(),
    };
    Ok(people
        .into_iter()
        .map(|user| Person {
            names: names.remove(&user.id).unwrap_or_default(),
            user: User { attributes: attributes.remove(&user.id).unwrap_or_default(), ..user },
        })
        .collect())
}

/// The attributes that [`names_after`] reads.
pub(super) fn name_attributes(plan: &Plan) -> Vec<String> {
    wanted_attributes(plan, &[])
}

/// The names that sign a person in under the new settings. An address that does so now was vouched for.
pub(super) fn names_after(plan: &Plan, person: &Person) -> Vec<SignInName> {
    let vouched = |kind: ContactKind| {
        person.user.verified_contact(kind).is_some()
            || person.names.iter().any(|name| name.kind == names::name_kind(kind))
    };
    let User { username, attributes, .. } = &person.user;
    names::reserved_names(&plan.after.settings, username, attributes, vouched)
}

/// User names and preferred ones are one realm.
fn fingerprint(name: &SignInName) -> u64 {
    let realm = match name.kind {
        NameKind::Username | NameKind::PreferredUsername => 0_u8,
        NameKind::Email => 1,
        NameKind::PhoneNumber => 2,
    };
    let mut hasher = DefaultHasher::new();
    (realm, &name.folded).hash(&mut hasher);
    hasher.finish()
}

fn name_reasons(plan: &Plan, person: &Person, after: &[SignInName]) -> Vec<Reason> {
    let (old, new) = (&plan.before.settings.sign_in, &plan.after.settings.sign_in);
    let mut reasons = Vec::new();
    let username = &person.user.username;
    let kind = names::address_kind(username).filter(|kind| new.accepts(*kind) && !old.accepts(*kind));
    if let Some(kind) = kind
        && !after.contains(&names::address_name(kind, username))
    {
        reasons.push(Reason::LooksLikeAddress { name: username.clone() });
    }
    if let Some(preferred) = person.user.attributes.get("preferred_username")
        && new.accepts_preferred_username()
        && !old.accepts_preferred_username()
        && let Err(rule) = names::check_name(&plan.after.settings, preferred)
    {
        reasons.push(Reason::NotAName { rule: rule.to_owned() });
    }
    let knows = |settings: &PoolSettings, names: &[SignInName]| knows_a_name(settings, &person.user, names);
    if knows(&plan.before.settings, &person.names) && !knows(&plan.after.settings, after) {
        reasons.push(Reason::NoNameLeft);
    }
    reasons
}

/// Whether a person can sign in by anything but the id.
fn knows_a_name(settings: &PoolSettings, user: &User, names: &[SignInName]) -> bool {
    let unconfirmed = user.status == UserStatus::Unconfirmed
        && [ContactKind::Email, ContactKind::Phone]
            .into_iter()
            .any(|kind| settings.sign_in.accepts(kind) && user.contact(kind).is_some());
    user.username != user.id.as_str()
        || names.iter().any(|name| name.kind != NameKind::Username)
        || unconfirmed
}

/// What is wrong with the value of an attribute, named as it is now.
fn value_reason(plan: &Plan, name: &str, attributes: &AttributeMap) -> Option<Reason> {
    let value = attributes.get(name).filter(|value| !value.is_empty());
    let attribute = name.to_owned();
    let becomes = match &plan.moved {
        Some((from, to)) if from == name => to,
        // What is there under the new name has no place to go.
        Some((_, to)) if to == name => return value.map(|_| Reason::HasValue { attribute }),
        _ => name,
    };
    let Some(rules) = plan.after.settings.attribute(becomes) else {
        let kept = !plan.dropped.iter().any(|dropped| dropped == name);
        return value.filter(|_| kept).map(|_| Reason::HasValue { attribute });
    };
    let was_required = plan.before.settings.attribute(name).is_some_and(|rules| rules.required);
    match value {
        None if rules.required && !was_required && !plan.leave_missing => {
            Some(Reason::MissingValue { attribute })
        }
        None => None,
        Some(value) => match rules.check(value) {
            Err(crate::model::attributes::AttributeProblem::Invalid { reason, .. }) => {
                Some(Reason::BadValue { attribute, rule: reason.to_owned() })
            }
            _ => None,
        },
    }
}
