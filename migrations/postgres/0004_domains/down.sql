DROP TABLE released_domains;
DROP TABLE pool_domains;
