//! Whom people at identity providers are here, table `external_links`.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{external_links as l, identity_providers as p};
use crate::model::external::Identity;
use crate::model::ids::{PoolId, UserId};
use crate::model::provider::ProviderKind;

/// That a person of a provider is a user of the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalLink {
    /// The pool.
    pub pool_id: PoolId,
    /// The provider's name.
    pub provider: String,
    /// SHA-256 (base64url) of the subject.
    pub subject_digest: String,
    /// The person there, as the provider writes it.
    pub subject: String,
    /// The user here.
    pub user_id: UserId,
    /// Whether the user was made by a sign-in at this provider; the others were linked.
    pub is_own: bool,
    /// Since when, Unix milliseconds.
    pub linked_at: i64,
    /// Who vouched for the person when they last came: the entity id of a SAML provider.
    pub issuer: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = l)]
struct Row {
    pool_id: String,
    provider: String,
    subject_digest: String,
    subject: String,
    user_id: String,
    is_own: bool,
    linked_at: i64,
    issuer: Option<String>,
}

impl From<Row> for ExternalLink {
    fn from(row: Row) -> Self {
        Self {
            pool_id: PoolId::trusted(row.pool_id),
            provider: row.provider,
            subject_digest: row.subject_digest,
            subject: row.subject,
            user_id: UserId::trusted(row.user_id),
            is_own: row.is_own,
            linked_at: row.linked_at,
            issuer: row.issuer,
        }
    }
}

/// Links a person.
///
/// # Errors
/// [`StoreError::Taken`] when the person at the provider is somebody here already.
pub fn insert(c: &mut AnyConn, link: &ExternalLink) -> Result<(), StoreError> {
    let row = Row {
        pool_id: link.pool_id.to_string(),
        provider: link.provider.clone(),
        subject_digest: link.subject_digest.clone(),
        subject: link.subject.clone(),
        user_id: link.user_id.to_string(),
        is_own: link.is_own,
        linked_at: link.linked_at,
        issuer: link.issuer.clone(),
    };
    on!(c, c => diesel::insert_into(l::table).values(&row).execute(c))
        .map_err(columns::taken("person at the provider"))?;
    Ok(())
}

/// Who a person at a provider is.
///
/// # Errors
/// When the database did not answer.
pub fn find(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    subject_digest: &str,
) -> Result<Option<ExternalLink>, StoreError> {
    let row = l::table.find((pool.as_str(), provider, subject_digest));
    Ok(on!(c, c => row.select(Row::as_select()).first(c).optional())?.map(ExternalLink::from))
}

/// The links of a user, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(c: &mut AnyConn, user: &UserId) -> Result<Vec<ExternalLink>, StoreError> {
    let rows =
        l::table.filter(l::user_id.eq(user.as_str())).order((l::linked_at, l::provider, l::subject_digest));
    let rows: Vec<Row> = on!(c, c => rows.select(Row::as_select()).load(c))?;
    Ok(rows.into_iter().map(ExternalLink::from).collect())
}

/// Whom a user is at the providers, the oldest link first.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn identities_of_user(c: &mut AnyConn, user: &UserId) -> Result<Vec<Identity>, StoreError> {
    let rows = l::table
        .inner_join(p::table.on(p::pool_id.eq(l::pool_id).and(p::name.eq(l::provider))))
        .filter(l::user_id.eq(user.as_str()))
        .order((l::linked_at, l::provider, l::subject_digest));
    let rows: Vec<(Row, String)> = on!(c, c => rows.select((Row::as_select(), p::kind)).load(c))?;
    let identity = |(row, kind): (Row, String)| {
        let corrupt = || columns::corrupt("identity_providers", &row.provider);
        Ok(Identity {
            kind: ProviderKind::parse(&kind).ok_or_else(corrupt)?,
            subject: row.subject,
            provider: row.provider,
            issuer: row.issuer,
            is_own: row.is_own,
            linked_at: row.linked_at,
        })
    };
    rows.into_iter().map(identity).collect()
}

/// How many people sign in at a provider.
///
/// # Errors
/// When the database did not answer.
pub fn count_of_provider(c: &mut AnyConn, pool: &PoolId, provider: &str) -> Result<i64, StoreError> {
    let rows = l::table.filter(l::pool_id.eq(pool.as_str())).filter(l::provider.eq(provider)).count();
    Ok(on!(c, c => rows.get_result(c))?)
}

/// Keeps who vouches for a person; returns whether there is such a link.
///
/// # Errors
/// When the database did not answer.
pub fn set_issuer(c: &mut AnyConn, link: &ExternalLink, issuer: &str) -> Result<bool, StoreError> {
    let row = l::table.find((link.pool_id.as_str(), &link.provider, &link.subject_digest));
    Ok(on!(c, c => diesel::update(row).set(l::issuer.eq(issuer)).execute(c))? == 1)
}

/// Takes a link away; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn delete(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    subject_digest: &str,
) -> Result<bool, StoreError> {
    let row = l::table.find((pool.as_str(), provider, subject_digest));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}
