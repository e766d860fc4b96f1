// Sign-in and single logout at a real SAML provider with a real browser: there, back, refused, signed out from either side.
// The server knows it as PROVIDER, and the client CLIENT_ID signs out at the provider as well. The provider is at
// PROVIDER_ORIGIN, another site than the server's; a sign-in there begins at BEGINS and a logout at ENDS.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { clients, serverUrl } from '../support/environment.js';

const { PROVIDER: name, PROVIDER_ORIGIN: there, BEGINS: begins, ENDS: ends } = process.env;

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
const button = (page) => page.locator(`a.button:has-text("${name}")`);

/** Waits for what `goal` selects. Without scripts, forms with messages are pressed on the way: they cannot send themselves. */
async function arrive(page, goal, scripts = true) {
  const message = 'form:has(input[name=SAMLRequest]), form:has(input[name=SAMLResponse])';
  while (!scripts) {
    await page.locator(`${message}, ${goal}`).first().waitFor({ state: 'attached' });
    if ((await page.locator(goal).count()) > 0) return;
    const here = page.url();
    await page.locator(message).locator('[type=submit]:visible').first().click();
    await page.waitForURL((url) => url.href !== here);
  }
  await page.locator(goal).first().waitFor({ state: 'attached' });
}

async function signInThere(page, person, { scripts = true, password = `known-to-${person}` } = {}) {
  await arrive(page, '#submit_button', scripts);
  await page.fill('input[name=username]', person);
  await page.fill('input[name=password]', password);
  await page.click('#submit_button');
}

async function isSignedInAs(page, person, scripts = true) {
  await arrive(page, '#email', scripts);
  assert.equal(await page.textContent('#email'), `${person}@corp.example`);
}

for (const scripts of [true, false]) {
  test(`signs in and out on both sides ${scripts ? 'with' : 'without'} scripts`, () =>
    inProfile(browser, { javaScriptEnabled: scripts }, async (page) => {
      await page.goto(application.login);
      await button(page).click();
      await signInThere(page, 'ada', { scripts });
      await isSignedInAs(page, 'ada', scripts);

      // Signed in already: neither side asks.
      await page.goto(application.login);
      await isSignedInAs(page, 'ada', scripts);

      await page.click('text=Sign out');
      await arrive(page, 'a[href="/login"]', scripts);
      assert.equal(new URL(page.url()).searchParams.get('state'), 'goodbye');

      // The provider asks again, and somebody else may come.
      await page.goto(`${application.login}?identity_provider=${name}`);
      await signInThere(page, 'grace', { scripts });
      await isSignedInAs(page, 'grace', scripts);
    }));
}

test('a logout that begins there ends the session here', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=${name}`);
    await signInThere(page, 'ada');
    await isSignedInAs(page, 'ada');

    await page.goto(ends);
    // SimpleSAMLphp may ask, and then sends its request in a frame. It goes on by itself only when it likes our answer.
    const asks = page.locator('#logout-all');
    if ((await asks.count()) > 0) await asks.click();
    await page.waitForURL((url) => url.origin === there && !url.pathname.includes('/logout-iframe'));
    await page.goto(application.login);
    await button(page).click();
    await signInThere(page, 'grace');
    await isSignedInAs(page, 'grace');
  }));

test('whoever mistypes there may try again', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=${name}`);
    await signInThere(page, 'ada', { password: 'guessed' });
    await page.waitForSelector('text=/incorrect/i');
    await signInThere(page, 'ada');
    await isSignedInAs(page, 'ada');
  }));

test('whoever gives up there is told what to do, and the application why', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=${name}`);
    await signInThere(page, 'mallory');
    await page.waitForURL((url) => url.pathname === '/saml2/idpresponse');
    assert.match(await page.textContent('main'), new RegExp(name));
    await page.click('a[href*="abandon="]');
    await at(page, application.origin);
    assert.equal(await page.textContent('#error'), 'access_denied');
  }));

test('the back button leads to a page that goes there once more', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(application.login);
    await button(page).click();
    await at(page, there);
    await page.waitForSelector('#submit_button');
    await page.goBack();
    if (new URL(page.url()).origin !== serverUrl) await page.goBack();
    await button(page).click();
    await signInThere(page, 'ada');
    await isSignedInAs(page, 'ada');
  }));

test('a sign-in may begin there', () =>
  inProfile(browser, {}, async (page) => {
    const wishes = new URLSearchParams({ client_id: clients.web.id, redirect_uri: `${application.origin}/callback`, scope: 'openid email' });
    const address = new URL(begins);
    address.searchParams.set('RelayState', wishes.toString());
    await page.goto(address.href);
    await signInThere(page, 'ada');
    await at(page, application.origin);
    const arrived = new URL(page.url()).searchParams;
    assert.ok(arrived.get('code'), `nothing was granted: ${arrived.get('error_description')}`);

    // The session here is one like every other.
    await page.goto(application.login);
    await isSignedInAs(page, 'ada');
  }));
