DROP INDEX users_unconfirmed;
DROP INDEX outbox_by_age;
DROP INDEX outbox_waiting;
DROP INDEX refresh_tokens_by_use;
DROP INDEX browser_sessions_by_idle_expiry;
DROP TABLE leases;
