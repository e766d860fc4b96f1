-- Passkeys: credential records of Web Authentication. The key is the credential's id in base64url, which its authenticator
-- chose. The handle stands for the person at the authenticator, and is the same in all records of a person.
CREATE TABLE passkeys (
    pool_id TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    user_handle TEXT NOT NULL,
    rp_id TEXT NOT NULL,
    public_key BLOB NOT NULL,
    sign_count BIGINT NOT NULL,
    transports TEXT NOT NULL,
    aaguid TEXT NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backed_up BOOLEAN NOT NULL,
    user_verified BOOLEAN NOT NULL,
    name TEXT,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    PRIMARY KEY (pool_id, credential_id)
);
CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- Challenges that were answered, until nobody would take them any more.
CREATE TABLE spent_challenges (
    digest TEXT NOT NULL PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
CREATE INDEX spent_challenges_by_end ON spent_challenges (expires_at);
