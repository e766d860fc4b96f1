// A native application's private-use scheme (RFC 8252, section 7.1) as callback. Chromium applies the page's form-action
// to every redirect after the form, so a policy that forgets the scheme blocks the sign-in; the browser then shows the
// sign-in page again as if nothing had happened. The server needs a client with such a callback: CLIENT_ID, REDIRECT_URI.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import * as oidc from 'openid-client';

import { inProfile, launch } from '../support/browser.js';
import { discover, issuer, patience } from '../support/environment.js';
import { Visitor } from '../support/visitor.js';

const { CLIENT_ID: clientId, REDIRECT_URI: redirectUri } = process.env;
const person = { username: process.env.PERSON_USERNAME, password: process.env.PERSON_PASSWORD };

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const javaScriptEnabled of [true, false]) {
  test(`returns to a private scheme ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
    inProfile(browser, { javaScriptEnabled }, async (page) => {
      const configuration = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      await page.goto(
        oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid',
          state,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }).href,
      );
      // Nothing on this machine opens the scheme: the request for it is all that a browser can show.
      const handedOver = page.waitForEvent('request', { predicate: (request) => request.url().startsWith(redirectUri), timeout: patience });
      await new Visitor(page).signIn(person);
      const callback = new URL((await handedOver).url());
      assert.equal(callback.searchParams.get('state'), state);
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, { pkceCodeVerifier: verifier, expectedState: state });
      assert.equal(tokens.claims().iss, (await discover()).issuer);
    }));
}
