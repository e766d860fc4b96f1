-- Identifiers are TEXT, times BIGINT Unix milliseconds, JSON is TEXT, and folded_* columns hold the
-- case-folded form that is searched. Each table begins with its pool: every look-up is by pool and value.

CREATE TABLE data_keys (
    id TEXT NOT NULL PRIMARY KEY,
    sealed_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE user_pools (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE signing_keys (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    sealed_private_key BYTEA NOT NULL,
    public_jwk TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    signs_from BIGINT NOT NULL,
    signs_until BIGINT NOT NULL,
    published_until BIGINT NOT NULL,
    PRIMARY KEY (pool_id, kid)
);

CREATE TABLE app_clients (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX app_clients_by_pool ON app_clients (pool_id, id);

CREATE TABLE client_secrets (
    id TEXT NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    sealed_value BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX client_secrets_by_client ON client_secrets (client_id);

CREATE TABLE resource_servers (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    PRIMARY KEY (pool_id, identifier)
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    username TEXT NOT NULL,
    status TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    message_factors TEXT NOT NULL,
    preferred_factor TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    signed_out_at BIGINT NOT NULL
);
CREATE INDEX users_by_pool ON users (pool_id, id);

-- The names that sign a person in. A row here is the reservation of the name: free-form user names
-- from sign-up on, addresses only once they are proven.
CREATE TABLE user_names (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (pool_id, kind, folded_name)
);
CREATE INDEX user_names_by_user ON user_names (user_id);

CREATE TABLE user_attributes (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    value TEXT NOT NULL,
    folded_value TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
);
CREATE INDEX user_attributes_by_value ON user_attributes (pool_id, name, folded_value);

-- "groups" is a keyword of SQL.
CREATE TABLE user_groups (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT,
    precedence BIGINT,
    role_arn TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, name)
);

CREATE TABLE group_members (
    pool_id TEXT NOT NULL,
    group_name TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (pool_id, group_name, user_id),
    FOREIGN KEY (pool_id, group_name) REFERENCES user_groups (pool_id, name) ON DELETE CASCADE
);
CREATE INDEX group_members_by_user ON group_members (user_id);

CREATE TABLE passwords (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    phc TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    temporary_until BIGINT,
    sealed_srp BYTEA
);

CREATE TABLE password_history (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    set_at BIGINT NOT NULL,
    phc TEXT NOT NULL,
    PRIMARY KEY (user_id, set_at)
);

CREATE TABLE totp_factors (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    sealed_seed BYTEA NOT NULL,
    device_name TEXT,
    last_step BIGINT,
    created_at BIGINT NOT NULL
);

-- One-time codes: at most one a subject and purpose; tries are counted across resends. The subject is a
-- user id, or a phantom's folded name, so that unknown names leave the same traces.
CREATE TABLE one_time_codes (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL,
    digest BYTEA NOT NULL,
    destination TEXT,
    tries BIGINT NOT NULL,
    tries_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, subject, purpose)
);
CREATE INDEX one_time_codes_by_expiry ON one_time_codes (expires_at);

CREATE TABLE auth_flows (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    user_id TEXT,
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    busy_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_flows_by_user ON auth_flows (user_id);
CREATE INDEX auth_flows_by_expiry ON auth_flows (expires_at);

CREATE TABLE authorization_requests (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    browser TEXT NOT NULL,
    parameters TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX authorization_requests_by_expiry ON authorization_requests (expires_at);

CREATE TABLE authorization_codes (
    digest TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    parameters TEXT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    proofs TEXT NOT NULL,
    family_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX authorization_codes_by_expiry ON authorization_codes (expires_at);
CREATE INDEX authorization_codes_by_user ON authorization_codes (user_id);

CREATE TABLE browser_sessions (
    digest TEXT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    authenticated_at BIGINT NOT NULL,
    proofs TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    idle_expires_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX browser_sessions_by_user ON browser_sessions (user_id);
CREATE INDEX browser_sessions_by_expiry ON browser_sessions (expires_at);

-- A browser that has once signed a person in: it is not bound by that person's lock from elsewhere.
CREATE TABLE known_browsers (
    digest TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (digest, user_id)
);
CREATE INDEX known_browsers_by_user ON known_browsers (user_id);
CREATE INDEX known_browsers_by_expiry ON known_browsers (expires_at);

CREATE TABLE token_families (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id TEXT,
    scope TEXT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    proofs TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX token_families_by_user ON token_families (user_id);
CREATE INDEX token_families_by_expiry ON token_families (expires_at);

-- A refresh token by its SHA-256. The successor is derived from the presented token, so only its digest
-- is here.
CREATE TABLE refresh_tokens (
    digest TEXT NOT NULL PRIMARY KEY,
    family_id TEXT NOT NULL REFERENCES token_families (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family_id);

-- Guessing counters by a key such as "user and prefix"; see security/lockout.
CREATE TABLE lockouts (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    failures BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    forget_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, scope, subject)
);
CREATE INDEX lockouts_by_expiry ON lockouts (forget_at);

-- Counters of what may happen so often in a window; see security/rate.
CREATE TABLE rate_counters (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    window_ends_at BIGINT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (pool_id, scope, subject)
);
CREATE INDEX rate_counters_by_expiry ON rate_counters (window_ends_at);

-- Messages waiting to be sent. The payload is sealed, and erased once it has gone.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    medium TEXT NOT NULL,
    sealed_payload BYTEA,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    sent_at BIGINT,
    failed_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_by_due ON outbox (next_attempt_at);
