// How the pages look and what people who cannot see or point get: WCAG rules by axe on every page, light, dark and
// narrow; the keyboard's way through the sign-in page. With SCREENSHOTS=<folder> every page is also photographed there.

import { strict as assert } from 'node:assert';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import axe from 'axe-core';

import { startApplication } from '../support/application.js';
import { inProfile, launch } from '../support/browser.js';
import { ada } from '../support/environment.js';
import { tour } from '../support/tour.js';
import { Visitor } from '../support/visitor.js';

const folder = process.env.SCREENSHOTS;
const looks = {
  light: { colorScheme: 'light', size: { width: 1280, height: 900 } },
  dark: { colorScheme: 'dark', size: { width: 1280, height: 900 } },
  narrow: { colorScheme: 'light', size: { width: 320, height: 640 } },
};
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

let browser;
let application;

before(async () => {
  browser = await launch();
  application = await startApplication();
  if (folder) await mkdir(folder, { recursive: true });
});

after(async () => {
  application?.stop();
  await browser?.close();
});

async function violations(page) {
  await page.evaluate(axe.source);
  const { violations: found, passes } = await page.evaluate((options) => window.axe.run(document, options), rules);
  assert.ok(passes.some(({ id }) => id === 'color-contrast'), 'axe looked at the page');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('every page keeps the rules of accessibility, light, dark and narrow', () =>
  inProfile(browser, { reducedMotion: 'reduce' }, async (page, context) => {
    const wrong = {};
    const look = async (name) => {
      for (const [mode, { colorScheme, size }] of Object.entries(looks)) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        const found = await violations(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (overflow > 0) found.push(`scrolls sideways by ${overflow} px`);
        if (found.length > 0) wrong[`${name}, ${mode}`] = found;
        if (folder) await page.screenshot({ path: `${folder}/${name}-${mode}.png`, fullPage: mode === 'narrow' });
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(looks.light.size);
    };
    await tour(new Visitor(page), context, application, look);
    assert.deepEqual(wrong, {});
  }));

const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.getAttribute('name') || element.textContent.trim();
  });

test('the keyboard goes through the sign-in page in order, and Enter signs in', () =>
  inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    await page.goto(application.login);
    await visitor.sees('Sign in');
    assert.equal(await focused(page), 'signInFormUsername');
    const order = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    assert.equal(order[0], 'signInFormPassword');
    const [reveal, forgot, submit] = [await visitor.button('Show password').count(), 'Forgot your password?', 'signInSubmitButton'];
    assert.equal(reveal, 1);
    assert.ok(order.indexOf(forgot) > 0 && order.indexOf(forgot) < order.indexOf(submit), order.join(', '));

    await visitor.field('E-mail address').fill(ada.username);
    await visitor.field('Password').fill(ada.password);
    await page.keyboard.press('Enter');
    await visitor.arrivesAs(application, ada);
  }));

test('after a mistake the problem is announced, and the field in focus says what is wrong', () =>
  inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    await page.goto(application.login);
    await visitor.signIn({ ...ada, password: 'Wrong-Horse-7' });
    assert.match(await visitor.problem(), /Incorrect user name or password/);
    assert.match(await page.title(), /^Problem:/);
    // The name is kept, so the password is what has to be typed again.
    assert.equal(await focused(page), 'signInFormPassword');
    const description = await page.evaluate(() =>
      document.activeElement.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent).join(' '),
    );
    assert.match(description, /Incorrect user name or password/);

    await page.goto(application.login);
    await visitor.link('Create an account').click();
    await visitor.signUp({ username: 'someone@example.com', password: 'short' });
    await visitor.problem();
    await visitor.page.getByRole('alert').getByRole('link', { name: 'Password' }).click();
    assert.equal(await focused(page), 'newPassword');
  }));

test('the password can be shown, and its rules are ticked while typing', () =>
  inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    await page.goto(application.login);
    await visitor.link('Create an account').click();
    await visitor.sees('Create your account');
    const input = page.locator('#newPassword');
    await visitor.button('Show password').click();
    assert.equal(await input.getAttribute('type'), 'text');
    await visitor.button('Hide password').click();
    assert.equal(await input.getAttribute('type'), 'password');
    const ticked = () => page.locator('.rule-satisfied').evaluateAll((rules) => rules.map(({ dataset }) => dataset.rule));
    assert.deepEqual(await ticked(), []);
    await input.pressSequentially('lower');
    assert.ok((await ticked()).includes('lowercase') && !(await ticked()).includes('uppercase'));
    await input.fill('First-Steps-42');
    assert.equal((await ticked()).length, await page.locator('[data-rule]').count());
  }));

test('password managers and the one-time-code keyboard know the fields', () =>
  inProfile(browser, {}, async (page) => {
    const visitor = new Visitor(page);
    const autocomplete = (selector) => page.locator(selector).getAttribute('autocomplete');
    await page.goto(application.login);
    await visitor.sees('Sign in');
    assert.match(await autocomplete('#signInFormUsername'), /username|email/);
    assert.equal(await autocomplete('#signInFormPassword'), 'current-password');
    await visitor.link('Create an account').click();
    await visitor.sees('Create your account');
    assert.equal(await autocomplete('#newPassword'), 'new-password');
  }));
