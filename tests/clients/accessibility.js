// WCAG 2.2 rules by axe on every page × state × theme × light and dark × wide and narrow × three languages, one of them
// written from the right.
//
//   node accessibility.js [--sample] [--theme NAME] …
//
// With --sample every state is looked at once, and themes, modes, widths and languages take turns. Further arguments go to
// `vestibule theme draw`. The program is VESTIBULE_BINARY, or target/debug/vestibule. What is wrong is printed, and the
// exit code is 1.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';

import { launch } from './support/browser.js';

const isSample = process.argv.includes('--sample');
const rest = process.argv.slice(2).filter((argument) => argument !== '--sample');
const binary = process.env.VESTIBULE_BINARY ?? fileURLToPath(new URL('../../target/debug/vestibule', import.meta.url));
const languages = ['en', 'de', 'ar'];
// 320 CSS pixels are also 1280 at 400 % (WCAG 1.4.10).
const widths = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } };
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const folder = mkdtempSync(join(tmpdir(), 'vestibule-accessibility-'));

function drawn(language, more) {
  const target = join(folder, language);
  const text = execFileSync(binary, ['theme', 'draw', target, '--json', '--all-states', '--language', language, ...more], {
    maxBuffer: 1 << 28,
  });
  // Mails are no pages: what reads them has rules of its own.
  const pages = JSON.parse(text).filter(({ page }) => page !== 'Mail');
  // The page that posts itself on stays where it is.
  for (const { file } of pages.filter(({ page }) => page === 'HandOver')) {
    const path = join(target, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/<script[^>]*>.*?<\/script>/gs, ''));
  }
  return pages.map((one) => ({ ...one, language, address: pathToFileURL(join(target, one.file)).href }));
}

/** What is looked at: everything, or each state once with the other sides taking turns. */
function chosen() {
  const all = languages.flatMap((language) => drawn(language, rest));
  if (!isSample) return Object.keys(widths).flatMap((width) => all.map((one) => ({ ...one, width })));
  const states = new Map();
  for (const one of all) {
    const state = `${one.page} ${one.state}`;
    states.set(state, [...(states.get(state) ?? []), one]);
  }
  // Steps without a common divisor, so that every pair of sides comes up.
  return [...states.values()].map((same, index) => ({
    ...same[(index * 7) % same.length],
    width: Object.keys(widths)[Math.floor(index / 2) % 2],
  }));
}

async function problems(page, one) {
  await page.emulateMedia({ colorScheme: one.mode, reducedMotion: 'reduce' });
  await page.setViewportSize(widths[one.width]);
  await page.goto(one.address);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate((options) => window.axe.run(document, options), rules);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  // What stands over a gradient axe cannot measure; `vestibule theme check` does, from the theme's colours.
  if (passes.length === 0) found.push('axe has looked at nothing');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) found.push(`scrolls sideways by ${overflow} px`);
  return found;
}

const browser = await launch();
let wrong = 0;
try {
  const all = chosen();
  const page = await (await browser.newContext()).newPage();
  for (const one of all) {
    const found = await problems(page, one);
    if (found.length === 0) continue;
    wrong += 1;
    const { page: name, state, theme, mode, width, language } = one;
    console.log(`${name} ${state}, ${theme}, ${mode}, ${width}, ${language}:\n  ${found.join('\n  ')}`);
  }
  console.log(`${all.length} pages looked at, ${wrong} with something wrong`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
