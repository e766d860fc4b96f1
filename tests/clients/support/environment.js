// Which server is tested, and the fixed values of the development server's demonstration pools.

/** The server's own address; `cargo run` answers here unless told otherwise. */
export const serverUrl = process.env.VESTIBULE_URL ?? 'http://localhost:9400';

/** The default pool. Its pages lie at the root of the server. */
export const issuer = process.env.VESTIBULE_ISSUER ?? `${serverUrl}/us-east-1_Demo00001`;

export const clients = {
  web: { id: process.env.CLIENT_ID ?? 'demoweb' },
  server: { id: 'demoserver', secret: 'demoServerSecretLocalUseOnly0123456789abcdef' },
  machine: { id: 'demomachine', secret: 'demoMachineSecretLocalUseOnly0123456789abcdef' },
};

export const ada = { username: 'ada@example.com', password: 'Correct-Horse-7' };
export const grace = {
  username: 'grace@example.com',
  password: 'Correct-Horse-8',
  totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
};

/** No single step takes this long, even on a busy machine. Milliseconds. */
export const patience = 30_000;

let counter = 0;

/** An address nobody has used on this server yet. */
export function freshAddress(name = 'newcomer') {
  counter += 1;
  return `${name}.${Date.now().toString(36)}.${counter}@example.com`;
}

const discovered = new Map();

/** The discovery document of an issuer. */
export async function discover(from = issuer) {
  if (!discovered.has(from)) {
    const response = await fetch(`${from}/.well-known/openid-configuration`);
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    discovered.set(from, await response.json());
  }
  return discovered.get(from);
}
