<?php

// STRICT: requests must be signed and are taken by POST alone, and assertions are encrypted. Otherwise logout is by frames.

use SAML2\Constants;

$strict = getenv('STRICT') === '1';
$bindings = $strict ? [Constants::BINDING_HTTP_POST] : [Constants::BINDING_HTTP_REDIRECT, Constants::BINDING_HTTP_POST];

$metadata['__DYNAMIC:1__'] = [
    'host' => '__DEFAULT__',
    'privatekey' => 'provider.key',
    'certificate' => 'provider.crt',
    'auth' => 'people',
    'NameIDFormat' => Constants::NAMEID_PERSISTENT,
    'SingleSignOnServiceBinding' => $bindings,
    'SingleLogoutServiceBinding' => $bindings,
    'validate.authnrequest' => $strict,
    'assertion.encryption' => $strict,
    'logouttype' => $strict ? 'traditional' : 'iframe',
    'sign.logout' => true,
    'validate.logout' => true,
    'authproc' => [
        // Mallory changes her mind, and the application is told with a status.
        10 => [
            'class' => 'core:PHP',
            'code' => 'if ($attributes["uid"] === ["mallory"])
                \SimpleSAML\Auth\State::throwException($state, new \SimpleSAML\Error\UserAborted());',
        ],
        20 => ['class' => 'saml:AttributeNameID', 'attribute' => 'uid', 'Format' => Constants::NAMEID_PERSISTENT],
    ],
];
