import { types } from 'node:util';
import * as client from 'openid-client';
import { z } from 'zod';
import type { OpenIdConnectSettings } from '../../platform/installation.js';
import type { Flow } from './openid-connect-flow.js';

/** Why somebody is not signed in, as the sign-in page reads it: refused at the provider, not invited, disabled, anything else. */
export type OpenIdConnectFailureCode = 'tu-choi' | 'chua-moi' | 'khoa' | 'that-bai';

export class OpenIdConnectFailure extends Error {
  /** @param message for the log: no code, token or name of a person */
  constructor(
    readonly code: OpenIdConnectFailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'OpenIdConnectFailure';
  }
}

/** Who signed in at the provider. */
export interface ProvenPerson {
  issuer: string;
  subject: string;
  /** Null = none that the provider verified. */
  email: string | null;
}

const TIMEOUT_SECONDS = 10;

// Plain ASCII: lower('K' of Kelvin) is k, and another person's address.
const verifiedEmail = z.object({ email: z.email().max(200), email_verified: z.literal(true) });

/** The provider, asked by the code flow with PKCE; what goes wrong with it is an OpenIdConnectFailure. */
export class OpenIdConnectProvider {
  private configuration: Promise<client.Configuration> | null = null;

  constructor(private readonly settings: OpenIdConnectSettings) {}

  /** Where the browser signs in. */
  async addressFor({ state, nonce, verifier }: Pick<Flow, 'state' | 'nonce' | 'verifier'>): Promise<URL> {
    const challenge = await client.calculatePKCECodeChallenge(verifier);
    return client.buildAuthorizationUrl(await asked(this.discover()), {
      redirect_uri: this.settings.redirectUrl.href,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  }

  /** Who came back with this query of the redirect address. */
  whoCameBack(query: string, flow: Flow): Promise<ProvenPerson> {
    return asked(this.exchange(query, flow));
  }

  private async exchange(query: string, { state, nonce, verifier }: Flow): Promise<ProvenPerson> {
    const configuration = await this.discover();
    const answer = new URL(this.settings.redirectUrl);
    answer.search = query;
    const tokens = await client.authorizationCodeGrant(configuration, answer, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier });
    const claims = tokens.claims();
    if (claims === undefined) throw new OpenIdConnectFailure('that-bai', 'no ID token');
    const { iss: issuer, sub: subject } = claims;
    const told = claims.email === undefined ? await this.userInfo(configuration, tokens.access_token, subject) : claims;
    return { issuer, subject, email: verifiedEmail.safeParse(told).data?.email ?? null };
  }

  /** Many providers tell the address here alone. */
  private async userInfo(configuration: client.Configuration, accessToken: string, subject: string): Promise<object> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return client.fetchUserInfo(configuration, accessToken, subject);
  }

  /** What the provider says of itself, asked at the first use; asked again after a failure. */
  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    this.configuration ??= client
      .discovery(issuer, clientId, {}, client.ClientSecretBasic(clientSecret), {
        // The signature is checked besides TLS (ASVS 5, 9.1.1).
        execute: [client.enableNonRepudiationChecks, ...insecure],
        timeout: TIMEOUT_SECONDS,
      })
      .catch((error: unknown) => {
        this.configuration = null;
        throw error;
      });
    return this.configuration;
  }
}

/** The answer of the provider; its failure without what the failed request or answer held. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof OpenIdConnectFailure) throw error;
    const refused = error instanceof client.AuthorizationResponseError && error.error === 'access_denied';
    throw new OpenIdConnectFailure(refused ? 'tu-choi' : 'that-bai', reasonOf(error));
  }
}

/** What went wrong, down to its cause. An error without a code may quote the answer, so its words are left out. */
function reasonOf(error: unknown): string {
  const reasons: unknown[] = [];
  for (let one = error; types.isNativeError(one); one = one.cause) {
    const { message, code, error: told } = one as Error & { code?: unknown; error?: unknown };
    if (code !== undefined) reasons.push(message, code, told);
  }
  return reasons.filter((reason) => typeof reason === 'string' && reason !== '').join(' · ');
}
