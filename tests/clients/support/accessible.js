// The rules of WCAG 2.2 for the page that a tab shows.

import { strict as assert } from 'node:assert';

import axe from 'axe-core';

const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No rule may be broken, in either colour. The tab must run scripts. */
export async function assertAccessible(page) {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), runOnly);
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
