DROP INDEX browser_sessions_by_upstream;
ALTER TABLE browser_sessions DROP COLUMN upstream_session;
ALTER TABLE browser_sessions DROP COLUMN upstream_person;
ALTER TABLE browser_sessions DROP COLUMN sealed_upstream;
DROP TABLE provider_keys;
DROP TABLE provider_metadata;
DROP TABLE seen_assertions;
DROP TABLE round_trips;
DROP TABLE external_links;
