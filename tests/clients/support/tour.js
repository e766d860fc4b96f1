// A walk through every page a person can meet, in an order in which each is reached as in life.

import { ada, clients, freshAddress, grace, serverUrl } from './environment.js';
import * as mailbox from './mailbox.js';

/** Walks; at each page calls `look` with a short name of the page. */
export async function tour(visitor, context, application, look) {
  const { page } = visitor;
  const person = { username: freshAddress('tourist'), password: 'First-Steps-42' };

  await page.goto(serverUrl);
  await look('welcome');
  await page.goto(application.login);
  await visitor.sees('Sign in');
  await look('login');
  await visitor.signIn({ ...ada, password: 'Wrong-Horse-7' });
  await visitor.problem();
  await look('login-problem');

  await visitor.link('E-mail me a code').click();
  await visitor.button('Send the code').waitFor();
  await look('identify');
  await visitor.field('E-mail address').fill(ada.username);
  await visitor.button('Send the code').click();
  await visitor.sees('Check your e-mail');
  await look('challenge-code');

  await page.goto(application.login);
  await visitor.link('Create an account').click();
  await visitor.sees('Create your account');
  await look('sign-up');
  await visitor.signUp({ ...person, password: 'short' });
  await visitor.problem();
  await look('sign-up-problem');
  await visitor.signUp(person);
  await visitor.sees('Confirm your account');
  await look('confirm');
  await visitor.typeCode(await mailbox.code(person.username), 'Confirm account');
  await visitor.arrivesAs(application, person);

  await page.goto(`${application.login}?prompt=select_account`);
  await visitor.sees('You are signed in');
  await look('signed-in-as');
  await page.goto(`${serverUrl}/logout`);
  await visitor.sees('Sign out?');
  await look('sign-out-confirm');
  await visitor.button('Sign out').click();
  await visitor.sees('You are signed out');
  await look('signed-out');

  await page.goto(application.login);
  await visitor.link('Forgot your password?').click();
  await visitor.sees('Reset your password');
  await look('forgot-password');
  await visitor.field('E-mail address').fill(person.username);
  await visitor.button('Send the code').click();
  await visitor.sees('Choose a new password');
  await look('confirm-forgot-password');

  await context.clearCookies();
  await page.goto(application.login);
  await visitor.signIn(grace);
  await visitor.sees('Type your code');
  await look('challenge-totp');

  const stranger = { response_type: 'code', client_id: clients.web.id, redirect_uri: 'https://evil.example/cb' };
  await page.goto(`${serverUrl}/oauth2/authorize?${new URLSearchParams(stranger)}`);
  await look('error');
  await page.goto(`${serverUrl}/dev/mailbox`);
  await look('mailbox');
  await page.goto(`${serverUrl}/dev/playground`);
  await look('playground');
}
