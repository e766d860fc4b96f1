// A person whose browser is plain HTTP: keeps cookies, follows redirects, fills in forms. For relying parties whose own
// behaviour is the question; real browsers are in `browser/`.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';

import { ada, issuer } from './environment.js';
import { forms, heading, problem } from './html.js';

/** One exchange as a browser that navigates makes it; `fetch` would say that it is a script's. */
async function exchange(url, { method = 'GET', headers = {}, body = '' }) {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const sent = send(url, { method, headers: { accept: 'text/html', 'content-length': Buffer.byteLength(body), ...headers } });
  sent.end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}

export class Person {
  #cookies = new Map();

  #remember(url, headers) {
    for (const line of headers['set-cookie'] ?? []) {
      const [pair, ...settings] = line.split(';').map((part) => part.trim());
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const setting = (wanted) => settings.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      // Like a browser's: a cookie belongs to a host, whatever the port.
      const key = `${url.hostname} ${name}`;
      const gone = setting('max-age') === '0' || (setting('expires') && Date.parse(setting('expires')) < Date.now());
      if (gone) this.#cookies.delete(key);
      else this.#cookies.set(key, { host: url.hostname, name, value, path: setting('path') ?? '/' });
    }
  }

  #cookieHeader(url) {
    return [...this.#cookies.values()]
      .filter((cookie) => cookie.host === url.hostname && url.pathname.startsWith(cookie.path))
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }

  /** Opens an address and follows redirects to a page, or to the first address that starts with `until`, which is not opened. */
  async open(address, until, init = {}) {
    let url = new URL(address);
    let request = init;
    for (let hop = 0; hop < 20; hop += 1) {
      if (until && url.href.startsWith(until)) return { url };
      const cookie = this.#cookieHeader(url);
      const page = await exchange(url, { ...request, headers: { ...(cookie && { cookie }), ...request.headers } });
      this.#remember(url, page.headers);
      const { location } = page.headers;
      if (!location) return { url, ...page, heading: heading(page.text), problem: problem(page.text) };
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`too many redirects, the last to ${url.origin}${url.pathname}`);
  }

  /** Presses a button of a page, with some fields of its form filled in. */
  async press(page, button, fields = {}, until) {
    const form = forms(page.text ?? '').find((one) => one.buttons.some(({ name }) => name === button));
    assert.ok(form, `the page “${page.heading}” (${page.status}) has no button ${button}`);
    for (const name of Object.keys(fields)) assert.ok(name in form.fields, `the form ${form.id} has no field ${name}`);
    const { value } = form.buttons.find(({ name }) => name === button);
    return this.open(new URL(form.action, page.url), until, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form.fields, ...fields, [button]: value }).toString(),
    });
  }

  /** Follows an application's link to the server and signs in, until the server sends the person to `until`. */
  async signIn(address, until, { username, password } = ada) {
    const page = await this.open(address, until);
    if (page.status === undefined) return page.url;
    const end = await this.press(page, 'signInSubmitButton', { username, password }, until);
    assert.equal(end.status, undefined, `signing in stopped at “${end.heading}” (${end.status}): ${end.problem}`);
    return end.url;
  }
}

/** A copy of a JWT whose claims somebody changed; the signature is the old one. */
export function tampered(token, changes = { sub: '00000000-0000-0000-0000-000000000000' }) {
  const [header, payload, signature] = token.split('.');
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url')), ...changes };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

/** Checks what every ID token of the demonstration pool's Ada says. */
export function assertAda(claims, audience) {
  assert.equal(claims.iss, issuer);
  assert.equal(claims.aud, audience);
  assert.equal(claims.email, ada.username);
  assert.equal(claims.email_verified, true);
  assert.equal(claims.token_use, 'id');
}
