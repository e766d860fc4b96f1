// A small web application on an origin of its own: the relying party that browsers in these tests sign in to.

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oidc from 'openid-client';

import { clients, issuer } from './environment.js';

const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-application-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Application {
  #configuration;
  #waiting = new Map();

  async #begin(query) {
    const verifier = oidc.randomPKCECodeVerifier();
    const checks = { pkceCodeVerifier: verifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() };
    this.#waiting.set(checks.expectedState, checks);
    return oidc.buildAuthorizationUrl(this.#configuration, {
      redirect_uri: `${this.origin}/callback`,
      scope: 'openid email profile',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...Object.fromEntries(query),
    });
  }

  async #finish(address) {
    const checks = this.#waiting.get(address.searchParams.get('state'));
    const tokens = await oidc.authorizationCodeGrant(this.#configuration, address, checks);
    const signOut = oidc.buildEndSessionUrl(this.#configuration, { id_token_hint: tokens.id_token, post_logout_redirect_uri: `${this.origin}/`, state: 'goodbye' });
    const { email, amr = [] } = tokens.claims();
    return `<h1>Welcome</h1><p id="email">${escape(email)}</p><p id="methods">${escape(amr.join(' '))}</p><a href="${escape(signOut)}">Sign out</a>`;
  }

  async answer(request, response) {
    const address = new URL(request.url, this.origin);
    if (address.pathname === '/login') {
      const begin = await this.#begin(address.searchParams);
      response.writeHead(302, { location: begin.href }).end();
      return;
    }
    const pages = {
      '/': () => '<h1>Application</h1><a href="/login">Sign in</a>',
      '/callback': () => this.#finish(address).catch((error) => `<h1>Refused</h1><p id="error">${escape(error.error ?? error.message)}</p>`),
    };
    const page = pages[address.pathname];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ? `<!doctype html><html lang="en"><title>Application</title>${await page()}` : '');
  }

  async start(https) {
    this.#configuration = await oidc.discovery(new URL(issuer), clients.web.id, undefined, oidc.None(), {
      execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
    });
    oidc.enableNonRepudiationChecks(this.#configuration);
    const answer = (request, response) => this.answer(request, response);
    this.server = https ? createHttpsServer(certificate(), answer) : createHttpServer(answer);
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `${https ? 'https' : 'http'}://127.0.0.1:${this.server.address().port}`;
    this.login = `${this.origin}/login`;
    return this;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Starts the application on a free port of 127.0.0.1, which is another site than the server's `localhost`. */
export const startApplication = ({ https = false } = {}) => new Application().start(https);
