import type { LoginResult, Token } from '../platform/login.ts';
import type { LoginError } from '../platform/loginError.ts';
import { tokenEndsAt } from '../platform/tokens.ts';
import { reasonOf } from '../reason.ts';
import type { ScimFileResult } from './effects.ts';

/** The only ways in which making a token for an identity provider touches the world. */
export type TokenEffects = {
  /** The secret of the client that is kept here. */
  secret(): Promise<string | undefined>;
  /** Never rejects. */
  login(secret: string, signal: AbortSignal): Promise<LoginResult>;
  /** Rejects when the keyring does. */
  keepToken(token: string): Promise<void>;
  /** Writes the end of the token (ISO 8601) into the SCIM config file. Never rejects. */
  writeEnd(endsAt: string): Promise<ScimFileResult>;
};

/** A token that nobody has yet. */
export type NewToken = { readonly accessToken: string; readonly endsAt: string | undefined };

/** What the first half has come to: nothing in file or keyring has changed. */
export type TokenTry =
  | { readonly kind: 'made'; readonly token: NewToken }
  /** Nobody has the secret, or the one that was shown is not right. */
  | { readonly kind: 'needs-secret'; readonly isWrong: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-made'; readonly error: LoginError };

/** What the second half has come to: `file` is what became of its end there, undefined where it has none. */
export type TokenKept =
  | { readonly kind: 'kept'; readonly file: ScimFileResult | undefined }
  /** The token is here and nowhere else, and the file still has the end of the old one. */
  | { readonly kind: 'not-kept'; readonly reason: string };

/**
 * Makes a token with the secret that is given, or else with the one that is kept (rule S6). It is not noted before: where
 * its answer is lost, the org has one more token, which ends by itself, and the one in use goes on.
 */
export async function makeToken(
  { secret: keptSecret, login }: Pick<TokenEffects, 'secret' | 'login'>,
  given: string | undefined,
  signal: AbortSignal,
): Promise<TokenTry> {
  const secret = given ?? (await keptSecret());
  if (secret === undefined) return { kind: 'needs-secret', isWrong: false };
  const result = await login(secret, signal);
  if (result.ok) return { kind: 'made', token: newToken(result.token) };
  const { error } = result;
  if (error.kind === 'cancelled') return { kind: 'cancelled' };
  const isWrong = error.kind === 'login-refused' && error.code === 'invalid_client';
  return isWrong ? { kind: 'needs-secret', isWrong } : { kind: 'not-made', error };
}

function newToken({ accessToken, expiresInSeconds }: Token): NewToken {
  return { accessToken, endsAt: tokenEndsAt(new Date(), expiresInSeconds) };
}

/**
 * Keeps a token, and then lets the file know its end: that of a token which nobody has would silence the warning of the
 * one that is in use, and about to die.
 */
export async function keepToken(
  effects: Pick<TokenEffects, 'keepToken' | 'writeEnd'>,
  token: NewToken,
): Promise<TokenKept> {
  try {
    await effects.keepToken(token.accessToken);
  } catch (thrown) {
    return { kind: 'not-kept', reason: reasonOf(thrown) };
  }
  return { kind: 'kept', file: await noteEnd(effects, token) };
}

/** Lets the file know the end of a token that the person has, although it could not be kept. */
export async function noteEnd(
  { writeEnd }: Pick<TokenEffects, 'writeEnd'>,
  { endsAt }: NewToken,
): Promise<ScimFileResult | undefined> {
  return endsAt === undefined ? undefined : await writeEnd(endsAt);
}
