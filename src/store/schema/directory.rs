//! Tables of pools, clients and people.

diesel::table! {
    user_pools (id) {
        id -> Text,
        name -> Text,
        settings -> Text,
        created_at -> BigInt,
        updated_at -> BigInt,
        deleted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    app_clients (id) {
        id -> Text,
        pool_id -> Text,
        name -> Text,
        settings -> Text,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}

diesel::table! {
    client_secrets (id) {
        id -> Text,
        client_id -> Text,
        sealed_value -> Binary,
        created_at -> BigInt,
        retires_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    resource_servers (pool_id, identifier) {
        pool_id -> Text,
        identifier -> Text,
        name -> Text,
        scopes -> Text,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        pool_id -> Text,
        username -> Text,
        status -> Text,
        enabled -> Bool,
        message_factors -> Text,
        preferred_factor -> Nullable<Text>,
        created_at -> BigInt,
        updated_at -> BigInt,
        signed_out_at -> BigInt,
    }
}

diesel::table! {
    user_names (pool_id, kind, folded_name) {
        pool_id -> Text,
        kind -> Text,
        folded_name -> Text,
        user_id -> Text,
    }
}

diesel::table! {
    user_attributes (user_id, name) {
        user_id -> Text,
        name -> Text,
        pool_id -> Text,
        value -> Text,
        folded_value -> Text,
    }
}

diesel::table! {
    user_groups (pool_id, name) {
        pool_id -> Text,
        name -> Text,
        description -> Nullable<Text>,
        precedence -> Nullable<BigInt>,
        role_arn -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    group_members (pool_id, group_name, user_id) {
        pool_id -> Text,
        group_name -> Text,
        user_id -> Text,
    }
}

diesel::table! {
    passwords (user_id) {
        user_id -> Text,
        phc -> Text,
        set_at -> BigInt,
        temporary_until -> Nullable<BigInt>,
        sealed_srp -> Nullable<Binary>,
    }
}

diesel::table! {
    password_history (user_id, set_at) {
        user_id -> Text,
        set_at -> BigInt,
        phc -> Text,
    }
}

diesel::table! {
    totp_factors (user_id) {
        user_id -> Text,
        sealed_seed -> Binary,
        device_name -> Nullable<Text>,
        last_step -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    passkeys (pool_id, credential_id) {
        pool_id -> Text,
        credential_id -> Text,
        user_id -> Text,
        user_handle -> Text,
        rp_id -> Text,
        public_key -> Binary,
        sign_count -> BigInt,
        transports -> Text,
        aaguid -> Text,
        backup_eligible -> Bool,
        backed_up -> Bool,
        user_verified -> Bool,
        name -> Nullable<Text>,
        created_at -> BigInt,
        last_used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    spent_challenges (digest) {
        digest -> Text,
        pool_id -> Text,
        expires_at -> BigInt,
    }
}
