// oidc-client-ts inside a page of another origin: the token endpoint, userInfo, revocation, discovery and the keys have
// to answer across origins, the pages must keep a pop-up's opener, and everything else stays closed.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { inProfile, launch } from '../support/browser.js';
import { ada, clients, issuer, serverUrl } from '../support/environment.js';
import { assertAda } from '../support/person.js';
import { Visitor } from '../support/visitor.js';

const page = `<!doctype html><html lang="en"><title>Single page</title><h1>Single page</h1>
<script src="/oidc-client-ts.min.js"></script><script type="module" src="/app.js"></script>`;

const script = `import * as jose from '/jose/index.js';
window.jose = jose;
window.manager = new oidc.UserManager({
  authority: ${JSON.stringify(issuer)},
  client_id: ${JSON.stringify(clients.web.id)},
  redirect_uri: location.origin + '/callback',
  popup_redirect_uri: location.origin + '/popup',
  post_logout_redirect_uri: location.origin + '/',
  scope: 'openid email profile',
  loadUserInfo: true,
  automaticSilentRenew: false,
  silentRequestTimeoutInSeconds: 3,
});
if (location.pathname === '/popup') await manager.signinPopupCallback();`;

let browser;
let server;
let origin;

before(async () => {
  browser = await launch();
  const module = (name) => fileURLToPath(import.meta.resolve(name));
  const library = await readFile(module('oidc-client-ts').replace(/dist\/.*$/, 'dist/browser/oidc-client-ts.min.js'));
  const joseFolder = module('jose').replace(/index\.js$/, '');
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://any');
    const javaScript = { 'content-type': 'text/javascript' };
    if (pathname === '/app.js') response.writeHead(200, javaScript).end(script);
    else if (pathname === '/oidc-client-ts.min.js') response.writeHead(200, javaScript).end(library);
    else if (pathname.startsWith('/jose/')) response.writeHead(200, javaScript).end(await readFile(joseFolder + pathname.slice('/jose/'.length)));
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const ready = (tab) => tab.waitForFunction(() => window.manager !== undefined);

/** Signs Ada in by redirect, up to the callback, which is not evaluated yet. */
async function arrive(tab) {
  await tab.goto(origin);
  await ready(tab);
  // Not waited for: it ends by leaving the page.
  await tab.evaluate(() => void manager.signinRedirect({ nonce: crypto.randomUUID() }));
  await new Visitor(tab).signIn(ada);
  await tab.waitForURL(`${origin}/callback?**`);
  await ready(tab);
}

const singlePage = (name, body) => test(name, () => inProfile(browser, {}, body));

singlePage('signs in, verifies, refreshes, revokes and signs out', async (tab) => {
  await arrive(tab);
  const user = await tab.evaluate(async () => {
    const { profile, id_token: idToken, refresh_token: refreshToken } = await manager.signinCallback();
    return { profile, idToken, refreshable: Boolean(refreshToken) };
  });
  assert.equal(user.profile.email, ada.username);
  assert.equal(user.refreshable, true);

  const verify = async ({ token, keys, expected }) => (await jose.jwtVerify(token, jose.createRemoteJWKSet(new URL(keys)), expected)).payload;
  const keys = `${issuer}/.well-known/jwks.json`;
  assertAda(await tab.evaluate(verify, { token: user.idToken, keys, expected: { issuer, audience: clients.web.id } }), clients.web.id);
  const last = user.idToken.at(-5) === 'A' ? 'B' : 'A';
  const forged = user.idToken.slice(0, -5) + last + user.idToken.slice(-4);
  await assert.rejects(tab.evaluate(verify, { token: forged, keys, expected: {} }), /signature verification failed/);

  const refreshed = await tab.evaluate(async () => (await manager.signinSilent()).profile.sub);
  assert.equal(refreshed, user.profile.sub);

  const refusal = await tab.evaluate(async () => {
    await manager.revokeTokens(['refresh_token']);
    return manager.signinSilent().then(() => 'no refusal', (error) => error.error ?? error.message);
  });
  // With its refresh token gone the library asks in a hidden frame, which no page of ours allows.
  assert.notEqual(refusal, 'no refusal');
  await tab.evaluate(() => void manager.signoutRedirect());
  await tab.waitForURL(`${origin}/`);
  await tab.goto(`${serverUrl}/oauth2/authorize?${new URLSearchParams({
    response_type: 'code', client_id: clients.server.id, redirect_uri: `${origin}/none`, scope: 'openid', prompt: 'none',
  })}`);
  assert.equal(new URL(tab.url()).searchParams.get('error'), 'login_required');
});

singlePage('signs in in a pop-up', async (tab, context) => {
  await tab.goto(origin);
  await ready(tab);
  const opened = context.waitForEvent('page');
  const result = tab.evaluate(async () => (await manager.signinPopup()).profile.email);
  await new Visitor(await opened).signIn(ada);
  assert.equal(await result, ada.username);
});

singlePage('refuses a foreign state', async (tab) => {
  await arrive(tab);
  const address = new URL(tab.url());
  address.searchParams.set('state', 'forged');
  const refusal = tab.evaluate((url) => manager.signinCallback(url), address.href);
  await assert.rejects(refusal, /No matching state/);
});

singlePage('refuses a foreign nonce', async (tab) => {
  await arrive(tab);
  const refusal = tab.evaluate(() => {
    const original = window.fetch;
    window.fetch = async (...request) => {
      const response = await original(...request);
      if (!String(request[0]).endsWith('/oauth2/token')) return response;
      const body = await response.json();
      const [header, payload, signature] = body.id_token.split('.');
      const claims = { ...jose.decodeJwt(body.id_token), nonce: 'forged' };
      return Response.json({ ...body, id_token: [header, jose.base64url.encode(JSON.stringify(claims)), signature].join('.') });
    };
    return manager.signinCallback();
  });
  await assert.rejects(refusal, /nonce/);
});

singlePage('can read that a foreign verifier is refused', async (tab) => {
  await arrive(tab);
  const refusal = await tab.evaluate(() => {
    const original = window.fetch;
    window.fetch = (url, init) => {
      if (!String(url).endsWith('/oauth2/token')) return original(url, init);
      const body = new URLSearchParams(init.body);
      body.set('code_verifier', 'x'.repeat(43));
      return original(url, { ...init, body });
    };
    return manager.signinCallback().then(() => 'no refusal', (error) => error.error);
  });
  assert.equal(refusal, 'invalid_grant');
});

singlePage('cannot read the pages from another origin', async (tab) => {
  await tab.goto(origin);
  for (const path of ['/login', '/oauth2/authorize', '/dev/mailbox/latest?to=ada@example.com']) {
    const refusal = await tab.evaluate((url) => fetch(url).then(() => 'readable', (error) => error.name), serverUrl + path);
    assert.equal(refusal, 'TypeError', path);
  }
});
