//! Tables of what people change of their own accounts.

diesel::table! {
    pending_addresses (user_id, kind) {
        user_id -> Text,
        kind -> Text,
        pool_id -> Text,
        address -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    address_take_backs (digest) {
        digest -> Text,
        pool_id -> Text,
        user_id -> Text,
        kind -> Text,
        old_address -> Text,
        new_address -> Text,
        changed_at -> BigInt,
        expires_at -> BigInt,
    }
}
