// panva's oidc-provider as somebody else's identity provider: one client, one person for every name that is typed.
// Prints its issuer when it listens. CALLBACK and AFTER_SIGN_OUT are the addresses that the client has there.

import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { CALLBACK: callback, AFTER_SIGN_OUT: afterSignOut } = process.env;

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const account = (id) => ({
  accountId: id,
  claims: () => ({ sub: id, email: `${id}@corp.example`, email_verified: true, name: `${id} of Corp` }),
});

console.log(issuer);
// What it has to say about a test set-up interests nobody, and nobody reads on.
console.log = console.info = console.warn = () => {};

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'vestibule',
      client_secret: 'only-for-this-test-and-long-enough',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [callback],
      post_logout_redirect_uris: [afterSignOut],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['only for this test'] },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  pkce: { required: () => true },
  findAccount: (_, id) => account(id),
});
server.on('request', provider.callback());
