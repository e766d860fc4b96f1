ALTER TABLE external_links DROP COLUMN issuer;
