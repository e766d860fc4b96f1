// Apache's mod_auth_openidc, as Debian ships it: in front of one folder as a relying party, in front of another as a
// resource server that verifies access tokens by itself. It takes keys from https alone, so the server's issuer has to be
// https here (`--public-url`), with the certificate of its authority in NODE_EXTRA_CA_CERTS.

import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { clients, discover, issuer, patience } from '../support/environment.js';
import { Person, tampered } from '../support/person.js';

let folder;
let apache;
let site;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function configuration(port, metadata) {
  const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'alias', 'dir', 'env', 'headers', 'mime', 'auth_openidc'];
  const files = { mpm_event: 'mod_mpm_event', auth_openidc: 'mod_auth_openidc' };
  return `
ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${folder}/pid"
ErrorLog "${folder}/error.log"
LogLevel warn
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/${files[name] ?? `mod_${name}`}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot "${folder}/site"
DirectoryIndex index.html
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clients.server.id}
OIDCClientSecret ${clients.server.secret}
OIDCScope "openid email profile"
OIDCRedirectURI http://127.0.0.1:${port}/private/callback
OIDCCryptoPassphrase only-for-this-test
OIDCPKCEMethod S256
OIDCRemoteUserClaim email
OIDCPassUserInfoAs claims json
OIDCCABundlePath ${process.env.NODE_EXTRA_CA_CERTS}
OIDCOAuthVerifyJwksUri ${metadata.jwks_uri}
OIDCOAuthRemoteUserClaim sub
<Location /private>
  AuthType openid-connect
  Require valid-user
  Header always set X-Person "%{OIDC_CLAIM_email}e"
  Header always set X-Subject "%{OIDC_CLAIM_sub}e"
  Header always set X-Userinfo "%{OIDC_userinfo_json}e"
  Header always set X-Access-Token "%{OIDC_access_token}e"
</Location>
<Location /api>
  AuthType oauth20
  Require claim client_id:${clients.machine.id} client_id:${clients.server.id}
</Location>
`;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vestibule-apache-'));
  // Apache gives up root before it reads the site.
  await chmod(folder, 0o755);
  for (const place of ['private', 'api']) {
    await mkdir(join(folder, 'site', place), { recursive: true });
    await writeFile(join(folder, 'site', place, 'index.html'), `the ${place} page`);
  }
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  const file = join(folder, 'apache.conf');
  await writeFile(file, configuration(port, await discover()));
  apache = spawn('/usr/sbin/apache2', ['-f', file, '-DFOREGROUND'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const deadline = Date.now() + patience;
  for (;;) {
    if (apache.exitCode !== null || Date.now() > deadline) throw new Error(await readFile(join(folder, 'error.log'), 'utf8').catch(() => 'Apache did not start'));
    if (await fetch(site).catch(() => null)) break;
    // It says nowhere when it listens.
    await delay(50);
  }
});

after(async () => {
  if (apache && apache.exitCode === null) {
    const gone = once(apache, 'exit');
    apache.kill('SIGTERM');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
});

test('lets Ada in, with claims of the ID token and of userInfo', async () => {
  const person = new Person();
  const callback = await person.signIn(`${site}/private/`, `${site}/private/callback`);
  const page = await person.open(callback);
  assert.equal(page.status, 200, page.text);
  assert.equal(page.text, 'the private page');
  assert.equal(page.headers['x-person'], 'ada@example.com');
  const userInfo = JSON.parse(page.headers['x-userinfo']);
  assert.equal(userInfo.sub, page.headers['x-subject']);
  assert.equal(userInfo.given_name, 'Ada');
});

test('refreshes the access token by the module’s own hook', async () => {
  const person = new Person();
  const page = await person.open(await person.signIn(`${site}/private/`, `${site}/private/callback`));
  const first = page.headers['x-access-token'];
  const refresh = new URL(`${site}/private/callback`);
  refresh.search = new URLSearchParams({ refresh: `${site}/private/`, access_token: first });
  const again = await person.open(refresh);
  assert.equal(again.status, 200);
  assert.equal(again.url.searchParams.get('error_code'), null);
  assert.notEqual(again.headers['x-access-token'], first);
});

test('signs out by the end-session endpoint', async () => {
  const person = new Person();
  await person.open(await person.signIn(`${site}/private/`, `${site}/private/callback`));
  const end = await person.open(`${site}/private/callback?${new URLSearchParams({ logout: `${site}/` })}`);
  assert.equal(end.url.href, `${site}/`);
  // Neither session is left: the module sends the person to the server, and the server to its sign-in page.
  const page = await person.open(`${site}/private/`);
  assert.equal(page.heading, 'Sign in');
});

test('refuses a foreign state', async () => {
  const person = new Person();
  const callback = await person.signIn(`${site}/private/`, `${site}/private/callback`);
  callback.searchParams.set('state', 'forged');
  const page = await person.open(callback);
  assert.notEqual(page.text, 'the private page');
  assert.ok(page.status >= 400 || page.heading === 'Sign in', `answered ${page.status}`);
});

test('refuses a forged code', async () => {
  const person = new Person();
  const callback = await person.signIn(`${site}/private/`, `${site}/private/callback`);
  callback.searchParams.set('code', 'forged');
  const page = await person.open(callback);
  assert.notEqual(page.text, 'the private page');
});

test('verifies access tokens in front of an API', async () => {
  const { token_endpoint: endpoint } = await discover();
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clients.machine.id, client_secret: clients.machine.secret });
  const { access_token: token } = await (await fetch(endpoint, { method: 'POST', body })).json();
  const call = (value) => fetch(`${site}/api/`, { headers: { authorization: `Bearer ${value}` } });
  const allowed = await call(token);
  assert.equal(allowed.status, 200, await allowed.text());
  assert.equal((await call(tampered(token, { client_id: clients.server.id }))).status, 401);
  assert.equal((await fetch(`${site}/api/`)).status, 401);
});
