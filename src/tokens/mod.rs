//! Tokens: made, refreshed, revoked, verified; signing keys.
