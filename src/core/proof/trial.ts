import type { PlatformError, Result } from '../platform/errors.ts';
import { beginLogin, endLogin, type LoginClient, type LoginResult } from '../platform/login.ts';
import type { LoginError } from '../platform/loginError.ts';
import { beginImplicitLogin, endImplicitLogin } from '../platform/loginPage.ts';
import { getMe } from '../platform/me.ts';
import type { Connection } from '../platform/request.ts';
import { deleteToken, getToken } from '../platform/tokens.ts';
import type { ProofFailure, Proven } from './proof.ts';

/** A login with a client that is to show that it works. */
export type Trial = {
  /** Where the person goes. */
  url: URL;
  /** By which the answer is known. */
  state: string;
  /** Makes a token of the address that the browser was sent back to. `secret` is asked for when only it helps. */
  end(returnedTo: URL, secret: () => Promise<string | undefined>, signal: AbortSignal): Promise<LoginResult>;
};

/** Begins the login that the grant type of the client asks for (rules G8 and G9). */
export async function beginTrial(grant: 'CODE' | 'TOKEN', client: LoginClient): Promise<Trial> {
  switch (grant) {
    case 'CODE': {
      const login = await beginLogin(client);
      return {
        url: login.url,
        state: login.state,
        end: async (returnedTo, secret, signal) => {
          const ended = async (clientSecret?: string) =>
            await endLogin(login, returnedTo, signal, clientSecret);
          const result = await ended();
          // Only a client that must show its secret is refused as one that did not show who it is.
          if (result.ok || !isAboutClient(result.error)) return result;
          const clientSecret = await secret();
          return clientSecret === undefined ? result : await ended(clientSecret);
        },
      };
    }
    case 'TOKEN': {
      const login = beginImplicitLogin(client);
      return { ...login, end: async (returnedTo) => endImplicitLogin(login, returnedTo) };
    }
  }
}

function isAboutClient(error: Extract<LoginResult, { ok: false }>['error']): boolean {
  return error.kind === 'login-refused' && error.code === 'invalid_client';
}

/** Milliseconds before each try: a login host may take a moment to know a new client. */
export const TRIES_AFTER = [0, 1000, 3000];

/**
 * Uses the token of this connection for what harms nobody, and ends it, however that went. A token that may tell
 * nothing, because the client lacks the scope for it, is accepted all the same.
 */
export async function checkToken(connection: Connection, signal: AbortSignal): Promise<Result<Proven>> {
  const [token, me] = await Promise.all([getToken(connection, signal), getMe(connection, signal)]);
  const tokenEnded = wasEnded(await deleteToken(connection));
  const error = errorOf(token) ?? errorOf(me);
  if (error !== undefined) return { ok: false, error };
  return {
    ok: true,
    value: {
      ...(me.ok && { person: me.value.name }),
      ...(token.ok && token.value.organization.name && { orgName: token.value.organization.name }),
      ...(tokenEnded !== undefined && { tokenEnded }),
    },
  };
}

/** Undefined where nobody knows: that it has ended is what the org itself says of it, and not any 401 on the way. */
function wasEnded(ended: Result<unknown>): boolean | undefined {
  if (ended.ok) return true;
  const { error } = ended;
  if (error.kind === 'signed-out') return error.answer.code === 'bad.credentials' ? true : undefined;
  return error.kind === 'forbidden' ? false : undefined;
}

/** What stands against a token; that it may not do this is not. */
function errorOf(result: Result<unknown>): PlatformError | undefined {
  return result.ok || result.error.kind === 'forbidden' ? undefined : result.error;
}

/** What the end of a login means for whoever tried it: `cancelled` here, `left` on the login page, or a failure. */
export function outcomeOfLogin(
  error: LoginError,
): { kind: 'cancelled' | 'left' } | { kind: 'failed'; failure: ProofFailure } {
  if (error.kind === 'cancelled') return { kind: 'cancelled' };
  if (error.kind !== 'login-refused') return { kind: 'failed', failure: { kind: 'not-reached', error } };
  const { code, description } = error;
  switch (code) {
    case 'access_denied':
      return { kind: 'left' };
    case 'invalid_client':
      return { kind: 'failed', failure: { kind: 'secret-refused', description } };
    case 'invalid_grant':
      return { kind: 'failed', failure: { kind: 'code-refused', description } };
    case 'unauthorized_client':
    case 'unsupported_response_type':
      return { kind: 'failed', failure: { kind: 'other-grant' } };
    default:
      return { kind: 'failed', failure: { kind: 'login-refused', code, description } };
  }
}

/** A redirect URI up to its port, the port if it names one, and the rest. */
const PARTS = /^(http:\/\/(?:\[[^\]]*\]|[^/?#:]*))(?::(\d+))?([/?#].*)?$/i;

/** The port that a redirect URI of this computer names; 0 for none. */
export function portNamedBy(redirectUri: string): number {
  return Number(PARTS.exec(redirectUri)?.[2] ?? 0);
}

/**
 * The redirect URI, letter by letter as it was registered, at the port that the browser reaches: any port is accepted
 * where none was named (Genesys facts 6.2). Undefined where another one was.
 */
export function atPort(registered: string, port: number): string | undefined {
  const [, before, own, rest = ''] = PARTS.exec(registered) ?? [];
  if (own !== undefined) return Number(own) === port ? registered : undefined;
  return before === undefined ? undefined : `${before}:${port}${rest}`;
}
