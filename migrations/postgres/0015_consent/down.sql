ALTER TABLE authorization_requests DROP COLUMN decision;
DROP TABLE consents;
DROP TABLE terms_acceptances;
