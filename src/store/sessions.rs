//! Browser sessions (`browser_sessions`), found by the SHA-256 of the cookie.

use diesel::prelude::*;

use super::columns::{from_json, to_json};
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{browser_sessions, users};
use crate::model::ids::{PoolId, SessionId, UserId};
use crate::model::session::{BrowserSession, SeenBrowser, UpstreamMarks};

#[derive(Queryable, Insertable)]
#[diesel(table_name = browser_sessions)]
struct Row {
    digest: String,
    id: String,
    pool_id: String,
    user_id: String,
    authenticated_at: i64,
    proofs: String,
    created_at: i64,
    seen_at: i64,
    idle_expires_at: i64,
    expires_at: i64,
    sealed_upstream: Option<Vec<u8>>,
    upstream_person: Option<String>,
    upstream_session: Option<String>,
    user_agent: Option<String>,
    network: Option<String>,
}

/// Stores a session under the SHA-256 (base64url) of its cookie.
///
/// # Errors
/// When the database did not answer.
pub fn insert(c: &mut AnyConn, digest: &str, session: &BrowserSession) -> Result<(), StoreError> {
    let row = Row {
        digest: digest.to_owned(),
        id: session.id.as_str().to_owned(),
        pool_id: session.pool_id.as_str().to_owned(),
        user_id: session.user_id.as_str().to_owned(),
        authenticated_at: session.authenticated_at,
        proofs: to_json(&session.proofs)?,
        created_at: session.created_at,
        seen_at: session.seen_at,
        idle_expires_at: session.idle_expires_at,
        expires_at: session.expires_at,
        sealed_upstream: session.sealed_upstream.clone(),
        upstream_person: session.upstream_marks.as_ref().map(|marks| marks.person.clone()),
        upstream_session: session.upstream_marks.as_ref().and_then(|marks| marks.session.clone()),
        user_agent: session.browser.as_ref().map(|browser| browser.user_agent.clone()),
        network: session.browser.as_ref().map(|browser| browser.network.clone()),
    };
    on!(c, c => diesel::insert_into(browser_sessions::table).values(&row).execute(c))?;
    Ok(())
}

/// The session of this pool under a digest, unless it has ended by time.
///
/// # Errors
/// When the database did not answer.
pub fn find(
    c: &mut AnyConn,
    pool: &PoolId,
    digest: &str,
    now: i64,
) -> Result<Option<BrowserSession>, StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::digest.eq(digest))
        .filter(browser_sessions::pool_id.eq(pool.as_str()))
        .filter(browser_sessions::idle_expires_at.gt(now))
        .filter(browser_sessions::expires_at.gt(now));
    on!(c, c => row.first::<Row>(c).optional())?.map(Row::into_session).transpose()
}

/// The sessions of a person that have not ended by time, the one used last first.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(
    c: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    now: i64,
) -> Result<Vec<BrowserSession>, StoreError> {
    let rows = browser_sessions::table
        .filter(browser_sessions::pool_id.eq(pool.as_str()))
        .filter(browser_sessions::user_id.eq(user.as_str()))
        .filter(browser_sessions::idle_expires_at.gt(now))
        .filter(browser_sessions::expires_at.gt(now))
        .order((browser_sessions::seen_at.desc(), browser_sessions::id));
    let rows: Vec<Row> = on!(c, c => rows.load(c))?;
    rows.into_iter().map(Row::into_session).collect()
}

/// Gives a session another cookie and what its person has proven anew; returns whether it was still there under `old`.
///
/// # Errors
/// When the database did not answer.
pub fn renew(
    c: &mut AnyConn,
    session: &BrowserSession,
    (old, new): (&str, &str),
) -> Result<bool, StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::digest.eq(old))
        .filter(browser_sessions::pool_id.eq(session.pool_id.as_str()))
        .filter(browser_sessions::id.eq(session.id.as_str()));
    let changes = (
        browser_sessions::digest.eq(new),
        browser_sessions::authenticated_at.eq(session.authenticated_at),
        browser_sessions::proofs.eq(to_json(&session.proofs)?),
        browser_sessions::seen_at.eq(session.seen_at),
        browser_sessions::idle_expires_at.eq(session.idle_expires_at),
    );
    Ok(on!(c, c => diesel::update(row).set(changes).execute(c))? == 1)
}

