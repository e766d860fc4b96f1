// A pool that requires an authenticator app: it is set up in the first sign-in, and a recovery code serves in the next one.
// The persons PERSON_ON, PERSON_OFF and PERSON_KEYS, with PERSON_PASSWORD, have no second factor yet.

import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { assertAccessible } from '../support/accessible.js';
import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import * as totp from '../support/totp.js';
import { forEachWay } from '../support/ways.js';

const password = process.env.PERSON_PASSWORD;
/** The server's clock stands still. */
const serverNow = Number(process.env.SERVER_NOW);

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
  let codes;

  test('sets up an authenticator app and keeps the recovery codes', () =>
    inProfile(browser, { javaScriptEnabled, reducedMotion: 'reduce', acceptDownloads: true, viewport: { width: 320, height: 640 } }, async (page, context) => {
      const visitor = visitorOf(page);
      if (javaScriptEnabled) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(process.env.VESTIBULE_URL).origin });
      await page.goto(application.login);
      await visitor.signIn(person);
      await visitor.sees('Set up your authenticator app');
      const picture = page.getByRole('img', { name: /^QR code/ });
      assert.ok((await picture.boundingBox()).width >= 150);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth).catch(() => true);
      assert.ok(wide, 'the page scrolls sideways at 320 px');
      const uri = await visitor.link('Open in an app on this device').getAttribute('href');
      await visitor.that(page.locator('summary', { hasText: 'You cannot scan it?' })).click();
      const key = (await page.locator('#totpKey').innerText()).replaceAll(' ', '');
      assert.equal(new URL(uri).searchParams.get('secret'), key);
      if (javaScriptEnabled) {
        await visitor.button('Copy the key').click();
        await visitor.button('Copied').waitFor();
        await assertAccessible(page);
        assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll(' ', ''), key);
      } else {
        assert.equal(await page.locator('[data-copy]').isVisible(), false);
      }
      await visitor.typeCode(totp.ancient(key), 'Continue');
      assert.match(await page.locator('#code-error').innerText(), /the one that your app shows now/);
      await visitor.field('Name of the device (optional)').fill('My phone');
      await visitor.typeCode(totp.at(key, serverNow), 'Continue');

      await visitor.sees('Keep your recovery codes');
      codes = await page.locator('#recoveryCodes code').allInnerTexts();
      assert.equal(codes.length, 10);
      if (javaScriptEnabled) await assertAccessible(page);
      const [download] = await Promise.all([page.waitForEvent('download'), visitor.button('Download').click()]);
      assert.equal(download.suggestedFilename(), 'recovery-codes.txt');
      const text = await readFile(await download.path(), 'utf8');
      for (const code of codes) assert.ok(text.includes(code));
      await page.reload();
      assert.deepEqual(await page.locator('#recoveryCodes code').allInnerTexts(), codes);
      await visitor.button('I have kept them').click();
      await visitor.arrivesAs(application, person);
      assert.equal(await page.locator('#methods').innerText(), 'pwd otp mfa');
    }));

  test('signs in with a recovery code, once', () =>
    inProfile(browser, { javaScriptEnabled, reducedMotion: 'reduce' }, async (page) => {
      const visitor = visitorOf(page);
      await page.goto(application.login);
      await visitor.signIn(person);
      await visitor.sees('Type your code');
      assert.ok(await page.getByText('My phone').isVisible());
      await visitor.link('Use a recovery code').click();
      await visitor.sees('Use a recovery code');
      if (javaScriptEnabled) await assertAccessible(page);
      await visitor.field('Recovery code').fill('AAAAA-AAAAA');
      await visitor.button('Continue').click();
      assert.match(await page.locator('#recoveryCode-error').innerText(), /not right/);
      await visitor.field('Recovery code').fill(codes[0].toLowerCase());
      await visitor.button('Continue').click();
      await visitor.sees('You used a recovery code');
      if (javaScriptEnabled) await assertAccessible(page);
      assert.ok(await page.getByText('9 recovery codes left').isVisible());
      await visitor.button('Continue').click();
      await visitor.arrivesAs(application, person);
      assert.equal(await page.locator('#methods').innerText(), 'pwd recovery_code mfa');
    }));
});
