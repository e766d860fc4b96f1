// The journeys of a person in a real browser, each with scripts, without, and with keys alone: from an application on another origin,
// over the hosted pages, and back.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { ada, clients, freshAddress, grace, issuer, serverUrl } from '../support/environment.js';
import * as mailbox from '../support/mailbox.js';
import * as totp from '../support/totp.js';
import { forEachWay } from '../support/ways.js';

let browser;
let application;
let secureApplication;

before(async () => {
  browser = await launch();
  application = await startApplication();
  secureApplication = await startApplication({ https: true });
});

after(async () => {
  application?.stop();
  secureApplication?.stop();
  await browser?.close();
});

forEachWay(({ javaScriptEnabled, visitorOf }) => {
  /** A test with a fresh browser profile, and a visitor in its first tab. */
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

  journey('signs in to an application on loopback', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
    assert.match(await visitor.page.locator('#methods').innerText(), /^pwd$/);
  });

  journey('signs in to an application on https', async (visitor) => {
    await visitor.page.goto(secureApplication.login);
    await visitor.signIn(ada);
    await visitor.arrivesAs(secureApplication, ada);
  });

  journey('is told of a wrong password and may try again', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.signIn({ ...ada, password: 'Wrong-Horse-7' });
    assert.match(await visitor.problem(), /Incorrect user name or password\./);
    assert.equal(await visitor.field('E-mail address').inputValue(), ada.username);
    assert.equal(await visitor.field('Password').inputValue(), '');
    await visitor.field('Password').fill(ada.password);
    await visitor.button('Sign in').click();
    await visitor.arrivesAs(application, ada);
  });

  journey('is told the same of a name that nobody has', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.signIn({ username: freshAddress('nobody'), password: 'Wrong-Horse-7' });
    assert.match(await visitor.problem(), /Incorrect user name or password\./);
  });

  journey('signs up with the mailed code', async (visitor) => {
    const person = { username: freshAddress(), password: 'First-Steps-42' };
    await visitor.page.goto(application.login);
    await visitor.link('Create an account').click();
    await visitor.signUp({ ...person, password: 'short' });
    assert.match(await visitor.page.locator('#newPassword-error').innerText(), /rules/);
    assert.equal(await visitor.field('E-mail address').inputValue(), person.username);
    await visitor.signUp(person);
    await visitor.sees('Confirm your account');
    const code = await mailbox.code(person.username);
    await visitor.typeCode(code === '000000' ? '111111' : '000000', 'Confirm account');
    assert.match(await visitor.page.locator('#code-error').innerText(), /This code is not right/);
    await visitor.typeCode(code, 'Confirm account');
    await visitor.arrivesAs(application, person);
  });

  journey('mistypes the address at sign-up, goes back, and asks for a second code', async (visitor) => {
    const person = { username: freshAddress(), password: 'First-Steps-42' };
    await visitor.page.goto(application.login);
    await visitor.link('Create an account').click();
    await visitor.signUp({ ...person, username: freshAddress('mistyped') });
    await visitor.sees('Confirm your account');
    await visitor.link('Go back and change it').click();
    await visitor.signUp(person);
    await visitor.sees('Confirm your account');
    const first = await mailbox.message(person.username);
    await visitor.button('Send a new code').click();
    await visitor.page.getByRole('status').filter({ hasText: 'We sent a new code' }).waitFor();
    const second = await mailbox.message(person.username, first);
    await visitor.typeCode(second.code, 'Confirm account');
    await visitor.arrivesAs(application, person);
  });

  journey('signs up with an address that has an account: the same page, and a letter to its owner', async (visitor) => {
    const owner = await newPerson();
    const before = await mailbox.message(owner.username);
    await visitor.page.goto(application.login);
    await visitor.link('Create an account').click();
    await visitor.signUp({ ...owner, password: 'Another-Try-42' });
    await visitor.sees('Confirm your account');
    assert.match((await mailbox.message(owner.username, before)).subject, /already have/);
  });

  journey('signs in with an authenticator app, whose codes serve once', async (visitor, context) => {
    await visitor.page.goto(application.login);
    await visitor.signIn(grace);
    await visitor.sees('Type your code');
    await visitor.typeCode(totp.ancient(grace.totpSeed), 'Continue');
    assert.match(await visitor.page.locator('#code-error').innerText(), /This code is not right/);
    const code = totp.unused(grace.totpSeed);
    await visitor.typeCode(code, 'Continue');
    await visitor.arrivesAs(application, grace);
    assert.match(await visitor.page.locator('#methods').innerText(), /otp/);

    await context.clearCookies();
    await visitor.page.goto(application.login);
    await visitor.signIn(grace);
    await visitor.typeCode(code, 'Continue');
    await visitor.page.locator('#code-error').waitFor();
    await visitor.sees('Type your code');
  });

  journey('signs in with a mailed code instead of a password', async (visitor) => {
    const person = await newPerson();
    const before = await mailbox.message(person.username);
    await visitor.page.goto(application.login);
    await visitor.link('E-mail me a code').click();
    await visitor.field('E-mail address').fill(person.username);
    await visitor.button('Send the code').click();
    await visitor.sees('Check your e-mail');
    await visitor.typeCode(await mailbox.code(person.username, before), 'Continue');
    await visitor.arrivesAs(application, person);
  });

  journey('forgets the password and sets a new one with the mailed code', async (visitor, context) => {
    const person = await newPerson();
    const before = await mailbox.message(person.username);
    await visitor.page.goto(application.login);
    await visitor.link('Forgot your password?').click();
    await visitor.sees('Reset your password');
    await visitor.field('E-mail address').fill(person.username);
    await visitor.button('Send the code').click();
    await visitor.sees('Choose a new password');
    await visitor.field('Code').fill(await mailbox.code(person.username, before));
    await visitor.field('New password').fill('Second-Steps-43');
    await visitor.button('Change password').click();
    await visitor.page.getByRole('status').filter({ hasText: 'Your password was changed' }).waitFor();
    await visitor.signIn({ ...person, password: 'Second-Steps-43' });
    await visitor.arrivesAs(application, person);

    await context.clearCookies();
    await visitor.page.goto(application.login);
    await visitor.signIn(person);
    assert.match(await visitor.problem(), /Incorrect user name or password\./);
  });

  journey('signs out by the application’s link and is back there', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
    await visitor.link('Sign out').click();
    await visitor.page.waitForURL(`${application.origin}/?**`);
    assert.equal(new URL(visitor.page.url()).searchParams.get('state'), 'goodbye');
    await visitor.link('Sign in').click();
    await visitor.sees('Sign in');
  });

  journey('signs out at the server, after a question', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
    await visitor.page.goto(`${serverUrl}/logout`);
    await visitor.sees('Sign out?');
    await visitor.button('Sign out').click();
    await visitor.sees('You are signed out');
    await visitor.page.goto(application.login);
    await visitor.sees('Sign in');
  });

  journey('a new tab needs no second sign-in, unless the application insists', async (visitor, context) => {
    await visitor.page.goto(application.login);
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
    const second = visitorOf(await context.newPage());
    await second.page.goto(secureApplication.login);
    await second.arrivesAs(secureApplication, ada);
    await second.page.goto(`${application.login}?prompt=login`);
    await second.signIn(ada);
    await second.arrivesAs(application, ada);
    await second.page.goto(`${application.login}?prompt=select_account`);
    await second.sees('You are signed in');
    await second.button('Continue as Ada Lovelace').click();
    await second.arrivesAs(application, ada);
    await second.page.goto(`${application.login}?prompt=select_account`);
    await second.button('Use another account').click();
    await second.sees('Sign in');
  });

  journey('the back button after signing in shows no dead end', async (visitor) => {
    await visitor.page.goto(application.origin);
    await visitor.link('Sign in').click();
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
    await visitor.page.goBack();
    const heading = await visitor.page.getByRole('heading', { level: 1 }).innerText();
    assert.ok(heading !== '', 'a page with a heading');
    if (heading === 'Sign in') {
      await visitor.fillSignIn(ada);
      await visitor.button('Sign in').click();
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    }
    await visitor.page.goto(application.login);
    await visitor.arrivesAs(application, ada);
  });

  journey('the back button within the pages keeps the way open', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.link('Forgot your password?').click();
    await visitor.sees('Reset your password');
    await visitor.page.goBack();
    await visitor.link('Create an account').click();
    await visitor.sees('Create your account');
    await visitor.page.goBack();
    await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
  });

  journey('two tabs of one browser each finish their own sign-in', async (visitor, context) => {
    const second = visitorOf(await context.newPage());
    await visitor.page.goto(application.login);
    await visitor.sees('Sign in');
    await second.page.goto(secureApplication.login);
    await second.signIn(ada);
    await second.arrivesAs(secureApplication, ada);
    await visitor.signIn(ada);
    await visitor.page.getByRole('heading', { level: 1, name: /^(Welcome|You are signed in|Sign in)$/ }).waitFor();
    if (new URL(visitor.page.url()).origin === serverUrl) {
      const again = visitor.button('Continue as Ada Lovelace');
      if (await again.isVisible()) await again.click();
      else await visitor.signIn(ada);
    }
    await visitor.arrivesAs(application, ada);
  });

  journey('a form that is sent twice signs in once', async (visitor) => {
    await visitor.page.goto(application.login);
    await visitor.sees('Sign in');
    await visitor.fillSignIn(ada);
    await visitor.button('Sign in').dblclick({ noWaitAfter: true });
    const restarted = visitor.page.getByRole('status').filter({ hasText: 'we started again' });
    await visitor.page.getByRole('heading', { level: 1, name: 'Welcome' }).or(restarted).waitFor();
    // Without scripts the browser really sends the form twice, and drops the answer to the first.
    if (!javaScriptEnabled && (await restarted.isVisible())) await visitor.signIn(ada);
    await visitor.arrivesAs(application, ada);
  });

  journey('a link of a stranger gets a page, not a redirect', async (visitor) => {
    const query = { response_type: 'code', client_id: clients.web.id, redirect_uri: 'https://evil.example/cb', scope: 'openid' };
    const response = await visitor.page.goto(`${serverUrl}/oauth2/authorize?${new URLSearchParams(query)}`);
    assert.equal(response.status(), 400);
    await visitor.page.getByText('redirect_mismatch').first().waitFor();
    const unknown = await visitor.page.goto(`${issuer}/oauth2/authorize?${new URLSearchParams({ ...query, client_id: 'nobody' })}`);
    assert.equal(unknown.status(), 400);
  });
});
