// Sign-in at a real OpenID Connect provider, panva's oidc-provider, with a real browser: there, back, denied, signed out on
// both sides. The server knows it as PROVIDER, and the client CLIENT_ID signs out at the provider as well.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { clients, serverUrl } from '../support/environment.js';

const { PROVIDER: name, PROVIDER_ORIGIN: there } = process.env;

let browser;
let application;

before(async () => {
  application = await startApplication();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  application?.stop();
});

const at = (page, origin) => page.waitForURL((url) => url.origin === origin);

async function signInThere(page, person) {
  await at(page, there);
  await page.fill('input[name=login]', person);
  await page.fill('input[name=password]', 'anything');
  await page.click('button[type=submit]');
  await page.waitForURL((url) => url.origin === there && url.pathname.startsWith('/interaction/'));
  await page.click('button[type=submit]');
}

for (const javaScriptEnabled of [true, false]) {
  test(`signs in and out on both sides ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
    inProfile(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(application.login);
      await page.click(`a.button:has-text("${name}")`);
      await signInThere(page, 'ada');
      await at(page, application.origin);
      assert.equal(await page.textContent('#email'), 'ada@corp.example');

      // Signed in already: neither side asks.
      await page.goto(application.login);
      await at(page, application.origin);
      assert.equal(await page.textContent('#email'), 'ada@corp.example');

      await page.click('text=Sign out');
      await at(page, there);
      await page.click('button[value=yes]');
      await at(page, application.origin);
      assert.equal(new URL(page.url()).searchParams.get('state'), 'goodbye');

      // The provider asks again, and somebody else may come.
      await page.goto(`${application.login}?identity_provider=${name}`);
      await signInThere(page, 'grace');
      await at(page, application.origin);
      assert.equal(await page.textContent('#email'), 'grace@corp.example');
    }));
}

test('whoever cancels is told what to do, and the application why', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=${name}`);
    await at(page, there);
    await page.click('a:has-text("Cancel")');
    await page.waitForURL((url) => url.pathname === '/oauth2/idpresponse');
    assert.match(await page.textContent('main'), new RegExp(name));
    await page.click('a[href*="abandon="]');
    await at(page, application.origin);
    assert.equal(await page.textContent('#error'), 'access_denied');
  }));

test('the back button leads to a page that goes there once more', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(application.login);
    await page.click(`a.button:has-text("${name}")`);
    await at(page, there);
    await page.goBack();
    await page.click(`a.button:has-text("${name}")`);
    await signInThere(page, 'ada');
    await at(page, application.origin);
    assert.equal(await page.textContent('#email'), 'ada@corp.example');
  }));

test('the domain of a typed address leads to the provider', async () => {
  await inProfile(browser, {}, async (page) => {
    await page.goto(application.login);
    await page.fill('input[name=username]', 'ada@corp.example');
    await page.keyboard.press('Enter');
    await signInThere(page, 'ada');
    await at(page, application.origin);
    assert.equal(await page.textContent('#email'), 'ada@corp.example');
  });
});

test('a sign-out that asks first reaches the provider', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=${name}`);
    await signInThere(page, 'ada');
    await at(page, application.origin);
    await page.goto(`${serverUrl}/logout?client_id=${clients.web.id}&post_logout_redirect_uri=${encodeURIComponent(`${application.origin}/`)}`);
    await page.click('button[name=signOutSubmitButton]');
    await at(page, there);
    await page.click('button[value=yes]');
    await at(page, application.origin);
  }));
