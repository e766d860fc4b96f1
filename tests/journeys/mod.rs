//! Whole journeys through the real server: a browser, an application, a mailbox; on both databases.

mod accounts;
mod attributes;
mod expiry;
mod factors;
mod hint;
mod hostile;
mod load;
mod moving;
mod openidconnect_crate;
mod parallel;
mod production;
mod set_up;
mod sign_in;
mod sign_up;

use std::sync::Arc;

use vestibule::crypto::totp;
use vestibule::dev::seed::GRACE_TOTP_SEED;

use crate::support::database::for_each_database;
use crate::support::server::{TestServer, TestServerOptions, nodes_of_a_server};

/// Runs a journey on a server over each database.
pub fn on_each_database<F: Future<Output = ()>>(journey: impl Fn(TestServer) -> F) {
    for_each_database(|database| async {
        if nodes_of_a_server() > 1 && !database.is_postgres() {
            // SQLite has one node, and the run without the switch is about that.
            return;
        }
        journey(TestServer::start_on(Arc::new(database), TestServerOptions::default()).await).await;
    });
}

/// The code that grace's authenticator shows now.
pub fn grace_totp(server: &TestServer) -> String {
    let seed = totp::secret_from_base32(GRACE_TOTP_SEED).expect("the seed is base32");
    totp::code_at(&seed, server.env.now() / totp::STEP_MS)
}
