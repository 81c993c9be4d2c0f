import assert from 'node:assert/strict';
import { beforeEach } from 'mocha';
import { type ClientEffects, clientEffects } from '../../../src/core/operations/changeClient.ts';
import type { ClientBody, ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import {
  createClient,
  type OAuthClientRequest,
  resetSecret,
} from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import type { TroubleAsked, TroubleKind } from '../../../src/practiceOrg/practice/troubles.ts';
import type { OrgUnderTest } from '../../org/client.ts';

const REQUEST: OAuthClientRequest = {
  name: 'Agent desktop',
  description: 'Of the help line',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/callback'],
  scope: ['users'],
};

/** The kinds that end a call at once, and are about any call. */
export const spoilingKinds = [
  'forbidden',
  'expired-token',
  'signed-out',
  'too-many-requests',
  'server-error',
  'unavailable',
  'dropped',
  'lost',
  'truncated',
  'html',
  'empty',
  'wrong-types',
  'nulls',
] as const satisfies readonly TroubleKind[];

/** Whoever is asked to come again later may come at once, so that nobody waits for nothing. */
export const atOnce = (kind: TroubleKind) => kind === 'too-many-requests' && { retryAfterSeconds: 0 };

/** What is said of a request that was not carried out, by the trouble that it met; the other two were carried out. */
export const NOT_CARRIED_OUT: Partial<Record<TroubleKind, PlatformError['kind']>> = {
  forbidden: 'forbidden',
  'expired-token': 'signed-out',
  'signed-out': 'signed-out',
  'too-many-requests': 'rate-limited',
  'server-error': 'server-error',
  unavailable: 'server-error',
  dropped: 'no-answer',
  html: 'unexpected-answer',
};

/** A client of the practice org, of which one request goes wrong. */
export type SpoiltClient = {
  readonly kind: TroubleKind;
  readonly id: string;
  /** Its secret as it was made. */
  readonly secret: string;
  /** How an operation touches it, until somebody is signed out by the trouble. */
  readonly effects: ClientEffects;
  reset(): ReturnType<typeof resetSecret>;
  /** The same without any trouble, for somebody who has just signed in. */
  readonly untroubled: ClientEffects;
  /** What the org has of it; undefined when it is gone. */
  stored(): Promise<ClientRecord | undefined>;
  /** The number of the request that goes wrong, counted from `begin`. */
  readonly request: number;
  begin(): void;
  /** What was sent since then: `read`, `write`, `remove`, `reset`. */
  readonly sent: readonly string[];
};

/**
 * Does the same with many clients at once: one for each of the requests that are sent, and each kind of trouble that the
 * practice org has. Each is known by its path, and touched by a person of its own.
 */
export function useSpoiltClients(org: () => OrgUnderTest) {
  let troubles: readonly TroubleAsked[];
  let turning: Promise<void>;
  let other: Connection;

  beforeEach(async () => {
    troubles = [];
    turning = org().turn({ callsPerMinute: 100_000 });
    other = await connection();
  });

  async function connection(): Promise<Connection> {
    const accessToken = await org().signIn('administrator');
    return { apiUrl: org().baseUrl, accessToken, language: 'en' };
  }

  /** One after the other, or an older list of troubles could arrive last. */
  async function turn(edit: (all: readonly TroubleAsked[]) => readonly TroubleAsked[]): Promise<void> {
    turning = turning.then(async () => {
      troubles = edit(troubles);
      await org().turn({ troubles });
    });
    await turning;
  }

  async function make(kind: TroubleKind, request: number): Promise<SpoiltClient> {
    const own = await connection();
    const made = await createClient(own, REQUEST);
    assert.ok(made.ok && made.value.secret !== undefined);
    const { client, secret } = made.value;
    const { id } = client;
    const trouble: TroubleAsked = {
      kind,
      times: 99,
      pathPrefix: `/api/v2/oauth/clients/${id}`,
      ...atOnce(kind),
    };
    const sent: string[] = [];
    let spoilt = 0;

    async function send<T>(what: string, request: () => Promise<T>): Promise<T> {
      sent.push(what);
      if (sent.length !== spoilt) return await request();
      await turn((all) => [...all, trouble]);
      const answer = await request();
      await turn((all) => all.filter((each) => each !== trouble));
      return answer;
    }

    const untroubled = clientEffects(async (call) => await call(other), id);
    const wire = clientEffects(async (call) => await call(own), id);
    return {
      kind,
      id,
      secret,
      untroubled,
      effects: {
        read: async (signal) => await send('read', async () => await wire.read(signal)),
        write: async (body) => await send('write', async () => await wire.write(body)),
        remove: async () => await send('remove', async () => await wire.remove()),
      },
      reset: async () => await send('reset', async () => await resetSecret(own, id)),
      stored: async () => {
        const read = await untroubled.read();
        if (read.ok) return read.value;
        assert.ok(read.error.kind === 'rejected' && read.error.answer.code === 'client.not.found');
        return undefined;
      },
      request,
      begin: () => {
        sent.splice(0);
        spoilt = request;
      },
      sent,
    };
  }

  return async function forEachTrouble(
    requests: number,
    work: (client: SpoiltClient) => Promise<void>,
  ): Promise<void> {
    const numbers = Array.from({ length: requests }, (_, index) => index + 1);
    const each = numbers.flatMap((request) => spoilingKinds.map((kind) => ({ kind, request })));
    await Promise.all(
      each.map(async ({ kind, request }) => {
        try {
          await work(await make(kind, request));
        } catch (error) {
          throw new Error(`${kind} at request ${request}: ${error}`, { cause: error });
        }
      }),
    );
  };
}

/** Makes it what it is to be before a test, as another administrator does. */
export async function prepared({ untroubled }: SpoiltClient, change: Partial<ClientBody>): Promise<void> {
  const read = await untroubled.read();
  assert.ok(read.ok);
  assert.ok((await untroubled.write({ ...read.value, ...change })).ok);
}
