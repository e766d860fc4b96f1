// The library samlp as somebody else's identity provider. Prints its origin when it listens.
// SERVICE_PROVIDER is the address of our metadata, which it reads at every use. SIGNS says what it signs: `assertion`,
// `response` or `both`. With STRICT=1 requests must be signed, and assertions are encrypted.

import { createPublicKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import express from 'express';
import session from 'express-session';
import samlp from 'samlp';
import SessionParticipants from 'samlp/lib/sessionParticipants/index.js';

const { SERVICE_PROVIDER: document, SIGNS: signs, STRICT: strict, FOLDER: folder } = process.env;

const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const people = { ada: 'known-to-ada', grace: 'known-to-grace', mallory: 'known-to-mallory' };

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
// Another site than the server's, which is at 127.0.0.1.
const origin = `http://localhost:${server.address().port}`;
const issuer = `${origin}/metadata`;
const [key, cert] = ['provider.key', 'provider.crt'].map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** Ourselves, as our metadata describes us. */
async function serviceProvider() {
  const text = await (await fetch(document)).text();
  const first = (pattern) => pattern.exec(text)[1];
  const certificate = first(/use="encryption">.*?<ds:X509Certificate>([^<]+)/s);
  return {
    entityId: first(/entityID="([^"]+)"/),
    acs: first(/AssertionConsumerService [^>]*Location="([^"]+)"/),
    slo: first(/SingleLogoutService [^>]*Location="([^"]+)"/),
    pem: new X509Certificate(Buffer.from(certificate, 'base64')).toString(),
  };
}

const claims = (person) => ({ mail: `${person}@corp.example`, displayName: `${person} of Corp` });
const profile = (person) => ({
  getClaims: () => claims(person),
  getNameIdentifier: () => ({ nameIdentifier: person, nameIdentifierFormat: PERSISTENT }),
});

const app = express();
app.use(express.urlencoded({ extended: false }), session({ secret: 'only for this test', resave: false, saveUninitialized: true }));
app.use((request, _, next) => {
  // The library looks for a body everywhere.
  request.body ??= {};
  next();
});

app.get('/metadata', samlp.metadata({ issuer, cert, redirectEndpointPath: '/sign-in', postEndpointPath: '/sign-in', logoutEndpointPaths: { redirect: '/sign-out' } }));

const form = (problem) => `<!doctype html><html lang="en"><title>Corp</title><h1>Corp</h1><p id="problem">${problem}</p>
  <form method="post"><input name="username"><input name="password" type="password"><button id="submit_button" type="submit">Sign in</button></form>`;

/** Asks who it is, unless that is known; then answers our request, or begins by itself where there is none. */
app.all('/sign-in', async (request, response, next) => {
  const us = await serviceProvider();
  const { username, password } = request.body;
  if (username !== undefined && people[username] === password) {
    request.session.person = username;
    response.redirect(303, request.url);
    return;
  }
  const { person } = request.session;
  if (!person || username !== undefined) {
    response.send(form(username === undefined ? '' : 'Incorrect.'));
    return;
  }
  const common = {
    issuer,
    cert,
    key,
    destination: us.acs,
    signResponse: signs !== 'assertion',
    ...(strict && { signingCert: us.pem }),
  };
  samlp.parseRequest(request, { ...common, relayState: request.query.RelayState }, (error, asked) => {
    if (error) {
      next(error);
      return;
    }
    if (person === 'mallory') {
      request.session.person = undefined;
      const refusal = { code: 'urn:oasis:names:tc:SAML:2.0:status:Responder', description: 'not today' };
      samlp.sendError({ ...common, signatureAlgorithm: 'rsa-sha256', digestAlgorithm: 'sha256', inResponseTo: asked?.id, RelayState: request.query.RelayState, error: refusal, getPostURL: (_, done) => done(null, us.acs) })(request, response, next);
      return;
    }
    const sessionIndex = `_${request.sessionID}`;
    request.session.participants = [{ serviceProviderId: us.entityId, serviceProviderLogoutURL: us.slo, sessionIndex, nameId: person, nameIdFormat: PERSISTENT, cert: us.pem }];
    samlp.auth({
      ...common,
      audience: us.entityId,
      recipient: us.acs,
      sessionIndex,
      lifetimeInSeconds: 300,
      signAssertion: signs !== 'response',
      profileMapper: profile,
      getUserFromRequest: () => person,
      getPostURL: (audience, message, from, done) => done(null, us.acs),
      ...(strict && {
        encryptionCert: us.pem,
        encryptionPublicKey: createPublicKey(us.pem).export({ type: 'spki', format: 'pem' }),
        encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
      }),
    })(request, response, next);
  });
});

/** Our logout request, our answer to one, or without a message the beginning of a logout everywhere. */
app.all('/sign-out', (request, response, next) => {
  const clearIdPSession = (done) => {
    request.session.person = undefined;
    done();
  };
  request.session.participants ??= [];
  const sessionParticipants = new SessionParticipants(request.session.participants);
  samlp.logout({ issuer, cert, key, deflate: true, protocolBinding: REDIRECT, signatureAlgorithm: 'rsa-sha256', digestAlgorithm: 'sha256', sessionParticipants, clearIdPSession })(request, response, next);
});

server.on('request', app);
console.log(origin);
