// openid-client, the certified relying party for Node, with each way of client authentication.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';

import { clients, issuer } from '../support/environment.js';
import { assertAda, Person, tampered } from '../support/person.js';

const callback = 'http://127.0.0.1:9876/callback';
const scope = 'openid email phone profile aws.cognito.signin.user.admin';

const kinds = [
  { name: 'client_secret_basic', client: clients.server, authentication: oidc.ClientSecretBasic(clients.server.secret), pkce: false },
  { name: 'client_secret_post with PKCE', client: clients.server, authentication: oidc.ClientSecretPost(clients.server.secret), pkce: true },
  { name: 'public with PKCE', client: clients.web, authentication: oidc.None(), pkce: true },
];

/** Whether an error, or what caused it, says something. */
const says = (words) => (error) => words.test(`${error.message} ${error.cause?.message}`);

async function configure({ client, authentication }) {
  const configuration = await oidc.discovery(new URL(issuer), client.id, undefined, authentication, {
    execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
  });
  // Verify the ID token's signature too, although it came over the back channel.
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Sends Ada through the pages; gives back the callback and what the application remembered. */
async function authorize(configuration, { pkce }, person = new Person()) {
  const verifier = oidc.randomPKCECodeVerifier();
  const expected = { expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce(), ...(pkce && { pkceCodeVerifier: verifier }) };
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope,
    state: expected.expectedState,
    nonce: expected.expectedNonce,
    ...(pkce && { code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }),
  });
  return { arrived: await person.signIn(address, callback), expected };
}

for (const kind of kinds) {
  describe(kind.name, () => {
    test('signs in, verifies, reads userInfo, refreshes and revokes', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      assert.equal(arrived.searchParams.get('iss'), issuer);
      const tokens = await oidc.authorizationCodeGrant(configuration, arrived, expected);
      const claims = tokens.claims();
      assertAda(claims, kind.client.id);

      const userInfo = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      assert.equal(userInfo.email, 'ada@example.com');
      assert.equal(userInfo.email_verified, true);

      const keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri));
      const { payload } = await jwtVerify(tokens.access_token, keys, { issuer });
      assert.equal(payload.token_use, 'access');
      assert.equal(payload.client_id, kind.client.id);
      assert.equal(payload.sub, claims.sub);
      await assert.rejects(jwtVerify(tampered(tokens.access_token), keys, { issuer }), { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });

      const refreshed = await oidc.refreshTokenGrant(configuration, tokens.refresh_token);
      assert.equal(refreshed.claims().sub, claims.sub);
      assert.equal(refreshed.claims().auth_time, claims.auth_time);
      await oidc.fetchUserInfo(configuration, refreshed.access_token, claims.sub);

      const newest = refreshed.refresh_token ?? tokens.refresh_token;
      await oidc.tokenRevocation(configuration, newest);
      await assert.rejects(oidc.refreshTokenGrant(configuration, newest), { error: 'invalid_grant' });
      await assert.rejects(oidc.fetchUserInfo(configuration, refreshed.access_token, claims.sub));
    });

    test('refuses a foreign state', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      await assert.rejects(
        oidc.authorizationCodeGrant(configuration, arrived, { ...expected, expectedState: oidc.randomState() }),
        says(/state/),
      );
    });

    test('refuses a foreign nonce', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      await assert.rejects(
        oidc.authorizationCodeGrant(configuration, arrived, { ...expected, expectedNonce: oidc.randomNonce() }),
        says(/nonce/),
      );
    });

    test('refuses a foreign issuer in the callback', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      arrived.searchParams.set('iss', 'https://evil.example');
      await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, expected), says(/"iss"/));
    });

    test('refuses an ID token that was tampered with', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      configuration[oidc.customFetch] = async (...request) => {
        const response = await fetch(...request);
        if (new URL(request[0]).pathname !== '/oauth2/token') return response;
        const body = await response.json();
        return Response.json({ ...body, id_token: tampered(body.id_token, { email: 'root@example.com' }) });
      };
      await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, expected), says(/signature/));
    });

    test('redeems a code once, and a replay takes back what the code gave', async () => {
      const configuration = await configure(kind);
      const { arrived, expected } = await authorize(configuration, kind);
      const tokens = await oidc.authorizationCodeGrant(configuration, arrived, expected);
      await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, expected), { error: 'invalid_grant' });
      await assert.rejects(oidc.refreshTokenGrant(configuration, tokens.refresh_token), { error: 'invalid_grant' });
    });

    if (kind.pkce) {
      test('a wrong code_verifier is refused and spends the code', async () => {
        const configuration = await configure(kind);
        const { arrived, expected } = await authorize(configuration, kind);
        const wrong = { ...expected, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
        await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, wrong), { error: 'invalid_grant' });
        await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, expected), { error: 'invalid_grant' });
      });
    }

    if (kind.client.secret) {
      test('a wrong secret is refused', async () => {
        const authentication = kind.name.includes('basic') ? oidc.ClientSecretBasic('wrong') : oidc.ClientSecretPost('wrong');
        const configuration = await configure({ ...kind, authentication });
        const { arrived, expected } = await authorize(configuration, kind);
        await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, expected), { status: 401 });
      });
    }
  });
}

