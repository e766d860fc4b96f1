// What a person does on the hosted pages, by the words and roles they see: if a label or a role goes missing, so does
// the visitor's way.

import { strict as assert } from 'node:assert';

import { freshAddress } from './environment.js';
import * as mailbox from './mailbox.js';

export class Visitor {
  constructor(page) {
    this.page = page;
  }

  /** What is at a place of the page, to be used in this visitor's way. */
  that(locator) {
    return locator;
  }

  field(label) {
    return this.that(this.page.getByLabel(label, { exact: true }));
  }

  button(name) {
    return this.that(this.page.getByRole('button', { name, exact: true }));
  }

  link(name) {
    return this.that(this.page.getByRole('link', { name, exact: true }));
  }

  /** Waits for a page by its heading. */
  async sees(heading) {
    await this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  /** Waits for the problem box, and gives back what it says. */
  async problem() {
    return this.page.getByRole('alert').innerText();
  }

  async fillSignIn({ username, password }) {
    await this.field('E-mail address').fill(username);
    await this.field('Password').fill(password);
  }

  async signIn(person) {
    await this.sees('Sign in');
    await this.fillSignIn(person);
    await this.button('Sign in').click();
  }

  async signUp({ username, password }) {
    await this.sees('Create your account');
    await this.fillSignIn({ username, password });
    await this.button('Create account').click();
  }

  async typeCode(code, button) {
    await this.field('Code').fill(code);
    await this.button(button).click();
  }

  /** Makes an account at the application, and is signed in there as its owner. */
  async becomesNew(application, name) {
    const person = { username: freshAddress(name), password: 'First-Steps-42' };
    await this.page.goto(application.login);
    await this.link('Create an account').click();
    await this.signUp(person);
    await this.typeCode(await mailbox.code(person.username), 'Confirm account');
    await this.arrivesAs(application, person);
    return person;
  }

  /** Waits for the application's own page; gives back the address it was told. */
  async arrives(application) {
    await this.page.waitForURL(`${application.origin}/callback?**`);
    await this.sees('Welcome');
    return this.page.locator('#email').innerText();
  }

  async arrivesAs(application, { username }) {
    assert.equal(await this.arrives(application), username);
  }
}
