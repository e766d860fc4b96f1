-- A deleted pool answers nobody, and is kept for 30 days in which it can be taken back.
ALTER TABLE user_pools ADD COLUMN deleted_at BIGINT;
-- A client secret that was rotated out may go on for a while.
ALTER TABLE client_secrets ADD COLUMN retires_at BIGINT;
