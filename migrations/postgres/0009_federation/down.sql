ALTER TABLE browser_sessions DROP COLUMN sealed_upstream;
DROP TABLE provider_keys;
DROP TABLE provider_metadata;
DROP TABLE seen_assertions;
DROP TABLE round_trips;
DROP TABLE external_links;
