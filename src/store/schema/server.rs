//! Tables of the server itself: keys, counters, the outbox.

diesel::table! {
    data_keys (id) {
        id -> Text,
        sealed_key -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    signing_keys (pool_id, kid) {
        pool_id -> Text,
        kid -> Text,
        algorithm -> Text,
        sealed_private_key -> Binary,
        public_jwk -> Text,
        created_at -> BigInt,
        signs_from -> BigInt,
        signs_until -> BigInt,
        published_until -> BigInt,
    }
}

diesel::table! {
    lockouts (pool_id, scope, subject) {
        pool_id -> Text,
        scope -> Text,
        subject -> Text,
        failures -> BigInt,
        locked_until -> BigInt,
        forget_at -> BigInt,
    }
}

diesel::table! {
    rate_counters (pool_id, scope, subject) {
        pool_id -> Text,
        scope -> Text,
        subject -> Text,
        window_ends_at -> BigInt,
        used -> BigInt,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        pool_id -> Text,
        kind -> Text,
        medium -> Text,
        sealed_payload -> Nullable<Binary>,
        attempts -> BigInt,
        next_attempt_at -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    audit_events (id) {
        id -> Text,
        at -> BigInt,
        pool_id -> Nullable<Text>,
        actor_kind -> Text,
        actor -> Nullable<Text>,
        action -> Text,
        subject_kind -> Nullable<Text>,
        subject -> Nullable<Text>,
        succeeded -> Bool,
        network -> Nullable<Text>,
        correlation_id -> Nullable<Text>,
        detail -> Text,
        streamed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    pool_domains (pool_id, kind, name) {
        pool_id -> Text,
        kind -> Text,
        name -> Text,
        status -> Text,
        is_primary -> Bool,
        created_at -> BigInt,
        activated_at -> Nullable<BigInt>,
        challenge -> Nullable<Text>,
        challenge_ends_at -> Nullable<BigInt>,
        checks -> BigInt,
        next_check_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    released_domains (kind, name) {
        kind -> Text,
        name -> Text,
        pool_id -> Text,
        free_at -> BigInt,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        holder -> Text,
        until -> BigInt,
    }
}
