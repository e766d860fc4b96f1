-- Versions of a pool's terms that people accepted, with the addresses where they could be read.
CREATE TABLE terms_acceptances (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    terms_url TEXT,
    privacy_url TEXT,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, version)
);

-- What people let an application have: a row for each scope, so that allowing more loses nothing, whoever is first.
CREATE TABLE consents (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES app_clients (id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, client_id, scope)
);
CREATE INDEX consents_by_client ON consents (client_id);

-- What the person answered to a request that asked for consent.
ALTER TABLE authorization_requests ADD COLUMN decision TEXT;