test('a public client without PKCE is refused', async () => {
  const configuration = await configure(kinds[2]);
  const state = oidc.randomState();
  const address = oidc.buildAuthorizationUrl(configuration, { redirect_uri: callback, scope, state });
  const arrived = (await new Person().open(address, callback)).url;
  await assert.rejects(oidc.authorizationCodeGrant(configuration, arrived, { expectedState: state }), { error: 'invalid_request' });
});

test('a session answers prompt=none until it is signed out', async () => {
  const configuration = await configure(kinds[0]);
  const person = new Person();
  const { arrived, expected } = await authorize(configuration, kinds[0], person);
  const tokens = await oidc.authorizationCodeGrant(configuration, arrived, expected);
  const silent = { expectedState: oidc.randomState() };
  const address = oidc.buildAuthorizationUrl(configuration, { redirect_uri: callback, scope, state: silent.expectedState, prompt: 'none' });
  const again = await oidc.authorizationCodeGrant(configuration, (await person.open(address, callback)).url, silent);
  assert.equal(again.claims().sub, tokens.claims().sub);
  assert.equal(again.claims().auth_time, tokens.claims().auth_time);

  const home = 'http://127.0.0.1:9876/';
  const signOut = oidc.buildEndSessionUrl(configuration, { id_token_hint: tokens.id_token, post_logout_redirect_uri: home, state: 'bye' });
  const end = await person.open(signOut, home);
  assert.equal(end.url.searchParams.get('state'), 'bye');
  await assert.rejects(oidc.authorizationCodeGrant(configuration, (await person.open(address, callback)).url, silent), { error: 'login_required' });
});

test('a machine gets a token for its scope alone', async () => {
  const configuration = await configure({ client: clients.machine, authentication: oidc.ClientSecretBasic(clients.machine.secret) });
  const tokens = await oidc.clientCredentialsGrant(configuration, { scope: 'demo/read' });
  assert.equal(tokens.refresh_token, undefined);
  const keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri));
  const { payload } = await jwtVerify(tokens.access_token, keys, { issuer });
  assert.equal(payload.scope, 'demo/read');
  assert.equal(payload.client_id, clients.machine.id);
  await assert.rejects(oidc.clientCredentialsGrant(configuration, { scope: 'openid' }), { error: 'invalid_scope' });
  await assert.rejects(oidc.fetchUserInfo(configuration, tokens.access_token, oidc.skipSubjectCheck));
});

test('the authorization server metadata of RFC 8414 says the same', async () => {
  const configuration = await oidc.discovery(new URL(issuer), clients.web.id, undefined, oidc.None(), {
    algorithm: 'oauth2',
    execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
  });
  const openid = (await configure(kinds[2])).serverMetadata();
  assert.equal(configuration.serverMetadata().token_endpoint, openid.token_endpoint);
  assert.equal(configuration.serverMetadata().authorization_response_iss_parameter_supported, true);
});
