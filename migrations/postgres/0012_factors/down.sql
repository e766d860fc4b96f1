DROP TABLE remembered_devices;
DROP TABLE recovery_codes;
