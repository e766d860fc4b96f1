//! Tables of identity providers.

diesel::table! {
    identity_providers (pool_id, name) {
        pool_id -> Text,
        name -> Text,
        kind -> Text,
        details -> Text,
        sealed_secrets -> Nullable<Binary>,
        attribute_mapping -> Text,
        identifiers -> Text,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}
