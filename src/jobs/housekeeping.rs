//! Keeping the database from growing: everything that has an end goes when it has come.

use super::once::{JobError, Turn, Work};
use crate::directory::{domains, pool_deletion, unconfirmed};
use crate::federation::saml::{documents, keys as keys_towards_providers};
use crate::security::audit_stream;
use crate::store::cleanup;
use crate::tokens::keys;

/// Deletes everything that has expired, in batches, so that other writes get their turn in between.
pub fn expired(turn: Turn) -> Work {
    Box::pin(async move {
        let now = turn.env.now();
        let mut deleted = 0;
        loop {
            let rows = turn.env.db.write(move |c| cleanup::expired(c, now)).await?;
            deleted += rows;
            if rows == 0 {
                return Ok(deleted);
            }
            turn.goes_on().await?;
        }
    })
}

/// Deletes the accounts that nobody confirmed in time.
pub fn unconfirmed(turn: Turn) -> Work {
    Box::pin(async move {
        let mut deleted = 0;
        for pool in unconfirmed::pools(&turn.env).await.map_err(service)? {
            loop {
                let rows = unconfirmed::delete_batch(&turn.env, &pool).await.map_err(service)?;
                deleted += rows;
                if rows == 0 {
                    break;
                }
                turn.goes_on().await?;
            }
        }
        Ok(deleted)
    })
}

/// Gives signing keys that are due their successor.
pub fn signing_keys(turn: Turn) -> Work {
    Box::pin(async move { keys::rotate_due(&turn.env).await.map_err(service) })
}

/// Looks for the proofs of custom domains.
pub fn domain_proofs(turn: Turn) -> Work {
    Box::pin(async move { domains::verify_due(&turn.env).await.map_err(service) })
}

/// Purges pools whose time to be taken back is over.
pub fn deleted_pools(turn: Turn) -> Work {
    Box::pin(async move { pool_deletion::purge_due(&turn.env).await.map_err(service) })
}

/// Reads the metadata of SAML providers that is due, and deletes our keys towards them that have ended.
pub fn saml_providers(turn: Turn) -> Work {
    Box::pin(async move {
        let deleted = keys_towards_providers::delete_retired(&turn.env).await?;
        Ok(deleted + documents::refresh_due(&turn.env, || turn.goes_on()).await?)
    })
}

/// Writes out what the audit stream has not had.
pub fn audit_stream(turn: Turn) -> Work {
    // How much there was is no news every other second.
    Box::pin(async move {
        while audit_stream::write_batch(&turn.env).await.map_err(service)? > 0 {
            turn.goes_on().await?;
        }
        Ok(0)
    })
}

/// Deletes audit events that were kept long enough.
pub fn audit_retention(turn: Turn) -> Work {
    Box::pin(async move {
        let mut deleted = 0;
        loop {
            let rows = audit_stream::delete_old(&turn.env).await?;
            deleted += rows;
            if rows == 0 {
                return Ok(deleted);
            }
            turn.goes_on().await?;
        }
    })
}

fn service(error: impl std::fmt::Display) -> JobError {
    JobError::Service(error.to_string())
}
