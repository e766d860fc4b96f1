<?php

$person = fn ($name) => ['uid' => $name, 'mail' => "$name@corp.example", 'displayName' => ucfirst($name) . ' of Corp'];

$config = [
    'people' => [
        'exampleauth:UserPass',
        'ada:known-to-ada' => $person('ada'),
        'grace:known-to-grace' => $person('grace'),
        'mallory:known-to-mallory' => $person('mallory'),
    ],
];
