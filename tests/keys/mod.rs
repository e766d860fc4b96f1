//! Keys: the master key and what is under it, signing keys and their rotation, on both databases.

pub mod cli;
mod master;
mod signing;

use diesel::connection::SimpleConnection;
use vestibule::store::{AnyConn, Db};

/// Runs statements that the product has no verb for: damage, and what older versions left behind.
pub async fn sql(db: &Db, statements: &str) {
    let statements = statements.to_owned();
    db.write(move |c| {
        match c {
            AnyConn::Pg(c) => c.batch_execute(&statements)?,
            AnyConn::Sqlite(c) => c.batch_execute(&statements)?,
        }
        Ok(())
    })
    .await
    .expect("the statements run");
}
