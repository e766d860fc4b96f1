//! Taking people in.
//!
//! A file is read twice: first every row is judged, by itself, against the rest of the file and against the pool, and
//! nothing is written; then people are written in batches. An import that was broken off is begun again: who is there
//! stays as they are. Two imports at once, or an import beside sign-ups, may meet the same name: one is told so.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::meeting::{Meeting, Met, realm, what};
use super::prepare::{Prepared, Rules};
use super::record::{Entry, GroupRecord, PersonRecord};
use super::rows::Row;
use crate::directory::{DirectoryError, evolve, names, password, users as people};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::credential::PasswordRecord;
use crate::model::event::AuditEvent;
use crate::model::group::Group;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::UserPool;
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::user_names::NameKind;
use crate::store::{
    AnyConn, StoreError, groups, passkeys, passwords, totp_factors, user_attributes, user_names, users,
};

/// How many people are written at once.
pub const BATCH: usize = 500;

/// The length of drawn temporary passwords where the policy asks for no longer ones.
const TEMPORARY_PASSWORD_LENGTH: usize = 12;

/// What becomes of people for whom the file has no password.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WithoutPassword {
    /// They set one by a code to a verified address.
    #[default]
    Reset,
    /// They are sent a temporary one.
    Invite,
}

/// How an import is done.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// Whether people who are there are changed to what the file says. Their passwords and seeds never are.
    pub update: bool,
    /// What becomes of people without a password.
    pub without_password: WithoutPassword,
    /// Whether groups that nobody knows are made.
    pub create_groups: bool,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done {
    /// The number of its line.
    pub line: u64,
    /// Whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a row, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// A new person or group.
    Created,
    /// Somebody who was there and is now as the file says.
    Updated,
    /// Somebody who was there and stays so.
    Unchanged,
    /// Nothing was done.
    Failed {
        /// Why, a sentence each.
        reasons: Vec<String>,
    },
}

/// An import under way.
pub struct Import {
    env: Env,
    caller: Caller,
    pool: UserPool,
    options: ImportOptions,
    groups: BTreeSet<String>,
    /// The line of each id and name that was seen, by fingerprint: some sixty bytes a person.
    seen: HashMap<u64, u64>,
}

impl Import {
    /// Begins an import into a pool.
    ///
    /// # Errors
    /// [`DirectoryError::NotFound`].
    pub async fn begin(
        env: &Env,
        caller: &Caller,
        pool: &PoolId,
        options: ImportOptions,
    ) -> Result<Self, DirectoryError> {
        let found = crate::directory::pools::find(env, pool).await?;
        let pool = found.ok_or(DirectoryError::NotFound("pool"))?;
        let id = pool.id.clone();
        let present = env.db.read(move |c| groups::list(c, &id)).await?;
        Ok(Self {
            env: env.clone(),
            caller: caller.clone(),
            pool,
            options,
            groups: present.into_iter().map(|group| group.name).collect(),
            seen: HashMap::new(),
        })
    }

    /// Judges rows, those that follow the ones judged before, and writes nothing.
    ///
    /// # Errors
    /// When the database did not answer.
    pub async fn check(&mut self, rows: Vec<Row>) -> Result<Vec<Done>, DirectoryError> {
        let (mut done, prepared, _) = self.read(rows);
        let mut candidates = Vec::new();
        for person in prepared {
            match self.clash_in_file(&person) {
                Some(reason) => done.push(person.failed(reason)),
                None => candidates.push(person),
            }
        }
        let (pool, update) = (self.pool.clone(), self.options.update);
        let judged = self.env.db.read(move |c| {
            let meeting = Meeting::of(c, &pool, &candidates)?;
            Ok(candidates
                .iter()
                .map(|person| match meeting.judge(person) {
                    Met::Nobody => person.done(Outcome::Created),
                    Met::Themselves(user) if update => {
                        Done { id: Some(user.id.to_string()), ..person.done(Outcome::Updated) }
                    }
                    Met::Themselves(user) => {
                        Done { id: Some(user.id.to_string()), ..person.done(Outcome::Unchanged) }
                    }
                    Met::Another(reason) => person.failed(reason),
                })
                .collect::<Vec<_>>())
        });
        done.extend(judged.await?);
        done.sort_by_key(|one| one.line);
        Ok(done)
    }

