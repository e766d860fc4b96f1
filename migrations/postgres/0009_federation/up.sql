-- Whom a person at an identity provider is here. The subject's digest is its key: a NameID may be long. With a provider
-- its links go, since another one of the same name may know other people by the same subject.
CREATE TABLE external_links (
    pool_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    subject_digest TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    is_own BOOLEAN NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, provider, subject_digest),
    FOREIGN KEY (pool_id, provider) REFERENCES identity_providers (pool_id, name) ON DELETE CASCADE
);
CREATE INDEX external_links_by_user ON external_links (user_id);

-- Browsers that are at a provider: what must fit when they come back. The key is the digest of `state` or RelayState.
CREATE TABLE round_trips (
    id TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    sealed_state BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX round_trips_by_end ON round_trips (expires_at);

-- Assertions that have signed somebody in, until nobody would take them any more.
CREATE TABLE seen_assertions (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    assertion_digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, provider, assertion_digest)
);
CREATE INDEX seen_assertions_by_end ON seen_assertions (expires_at);

-- What was last read, and was good, at a provider's metadata address. The entity id stays for as long as the address does.
CREATE TABLE provider_metadata (
    pool_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    url TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    document TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    refresh_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, provider),
    FOREIGN KEY (pool_id, provider) REFERENCES identity_providers (pool_id, name) ON DELETE CASCADE
);

-- Our keys towards a SAML provider: what signs requests, what opens assertions.
CREATE TABLE provider_keys (
    pool_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    id TEXT NOT NULL,
    sealed_key BYTEA NOT NULL,
    certificate BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    signs_from BIGINT NOT NULL,
    retires_at BIGINT,
    PRIMARY KEY (pool_id, provider, id),
    FOREIGN KEY (pool_id, provider) REFERENCES identity_providers (pool_id, name) ON DELETE CASCADE
);

-- The session at the provider that a session here began with, for signing out there.
ALTER TABLE browser_sessions ADD COLUMN sealed_upstream BYTEA;
-- Keyed digests of the person and of the session there, by which the provider ends sessions here.
ALTER TABLE browser_sessions ADD COLUMN upstream_person TEXT;
ALTER TABLE browser_sessions ADD COLUMN upstream_session TEXT;
CREATE INDEX browser_sessions_by_upstream ON browser_sessions (pool_id, upstream_person);
