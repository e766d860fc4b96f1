//! Versions of terms that people accepted.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::terms_acceptances as t;
use crate::model::agreement::{AcceptedTerms, TermsAcceptance};
use crate::model::ids::{PoolId, UserId};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = t)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    user_id: String,
    version: String,
    pool_id: String,
    terms_url: Option<String>,
    privacy_url: Option<String>,
    accepted_at: i64,
}

/// Stores that somebody accepted a version; says whether it is new. The first time stays.
///
/// # Errors
/// When the database did not answer, or nobody has the id.
pub fn insert(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    acceptance: &TermsAcceptance,
) -> Result<bool, StoreError> {
    let row = Row {
        user_id: user.to_string(),
        version: acceptance.terms.version.clone(),
        pool_id: pool.to_string(),
        terms_url: acceptance.terms.terms_url.clone(),
        privacy_url: acceptance.terms.privacy_url.clone(),
        accepted_at: acceptance.accepted_at,
    };
    let stored = on!(c, c => diesel::insert_into(t::table)
        .values(&row)
        .on_conflict((t::user_id, t::version))
        .do_nothing()
        .execute(c))?;
    Ok(stored == 1)
}

/// Whether somebody accepted a version.
///
/// # Errors
/// When the database did not answer.
pub fn has_accepted(c: &mut AnyConn, user: &UserId, version: &str) -> Result<bool, StoreError> {
    let row = t::table.find((user.as_str(), version)).select(t::accepted_at);
    let found: Option<i64> = on!(c, c => row.first(c).optional())?;
    Ok(found.is_some())
}

/// Whether somebody accepted any version.
///
/// # Errors
/// When the database did not answer.
pub fn has_accepted_any(c: &mut AnyConn, user: &UserId) -> Result<bool, StoreError> {
    let row = t::table.filter(t::user_id.eq(user.as_str())).select(t::accepted_at);
    let found: Option<i64> = on!(c, c => row.first(c).optional())?;
    Ok(found.is_some())
}

/// What somebody accepted, the newest first.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(c: &mut AnyConn, user: &UserId) -> Result<Vec<TermsAcceptance>, StoreError> {
    let query =
        t::table.filter(t::user_id.eq(user.as_str())).order((t::accepted_at.desc(), t::version.desc()));
    let rows: Vec<Row> = on!(c, c => query.select(Row::as_select()).load(c))?;
    Ok(rows.into_iter().map(TermsAcceptance::from).collect())
}

impl From<Row> for TermsAcceptance {
    fn from(row: Row) -> Self {
        Self {
            terms: AcceptedTerms {
                version: row.version,
                terms_url: row.terms_url,
                privacy_url: row.privacy_url,
            },
            accepted_at: row.accepted_at,
        }
    }
}