    /// Writes rows, in one transaction; those that cannot be written fail by themselves.
    ///
    /// # Errors
    /// [`DirectoryError::Busy`] when the pool's rules changed since the import began; when the database did not
    /// answer.
    pub async fn write(&mut self, rows: Vec<Row>) -> Result<Vec<Done>, DirectoryError> {
        let (mut done, mut prepared, new_groups) = self.read(rows);
        let mut ready = Vec::new();
        for mut person in prepared.drain(..) {
            if let Some(reason) = self.clash_in_file(&person) {
                done.push(person.failed(reason));
                continue;
            }
            match self.invite(&mut person).await {
                Ok(()) => ready.push(person),
                Err(DirectoryError::Busy) => return Err(DirectoryError::Busy),
                Err(error) => done.push(person.failed(format!("the invitation cannot be sent: {error}"))),
            }
        }
        let write = Write {
            pool: self.pool.clone(),
            update: self.options.update,
            ready: Arc::new(ready),
            groups: Arc::new(new_groups),
            event: audit::event(&self.env, "directory.import")
                .in_pool(&self.pool.id)
                .about("pool", &self.pool.id),
            now: self.env.now(),
        };
        let written = self.env.db.write(move |c| write.carry_out(c)).await?;
        done.extend(written.ok_or_else(|| evolve::overtaken(&self.env, &self.pool))?);
        messages::ring(&self.env);
        done.sort_by_key(|one| one.line);
        Ok(done)
    }

    /// The rows by themselves: what is wrong or already done, the people, the groups to be made.
    fn read(&mut self, rows: Vec<Row>) -> (Vec<Done>, Vec<Prepared>, Vec<Group>) {
        let (mut done, mut prepared, mut new_groups) = (Vec::new(), Vec::new(), Vec::new());
        for Row { line, entry } in rows {
            match entry {
                Ok(Entry::Directory(_)) => {}
                Ok(Entry::Group(record)) => match self.group(record, &mut new_groups) {
                    Ok(outcome) => done.push(Done { line, id: None, outcome }),
                    Err(reason) => done.push(failed(line, None, vec![reason])),
                },
                Ok(Entry::Person(record)) => {
                    let id = record.id.clone();
                    match self.person(line, *record, &mut new_groups) {
                        Ok(person) => prepared.push(person),
                        Err(reasons) => done.push(failed(line, id, reasons)),
                    }
                }
                Err(fault) => done.push(failed(line, None, vec![fault])),
            }
        }
        (done, prepared, new_groups)
    }

    fn group(&mut self, record: GroupRecord, new: &mut Vec<Group>) -> Result<Outcome, String> {
        if self.groups.contains(&record.name) {
            return Ok(Outcome::Unchanged);
        }
        let group = Group {
            pool_id: self.pool.id.clone(),
            name: record.name,
            description: record.description,
            precedence: record.precedence,
            role_arn: record.role_arn,
            created_at: record.created_at.unwrap_or_else(|| self.env.now()),
        };
        crate::directory::groups::check(&group).map_err(str::to_owned)?;
        self.groups.insert(group.name.clone());
        new.push(group);
        Ok(Outcome::Created)
    }

    fn person(
        &mut self,
        line: u64,
        record: PersonRecord,
        new_groups: &mut Vec<Group>,
    ) -> Result<Prepared, Vec<String>> {
        if self.options.create_groups {
            for name in &record.groups {
                let group = GroupRecord {
                    name: name.clone(),
                    description: None,
                    precedence: None,
                    role_arn: None,
                    created_at: None,
                };
                self.group(group, new_groups).map_err(|reason| vec![reason])?;
            }
        }
        let rules = Rules { env: &self.env, pool: &self.pool, options: &self.options, groups: &self.groups };
        rules.prepare(line, record)
    }

    /// What an earlier row has already.
    fn clash_in_file(&mut self, person: &Prepared) -> Option<String> {
        let id = person.has_own_id.then(|| (fingerprint("id", person.user.id.as_str()), "id"));
        let mut prints: Vec<(u64, &str)> = id.into_iter().collect();
        for name in &person.names {
            let print = fingerprint(realm(name.kind), &name.folded);
            if !prints.iter().any(|(other, _)| *other == print) {
                prints.push((print, what(name.kind)));
            }
        }
        let clash = prints.iter().find_map(|(print, what)| Some((self.seen.get(print)?, what)));
        if let Some((line, what)) = clash {
            return Some(format!("line {line} has the same {what}"));
        }
        self.seen.extend(prints.into_iter().map(|(print, _)| (print, person.line)));
        None
    }

    /// Draws, hashes and packs the temporary password of somebody who is to be invited.
    async fn invite(&self, person: &mut Prepared) -> Result<(), DirectoryError> {
        if !person.to_invite {
            return Ok(());
        }
        // Who is there already is not invited, and costs no hash.
        let (pool, one) = (self.pool.clone(), vec![person.clone()]);
        let meets = self.env.db.read(move |c| {
            let meeting = Meeting::of(c, &pool, &one)?;
            Ok(!matches!(meeting.judge(&one[0]), Met::Nobody))
        });
        if meets.await? {
            return Ok(());
        }
        let policy = &self.pool.settings.password_policy;
        let length = TEMPORARY_PASSWORD_LENGTH.max(policy.minimum_length as usize);
        let temporary = self.env.random.password(length);
        let hashed = password::hash(&self.env, &self.pool, &person.user.id, &temporary).await?;
        let now = self.env.now();
        person.password = Some(PasswordRecord {
            user_id: person.user.id.clone(),
            phc: hashed.phc,
            set_at: now,
            temporary_until: Some(now + policy.temporary_password_life_ms()),
            sealed_srp: hashed.sealed_srp,
        });
        person.invitation =
            Some(people::invitation(&self.env, &self.caller, &self.pool, &person.user, Some(temporary))?);
        Ok(())
    }
}

