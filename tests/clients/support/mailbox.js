// What the development server sent: e-mails and text messages.

import { setTimeout as delay } from 'node:timers/promises';

import { patience, serverUrl } from './environment.js';

async function latest(to) {
  const response = await fetch(`${serverUrl}/dev/mailbox/latest?to=${encodeURIComponent(to)}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the mailbox answered ${response.status}`);
  return response.json();
}

/** The newest message to an address that is not `after`, as soon as it arrives. */
export async function message(to, after) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const found = await latest(to);
    if (found && (!after || found.text !== after.text || found.subject !== after.subject)) return found;
    // The mailbox cannot be waited on, only asked.
    await delay(50);
  }
  throw new Error(`no message for ${to} within ${patience} ms`);
}

/** The code in the newest message to an address that is not `after`. */
export async function code(to, after) {
  const found = await message(to, after);
  if (!found.code) throw new Error(`“${found.subject}” carries no code`);
  return found.code;
}
