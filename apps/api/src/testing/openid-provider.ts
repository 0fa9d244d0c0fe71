import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Context } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';

interface OpenIdPerson {
  subject: string;
  email?: string;
  email_verified?: boolean;
}

/** A real OpenID Connect provider on this machine, at which whom the test chose is signed in at once. */
export interface OpenIdProvider {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** Who sits before the browser; null = refuses to go on. */
  person: OpenIdPerson | null;
  /** Paths it was asked for. */
  readonly requests: string[];
  /** The RS256 signature of its key `one`. */
  sign: (text: string) => Buffer;
  /** Answers in its stead, an address by sending there; null = it answers itself. */
  instead: ((path: string) => unknown) | null;
  close: () => Promise<void>;
}

const CLIENT = { clientId: 'ocop', clientSecret: 'chi dung de kiem thu: + & %' };

/** @param redirectUrl the one address to which it sends people back */
export async function startOpenIdProvider(redirectUrl: URL): Promise<OpenIdProvider> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    requests.push(path);
    const other = started.instead?.(path);
    if (other instanceof URL) {
      response.writeHead(307, { location: other.href }).end();
      return;
    }
    if (other !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(other));
      return;
    }
    if (!path.startsWith('/sign-in/')) return handle(request, response);
    const { person } = started;
    const result = person === null ? { error: 'access_denied', error_description: 'refused' } : { login: { accountId: person.subject } };
    void provider.interactionFinished(request, response, result);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const provider: Provider = new Provider(issuer.origin, {
    // Named, it does not warn that it forgets.
    adapter: (name: string) => new MemoryAdapter(name),
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUrl.href] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['chi dung de kiem thu'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/sign-in/${uid}` },
    findAccount: (_: Context, accountId: string) => {
      const { subject: _subject, ...claims } = started.person ?? { subject: '' };
      return { accountId, claims: () => ({ sub: accountId, ...claims }) };
    },
    loadExistingGrant: async ({ oidc: { session, client } }: Context) => {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const started: OpenIdProvider = { issuer, ...CLIENT, person: null, requests, sign: (text) => sign('sha256', Buffer.from(text), privateKey), instead: null, close };
  return started;
}
