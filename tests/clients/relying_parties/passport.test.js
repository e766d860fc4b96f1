// passport-openidconnect in an Express application, as its documentation sets it up.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import OpenIDConnectStrategy from 'passport-openidconnect';

import { clients, discover, issuer } from '../support/environment.js';
import { Person } from '../support/person.js';

let server;
let application;

before(async () => {
  const app = express();
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  application = `http://127.0.0.1:${server.address().port}`;
  const metadata = await discover();
  const settings = {
    issuer,
    authorizationURL: metadata.authorization_endpoint,
    tokenURL: metadata.token_endpoint,
    userInfoURL: metadata.userinfo_endpoint,
    clientID: clients.server.id,
    clientSecret: clients.server.secret,
    callbackURL: `${application}/callback`,
    scope: ['email', 'profile'],
    nonce: true,
  };
  const verify = (from, profile, context, idToken, accessToken, refreshToken, done) =>
    done(null, { from, id: profile.id, email: profile.emails?.[0]?.value, refreshable: Boolean(refreshToken) });
  passport.use('vestibule', new OpenIDConnectStrategy(settings, verify));
  passport.use('confused', new OpenIDConnectStrategy({ ...settings, issuer: `${issuer}x`, callbackURL: `${application}/confused` }, verify));
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((user, done) => done(null, user));
  app.use(session({ secret: 'only for this test', resave: false, saveUninitialized: true }));
  app.use(passport.session());
  app.get('/login', passport.authenticate('vestibule'));
  app.get('/callback', passport.authenticate('vestibule'), (request, response) => response.redirect('/me'));
  app.get('/login-confused', passport.authenticate('confused'));
  app.get('/confused', passport.authenticate('confused'), (request, response) => response.redirect('/me'));
  app.get('/me', (request, response) => (request.user ? response.json(request.user) : response.sendStatus(401)));
});

after(() => server.close());

test('signs in and reads the profile', async () => {
  const person = new Person();
  const callback = await person.signIn(`${application}/login`, `${application}/callback`);
  const page = await person.open(callback);
  assert.equal(page.status, 200, page.text);
  const user = JSON.parse(page.text);
  assert.equal(user.from, issuer);
  assert.equal(user.email, 'ada@example.com');
  assert.equal(user.refreshable, true);
});

test('refuses a foreign state', async () => {
  const person = new Person();
  const callback = await person.signIn(`${application}/login`, `${application}/callback`);
  callback.searchParams.set('state', 'forged');
  assert.equal((await person.open(callback)).status, 403);
  assert.equal((await person.open(`${application}/me`)).status, 401);
});

test('refuses a callback that another browser started', async () => {
  const callback = await new Person().signIn(`${application}/login`, `${application}/callback`);
  assert.equal((await new Person().open(callback)).status, 403);
});

test('refuses tokens of another issuer', async () => {
  const person = new Person();
  const callback = await person.signIn(`${application}/login-confused`, `${application}/confused`);
  assert.equal((await person.open(callback)).status, 403);
  assert.equal((await person.open(`${application}/me`)).status, 401);
});
