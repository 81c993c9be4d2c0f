import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { LastUses } from '../../../src/host/clients/lastUses.ts';
import { useOrg } from '../../org/useOrg.ts';

describe('When a client was last used, asked by several at once', () => {
  const org = useOrg();
  let uses: LastUses;
  let told: number;
  let clientId: string;

  beforeEach(async () => {
    clientId = org().automationClient.id;
    const accessToken = await org().signIn('administrator');
    const to = { apiUrl: org().baseUrl, accessToken, language: 'en' };
    told = 0;
    uses = new LastUses({ connections: { call: async (_account, call) => await call(to) } }, () => {
      told += 1;
    });
  });

  const ask = async (signal?: AbortSignal) => await uses.ask('org', clientId, signal);

  it('is not waited for by whoever looks away, and goes on for the others', async () => {
    const ended = new AbortController();
    const [away, other] = [ask(ended.signal), ask()];
    ended.abort();
    assert.equal(await away, undefined);
    assert.deepEqual(await other, { kind: 'unused' });
    assert.deepEqual(uses.known('org', clientId), { kind: 'unused' });
    assert.equal(told, 1);
  });

  it('is asked no more once nobody waits, is not taken for what the org told, and is asked anew', async () => {
    const ended = new AbortController();
    const away = ask(ended.signal);
    ended.abort();
    assert.equal(await away, undefined);
    assert.equal(uses.known('org', clientId), undefined);
    assert.deepEqual(await ask(), { kind: 'unused' });
  });

  it('is known to who wants it from the last minutes only as long', async () => {
    await ask();
    assert.deepEqual(uses.known('org', clientId, 60_000), { kind: 'unused' });
    assert.equal(uses.known('org', clientId, -1), undefined);
    assert.deepEqual(uses.known('org', clientId), { kind: 'unused' });
  });

  it('is not asked for anybody who has looked away before', async () => {
    assert.equal(await ask(AbortSignal.abort()), undefined);
    assert.equal(uses.known('org', clientId), undefined);
  });
});
