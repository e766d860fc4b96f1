// Every page in every theme, light and dark, phone and desktop, photographed and put on one sheet.
//
//   node contact_sheet.js FOLDER [--theme NAME] [--page NAME] [--all-states] …
//
// Further arguments go to `vestibule theme draw`. The program is VESTIBULE_BINARY, or target/debug/vestibule. In FOLDER are
// then the pictures, contact-sheet.html to look through, and contact-sheet-THEME.png.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launch } from './support/browser.js';

const [target, ...rest] = process.argv.slice(2);
if (!target) {
  console.error('usage: node contact_sheet.js FOLDER [arguments of `vestibule theme draw`]');
  process.exit(2);
}
const folder = resolve(target);
const binary = process.env.VESTIBULE_BINARY ?? fileURLToPath(new URL('../../target/debug/vestibule', import.meta.url));
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

mkdirSync(folder, { recursive: true });
const drawn = JSON.parse(execFileSync(binary, ['theme', 'draw', join(folder, 'pages'), '--json', ...rest], { maxBuffer: 1 << 26 }));

const browser = await launch();
const shots = [];
try {
  for (const [device, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const one of drawn) {
      await page.emulateMedia({ colorScheme: one.mode });
      await page.goto(pathToFileURL(join(folder, 'pages', one.file)).href);
      const file = `${one.file.replace(/\.html$/, '')}-${device}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: device === 'phone' });
      shots.push({ ...one, device, file });
    }
    await context.close();
  }

  const themes = [...new Set(shots.map(({ theme }) => theme))];
  const cell = ({ page, state, mode, device, file }) =>
    `<figure class="${device}"><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${page} ${state}, ${mode}</figcaption></figure>`;
  const part = (theme) =>
    `<h2>${theme}</h2>${Object.keys(sizes)
      .map((device) => `<div>${shots.filter((shot) => shot.theme === theme && shot.device === device).map(cell).join('')}</div>`)
      .join('')}`;
  const sheet = (chosen) => `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>
body { margin: 24px; font: 13px system-ui, sans-serif; background: #d9d9de; color: #111; }
div { display: flex; flex-wrap: wrap; gap: 14px; align-items: flex-start; margin-bottom: 20px; }
figure { margin: 0; } figcaption { padding: 4px 0; } img { display: block; border: 1px solid #0003; }
.phone img { width: 195px; } .desktop img { width: 400px; }</style>${chosen.map(part).join('')}`;
  writeFileSync(join(folder, 'contact-sheet.html'), sheet(themes));
  const context = await browser.newContext({ viewport: { width: 1720, height: 1000 } });
  const page = await context.newPage();
  for (const theme of themes) {
    const file = join(folder, `contact-sheet-${theme}.html`);
    writeFileSync(file, sheet([theme]).replaceAll(' loading="lazy"', ''));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.screenshot({ path: join(folder, `contact-sheet-${theme}.png`), fullPage: true });
  }
} finally {
  await browser.close();
}
console.log(`${shots.length} pictures in ${folder}; open contact-sheet.html`);
