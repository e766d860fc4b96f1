-- Who does a job that is done once over all nodes. Times are the database's own, so that nodes whose clocks differ agree.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- What housekeeping looks for every minute, and the outbox every second.
CREATE INDEX browser_sessions_by_idle_expiry ON browser_sessions (idle_expires_at);
CREATE INDEX refresh_tokens_by_use ON refresh_tokens (used_at) WHERE used_at IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (next_attempt_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_by_age ON outbox (created_at);
CREATE INDEX users_unconfirmed ON users (pool_id, created_at) WHERE status = 'UNCONFIRMED';
