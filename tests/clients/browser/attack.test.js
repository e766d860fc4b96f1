// A sign-in form that is attacked: with scripts the page works by itself, without them the server waits; the person types
// once in either case. The pool takes one try for an attack, and asks for much work.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { ada } from '../support/environment.js';
import { forEachWay } from '../support/ways.js';

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

forEachWay(({ javaScriptEnabled, visitorOf }) => {
  test('signs in while the form is attacked', () =>
    inProfile(browser, { javaScriptEnabled }, async (page) => {
      const visitor = visitorOf(page);
      await page.goto(application.login);
      await visitor.signIn({ ...ada, password: 'Wrong-Horse-7' });
      await visitor.problem();
      assert.equal(await page.locator('input[name=work]').count(), 1);
      await visitor.field('Password').fill(ada.password);
      // So much work is seldom done by now: the form waits for it and then goes by itself.
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'POST'),
        visitor.button('Sign in').click(),
      ]);
      const number = new URLSearchParams(request.postData()).get('work');
      if (javaScriptEnabled) assert.match(number, /^[0-9]+$/);
      else assert.equal(number, '');
      await visitor.arrivesAs(application, ada);
    }));
});
