import { setTimeout } from 'node:timers/promises';
import { clientCredentialsLogin, type LoginResult, type Token } from '../../core/platform/login.ts';
import type { Connection } from '../../core/platform/request.ts';
import { getServiceProviderConfig } from '../../core/platform/scim.ts';
import { tokenEndsAt } from '../../core/platform/tokenEnd.ts';
import type { Org } from '../../core/procedures/context.ts';
import type { ProveStep, TokenMade } from '../../core/procedures/execute.ts';
import type { ProofError } from '../../core/procedures/run.ts';
import { reasonOf } from '../../core/reason.ts';
import { TRIES_AFTER } from '../proof/newClient.ts';
import type { ClientSecrets } from '../secrets/clientSecrets.ts';

type TokenOrError = { ok: true; token: Token } | { ok: false; error: ProofError };

/** Tokens of the client that was just made, by the secret that was kept for it. */
export class ClientTokens {
  constructor(
    private readonly org: Org,
    private readonly secrets: ClientSecrets,
    private readonly language: string,
  ) {}

  /** Shows that the client works (rule S7): it gets a token, and the token opens what it is for. */
  async prove(step: ProveStep, clientId: string): Promise<{ ok: true } | { ok: false; error: ProofError }> {
    const result = await this.token(clientId);
    if (!result.ok || step.by === 'token') return result.ok ? { ok: true } : result;
    const connection: Connection = {
      apiUrl: this.org.apiUrl,
      accessToken: result.token.accessToken,
      language: this.language,
    };
    const read = await getServiceProviderConfig(connection, step.url.slice(this.org.apiUrl.length));
    return read.ok ? { ok: true } : read;
  }

  /** Makes a token for an identity provider and keeps it beside the secret (rule S6). */
  async make(clientId: string): Promise<TokenMade> {
    const result = await this.token(clientId);
    if (!result.ok) return result;
    const { accessToken, expiresInSeconds } = result.token;
    try {
      await this.secrets.keepToken(clientId, accessToken);
    } catch (error) {
      return { ok: false, error: { kind: 'not-kept', reason: reasonOf(error) } };
    }
    return { ok: true, endsAt: tokenEndsAt(new Date(), expiresInSeconds) };
  }

  private async token(clientId: string): Promise<TokenOrError> {
    const secret = await this.secrets.get(clientId);
    if (secret === undefined) return { ok: false, error: { kind: 'no-secret' } };
    let result: LoginResult = { ok: false, error: { kind: 'cancelled' } };
    for (const milliseconds of TRIES_AFTER) {
      await setTimeout(milliseconds);
      result = await clientCredentialsLogin(this.org.loginUrl, clientId, secret);
      if (result.ok || result.error.kind !== 'login-refused') break;
    }
    return result;
  }
}
