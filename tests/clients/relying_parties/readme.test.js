// The application of the project's README, word for word but for its two addresses.

import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

import { serverUrl } from '../support/environment.js';
import { Person } from '../support/person.js';

let application;
let running;

before(async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, source] = readme.match(/```js\n([\s\S]+?)```/) ?? [];
  assert.ok(source, 'the README has an example');
  for (const address of ['http://localhost:9400/', 'http://localhost:3000/']) assert.ok(source.includes(address), address);
  const socket = createServer().listen(0);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  // Below node_modules, so that the example finds its library.
  const folder = new URL('../node_modules/.cache/readme/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`app-${port}.mjs`, folder);
  writeFileSync(file, source.replaceAll('http://localhost:9400', serverUrl).replaceAll('localhost:3000', `localhost:${port}`).replace('.listen(3000,', `.listen(${port},`));
  running = spawn(process.execPath, [file.pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(running.stdout), 'line');
  assert.match(line, /Open http/);
  application = `http://localhost:${port}`;
});

after(() => running?.kill());

test('signs a person in', async () => {
  const person = new Person();
  const callback = await person.signIn(`${application}/`, `${application}/callback`);
  const page = await person.open(callback);
  assert.equal(page.status, 200, page.text);
  assert.equal(page.text, 'Hello ada@example.com, you are signed in.');
});

test('refuses an answer it did not ask for', async () => {
  const page = await new Person().open(`${application}/callback?code=x&state=y`);
  assert.equal(page.status, 400, page.text);
});
