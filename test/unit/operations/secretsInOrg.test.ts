import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepToken, makeToken, type TokenEffects } from '../../../src/core/operations/makeToken.ts';
import { type Rotation, rotateSecret } from '../../../src/core/operations/rotateSecret.ts';
import { clientCredentialsLogin } from '../../../src/core/platform/login.ts';
import type { TroubleKind } from '../../../src/practiceOrg/practice/troubles.ts';
import { automationClient } from '../../../src/practiceOrg/world/seed.ts';
import { useOrg } from '../../org/useOrg.ts';
import { atOnce, NOT_CARRIED_OUT, spoilingKinds, useSpoiltClients } from './spoiltClient.ts';

/** After these nobody is signed in any more. */
const ENDS_SIGN_IN: readonly TroubleKind[] = ['expired-token', 'signed-out'];

describe('An operation on the secret of a client of the practice org, without an editor', () => {
  const org = useOrg();
  const forEachTrouble = useSpoiltClients(org);

  describe('a rotation', () => {
    it('says which secret counts, whatever befalls its request', async () => {
      await forEachTrouble(1, async (client) => {
        const keyring: string[] = [];
        const rotate = async (reset = client.reset): Promise<Rotation> =>
          await rotateSecret({
            begin: async () => undefined,
            end: async () => undefined,
            reset,
            keep: async (secret) => void keyring.push(secret),
            renewSessions: async () => undefined,
          });
        client.begin();
        const outcome = await rotate();
        const said = NOT_CARRIED_OUT[client.kind];
        const isCertain = ['forbidden', 'signed-out', 'rate-limited'].includes(said ?? '');
        assert.equal(outcome.kind, isCertain ? 'not-changed' : 'lost');
        assert.deepEqual(keyring, []);
        if (said !== undefined) assert.ok(await counts(client.id, client.secret));
        if (outcome.kind !== 'lost' || ENDS_SIGN_IN.includes(client.kind)) return;
        assert.equal((await rotate()).kind, 'kept');
        assert.ok(await counts(client.id, keyring[0] ?? ''));
        assert.equal(await counts(client.id, client.secret), false);
      });
    });
  });

  describe('a token', () => {
    const { id, secret } = automationClient;

    for (const kind of spoilingKinds) {
      it(`is not made after ${kind} at the login, which is said, and the file learns of none`, async () => {
        const kept: string[] = [];
        const ends: string[] = [];
        const effects: TokenEffects = {
          secret: async () => secret,
          login: async (shown, signal) =>
            await clientCredentialsLogin(`${org().baseUrl}/login`, id, shown, signal),
          keepToken: async (token) => void kept.push(token),
          writeEnd: async (endsAt) => {
            ends.push(endsAt);
            return { kind: 'written', saved: true };
          },
        };
        const signal = new AbortController().signal;
        await org().turn({
          troubles: [{ kind, times: 1, pathPrefix: '/login/oauth/token', ...atOnce(kind) }],
        });
        const spoilt = await makeToken(effects, undefined, signal);
        assert.ok(spoilt.kind !== 'made' && spoilt.kind !== 'cancelled', spoilt.kind);
        assert.deepEqual([kept, ends], [[], []]);
        const made = await makeToken(effects, undefined, signal);
        assert.ok(made.kind === 'made', JSON.stringify(made));
        assert.equal((await keepToken(effects, made.token)).kind, 'kept');
        assert.deepEqual(ends, [made.token.endsAt]);
        const answer = await org().call(kept[0] ?? '', 'GET', '/api/v2/oauth/clients');
        assert.equal(answer.status, 200);
      });
    }
  });

  /** Whether the login host takes this secret for that of the client. */
  async function counts(id: string, secret: string): Promise<boolean> {
    const answer = await org().token(
      { grant_type: 'authorization_code', code: 'none', redirect_uri: 'https://crm.test/callback' },
      { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    );
    return answer.at('error') === 'invalid_grant';
  }
});
