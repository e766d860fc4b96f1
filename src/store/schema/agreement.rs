//! Tables of what people agree to.

diesel::table! {
    terms_acceptances (user_id, version) {
        user_id -> Text,
        version -> Text,
        pool_id -> Text,
        terms_url -> Nullable<Text>,
        privacy_url -> Nullable<Text>,
        accepted_at -> BigInt,
    }
}

diesel::table! {
    consents (user_id, client_id, scope) {
        user_id -> Text,
        client_id -> Text,
        scope -> Text,
        pool_id -> Text,
        granted_at -> BigInt,
    }
}