impl Prepared {
    fn done(&self, outcome: Outcome) -> Done {
        // An id that was drawn only to be judged says nothing.
        let id = (self.has_own_id || outcome != Outcome::Created).then(|| self.user.id.to_string());
        Done { line: self.line, id, outcome }
    }

    fn failed(&self, reason: String) -> Done {
        failed(self.line, self.has_own_id.then(|| self.user.id.to_string()), vec![reason])
    }
}

fn failed(line: u64, id: Option<String>, reasons: Vec<String>) -> Done {
    Done { line, id, outcome: Outcome::Failed { reasons } }
}

fn fingerprint(realm: &str, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (realm, text).hash(&mut hasher);
    hasher.finish()
}

/// One batch as it is written.
#[derive(Clone)]
struct Write {
    pool: UserPool,
    update: bool,
    ready: Arc<Vec<Prepared>>,
    groups: Arc<Vec<Group>>,
    event: AuditEvent,
    now: i64,
}

impl Write {
    /// `None` when other rules hold than those that everything was checked by.
    fn carry_out(&self, c: &mut AnyConn) -> Result<Option<Vec<Done>>, StoreError> {
        if !evolve::still_holds(c, &self.pool)? {
            return Ok(None);
        }
        for group in self.groups.iter() {
            if !groups::exists(c, &group.pool_id, &group.name)? {
                // Another import may make it in this moment.
                match c.savepoint(|c| groups::insert(c, group)) {
                    Ok(()) | Err(StoreError::Taken { .. }) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        let mut done = Vec::new();
        let meeting = Meeting::of(c, &self.pool, &self.ready)?;
        let mut new: Vec<&Prepared> = Vec::new();
        for person in self.ready.iter() {
            match meeting.judge(person) {
                Met::Another(reason) => done.push(person.failed(reason)),
                Met::Themselves(user) if self.update => {
                    done.push(match c.savepoint(|c| self.change(c, person, user)) {
                        Ok(changed) => changed,
                        Err(StoreError::Taken { what }) => {
                            person.failed(format!("somebody has the same {what}"))
                        }
                        Err(error) => return Err(error),
                    });
                }
                Met::Themselves(user) => {
                    let id = Some(user.id.to_string());
                    done.push(Done { id, ..person.done(Outcome::Unchanged) });
                }
                Met::Nobody => match &person.invitation {
                    Some(invitation) if messages::enqueue(c, invitation)?.is_err() => {
                        done.push(
                            person.failed("the limits on messages let no more invitations go out now".into()),
                        );
                    }
                    _ => new.push(person),
                },
            }
        }
        // All at once, which is quick; should somebody have come meanwhile, or two rows be one person, one by one.
        if c.savepoint(|c| self.insert(c, &new)).is_ok() {
            done.extend(new.iter().map(|person| created(person)));
        } else {
            for person in new {
                done.push(match c.savepoint(|c| self.insert(c, &[person])) {
                    Ok(()) => created(person),
                    Err(StoreError::Taken { what }) => person.failed(format!("somebody has the same {what}")),
                    Err(error) => return Err(error),
                });
            }
        }
        let count = |wanted: &Outcome| done.iter().filter(|one| one.outcome == *wanted).count();
        let (created, updated) = (count(&Outcome::Created), count(&Outcome::Updated));
        if created + updated + self.groups.len() > 0 {
            let event = self.event.clone().with("created", created).with("updated", updated);
            audit::record(c, &event.with("groups", self.groups.len()))?;
        }
        Ok(Some(done))
    }

    fn insert(&self, c: &mut AnyConn, new: &[&Prepared]) -> Result<(), StoreError> {
        let pool = &self.pool.id;
        // A user name and a preferred one are one realm, which no index covers. Those of the pool were looked at.
        let mut chosen: HashMap<(&str, &str), &UserId> = HashMap::new();
        for person in new {
            for name in &person.names {
                let owner = chosen.entry((realm(name.kind), &name.folded)).or_insert(&person.user.id);
                if *owner != &person.user.id {
                    return Err(StoreError::Taken { what: what(name.kind) });
                }
            }
        }
        let people: Vec<User> = new.iter().map(|person| person.user.clone()).collect();
        users::insert_many(c, &people)?;
        let owned = |person: &&Prepared| person.user.id.clone();
        let stored: Vec<_> = new
            .iter()
            .flat_map(|person| person.stored.iter().map(move |one| (owned(person), one.clone())))
            .collect();
        user_attributes::insert_many(c, pool, &stored)?;
        let names: Vec<_> = new
            .iter()
            .flat_map(|person| person.names.iter().map(move |name| (name.clone(), owned(person))))
            .collect();
        user_names::insert_many(c, pool, &names)?;
        let records: Vec<_> = new.iter().filter_map(|person| person.password.clone()).collect();
        passwords::insert_many(c, &records)?;
        for person in new {
            for record in &person.history {
                passwords::insert_history(c, record)?;
            }
            if let Some(totp) = &person.totp {
                totp_factors::put(c, totp)?;
            }
            for passkey in &person.passkeys {
                passkeys::insert(c, passkey)?;
            }
            for group in &person.groups {
                groups::insert_member(c, pool, group, &person.user.id)?;
            }
        }
        Ok(())
    }

    /// Makes somebody as the file says; password and seed only where there are none.
    fn change(&self, c: &mut AnyConn, person: &Prepared, present: &User) -> Result<Done, StoreError> {
        let (pool, id) = (&self.pool.id, &present.id);
        users::hold(c, pool, id)?;
        let attributes = user_attributes::list(c, pool, id)?;
        let mut groups_now: Vec<String> =
            groups::list_of_user(c, pool, id)?.into_iter().map(|group| group.name).collect();
        groups_now.sort();
        let username = if person.has_own_id || person.user.username != person.user.id.as_str() {
            person.user.username.clone()
        } else {
            present.username.clone()
        };
        let has_password = passwords::find(c, id)?.is_some();
        let has_totp = totp_factors::find(c, id)?.is_some();
        let has_passkeys = !passkeys::list_of_user(c, id)?.is_empty();
        let next = User {
            id: id.clone(),
            username,
            // A status follows from what somebody did here, unless nothing can have been done yet.
            status: if has_password { present.status } else { person.user.status },
            updated_at: present.updated_at,
            created_at: present.created_at,
            signed_out_at: present.signed_out_at,
            ..person.user.clone()
        };
        let same = attributes == next.attributes
            && groups_now == person.groups
            && User { attributes: next.attributes.clone(), ..present.clone() } == next
            && (has_password || person.password.is_none())
            && (has_totp || person.totp.is_none())
            && (has_passkeys || person.passkeys.is_empty());
        let done = |outcome| Done { line: person.line, id: Some(id.to_string()), outcome };
        if same {
            return Ok(done(Outcome::Unchanged));
        }
        let gone: Vec<&str> = attributes
            .keys()
            .filter(|name| !next.attributes.contains_key(*name))
            .map(String::as_str)
            .collect();
        users::update(c, &User { updated_at: self.now, ..next.clone() })?;
        user_attributes::delete(c, pool, id, &gone)?;
        user_attributes::put(c, pool, id, &person.stored)?;
        user_names::delete_of_user(c, pool, id)?;
        let names: Vec<_> = person
            .names
            .iter()
            .map(|name| match name.kind {
                // The id of the file's row may have been drawn for nothing.
                NameKind::Username => names::username_name(&self.pool.settings, &next.username),
                _ => name.clone(),
            })
            .map(|name| (name, id.clone()))
            .collect();
        user_names::insert_many(c, pool, &names)?;
        for group in groups_now.iter().filter(|group| !person.groups.contains(group)) {
            groups::delete_member(c, pool, group, id)?;
        }
        for group in &person.groups {
            groups::insert_member(c, pool, group, id)?;
        }
        if let Some(record) = person.password.as_ref().filter(|_| !has_password) {
            passwords::put(c, &PasswordRecord { user_id: id.clone(), ..record.clone() })?;
        }
        if let Some(record) = person.totp.as_ref().filter(|_| !has_totp && person.user.id == *id) {
            totp_factors::put(c, record)?;
        }
        for passkey in person.passkeys.iter().filter(|_| !has_passkeys && person.user.id == *id) {
            passkeys::insert(c, passkey)?;
        }
        // Whoever asks for a new password signs out everywhere: tokens are judged by that.
        let asks_for_password =
            matches!(next.status, UserStatus::ResetRequired | UserStatus::ForceChangePassword)
                && present.status != next.status;
        if asks_for_password || (present.enabled && !next.enabled) {
            crate::store::sign_out::end_all(c, pool, id, &Default::default(), self.now)?;
        }
        Ok(done(Outcome::Updated))
    }
}

fn created(person: &Prepared) -> Done {
    Done { line: person.line, id: Some(person.user.id.to_string()), outcome: Outcome::Created }
}
