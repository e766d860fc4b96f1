-- The host names that pools answer at. `kind` is 'prefix' (`name` is the label before the domain suffix) or 'custom'
-- (`name` is the whole host name); `status` is 'pending' or 'active'.
CREATE TABLE pool_domains (
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    is_primary BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    activated_at BIGINT,
    challenge TEXT,
    challenge_ends_at BIGINT,
    checks BIGINT NOT NULL,
    next_check_at BIGINT,
    PRIMARY KEY (pool_id, kind, name)
);
-- Several pools may try to prove one name; one has it.
CREATE UNIQUE INDEX pool_domains_active ON pool_domains (kind, name) WHERE status = 'active';
CREATE UNIQUE INDEX pool_domains_prefix ON pool_domains (pool_id) WHERE kind = 'prefix';
CREATE UNIQUE INDEX pool_domains_primary ON pool_domains (pool_id) WHERE is_primary;
CREATE INDEX pool_domains_due ON pool_domains (next_check_at) WHERE status = 'pending';
CREATE INDEX pool_domains_ending ON pool_domains (challenge_ends_at) WHERE status = 'pending';

-- Names that were given up, kept from other pools for a while. No foreign key: the name outlives its pool.
CREATE TABLE released_domains (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    free_at BIGINT NOT NULL,
    PRIMARY KEY (kind, name)
);
CREATE INDEX released_domains_ending ON released_domains (free_at);