/// Ends one session of a person; returns whether it was there.
///
/// # Errors
/// When the database did not answer.
pub fn delete_of_user(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    id: &SessionId,
) -> Result<bool, StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::id.eq(id.as_str()))
        .filter(browser_sessions::user_id.eq(user.as_str()))
        .filter(browser_sessions::pool_id.eq(pool.as_str()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Ends every session of a person but one; returns how many ended.
///
/// # Errors
/// When the database did not answer.
pub fn delete_others(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    keep: &SessionId,
) -> Result<usize, StoreError> {
    let rows = browser_sessions::table
        .filter(browser_sessions::pool_id.eq(pool.as_str()))
        .filter(browser_sessions::user_id.eq(user.as_str()))
        .filter(browser_sessions::id.ne(keep.as_str()));
    Ok(on!(c, c => diesel::delete(rows).execute(c))?)
}

impl Row {
    fn into_session(self) -> Result<BrowserSession, StoreError> {
        Ok(BrowserSession {
            proofs: from_json("browser_sessions", &self.id, &self.proofs)?,
            id: SessionId::trusted(self.id),
            pool_id: PoolId::trusted(self.pool_id),
            user_id: UserId::trusted(self.user_id),
            authenticated_at: self.authenticated_at,
            created_at: self.created_at,
            seen_at: self.seen_at,
            idle_expires_at: self.idle_expires_at,
            expires_at: self.expires_at,
            sealed_upstream: self.sealed_upstream,
            upstream_marks: self
                .upstream_person
                .map(|person| UpstreamMarks { person, session: self.upstream_session }),
            browser: self
                .user_agent
                .zip(self.network)
                .map(|(user_agent, network)| SeenBrowser { user_agent, network }),
        })
    }
}

/// Notes that a session was used, unless a later use was noted already.
///
/// # Errors
/// When the database did not answer.
pub fn update_seen(c: &mut AnyConn, session: &BrowserSession) -> Result<(), StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::id.eq(session.id.as_str()))
        .filter(browser_sessions::seen_at.lt(session.seen_at));
    let changes = (
        browser_sessions::seen_at.eq(session.seen_at),
        browser_sessions::idle_expires_at.eq(session.idle_expires_at),
    );
    on!(c, c => diesel::update(row).set(changes).execute(c))?;
    Ok(())
}

/// Ends a session of this pool.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, pool: &PoolId, id: &SessionId) -> Result<(), StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::id.eq(id.as_str()))
        .filter(browser_sessions::pool_id.eq(pool.as_str()));
    on!(c, c => diesel::delete(row).execute(c))?;
    Ok(())
}

/// Ends the session of this pool under a digest, if there is one.
///
/// # Errors
/// When the database did not answer.
pub fn delete_by_digest(c: &mut AnyConn, pool: &PoolId, digest: &str) -> Result<(), StoreError> {
    let row = browser_sessions::table
        .filter(browser_sessions::digest.eq(digest))
        .filter(browser_sessions::pool_id.eq(pool.as_str()));
    on!(c, c => diesel::delete(row).execute(c))?;
    Ok(())
}

/// Ends the sessions of this pool that began with one at a provider: those of the `person` mark, or of them only those
/// with one of the `sessions` marks, or with none, when there are any. Returns which ones ended and whose they were; of several callers
/// each is told of those that it ended.
///
/// # Errors
/// When the database did not answer.
pub fn delete_by_upstream(
    c: &mut AnyConn,
    pool: &PoolId,
    person: &str,
    sessions: &[String],
) -> Result<Vec<(SessionId, UserId)>, StoreError> {
    let rows = browser_sessions::table
        .filter(browser_sessions::pool_id.eq(pool.as_str()))
        .filter(browser_sessions::upstream_person.eq(person))
        .select((browser_sessions::id, browser_sessions::user_id, browser_sessions::upstream_session));
    let found: Vec<(String, String, Option<String>)> = on!(&mut *c, c => rows.load(c))?;
    // One that the provider gave no index may be any of them.
    let meant = |mark: &Option<String>| {
        sessions.is_empty() || mark.as_ref().is_none_or(|mark| sessions.contains(mark))
    };
    let mut ended = Vec::new();
    for (id, user, _) in found.into_iter().filter(|(_, _, mark)| meant(mark)) {
        let row = browser_sessions::table.filter(browser_sessions::id.eq(&id));
        if on!(&mut *c, c => diesel::delete(row).execute(c))? == 1 {
            ended.push((SessionId::trusted(id), UserId::trusted(user)));
        }
    }
    Ok(ended)
}

/// Whether an account is on and was not signed out after `since`. Until the end of this write nobody signs it out,
/// turns it off or deletes it; so this comes before anything that such a change would have to find.
///
/// # Errors
/// When the database did not answer.
pub fn hold_user(c: &mut AnyConn, pool: &PoolId, user: &UserId, since: i64) -> Result<bool, StoreError> {
    let row = users::table
        .filter(users::pool_id.eq(pool.as_str()))
        .filter(users::id.eq(user.as_str()))
        .filter(users::enabled)
        .filter(users::signed_out_at.le(since));
    // An update that changes nothing takes the row's lock, and waits for whoever has it.
    Ok(on!(c, c => diesel::update(row).set(users::signed_out_at.eq(users::signed_out_at)).execute(c))? == 1)
}
