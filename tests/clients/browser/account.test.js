// The pages of one's own account in a real browser, each with scripts, without, and with keys alone: in, a proof once more, another
// address and back, a new password, out elsewhere, and gone.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { inProfile, launch } from '../support/browser.js';
import { freshAddress, serverUrl } from '../support/environment.js';
import * as mailbox from '../support/mailbox.js';
import { startApplication } from '../support/application.js';
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
  const journey = (name, body) =>
    test(name, () => inProfile(browser, { javaScriptEnabled }, (page, context) => body(visitorOf(page), context)));

  /** Somebody new, who signed up in a profile of their own. */
  async function newPerson() {
    let person;
    await inProfile(browser, { javaScriptEnabled }, async (page) => {
      person = await visitorOf(page).becomesNew(application);
    });
    return person;
  }

  journey('looks after an account from the first look to the last', async (visitor) => {
    const person = await newPerson();
    const { page } = visitor;
    await page.goto(`${serverUrl}/account`);
    await visitor.signIn(person);
    await visitor.sees('Your account');

    await visitor.that(page.locator('main').getByRole('link', { name: /^Profile/ })).click();
    await visitor.sees('Profile');
    await visitor.that(page.getByLabel(/^Full name/)).fill('Ada Lovelace');
    await visitor.that(page.getByLabel(/^Time zone/)).selectOption('Europe/Zurich');
    await visitor.button('Save').click();
    await page.getByRole('status').getByText('Your profile was saved.').waitFor();

    const address = freshAddress('new');
    await page.goto(`${serverUrl}/account/email`);
    await visitor.field('New e-mail address').fill(address);
    await visitor.button('Send a code').click();
    await page.getByRole('heading', { name: 'Waiting for your confirmation' }).waitFor();
    await visitor.typeCode(await mailbox.code(address), 'Confirm');
    await page.getByRole('status').getByText('Your e-mail address was changed.').waitFor();
    const told = await mailbox.message(person.username);
    assert.match(told.subject, /was changed/);

    await page.goto(`${serverUrl}/account/password`);
    await visitor.sees('Change your password');
    await visitor.field('New password').fill('Second-Steps-43');
    await visitor.button('Save').click();
    await page.getByRole('status').getByText('Your new password is set.').waitFor();

    await page.goto(`${serverUrl}/account/sessions`);
    await visitor.sees('Where you are signed in');
    await page.getByText('This browser').waitFor();

    // The owner of the old address takes the change back.
    await page.goto(told.link);
    await visitor.sees('Take the change back?');
    await visitor.button('Take the change back').click();
    await visitor.sees('The change is taken back');
    await page.goto(`${serverUrl}/account`);
    await visitor.sees('Sign in');
    await visitor.link('Forgot your password?').click();
    await visitor.field('E-mail address').fill(person.username);
    const before = await mailbox.message(person.username);
    await visitor.button('Send the code').click();
    const code = await mailbox.code(person.username, before);
    await visitor.field('Code').fill(code);
    await visitor.field('New password').fill('Third-Steps-44');
    await visitor.button('Change password').click();
    await visitor.signIn({ username: person.username, password: 'Third-Steps-44' });
    await visitor.sees('Your account');

    await page.goto(`${serverUrl}/account/delete`);
    await visitor.field('Name of the account').fill(person.username);
    await visitor.button('Delete for good').click();
    await visitor.sees('Your account is deleted');
    await page.goto(`${serverUrl}/account`);
    await visitor.signIn({ username: person.username, password: 'Third-Steps-44' });
    assert.match(await visitor.problem(), /Incorrect/);
  });
});
