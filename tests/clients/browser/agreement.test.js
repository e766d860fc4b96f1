// Terms of use and consent in a real browser: read, declined, accepted, changed, taken back. The pool's terms are in force
// in version 1, and the application asks for consent.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { assertAccessible } from '../support/accessible.js';
import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { freshAddress, serverUrl } from '../support/environment.js';
import { forEachWay } from '../support/ways.js';

const password = process.env.PERSON_PASSWORD;

let browser;
let application;

before(async () => {
  browser = await launch();
  application = await startApplication();
});

after(async () => {
  application?.stop();
  await browser?.close();
});

forEachWay(({ way, javaScriptEnabled, visitorOf }) => {
  const person = { username: process.env[`PERSON_${way.toUpperCase()}`], password };
  const phone = { javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 320, height: 640 } };

  test('accepts the terms, says no to the application, then yes, and takes it back', () =>
    inProfile(browser, phone, async (page, context) => {
      const visitor = visitorOf(page);
      const fits = async () => {
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'it scrolls sideways at 320 px');
        if (javaScriptEnabled) await assertAccessible(page);
      };
      await page.goto(application.login);
      await visitor.signIn(person);
      await visitor.sees('Please accept our terms');
      await fits();
      // The terms open beside the page, and the page is still there.
      const [terms] = await Promise.all([context.waitForEvent('page'), visitor.that(page.locator('main').getByRole('link', { name: 'terms of use' })).click()]);
      await terms.waitForURL('**/openid-configuration?language=en');
      await terms.close();
      await visitor.button('Accept and continue').click();

      await visitor.sees('Allow access to your account?');
      await fits();
      assert.ok(await page.locator('main').getByText(person.username).isVisible());
      await visitor.button('Deny').click();
      await page.waitForURL(`${application.origin}/callback?**`);
      assert.equal(new URL(page.url()).searchParams.get('error'), 'access_denied');

      await page.goto(application.login);
      await visitor.sees('Allow access to your account?');
      await visitor.button('Allow').click();
      await visitor.arrivesAs(application, person);
      await page.goto(application.login);
      await visitor.arrivesAs(application, person);

      await page.goto(`${serverUrl}/account/applications`);
      await visitor.button('Remove access').click();
      await page.getByRole('status').waitFor();
      await page.goto(application.login);
      await visitor.sees('Allow access to your account?');
      // Back, and on from there: the question is still the same one.
      await page.goto(`${serverUrl}/account`);
      await page.goBack();
      await visitor.sees('Allow access to your account?');
      await visitor.button('Allow').click();
      await visitor.arrivesAs(application, person);
    }));

  test('makes an account under the terms', () =>
    inProfile(browser, phone, async (page) => {
      const visitor = visitorOf(page);
      await page.goto(application.login);
      await visitor.link('Create an account').click();
      await visitor.sees('Create your account');
      if (javaScriptEnabled) await assertAccessible(page);
      const box = visitor.that(page.getByRole('checkbox', { name: /terms of use/ }));
      const username = freshAddress('agrees');
      await visitor.fillSignIn({ username, password });
      await visitor.button('Create account').click();
      // The browser itself holds the form back: the box is a part of it that must be ticked.
      assert.equal(await box.evaluate((element) => element.validity.valueMissing), true);
      await visitor.sees('Create your account');
      await box.check();
      await visitor.button('Create account').click();
      await visitor.sees('Confirm your account');
    }));
});
