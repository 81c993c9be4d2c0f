import { createHash } from 'node:crypto';
import { findClient } from '../world/clients.ts';
import { fingerprint } from '../world/random.ts';
import type { Client } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { OAuthError } from './oauthError.ts';

/** The client that asks for a token, and whether it has proved that it is that client by its secret. */
export type AskingClient = { readonly client: Client; readonly proven: boolean };

/**
 * Who asks for a token: by HTTP Basic, or by `client_id` and `client_secret` in the form (RFC 6749, 2.3.1).
 * Throws `invalid_client` when the client is not known, may issue no tokens, or gives a wrong secret.
 */
export function askingClient(
  world: World,
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
): AskingClient {
  const basic = basicCredentials(authorization);
  const status = basic === undefined ? 400 : 401;
  const id = basic?.id ?? form.get('client_id');
  const secret = basic?.secret ?? form.get('client_secret');
  if (id === undefined) throw new OAuthError('invalid_client', 'client credentials are missing', status);
  const client = findClient(world, id);
  if (client === undefined) throw new OAuthError('invalid_client', 'client not found', status);
  if (client.state !== 'active') throw new OAuthError('invalid_client', 'client is not active', status);
  if (secret !== undefined && fingerprint(secret) !== client.secretFingerprint) {
    throw new OAuthError('invalid_client', 'authentication failed', status);
  }
  return { client, proven: secret !== undefined };
}

function basicCredentials(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^basic\s+([\w+/]+=*)\s*$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecoded(id), secret: formDecoded(secret.join(':')) };
}

/** Clients form-encode both halves before Base64, as the standard asks, or leave them as they are. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Whether a string has the form of a code verifier: 43 to 128 unreserved characters (RFC 7636, 4.1). */
export function isVerifier(verifier: string): boolean {
  return /^[\w.~-]{43,128}$/.test(verifier);
}

/** Whether a string has the form of an S256 challenge: a SHA-256 in base64url. */
export function isChallenge(challenge: string): boolean {
  return /^[\w-]{43}$/.test(challenge);
}

/** The S256 challenge of a verifier (RFC 7636, 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
