-- What happened, who did it and to what. No foreign keys: a row outlives what it is about.
CREATE TABLE audit_events (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    pool_id TEXT,
    actor_kind TEXT NOT NULL,
    actor TEXT,
    action TEXT NOT NULL,
    subject_kind TEXT,
    subject TEXT,
    succeeded BOOLEAN NOT NULL,
    network TEXT,
    correlation_id TEXT,
    detail TEXT NOT NULL,
    streamed_at BIGINT
);
CREATE INDEX audit_events_by_time ON audit_events (at, id);
CREATE INDEX audit_events_by_subject ON audit_events (pool_id, subject, at);
CREATE INDEX audit_events_unstreamed ON audit_events (at, id) WHERE streamed_at IS NULL;
