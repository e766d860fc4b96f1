ALTER TABLE browser_sessions DROP COLUMN network;
ALTER TABLE browser_sessions DROP COLUMN user_agent;
DROP TABLE address_take_backs;
DROP TABLE pending_addresses;
DELETE FROM app_clients WHERE id LIKE 'account:%';
