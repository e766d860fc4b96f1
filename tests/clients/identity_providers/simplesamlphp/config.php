<?php

// Debian's SimpleSAMLphp as somebody else's identity provider, served by PHP itself: see tests/external.rs.
// ORIGIN is its address, FOLDER a folder of its own with its key, SERVICE_PROVIDER the address of our metadata.

$config = [
    'baseurlpath' => getenv('ORIGIN') . '/',
    'certdir' => getenv('FOLDER') . '/',
    'datadir' => getenv('FOLDER') . '/',
    'tempdir' => getenv('FOLDER') . '/',
    'loggingdir' => getenv('FOLDER') . '/',
    'metadatadir' => __DIR__ . '/metadata/',
    'session.phpsession.savepath' => getenv('FOLDER'),
    'secretsalt' => 'only for this test',
    'auth.adminpassword' => 'only for this test',
    'timezone' => 'UTC',
    'logging.handler' => 'errorlog',
    'logging.level' => SimpleSAML\Logger::WARNING,
    'enable.saml20-idp' => true,
    'module.enable' => ['core' => true, 'saml' => true, 'exampleauth' => true],
    'session.cookie.secure' => false,
    'language.cookie.secure' => false,
    'store.type' => 'phpsession',
    'metadata.sources' => [
        ['type' => 'flatfile'],
        ['type' => 'xml', 'url' => getenv('SERVICE_PROVIDER')],
    ],
];
