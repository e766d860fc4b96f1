-- Facts about the database itself: the master key's check value, the development mark.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
