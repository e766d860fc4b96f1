-- An address that a person wants and has not proven yet: at most one of each kind. The present one serves until then.
CREATE TABLE pending_addresses (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, kind)
);
CREATE INDEX pending_addresses_by_end ON pending_addresses (expires_at);

-- Changes of an address that can be taken back with a link in the old one's mail, by the link's SHA-256.
CREATE TABLE address_take_backs (
    digest TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    old_address TEXT NOT NULL,
    new_address TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX address_take_backs_by_user ON address_take_backs (user_id);
CREATE INDEX address_take_backs_by_end ON address_take_backs (expires_at);

-- By what its owner recognises a session.
ALTER TABLE browser_sessions ADD COLUMN user_agent TEXT;
ALTER TABLE browser_sessions ADD COLUMN network TEXT;
