DROP INDEX user_pools_by_name;
DROP TABLE identity_providers;
