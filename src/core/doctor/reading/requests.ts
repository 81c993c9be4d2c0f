import { isClientId } from '../../platform/clientId.ts';
import { withoutSecrets } from '../../privileges/calls/secretsInText.ts';
import type { LoginRequest } from '../symptom.ts';
import { type Gathering, isGenesysLike } from './gathering.ts';
import { isOAuthCode } from './signs.ts';

/** Takes an address: its host, and what a login host was asked in it or answers in it, in the query or behind the hash. */
export function takeAddress(gathering: Gathering, address: string): URL | undefined {
  const text = address.replaceAll('&amp;', '&');
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const isProvider = OTHER_PROVIDER.test(url.hostname);
  const fragment = new URLSearchParams(url.hash.replace(/^#[^?=]*\?|^#/, ''));
  // Where a login comes back to is the application's own host, whoever's that is.
  const isReturn = !isProvider && [url.searchParams, fragment].some((params) => params.has('error'));
  if (isProvider) gathering.isForeign();
  else if (isAskedAsOurs(url)) gathering.askedAsOurs(url.hostname);
  if (!isReturn || isGenesysLike(url.hostname)) gathering.host(url.hostname);
  for (const params of [url.searchParams, fragment]) {
    const clientId = params.get('client_id') ?? undefined;
    if (!isProvider) gathering.ofClient(clientId, () => takeAnswer(gathering, params, 'authorize'));
    // A login that goes on to an identity provider has the same words there, about another client.
    if (gathering.isLookedAt(url.hostname)) takeRequest(gathering, params);
  }
  const client = CLIENT_IN_PATH.exec(url.pathname + url.hash)?.[1];
  if (client !== undefined) gathering.clientId(client);
  return url;
}

/**
 * Whether it is asked as Genesys Cloud is, whatever the host: by the paths of its login host and API (Genesys facts 3), with a
 * Client ID as it has them. A login that comes back to a login host is one at an identity provider.
 */
function isAskedAsOurs({ pathname, searchParams }: URL): boolean {
  if (/\/api\/v2\/./.test(pathname)) return true;
  const clientId = searchParams.get('client_id');
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  return (
    /\/oauth\/(?:authorize|token)\/?$/.test(pathname) &&
    (clientId === null || isClientId(clientId)) &&
    !/^https:\/\/login\./i.test(redirectUri)
  );
}

/** A call about a client, or its admin page. */
const CLIENT_IN_PATH =
  /(?:\/oauth\/(?:clients|authorizations)|#\/admin\/integrations\/oauth)\/([0-9a-f-]{36})(?![\w-])/i;

/** Login hosts of other products, whose addresses have the same words. */
const OTHER_PROVIDER =
  /(?:^|\.)(?:accounts\.google|microsoftonline|okta|oktapreview|auth0|salesforce|amazoncognito|onelogin|pingone|login\.live|github)\.(?:com|net)$/;

/** Takes the fields of a form that a token was asked for with. */
export function takeForm(gathering: Gathering, body: string): void {
  takeRequest(gathering, new URLSearchParams(body));
}

function takeAnswer(gathering: Gathering, params: URLSearchParams, at: 'authorize' | 'token'): void {
  const code = params.get('error');
  if (code === null || !isOAuthCode(code)) return;
  const description = params.get('error_description') ?? undefined;
  gathering.add({ kind: 'oauth-error', code, ...(description && { description: shown(description) }), at });
}

function takeRequest(gathering: Gathering, params: URLSearchParams): void {
  const [clientId, redirectUri, responseType, grantType] = [
    params.get('client_id'),
    params.get('redirect_uri'),
    params.get('response_type'),
    params.get('grant_type'),
  ];
  if (clientId !== null) gathering.clientId(clientId);
  if (responseType === null && grantType === null && redirectUri === null) return;
  const request: LoginRequest = {
    ...(clientId !== null && isClientId(clientId) && { clientId: clientId.toLowerCase() }),
    ...(redirectUri !== null && isWhole(redirectUri) && { redirectUri }),
    ...(responseType !== null && { responseType: shown(responseType) }),
    ...(grantType !== null && { grantType: shown(grantType) }),
    hasProof: params.has('code_challenge') || params.has('code_verifier'),
  };
  gathering.request(request);
}

/** Whether nothing of it was masked or cut off: a redirect URI counts by every character. */
function isWhole(redirectUri: string): boolean {
  return !redirectUri.includes('…') && withoutSecrets(redirectUri) === redirectUri;
}

const LONGEST_DESCRIPTION = 300;

/** What a host says may be of any length, and have been masked in another form than this; a sentence about it may not. */
export function shown(description: string): string {
  return withoutSecrets(description.slice(0, 2 * LONGEST_DESCRIPTION))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_DESCRIPTION);
}
