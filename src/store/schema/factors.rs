//! Tables of second factors beside the authenticator app.

diesel::table! {
    recovery_codes (user_id, digest) {
        user_id -> Text,
        digest -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    remembered_devices (id) {
        id -> Text,
        pool_id -> Text,
        user_id -> Text,
        digest -> Text,
        name -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
    }
}
