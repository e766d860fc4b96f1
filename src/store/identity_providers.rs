//! Rows of identity providers; their secrets are sealed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::identity_providers;
use crate::model::ids::PoolId;
use crate::model::provider::ProviderKind;

const TABLE: &str = "identity_providers";

/// An identity provider as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredProvider {
    /// The pool.
    pub pool_id: PoolId,
    /// The name, unique in the pool.
    pub name: String,
    /// What it speaks.
    pub kind: ProviderKind,
    /// Its details that are no secrets.
    pub details: BTreeMap<String, String>,
    /// The others as a sealed JSON object; `None` when there are none.
    pub sealed_secrets: Option<Vec<u8>>,
    /// Attribute of the pool → claim or attribute of the provider.
    pub attribute_mapping: BTreeMap<String, String>,
    /// Other names that lead to it.
    pub identifiers: Vec<String>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it last changed, Unix milliseconds.
    pub updated_at: i64,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = identity_providers)]
#[diesel(treat_none_as_null = true)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    pool_id: String,
    name: String,
    kind: String,
    details: String,
    sealed_secrets: Option<Vec<u8>>,
    attribute_mapping: String,
    identifiers: String,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn into_provider(self) -> Result<StoredProvider, StoreError> {
        Ok(StoredProvider {
            kind: ProviderKind::parse(&self.kind).ok_or_else(|| columns::corrupt(TABLE, &self.name))?,
            details: columns::from_json(TABLE, &self.name, &self.details)?,
            attribute_mapping: columns::from_json(TABLE, &self.name, &self.attribute_mapping)?,
            identifiers: columns::from_json(TABLE, &self.name, &self.identifiers)?,
            pool_id: PoolId::trusted(self.pool_id),
            name: self.name,
            sealed_secrets: self.sealed_secrets,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

/// The identity providers of a pool, by name.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn, pool: &PoolId) -> Result<Vec<StoredProvider>, StoreError> {
    let query = identity_providers::table.filter(identity_providers::pool_id.eq(pool.as_str()));
    let rows: Vec<Row> = on!(conn, c => query.select(Row::as_select()).load(c))?;
    let mut providers: Vec<StoredProvider> =
        rows.into_iter().map(Row::into_provider).collect::<Result<_, _>>()?;
    // Sorted here: PostgreSQL sorts letters by its locale.
    providers.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(providers)
}

/// Stores an identity provider in place of an earlier one of the same name.
///
/// # Errors
/// When the database did not answer.
pub fn put(conn: &mut AnyConn, provider: &StoredProvider) -> Result<(), StoreError> {
    let row = Row {
        pool_id: provider.pool_id.to_string(),
        name: provider.name.clone(),
        kind: provider.kind.as_str().to_owned(),
        details: columns::to_json(&provider.details)?,
        sealed_secrets: provider.sealed_secrets.clone(),
        attribute_mapping: columns::to_json(&provider.attribute_mapping)?,
        identifiers: columns::to_json(&provider.identifiers)?,
        created_at: provider.created_at,
        updated_at: provider.updated_at,
    };
    on!(conn, c => diesel::insert_into(identity_providers::table)
        .values(&row)
        .on_conflict((identity_providers::pool_id, identity_providers::name))
        .do_update()
        .set(&row)
        .execute(c))?;
    Ok(())
}

/// Deletes an identity provider; returns whether it existed.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, name: &str) -> Result<bool, StoreError> {
    let row = identity_providers::table.find((pool.as_str(), name));
    Ok(on!(conn, c => diesel::delete(row).execute(c))? == 1)
}
