//! What there is of a SAML provider beside its settings: our keys towards it (`provider_keys`), and its metadata as it was
//! last read and good (`provider_metadata`).

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{provider_keys as k, provider_metadata as m};
use crate::model::ids::PoolId;
use crate::model::provider::ProviderKind;

/// A key pair of ours with its certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredKey {
    /// The pool.
    pub pool_id: PoolId,
    /// The provider's name.
    pub provider: String,
    /// Its id.
    pub id: String,
    /// The private key, PKCS#8 DER, sealed.
    pub sealed_key: Vec<u8>,
    /// The certificate, DER.
    pub certificate: Vec<u8>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// From when on it signs, Unix milliseconds; before, the other side learns of it.
    pub signs_from: i64,
    /// When it ends, Unix milliseconds.
    pub retires_at: Option<i64>,
}

/// Metadata as it was last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMetadata {
    /// Where it was read.
    pub url: String,
    /// The provider's name in it.
    pub entity_id: String,
    /// The document.
    pub document: String,
    /// When, Unix milliseconds.
    pub fetched_at: i64,
    /// When to read it again, Unix milliseconds.
    pub refresh_at: i64,
}

/// A provider by its pool and name.
pub type Due = (PoolId, String);

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = k)]
struct Row {
    pool_id: String,
    provider: String,
    id: String,
    sealed_key: Vec<u8>,
    certificate: Vec<u8>,
    created_at: i64,
    signs_from: i64,
    retires_at: Option<i64>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = m)]
struct MetadataRow {
    url: String,
    entity_id: String,
    document: String,
    fetched_at: i64,
    refresh_at: i64,
}

impl From<MetadataRow> for StoredMetadata {
    fn from(row: MetadataRow) -> Self {
        Self {
            url: row.url,
            entity_id: row.entity_id,
            document: row.document,
            fetched_at: row.fetched_at,
            refresh_at: row.refresh_at,
        }
    }
}

/// The keys towards a provider, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub fn list(c: &mut AnyConn, pool: &PoolId, provider: &str) -> Result<Vec<StoredKey>, StoreError> {
    let rows = k::table
        .filter(k::pool_id.eq(pool.as_str()))
        .filter(k::provider.eq(provider))
        .order((k::created_at, k::id));
    let rows: Vec<Row> = on!(c, c => rows.select(Row::as_select()).load(c))?;
    let key = |row: Row| StoredKey {
        pool_id: PoolId::trusted(row.pool_id),
        provider: row.provider,
        id: row.id,
        sealed_key: row.sealed_key,
        certificate: row.certificate,
        created_at: row.created_at,
        signs_from: row.signs_from,
        retires_at: row.retires_at,
    };
    Ok(rows.into_iter().map(key).collect())
}

/// Stores a key.
///
/// # Errors
/// [`StoreError::Taken`] when another node has stored the same one.
pub fn insert(c: &mut AnyConn, key: &StoredKey) -> Result<(), StoreError> {
    let row = Row {
        pool_id: key.pool_id.to_string(),
        provider: key.provider.clone(),
        id: key.id.clone(),
        sealed_key: key.sealed_key.clone(),
        certificate: key.certificate.clone(),
        created_at: key.created_at,
        signs_from: key.signs_from,
        retires_at: key.retires_at,
    };
    on!(c, c => diesel::insert_into(k::table).values(&row).execute(c))
        .map_err(super::columns::taken("key of the provider"))?;
    Ok(())
}

/// Gives a key its end, unless it has one.
///
/// # Errors
/// When the database did not answer.
pub fn retire(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    id: &str,
    retires_at: i64,
) -> Result<(), StoreError> {
    let row = k::table.find((pool.as_str(), provider, id)).filter(k::retires_at.is_null());
    on!(c, c => diesel::update(row).set(k::retires_at.eq(retires_at)).execute(c))?;
    Ok(())
}

/// Deletes the keys that have ended; returns how many.
///
/// # Errors
/// When the database did not answer.
pub fn delete_retired(c: &mut AnyConn, now: i64) -> Result<usize, StoreError> {
    Ok(on!(c, c => diesel::delete(k::table.filter(k::retires_at.le(now))).execute(c))?)
}

/// What was last read of a provider's metadata.
///
/// # Errors
/// When the database did not answer.
pub fn metadata(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
) -> Result<Option<StoredMetadata>, StoreError> {
    let row = m::table.find((pool.as_str(), provider));
    Ok(on!(c, c => row.select(MetadataRow::as_select()).first(c).optional())?.map(StoredMetadata::from))
}

/// The entity ids of the providers of a pool whose metadata was read at an address, by provider and address.
///
/// # Errors
/// When the database did not answer.
pub fn entity_ids(c: &mut AnyConn, pool: &PoolId) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows = m::table.filter(m::pool_id.eq(pool.as_str())).select((m::provider, m::url, m::entity_id));
    Ok(on!(c, c => rows.load(c))?)
}

/// Keeps metadata in place of what was read earlier.
///
/// # Errors
/// When the database did not answer.
pub fn put_metadata(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    metadata: &StoredMetadata,
) -> Result<(), StoreError> {
    let values = (
        m::url.eq(&metadata.url),
        m::entity_id.eq(&metadata.entity_id),
        m::document.eq(&metadata.document),
        m::fetched_at.eq(metadata.fetched_at),
        m::refresh_at.eq(metadata.refresh_at),
    );
    let row = (m::pool_id.eq(pool.as_str()), m::provider.eq(provider), values);
    on!(c, c => diesel::insert_into(m::table)
        .values(row)
        .on_conflict((m::pool_id, m::provider))
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}

/// Puts off reading metadata again; what is kept stays.
///
/// # Errors
/// When the database did not answer.
pub fn put_off(c: &mut AnyConn, pool: &PoolId, provider: &str, refresh_at: i64) -> Result<(), StoreError> {
    let row = m::table.find((pool.as_str(), provider));
    on!(c, c => diesel::update(row).set(m::refresh_at.eq(refresh_at)).execute(c))?;
    Ok(())
}

/// So many SAML providers whose metadata has an address and was never read, or is to be read again by `now`; those that
/// come after `after`, in an order of their own. Not of deleted pools.
///
/// # Errors
/// When the database did not answer.
pub fn metadata_due(
    c: &mut AnyConn,
    now: i64,
    after: Option<&Due>,
    most: i64,
) -> Result<Vec<Due>, StoreError> {
    use super::schema::{identity_providers as p, user_pools as u};
    let (pool, name) = after.map_or(("", ""), |(pool, name)| (pool.as_str(), name.as_str()));
    let query = p::table
        .inner_join(u::table.on(u::id.eq(p::pool_id)))
        .left_join(m::table.on(m::pool_id.eq(p::pool_id).and(m::provider.eq(p::name))))
        .filter(u::deleted_at.is_null())
        .filter(p::kind.eq(ProviderKind::Saml.as_str()))
        .filter(p::details.like("%\"MetadataURL\":%"))
        .filter(m::refresh_at.nullable().is_null().or(m::refresh_at.nullable().le(now)))
        .filter(p::pool_id.gt(pool).or(p::pool_id.eq(pool).and(p::name.gt(name))))
        .order((p::pool_id, p::name))
        .limit(most)
        .select((p::pool_id, p::name));
    let rows: Vec<(String, String)> = on!(c, c => query.load(c))?;
    Ok(rows.into_iter().map(|(pool, name)| (PoolId::trusted(pool), name)).collect())
}
