// A visitor without a mouse: whatever is pressed or typed into is reached with Tab first, and must show that it is.

import { strict as assert } from 'node:assert';

import { Visitor } from './visitor.js';

/** No page has as many things that Tab stops at. */
const mostStops = 120;

export class KeyboardVisitor extends Visitor {
  that(locator) {
    const { keyboard } = this.page;
    const reach = () => this.#reach(locator);
    const actions = {
      async click() {
        const kind = await reach();
        await keyboard.press(kind === 'checkbox' || kind === 'radio' ? 'Space' : 'Enter');
      },
      async dblclick() {
        await reach();
        await keyboard.press('Enter');
        await keyboard.press('Enter');
      },
      async check() {
        await reach();
        if (!(await locator.isChecked())) await keyboard.press('Space');
      },
      async fill(text) {
        await reach();
        await keyboard.press('ControlOrMeta+a');
        await keyboard.press('Delete');
        await keyboard.type(text);
      },
      async selectOption(value) {
        await reach();
        // A closed list goes to the option whose words are typed.
        const label = await locator.evaluate((list, wanted) => [...list.options].find((one) => one.value === wanted).label, value);
        await keyboard.type(label);
        assert.equal(await locator.inputValue(), value);
      },
    };
    return new Proxy(locator, {
      get(target, name) {
        const own = actions[name] ?? target[name];
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
  }

  /** Presses Tab until the element has the focus, which must be seen; gives back the type of a field. */
  async #reach(locator) {
    await locator.waitFor();
    const isThere = () => locator.evaluate((element) => element === document.activeElement);
    for (let stops = 0; !(await isThere()); stops += 1) {
      assert.ok(stops < mostStops, `Tab never comes to ${locator}`);
      await this.page.keyboard.press('Tab');
    }
    const seen = await locator.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      const { width, height } = element.getBoundingClientRect();
      return { ring, width, height, type: element.type ?? '' };
    });
    assert.ok(seen.ring && seen.width > 0 && seen.height > 0, `${locator} has the focus and does not show it`);
    return seen.type;
  }
}
