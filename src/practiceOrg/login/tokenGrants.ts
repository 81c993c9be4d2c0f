import { idleTimeoutSeconds, type Org } from '../org.ts';
import { fingerprint } from '../world/random.ts';
import type { Code } from '../world/records.ts';
import { issueAccessToken, issueRefreshToken } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { type AskingClient, challengeOf, isVerifier } from './clientAuthentication.ts';
import { OAuthError } from './oauthError.ts';

/** What the token endpoint answers with; `expires_in` in seconds. */
export type TokenAnswer = {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly refresh_token?: string;
};

type TokenRequest = {
  readonly org: Org;
  readonly asking: AskingClient;
  readonly form: ReadonlyMap<string, string>;
};

/** `client_credentials`: a token that speaks for the client itself. */
export function clientCredentialsGrant({ org, asking }: TokenRequest): TokenAnswer {
  const { client, proven } = asking;
  if (client.grantType !== 'CLIENT-CREDENTIALS') throw unauthorized();
  if (!proven) throw new OAuthError('invalid_client', 'authentication failed', 401);
  const { token } = issueAccessToken(org.world, client, null);
  return { access_token: token, token_type: 'bearer', expires_in: client.accessTokenValiditySeconds };
}

/** `authorization_code`: a person's token for a code, proven by PKCE or by the client's secret. */
export function authorizationCodeGrant({ org, asking, form }: TokenRequest): TokenAnswer {
  const { client } = asking;
  if (client.grantType !== 'CODE') throw unauthorized();
  const code = org.world.codes.get(fingerprint(required(form, 'code')));
  if (code === undefined || code.clientId !== client.id)
    throw invalidGrant('authorization code is not valid');
  if (code.exchangedFor !== null) {
    revoke(org.world, code.exchangedFor);
    throw invalidGrant('authorization code was already used');
  }
  if (org.clock.now() >= code.expiresAt) throw invalidGrant('authorization code has expired');
  if (required(form, 'redirect_uri') !== code.redirectUri) throw invalidGrant('redirect_uri does not match');
  requireProof(code, asking, form.get('code_verifier'));
  const answer = personalToken(org, asking, code.personId);
  org.world.codes.set(code.fingerprint, { ...code, exchangedFor: tokensIn(answer) });
  return answer;
}

/** `refresh_token`: a new token for the same person; the refresh token is used up and replaced. */
export function refreshTokenGrant({ org, asking, form }: TokenRequest): TokenAnswer {
  const print = fingerprint(required(form, 'refresh_token'));
  const held = org.world.refreshTokens.get(print);
  if (held === undefined || held.clientId !== asking.client.id || !org.world.people.has(held.personId)) {
    throw invalidGrant('refresh token is not valid');
  }
  if (!mayRenew(asking)) throw new OAuthError('invalid_client', 'authentication failed', 401);
  org.world.refreshTokens.delete(print);
  return personalToken(org, asking, held.personId);
}

/** `saml2-bearer`: a person's token for an assertion of the org's identity provider. */
export function saml2BearerGrant({ org, asking, form }: TokenRequest): TokenAnswer {
  if (asking.client.grantType !== 'SAML2-BEARER') throw unauthorized();
  if (!asking.proven) throw new OAuthError('invalid_client', 'authentication failed', 401);
  const orgName = form.get('orgName');
  if (orgName !== undefined && orgName !== org.organization.shortName) throw invalidGrant('unknown orgName');
  const subject = subjectOf(required(form, 'assertion'), org.clock.now());
  if (subject === undefined) throw invalidGrant('assertion is not valid');
  const person = [...org.world.people.values()].find(
    ({ email, state }) => state === 'active' && email.toLowerCase() === subject.toLowerCase(),
  );
  if (person === undefined) throw invalidGrant('assertion names nobody in this organization');
  const { token } = issueAccessToken(org.world, asking.client, person.id);
  return { access_token: token, token_type: 'bearer', expires_in: asking.client.accessTokenValiditySeconds };
}

function personalToken(org: Org, asking: AskingClient, personId: string): TokenAnswer {
  const { client } = asking;
  const { token } = issueAccessToken(org.world, client, personId);
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: client.accessTokenValiditySeconds,
    // An org with an idle timeout gives no refresh tokens (Genesys facts 6.2).
    ...(idleTimeoutSeconds(org) === null &&
      mayRenew(asking) && { refresh_token: issueRefreshToken(org.world, client, personId) }),
  };
}

/** Whether a client may use a refresh token: one that has a secret must prove itself by it (RFC 6749, 6). */
function mayRenew({ client, proven }: AskingClient): boolean {
  return proven || client.secretFingerprint === '';
}

function requireProof({ challenge }: Code, { proven }: AskingClient, verifier: string | undefined): void {
  if (challenge === null) {
    if (!proven) throw new OAuthError('invalid_client', 'authentication failed', 401);
    if (verifier !== undefined) throw invalidGrant('code_verifier without code_challenge');
    return;
  }
  if (verifier === undefined) throw invalidGrant('code_verifier is missing');
  if (!isVerifier(verifier)) throw invalidGrant('code_verifier is malformed');
  if (challengeOf(verifier) !== challenge) throw invalidGrant('code_verifier does not match');
}

function tokensIn({ access_token, refresh_token }: TokenAnswer): string[] {
  return [access_token, ...(refresh_token === undefined ? [] : [refresh_token])].map(fingerprint);
}

function revoke(world: World, fingerprints: readonly string[]): void {
  for (const print of fingerprints) {
    world.accessTokens.delete(print);
    world.refreshTokens.delete(print);
  }
}

function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name);
  if (!value) throw new OAuthError('invalid_request', `${name} is required`);
  return value;
}

function invalidGrant(description: string): OAuthError {
  return new OAuthError('invalid_grant', description);
}

function unauthorized(): OAuthError {
  return new OAuthError('unauthorized_client', 'the client may not use this grant type');
}

/**
 * Whom a SAML2 assertion (XML in Base64 or base64url) is about: the text of its NameID. Undefined when it is
 * not an assertion or its time (`NotBefore`, `NotOnOrAfter`, against `now` in milliseconds) is not now.
 * The org has no identity provider, and so no certificate to check a signature with: a self-made one will do.
 */
function subjectOf(assertion: string, now: number): string | undefined {
  const xml = Buffer.from(assertion, 'base64').toString('utf8');
  if (!/<(\w+:)?Assertion[\s>]/.test(xml)) return undefined;
  const [notBefore, notOnOrAfter] = [times(xml, 'NotBefore'), times(xml, 'NotOnOrAfter')];
  if (notBefore.some((time) => !(now >= time)) || notOnOrAfter.some((time) => !(now < time)))
    return undefined;
  return /<(?:\w+:)?NameID(?:\s[^<>]*)?>([^<>]+)<\//.exec(xml)?.[1]?.trim();
}

function times(xml: string, attribute: string): number[] {
  const values = xml.matchAll(new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`, 'g'));
  return [...values].map(([, value]) => Date.parse(value ?? ''));
}
