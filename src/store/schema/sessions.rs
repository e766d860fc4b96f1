//! Tables of what lives for a while: codes, flows, sessions, tokens.

diesel::table! {
    one_time_codes (pool_id, subject, purpose) {
        pool_id -> Text,
        subject -> Text,
        purpose -> Text,
        digest -> Binary,
        destination -> Nullable<Text>,
        tries -> BigInt,
        tries_until -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    auth_flows (id) {
        id -> Text,
        pool_id -> Text,
        client_id -> Text,
        user_id -> Nullable<Text>,
        state -> Text,
        revision -> BigInt,
        attempts -> BigInt,
        busy_until -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    authorization_requests (id) {
        id -> Text,
        pool_id -> Text,
        client_id -> Text,
        browser -> Text,
        parameters -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    authorization_codes (digest) {
        digest -> Text,
        pool_id -> Text,
        client_id -> Text,
        user_id -> Text,
        session_id -> Text,
        parameters -> Text,
        authenticated_at -> BigInt,
        proofs -> Text,
        family_id -> Text,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    browser_sessions (digest) {
        digest -> Text,
        id -> Text,
        pool_id -> Text,
        user_id -> Text,
        authenticated_at -> BigInt,
        proofs -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        idle_expires_at -> BigInt,
        expires_at -> BigInt,
        sealed_upstream -> Nullable<Binary>,
        upstream_person -> Nullable<Text>,
        upstream_session -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        network -> Nullable<Text>,
    }
}

diesel::table! {
    known_browsers (digest, user_id) {
        digest -> Text,
        user_id -> Text,
        pool_id -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    token_families (id) {
        id -> Text,
        pool_id -> Text,
        client_id -> Text,
        user_id -> Text,
        session_id -> Nullable<Text>,
        scope -> Text,
        authenticated_at -> BigInt,
        proofs -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    refresh_tokens (digest) {
        digest -> Text,
        family_id -> Text,
        created_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}
