import type { PlatformError, Result } from '../../src/core/platform/errors.ts';
import { refreshLogin } from '../../src/core/platform/login.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import type { FailureText } from '../../src/core/texts/failures.ts';
import { loggedBy, steer } from '../host/steer.ts';
import { type OrgUnderTest, valueAt } from '../org/client.ts';
import { OrgDesk } from '../wizard/orgDesk.ts';
import { hurriedClock } from './hurry.ts';

/** More calls than any operation makes in a minute: what is refused is refused by the trouble. */
const CALLS_PER_MINUTE = 1_000_000;

/** A practice org on its first day, and the ways in which an operation under test touches it and is looked after. */
export class FaultDesk {
  /** What the operation keeps, by the ID of the client. */
  readonly keyring = new Map<string, string>();
  /** Every token and secret that anybody here has, none of which may be told. */
  readonly secrets = new Set<string>();
  /** For what is done in the wizard. */
  readonly wizardDesk: OrgDesk;

  private constructor(
    readonly org: OrgUnderTest,
    frameworkText: string,
  ) {
    this.wizardDesk = new OrgDesk(org, frameworkText);
    this.wizardDesk.now = hurriedClock();
  }

  static async at(org: OrgUnderTest, frameworkText: string): Promise<FaultDesk> {
    await steer(org, 'POST', 'reset');
    await org.turn({ callsPerMinute: CALLS_PER_MINUTE });
    return new FaultDesk(org, frameworkText);
  }

  /** Somebody who is signed in, as the extension connects them: renewed without being asked while that is possible. */
  async connection(person = 'administrator'): Promise<Connection> {
    const login = await this.org.logIn(person);
    const { baseUrl, signInClient } = this.org;
    let refreshToken = login.at('refresh_token');
    const renewOnce = async (refused: string): Promise<Result<string> | undefined> => {
      if (connection.accessToken !== refused) return { ok: true, value: connection.accessToken };
      if (typeof refreshToken !== 'string') return undefined;
      const next = await refreshLogin(`${baseUrl}/login`, signInClient.id, this.noted(refreshToken));
      if (!next.ok) return next.error.kind === 'login-refused' ? undefined : { ok: false, error: next.error };
      refreshToken = next.token.refreshToken;
      connection.accessToken = this.noted(next.token.accessToken);
      return { ok: true, value: connection.accessToken };
    };
    let renewing: ReturnType<typeof renewOnce> | undefined;
    const renew = async (refused: string) => {
      renewing ??= renewOnce(refused).finally(() => {
        renewing = undefined;
      });
      return await renewing;
    };
    const accessToken = this.noted(String(login.at('access_token')));
    const connection: Connection = { apiUrl: baseUrl, accessToken, language: 'en', renew };
    return connection;
  }

  /** A client of this org, made by somebody before. */
  async clientMade(request: OAuthClientRequest): Promise<{ id: string; name: string; secret: string }> {
    const made = await createClient(await this.connection(), request);
    if (!made.ok) throw new Error(`A client could not be made: ${made.error.kind}`);
    const { client, secret = '' } = made.value;
    this.noted(secret);
    return { id: client.id, name: client.name, secret };
  }

  /** Nothing goes wrong any more. */
  async calm(): Promise<void> {
    await this.org.turn({ troubles: [] });
  }

  /** What the org answers its administrator, who meets no trouble. */
  async seen(path: string): Promise<unknown> {
    const answer = await this.org.call(await this.org.signIn('administrator'), 'GET', path);
    return answer.status === 200 ? answer.body : undefined;
  }

  /** The clients whose names begin so: somebody else may have renamed them. */
  async clientsNamed(name: string): Promise<readonly Record<string, unknown>[]> {
    const all = valueAt(await this.seen('/api/v2/oauth/clients'), 'entities');
    return (Array.isArray(all) ? all : []).filter((each) => String(each.name).startsWith(name));
  }

  /** Whether the login host takes this secret for that of the client. */
  async isSecretOf(id: string, secret: string): Promise<boolean> {
    const answer = await this.org.token(
      { grant_type: 'authorization_code', code: 'none', redirect_uri: 'http://localhost' },
      { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    );
    return answer.at('error') !== 'invalid_client';
  }

  /** Every request since the reset, or since so many of them. */
  async requests(from = 0): Promise<readonly { method: string; path: string }[]> {
    return (await loggedBy(this.org)).slice(from);
  }

  noted(secret: string): string {
    this.secrets.add(secret);
    return secret;
  }
}

/** The lines of a text that tells of a failure. */
export function linesOf({ what, why, next, details }: FailureText): string[] {
  return [what, why, next, ...details];
}

export function errorsOf(
  ...errors: readonly (Pick<PlatformError, 'kind'> | { kind: string } | undefined)[]
): string[] {
  return errors.flatMap((error) => (error === undefined ? [] : [error.kind]));
}
