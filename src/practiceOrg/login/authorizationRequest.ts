import type { Org } from '../org.ts';
import { findClient } from '../world/clients.ts';
import type { Client } from '../world/records.ts';
import { isAdmitted, NOT_AUTHORIZED } from './admission.ts';
import { isChallenge } from './clientAuthentication.ts';

/** The parameters of the authorize page, as they came. */
export type AuthorizeParams = Readonly<Record<string, string>>;

/** What a request to authorize amounts to. */
export type AuthorizationRequest =
  /** Nobody may be sent anywhere: the client or the redirect URI is not known. */
  | { readonly kind: 'invalid' }
  /** The client made a mistake and hears about it. */
  | { readonly kind: 'refused'; readonly redirectTo: string }
  | {
      readonly kind: 'ready';
      readonly client: Client;
      readonly redirectUri: string;
      /** `token`: the implicit grant. */
      readonly answerType: 'code' | 'token';
      readonly state: string | undefined;
      readonly challenge: string | null;
    };

/** Judges a request to authorize (RFC 6749, 4.1.1; RFC 7636, 4.3; S256 only). */
export function judge(org: Org, params: AuthorizeParams): AuthorizationRequest {
  const client = findClient(org.world, params['client_id'] ?? '');
  const redirectUri = params['redirect_uri'] ?? '';
  if (client?.state !== 'active' || !isRegistered(client.redirectUris, redirectUri))
    return { kind: 'invalid' };
  const answerType = params['response_type'] ?? '';
  const refuse = (error: string, description: string): AuthorizationRequest => ({
    kind: 'refused',
    redirectTo: redirectTo(
      { redirectUri, answerType, state: params['state'] },
      { error, error_description: description },
    ),
  });
  if (answerType !== 'code' && answerType !== 'token') {
    return refuse('unsupported_response_type', 'response_type must be code or token');
  }
  if (client.grantType !== (answerType === 'code' ? 'CODE' : 'TOKEN')) {
    return refuse('unauthorized_client', `the client does not use response_type ${answerType}`);
  }
  if (!isAdmitted(org, client)) return refuse('unauthorized_client', NOT_AUTHORIZED);
  // Our guess: how an org answers after the withdrawal, no source tells (Genesys facts 8.2).
  if (answerType === 'token' && org.switches.implicitWithdrawn) {
    return refuse('unsupported_response_type', 'the implicit grant has been withdrawn');
  }
  const ready = { kind: 'ready', client, redirectUri, answerType, state: params['state'] } as const;
  if (answerType === 'token') return { ...ready, challenge: null };
  const challenge = params['code_challenge'] ?? null;
  if (challenge === null && client.secretFingerprint === '') {
    return refuse('invalid_request', 'code_challenge is required for a public client');
  }
  if (challenge !== null && params['code_challenge_method'] !== 'S256') {
    return refuse('invalid_request', 'code_challenge_method must be S256');
  }
  if (challenge !== null && !isChallenge(challenge)) {
    return refuse('invalid_request', 'code_challenge is malformed');
  }
  return { ...ready, challenge };
}

type Destination = {
  readonly redirectUri: string;
  readonly answerType: string;
  readonly state: string | undefined;
};

/** Where the browser goes with an answer: in the fragment for the implicit grant, in the query otherwise. */
export function redirectTo(
  { redirectUri, answerType, state }: Destination,
  answer: Readonly<Record<string, string>>,
): string {
  const params = new URLSearchParams({ ...answer, ...(state !== undefined && { state }) });
  if (answerType === 'token') return `${redirectUri}#${params}`;
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${params}`;
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?/;

/**
 * Whether a redirect URI is one of those registered. Every character counts, a trailing slash too; only the
 * port of a loopback address may be any (Genesys facts 6.2).
 */
function isRegistered(registered: readonly string[], asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  return registered.some((uri) => uri === asked || withoutLoopbackPort(uri) === withoutLoopbackPort(asked));
}

function withoutLoopbackPort(uri: string): string {
  return uri.replace(LOOPBACK, 'http://$1');
}
