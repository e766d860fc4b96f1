//! What comes back is what was there, byte for byte, on either database; and only into an empty one.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;

use vestibule::backup::{self, BackupError, KeySource, Protection};
use vestibule::crypto::master_key::MasterKeys;
use vestibule::crypto::random::SystemRandom;
use vestibule::env::KeyRing;
use vestibule::security::master_key;
use vestibule::store::audit_events::{self, Wanted};
use vestibule::store::dump::{self, Kind, Table};
use vestibule::store::{Db, StoreError, meta};

use super::{PASSPHRASE, Shelf, by_master_key, by_passphrase, key, restore, take};
use crate::keys::sql;
use crate::support::database::{block_on, for_each_database, for_each_empty_database, for_each_move};
use crate::support::env::{BEGINNING, test_env};

/// Every row of every table, sorted.
pub async fn content(db: &Db) -> BTreeMap<String, Vec<String>> {
    db.snapshot(|c| {
        let mut content = BTreeMap::new();
        for mut table in dump::tables(c)? {
            // The order of columns may differ between the two.
            table.columns.sort_by(|one, other| one.name.cmp(&other.name));
            let mut rows = Vec::new();
            dump::read_rows(c, &table, &mut |line| {
                // The two databases set blanks differently.
                let value: serde_json::Value = serde_json::from_str(line).expect("a row is JSON");
                rows.push(value.to_string());
                Ok::<_, StoreError>(())
            })?;
            rows.sort();
            content.insert(table.name, rows);
        }
        Ok::<_, StoreError>(content)
    })
    .await
    .expect("the database answers")
}

/// Rows in every table, with everything that a value can be.
async fn fill(db: &Db) {
    let tables = db.snapshot(|c| dump::tables(c)).await.expect("the tables");
    db.write(move |c| {
        for (round, text) in TEXTS.iter().enumerate() {
            for table in &tables {
                if let Some(row) = sample(c.is_postgres(), table, round, text) {
                    insert(c, table, &row)?;
                }
            }
        }
        Ok(())
    })
    .await
    .expect("the rows fit");
}

const TEXTS: [&str; 8] = [
    "plain",
    "",
    "ß İ ı ǆ 日本語 🏛️ e\u{301}",
    "' \" \\ \\\\ % _ ; -- $1 ? \n\r\t\u{1}\u{7f}",
    "{\"json\": [1, \"\\u0041\", null]}",
    "[1,2]",
    "null",
    "\u{202e}\u{feff}\u{ffff}\u{10ffff}",
];
