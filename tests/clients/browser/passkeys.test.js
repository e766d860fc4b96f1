// Passkeys in a real browser with its virtual authenticator: adding, signing in by button and from the name field, names,
// removal, and what a page at another origin gets.

import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { serverUrl } from '../support/environment.js';
import { KeyboardVisitor } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

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

/** A platform authenticator of a tab. What it holds can be carried to another tab's. */
class Authenticator {
  static async of(page, options = {}) {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: true,
        defaultBackupState: true,
        ...options,
      },
    });
    return Object.assign(new Authenticator(), { session, authenticatorId });
  }

  send(method, parameters = {}) {
    return this.session.send(`WebAuthn.${method}`, { authenticatorId: this.authenticatorId, ...parameters });
  }

  async credentials() {
    return (await this.send('getCredentials')).credentials;
  }

  async take(credentials) {
    for (const credential of credentials) await this.send('addCredential', { credential });
  }
}

async function add(visitor) {
  await visitor.page.goto(`${serverUrl}/account/passkeys`);
  await visitor.link('Add a passkey').click();
  await visitor.sees('Add a passkey');
  await visitor.button('Add a passkey').click();
  await visitor.sees('Passkeys');
  await visitor.page.getByText('Your passkey was added.').waitFor();
}

/** A new person with passkeys; gives back what their authenticator holds. */
async function personWithPasskey() {
  let person;
  let credentials;
  await inProfile(browser, {}, async (page) => {
    const visitor = new KeyboardVisitor(page);
    const authenticator = await Authenticator.of(page);
    person = await visitor.becomesNew(application, 'passkeys');
    await add(visitor);
    credentials = await authenticator.credentials();
  });
  return { person, credentials };
}

test('a passkey is added and signs in by the button', async () => {
  const { person, credentials } = await personWithPasskey();
  assert.equal(credentials.length, 1);
  assert.equal(credentials[0].rpId, 'localhost');
  await inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    // The name field's question comes first and waits for somebody; the button's takes its place.
    const authenticator = await Authenticator.of(page, { automaticPresenceSimulation: false });
    await authenticator.take(credentials);
    await page.goto(application.login);
    await visitor.sees('Sign in');
    await authenticator.send('setAutomaticPresenceSimulation', { enabled: true });
    await visitor.button('Sign in with a passkey').click();
    await visitor.arrivesAs(application, person);
    assert.match(await page.locator('#methods').innerText(), /^swk\s+mfa$|^swk,? ?mfa$/);
  });
});

test('a passkey signs in from the name field', async () => {
  const { person, credentials } = await personWithPasskey();
  await inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    const authenticator = await Authenticator.of(page);
    await authenticator.take(credentials);
    await page.goto(application.login);
    // The virtual authenticator answers the waiting question by itself, as a person who picks the passkey would.
    await visitor.arrivesAs(application, person);
  });
});

test('two passkeys have names, and one of them goes', async () => {
  await inProfile(browser, {}, async (page) => {
    const visitor = new KeyboardVisitor(page);
    const first = await Authenticator.of(page);
    await visitor.becomesNew(application, 'passkeys');
    await add(visitor);
    await first.send('removeVirtualAuthenticator');
    const second = await Authenticator.of(page, { transport: 'usb' });
    await add(visitor);
    assert.equal((await second.credentials()).length, 1);
    assert.equal(await page.locator('.passkeys > li').count(), 2);
    // The same authenticator again: it has one already.
    await visitor.link('Add a passkey').click();
    await visitor.button('Add a passkey').click();
    await page.getByText('This device already has a passkey for your account.').waitFor();
    await visitor.link('Not now').click();

    await visitor.that(page.locator('summary').first()).click();
    await visitor.that(page.getByLabel('Name', { exact: true }).first()).fill('My laptop');
    await visitor.that(page.getByRole('button', { name: 'Rename Passkey' }).first()).click();
    await page.getByText('The new name was saved.').waitFor();
    await page.getByText('My laptop').waitFor();
    await visitor.that(page.getByLabel('Manage My laptop')).click();
    await visitor.that(page.getByRole('button', { name: 'Remove My laptop' })).click();
    await page.getByText('The passkey was removed.').waitFor();
    assert.equal(await page.locator('.passkeys > li').count(), 1);
  });
});

test('whoever cancels can go on in another way', async () => {
  await inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    const authenticator = await Authenticator.of(page);
    const person = await visitor.becomesNew(application, 'passkeys');
    await page.context().clearCookies();
    await page.goto(application.login);
    await authenticator.send('setUserVerified', { isUserVerified: false });
    await visitor.button('Sign in with a passkey').click();
    await page.getByText('Nothing was done with a passkey.').waitFor();
    await visitor.signIn(person);
    await visitor.arrivesAs(application, person);
  });
});

test('another origin gets nothing that signs in', async () => {
  const { credentials } = await personWithPasskey();
  await inProfile(browser, {}, async (page) => {
    const authenticator = await Authenticator.of(page);
    await authenticator.take(credentials);
    // The application is at 127.0.0.1: no passkey for localhost can be asked for there.
    await page.goto(`${application.origin}/`);
    const outcome = await page.evaluate(async () => {
      try {
        const publicKey = { challenge: new Uint8Array(32), rpId: 'localhost' };
        await navigator.credentials.get({ publicKey });
        return 'signed';
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(outcome, 'SecurityError');
  });
});

test('without scripts nothing speaks of passkeys', async () => {
  await inProfile(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(application.login);
    await new Visitor(page).sees('Sign in');
    assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
    assert.equal(await page.getByText('passkey').filter({ visible: true }).count(), 0);
  });
});
