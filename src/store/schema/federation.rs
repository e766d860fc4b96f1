//! Tables of sign-ins at identity providers.

diesel::table! {
    external_links (pool_id, provider, subject_digest) {
        pool_id -> Text,
        provider -> Text,
        subject_digest -> Text,
        subject -> Text,
        user_id -> Text,
        is_own -> Bool,
        linked_at -> BigInt,
        issuer -> Nullable<Text>,
    }
}

diesel::table! {
    round_trips (id) {
        id -> Text,
        pool_id -> Text,
        provider -> Text,
        sealed_state -> Binary,
        expires_at -> BigInt,
    }
}

diesel::table! {
    seen_assertions (pool_id, provider, assertion_digest) {
        pool_id -> Text,
        provider -> Text,
        assertion_digest -> Text,
        expires_at -> BigInt,
    }
}

diesel::table! {
    provider_metadata (pool_id, provider) {
        pool_id -> Text,
        provider -> Text,
        url -> Text,
        entity_id -> Text,
        document -> Text,
        fetched_at -> BigInt,
        refresh_at -> BigInt,
    }
}

diesel::table! {
    provider_keys (pool_id, provider, id) {
        pool_id -> Text,
        provider -> Text,
        id -> Text,
        sealed_key -> Binary,
        certificate -> Binary,
        created_at -> BigInt,
        signs_from -> BigInt,
        retires_at -> Nullable<BigInt>,
    }
}
