// Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds), independent of the server's own code.

import { createHmac } from 'node:crypto';

const period = 30_000;

function base32(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const letter of text) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

function code(seed, step) {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', base32(seed)).update(message).digest();
  const offset = digest.at(-1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The code that the app shows now. */
export const current = (seed) => code(seed, Math.floor(Date.now() / period));

/** The code that the app shows at a time, in Unix milliseconds. */
export const at = (seed, time) => code(seed, Math.floor(time / period));

/** A code that is too old for any drift. */
export const ancient = (seed) => code(seed, Math.floor(Date.now() / period) - 100);

const used = new Map();

/** A code that this process has not used: the app's current one, or the next, which a clock that runs behind still takes. */
export function unused(seed) {
  const step = Math.max(Math.floor(Date.now() / period), (used.get(seed) ?? 0) + 1);
  used.set(seed, step);
  return code(seed, step);
}
