import { clientCredentialsLogin, type LoginResult, type Token } from '../platform/login.ts';
import { getServiceProviderConfig } from '../platform/scim.ts';
import { tokenEndsAt } from '../platform/tokenEnd.ts';
import { TRIES_AFTER } from '../proof/newClient.ts';
import { reasonOf } from '../reason.ts';
import type { ProveStep, TokenMade } from './effects.ts';
import type { ProofError } from './run.ts';
import type { SaveTools } from './saveTools.ts';

type TokenOrError = { ok: true; token: Token } | { ok: false; error: ProofError };

/** Tokens of the client that was just made, by the secret that was kept for it. */
export class ClientTokens {
  constructor(private readonly tools: Pick<SaveTools, 'saved' | 'secrets' | 'language' | 'wait'>) {}

  /** Shows that the client works (rule S7): it gets a token, and the token opens what it is for. */
  async prove(step: ProveStep, clientId: string): Promise<{ ok: true } | { ok: false; error: ProofError }> {
    const result = await this.token(clientId);
    if (!result.ok || step.by === 'token') return result.ok ? { ok: true } : result;
    const { language, saved } = this.tools;
    const { apiUrl } = saved.place;
    const connection = { apiUrl, accessToken: result.token.accessToken, language };
    const read = await getServiceProviderConfig(connection, step.url.slice(apiUrl.length));
    return read.ok ? { ok: true } : read;
  }

  /** Makes a token for an identity provider and keeps it beside the secret (rule S6). */
  async make(clientId: string): Promise<TokenMade> {
    const result = await this.token(clientId);
    if (!result.ok) return result;
    const { accessToken, expiresInSeconds } = result.token;
    try {
      await this.tools.secrets.keepToken(clientId, accessToken);
    } catch (error) {
      return { ok: false, error: { kind: 'not-kept', reason: reasonOf(error) } };
    }
    return { ok: true, endsAt: tokenEndsAt(new Date(), expiresInSeconds) };
  }

  private async token(clientId: string): Promise<TokenOrError> {
    const { secrets, saved, wait } = this.tools;
    let secret: string | undefined;
    try {
      secret = await secrets.get(clientId);
    } catch (error) {
      return { ok: false, error: { kind: 'not-kept', reason: reasonOf(error) } };
    }
    if (secret === undefined) return { ok: false, error: { kind: 'no-secret' } };
    let result: LoginResult = { ok: false, error: { kind: 'cancelled' } };
    for (const milliseconds of TRIES_AFTER) {
      await wait(milliseconds);
      result = await clientCredentialsLogin(saved.place.loginUrl, clientId, secret);
      if (result.ok || result.error.kind !== 'login-refused') break;
    }
    return result;
  }
}
