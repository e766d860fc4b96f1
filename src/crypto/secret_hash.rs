//! Cognito's `SECRET_HASH`: proof that the caller of a public operation knows the app client's secret. Which
//! username goes in is the operation's rule.

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::digest::constant_time_eq;

/// `base64(HMAC-SHA-256(client_secret, username ‖ client_id))`.
#[must_use]
pub fn secret_hash(client_secret: &str, username: &str, client_id: &str) -> String {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, client_secret.as_bytes()));
    context.update(username.as_bytes());
    context.update(client_id.as_bytes());
    STANDARD.encode(context.sign())
}

/// Whether `given` is the secret hash of these three, compared in constant time.
#[must_use]
pub fn verify(given: &str, client_secret: &str, username: &str, client_id: &str) -> bool {
    constant_time_eq(given.as_bytes(), secret_hash(client_secret, username, client_id).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "13ka4h7u28d9oo44tqpq9djqsfvhvu8rk4d2ighvpu0k8fj1c2r9";
    const CLIENT: &str = "26cb2c60kq7nbmas7rbme9b6pp";
    const HASH: &str = "A1URnenWpCe1cZ0Okx/tJn2Z1OmTtP8k0dNccDsfmC0=";

    #[test]
    fn matches_what_clients_compute() {
        assert_eq!(secret_hash(SECRET, "jdoe", CLIENT), HASH);
        assert!(verify(HASH, SECRET, "jdoe", CLIENT));
    }

    #[test]
    fn refuses_every_other_input() {
        assert!(!verify(HASH, "another secret", "jdoe", CLIENT));
        assert!(!verify(HASH, SECRET, "JDoe", CLIENT));
        assert!(!verify(HASH, SECRET, "jdoe", "another client"));
        assert!(!verify(HASH.trim_end_matches('='), SECRET, "jdoe", CLIENT));
        assert!(!verify("", SECRET, "jdoe", CLIENT));
    }
}
