// Every button of the development server pressed in a real browser: its stand-in providers let people in, refuse them,
// and tell the wrong time. As client `demosocial` (CLIENT_ID).

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { ada, serverUrl } from '../support/environment.js';
import { Visitor } from '../support/visitor.js';

let browser;
let application;

before(async () => {
  application = await startApplication({ https: serverUrl.startsWith('https:') });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  application?.stop();
});

const choose = (page, person) => page.click(`button[name=person]:has-text("${person}")`);

const buttons = {
  Google: 'Continue with Google',
  Facebook: 'Continue with Facebook',
  Amazon: 'Login with Amazon',
  Apple: 'Continue with Apple',
  DemoOIDC: 'Continue with DemoOIDC',
  DemoSAML: 'Continue with DemoSAML',
};

for (const [provider, label] of Object.entries(buttons)) {
  for (const javaScriptEnabled of [true, false]) {
    test(`somebody new comes by ${provider} ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
      inProfile(browser, { javaScriptEnabled }, async (page) => {
        const visitor = new Visitor(page);
        await page.goto(application.login);
        await visitor.sees('Sign in');
        await page.getByRole('link', { name: label }).click();
        await choose(page, 'Alan Turing');
        // Both answer with a form that sends itself.
        if (!javaScriptEnabled && ['Apple', 'DemoSAML'].includes(provider)) await page.click('button');
        assert.equal(await visitor.arrives(application), 'alan@example.com');
        // The second time the button says that it was the last one.
        await page.context().clearCookies({ name: /session/ });
        await page.goto(application.login);
        assert.match(await page.getByRole('link', { name: label }).innerText(), /last/i);
      }));
  }
}

test('an account with the same address is linked once it was proven', () =>
  inProfile(browser, {}, async (page, context) => {
    const visitor = new Visitor(page);
    await page.goto(`${application.login}?identity_provider=DemoOIDC`);
    await choose(page, 'Ada Lovelace');
    await visitor.sees('Sign in');
    assert.match(await page.locator('main').innerText(), /DemoOIDC/);
    await visitor.field('E-mail address').fill(ada.username);
    await visitor.field('Password').fill(ada.password);
    await visitor.button('Sign in').click();
    assert.equal(await visitor.arrives(application), ada.username);
    await context.clearCookies();
    await page.goto(`${application.login}?identity_provider=DemoOIDC`);
    await choose(page, 'Ada Lovelace');
    assert.equal(await visitor.arrives(application), ada.username);
  }));

test('whoever is not let in learns why', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=Denies`);
    await page.locator('code, .reference').first().waitFor();
    assert.match(await page.locator('main').innerText(), /cancelled|did not let you in/i);
    await page.click('a[href*="abandon="]');
    await page.waitForURL(`${application.origin}/callback?**`);
    assert.equal(await page.locator('#error').innerText(), 'access_denied');

    await page.goto(`${application.login}?identity_provider=DemoOIDC`);
    await page.click('button[name=denyButton]');
    await page.click('a:has-text("another way")');
    await new Visitor(page).sees('Sign in');
  }));

test('an address that was never proven lets nobody into an account', () =>
  inProfile(browser, {}, async (page) => {
    await page.goto(`${application.login}?identity_provider=DemoOIDC`);
    await choose(page, 'Mallory Malicious');
    await page.waitForURL((url) => url.origin === application.origin || url.pathname.startsWith('/oauth2/idpresponse'));
    assert.doesNotMatch(page.url(), /\/login/, 'nobody is asked for the password of an account by Mallory');
  }));
