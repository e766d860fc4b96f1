// Chromium, as the system installed it.

import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

import { patience } from './environment.js';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: places.find((place) => place && existsSync(place)),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a browser profile met that no page of ours may cause. */
class Complaints {
  #found = [];

  watch(page) {
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to|violates/.test(message.text())) this.#found.push(message.text());
    });
    page.on('pageerror', (error) => this.#found.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 500) this.#found.push(`${response.status()} at ${new URL(response.url()).pathname}`);
    });
  }

  assertNone() {
    assert.deepEqual(this.#found, []);
  }
}

/** Runs `body` with the first tab of a fresh profile; afterwards nothing may have violated the CSP, thrown or answered 5xx. */
export async function inProfile(browser, options, body) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB', ...options });
  try {
    context.setDefaultTimeout(patience);
    const complaints = new Complaints();
    context.on('page', (page) => complaints.watch(page));
    await body(await context.newPage(), context);
    complaints.assertNone();
  } finally {
    await context.close();
  }
}
