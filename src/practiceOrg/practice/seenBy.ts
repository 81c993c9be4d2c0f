import { ApiError } from '../errors.ts';
import { NOT_AUTHORIZED } from '../login/admission.ts';
import { type AuthorizeParams, judge } from '../login/authorizationRequest.ts';
import { OAuthError } from '../login/oauthError.ts';
import type { Org } from '../org.ts';
import { findClient } from '../world/clients.ts';
import type { Client } from '../world/records.ts';
import { type CauseId, causes, isCause } from './causes.ts';
import { type Injected, withSettings } from './injected.ts';

/** What whoever logs in or calls with the client sees of a cause that is in force, as they can pass it on; no secret is in it. */
export function seenBy(org: Org, { cause, clientId, before }: Injected): string | undefined {
  const now = findClient(org.world, clientId);
  const client = before.client?.record ?? (now && withSettings(now, before.settings));
  if (client === undefined || !isCause(cause)) return undefined;
  switch (causes[cause].shows) {
    case 'no-login':
    case 'no-login-without-pkce':
      return atLoginPage(org, cause, client) ?? atTokenEndpoint(org, cause, client);
    case 'calls-refused':
      return ofCall(org, client, refusedCall(org, cause, client));
    case 'former-token-refused':
    case 'idle-token-refused':
      return ofCall(org, client, new ApiError('bad.credentials'));
    case 'no-refresh-token':
      return JSON.stringify({
        access_token: '…',
        token_type: 'bearer',
        expires_in: client.accessTokenValiditySeconds,
      });
    case 'setting-only':
      return `Refused to display 'https://apps.${org.region}/' in a frame on 'https://crm.practice.example/': it violates the Content Security Policy directive "frame-ancestors".`;
  }
}

/** Undefined where nobody logs in on a page with it, or the page is not what refuses. */
function atLoginPage(org: Org, cause: CauseId, { id, grantType, redirectUris }: Client): string | undefined {
  const [redirectUri] = redirectUris;
  if (redirectUri === undefined || (grantType !== 'CODE' && grantType !== 'TOKEN')) return undefined;
  const usesPkce = grantType === 'CODE' && causes[cause].shows !== 'no-login-without-pkce';
  const asked: AuthorizeParams = {
    client_id: id,
    redirect_uri: redirectUri,
    response_type: grantType === 'CODE' ? 'code' : 'token',
    ...(usesPkce && { code_challenge: CHALLENGE, code_challenge_method: 'S256' }),
  };
  const address = `${loginHost(org)}/oauth/authorize?${new URLSearchParams(asked)}`;
  // Who only asks what would be seen is nobody who was refused.
  const answer = judge({ ...org, refusedClients: new Map() }, asked);
  switch (answer.kind) {
    case 'invalid':
      return `${address}\nThe OAuth client ID or redirect URI is invalid`;
    case 'refused':
      return `${address}\n${answer.redirectTo}`;
    case 'ready':
      return undefined;
  }
}

/** Of a verifier that is known to everybody (RFC 7636, Appendix B). */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function atTokenEndpoint(org: Org, cause: CauseId, { id, grantType }: Client): string {
  const form = new URLSearchParams({ grant_type: GRANTS[grantType], client_id: id });
  const { status, ...refusal } = refusedToken(cause);
  const body = new OAuthError(refusal.code, refusal.message, status).toBody();
  return `curl -d '${form}' ${loginHost(org)}/oauth/token\nHTTP/1.1 ${status}\n${JSON.stringify(body)}`;
}

const GRANTS: Readonly<Record<Client['grantType'], string>> = {
  CODE: 'authorization_code',
  TOKEN: 'authorization_code',
  'CLIENT-CREDENTIALS': 'client_credentials',
  PASSWORD: 'password',
  'SAML2-BEARER': 'urn:ietf:params:oauth:grant-type:saml2-bearer',
};

function refusedToken(cause: CauseId): Pick<OAuthError, 'code' | 'message' | 'status'> {
  switch (cause) {
    case 'client-missing':
      return { code: 'invalid_client', message: 'client not found', status: 401 };
    case 'client-being-deleted':
    case 'client-not-active':
      return { code: 'invalid_client', message: 'client is not active', status: 401 };
    case 'client-not-authorized':
      return { code: 'unauthorized_client', message: NOT_AUTHORIZED, status: 400 };
    case 'grant-unsuited':
      return {
        code: 'unauthorized_client',
        message: 'the client may not use this grant type',
        status: 400,
      };
    default:
      return { code: 'invalid_client', message: 'authentication failed', status: 401 };
  }
}

function refusedCall(org: Org, cause: CauseId, client: Client): ApiError {
  switch (cause) {
    case 'ip-not-allowed':
      return new ApiError('ip.not.authorized', { address: '127.0.0.1' });
    case 'rate-limited':
      return new ApiError('too.many.requests', { limit: org.switches.callsPerMinute, window: 60 });
    case 'no-role':
    case 'role-lacks-permission':
      return new ApiError('missing.permissions', { permissions: permissionOf(org, client) });
    case 'division-lacks-object':
      return new ApiError('missing.division.permissions');
    default:
      return new ApiError('app.not.authorized.for.scope', { scopes: 'user-basic-info' });
  }
}

/** One that the client had before. */
function permissionOf({ world }: Org, { roleDivisions }: Client): string {
  const [policy] = roleDivisions.flatMap(({ roleId }) => world.roles.get(roleId)?.policies ?? []);
  if (policy === undefined) return '';
  const action = policy.actionSet.find((each) => each !== '*') ?? 'view';
  return `${policy.domain}:${policy.entityName}:${action}`;
}

/** As the log of an application has it, which calls it does not say. */
function ofCall({ region }: Org, { id }: Client, error: ApiError): string {
  const body = JSON.stringify(error.toBody('0'));
  return `client_id=${id}\nhttps://api.${region}/\nHTTP/1.1 ${error.status}\n${body}`;
}

function loginHost({ region }: Org): string {
  return `https://login.${region}`;
}
