-- Other places where the people of a pool may sign in. What is secret of one is a sealed JSON text.
-- A pool's and a client's branding is part of their settings and has no table.
CREATE TABLE identity_providers (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    details TEXT NOT NULL,
    sealed_secrets BLOB,
    attribute_mapping TEXT NOT NULL,
    identifiers TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, name)
);

-- A declaration may know a pool by its name alone.
CREATE INDEX user_pools_by_name ON user_pools (name);
