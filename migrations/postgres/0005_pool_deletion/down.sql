ALTER TABLE client_secrets DROP COLUMN retires_at;
ALTER TABLE user_pools DROP COLUMN deleted_at;
