import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'mocha';
import type { Saved } from '../../../src/core/operations/run.ts';
import { type SecretKeeper, saveEffects } from '../../../src/core/operations/saveEffects.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { savedIn } from '../../wizard/context.ts';
import { json, useAnswers } from '../platform/useAnswers.ts';
import { aContext } from '../procedures/situations.ts';
import { CLIENT } from './rehearse.ts';

const REQUEST: OAuthClientRequest = {
  name: CLIENT.name,
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 3600,
};
const MADE = { ...REQUEST, id: 'client-new' };
const LOCKED = async () => await Promise.reject(new Error('the keyring is locked'));
const UNTOLD = { kind: 'forbidden', answer: { status: 403 } } as const;

describe('What a Save does in the world', () => {
  const answers = useAnswers();

  /** Effects in an org that answers these in turn, the last one again and again, and what was done by them. */
  async function effectsIn(
    turns: readonly RequestListener[],
    {
      secrets = {},
      ...differences
    }: { secrets?: Partial<SecretKeeper> } & Partial<Pick<Saved, 'before'>> = {},
  ) {
    const done: string[] = [];
    const waits: number[] = [];
    let turn = 0;
    const connection = await answers.answering((request, response) => {
      const listener = turns[Math.min(turn, turns.length - 1)];
      turn += 1;
      done.push(`${request.method} ${request.url}`);
      assert.ok(listener);
      listener(request, response);
    });
    const saved = savedIn('scim', { name: CLIENT.name }, aContext());
    const { apiUrl } = connection;
    const effects = saveEffects({
      saved: { ...saved, place: { ...saved.place, apiUrl, loginUrl: apiUrl }, ...differences },
      connected: async (call) => await call(connection),
      language: 'en',
      now: () => new Date(),
      wait: async (milliseconds) => void waits.push(milliseconds),
      secrets: {
        keep: async (client, secret) => void done.push(`keep ${JSON.stringify(client)} ${secret}`),
        get: async () => 'the secret',
        keepToken: async (id, token) => void done.push(`keep ${token} of ${id}`),
        forget: async (id) => void done.push(`forget ${id}`),
        ...secrets,
      },
      files: {
        writeScimFile: async () => ({ kind: 'written', saved: true }),
        editFrameworkFile: async () => ({ kind: 'written', saved: true }),
        createFrameworkFile: async () => ({ kind: 'written', saved: true }),
      },
    });
    return { effects, done, waits, saved };
  }

  const nothing = json(200, { entities: [] });
  const listing = json(200, { entities: [MADE] });
  const refused = json(400, { error: 'invalid_client', error_description: 'no such client' });
  const token = json(200, { access_token: 'a token', token_type: 'bearer', expires_in: 3600 });

  it('makes the client and reads it back, in the org of the moment', async () => {
    const { effects, done } = await effectsIn([
      json(200, { ...MADE, secret: 'the secret' }),
      json(200, MADE),
    ]);
    const made = await effects.createClient(REQUEST);
    assert.deepEqual(made, { ok: true, value: { client: MADE, secret: 'the secret' } });
    assert.deepEqual(await effects.readClient(MADE.id), { ok: true, value: MADE });
    assert.deepEqual(done, ['POST /api/v2/oauth/clients', `GET /api/v2/oauth/clients/${MADE.id}`]);
  });

  describe('to find the client of a lost request', () => {
    it('is to look again, later each time, because the org may still be making it', async () => {
      const { effects, waits } = await effectsIn([nothing, nothing, listing]);
      const found = await effects.findCreatedClient(REQUEST);
      assert.equal(found.ok && found.value?.id, MADE.id);
      assert.deepEqual(waits, [0, 700, 1500]);
    });

    it('comes to none where it is not there at the last look', async () => {
      const { effects, done } = await effectsIn([nothing]);
      assert.deepEqual(await effects.findCreatedClient(REQUEST), { ok: true, value: undefined });
      assert.equal(done.length, 3);
    });

    it('takes none that was there before', async () => {
      const before: Saved['before'] = { kind: 'known', value: { namesakes: [MADE.id] } };
      const { effects } = await effectsIn([listing], { before });
      assert.deepEqual(await effects.findCreatedClient(REQUEST), { ok: true, value: undefined });
    });

    it('proves nothing where nobody knows what was there before', async () => {
      const before = { kind: 'unknown', error: UNTOLD } as const;
      const { effects } = await effectsIn([listing], { before });
      assert.deepEqual(await effects.findCreatedClient(REQUEST), { ok: false, error: UNTOLD });
    });

    it('fails where the org does not list its clients', async () => {
      const { effects, done } = await effectsIn([json(403, {})]);
      const found = await effects.findCreatedClient(REQUEST);
      assert.ok(!found.ok && found.error.kind === 'forbidden');
      assert.equal(done.length, 1);
    });
  });

  describe('with the secret', () => {
    it('is to keep it beside what the client is called, and where it is', async () => {
      const { effects, done, saved } = await effectsIn([nothing]);
      assert.deepEqual(await effects.keepSecret(CLIENT, 'the secret'), { ok: true });
      const { region, practice, org } = saved.place;
      const kept = { id: CLIENT.id, name: CLIENT.name, orgName: org?.name, region, practice };
      assert.deepEqual(done, [`keep ${JSON.stringify(kept)} the secret`]);
    });

    it('says why it could not be kept', async () => {
      const { effects } = await effectsIn([nothing], { secrets: { keep: LOCKED } });
      const kept = await effects.keepSecret(CLIENT, 'the secret');
      assert.deepEqual(kept, { ok: false, reason: 'the keyring is locked' });
    });

    it('knows whether it is kept; a keyring that does not tell has none', async () => {
      assert.equal(await (await effectsIn([nothing])).effects.hasSecret(CLIENT.id), true);
      for (const get of [async () => undefined, LOCKED]) {
        const { effects } = await effectsIn([nothing], { secrets: { get } });
        assert.equal(await effects.hasSecret(CLIENT.id), false);
      }
    });
  });

  describe('to take the client back', () => {
    const inactive = json(200, { ...CLIENT, state: 'inactive' });

    it('forgets its secret once it is gone, and a keyring that refuses that is no failure', async () => {
      const { effects, done } = await effectsIn([inactive]);
      assert.deepEqual(await effects.deleteClient(CLIENT), { ok: true });
      assert.equal(done.at(-1), `forget ${CLIENT.id}`);
      const locked = await effectsIn([inactive], { secrets: { forget: LOCKED } });
      assert.deepEqual(await locked.effects.deleteClient(CLIENT), { ok: true });
    });

    it('keeps its secret where the client is still there', async () => {
      const { effects, done } = await effectsIn([inactive, json(403, {}), inactive]);
      const deleted = await effects.deleteClient(CLIENT);
      assert.ok(!deleted.ok && deleted.left === 'inactive');
      assert.ok(!done.includes(`forget ${CLIENT.id}`));
    });

    it('makes it active again where that is given up', async () => {
      const active = json(200, { ...CLIENT, state: 'active' });
      const { effects, done } = await effectsIn([inactive, active]);
      assert.ok((await effects.restoreClient(CLIENT)).ok);
      assert.ok(done.includes(`PUT /api/v2/oauth/clients/${CLIENT.id}`));
    });
  });

  describe('S6: to make a token', () => {
    it('keeps it, and tells when it ends', async () => {
      const { effects, done } = await effectsIn([token]);
      const made = await effects.makeToken(CLIENT.id);
      assert.ok(made.ok && Date.parse(made.endsAt ?? '') > Date.now());
      assert.deepEqual(done, ['POST /oauth/token', `keep a token of ${CLIENT.id}`]);
    });

    it('tries again where a client that is new is not known yet', async () => {
      const { effects, waits } = await effectsIn([refused, token]);
      assert.ok((await effects.makeToken(CLIENT.id)).ok);
      assert.equal(waits.length, 2);
    });

    it('tries no more often than it makes sense, and says how the login was refused', async () => {
      const { effects, done, waits } = await effectsIn([refused]);
      const made = await effects.makeToken(CLIENT.id);
      assert.ok(!made.ok && made.error.kind === 'login-refused' && made.error.code === 'invalid_client');
      assert.deepEqual([done.length, done.length > 1], [waits.length, true]);
    });

    it('tries once where it failed for another reason', async () => {
      const { effects, done } = await effectsIn([json(503, {})]);
      const made = await effects.makeToken(CLIENT.id);
      assert.ok(!made.ok && made.error.kind !== 'login-refused');
      assert.equal(done.length, 1);
    });

    it('fails where the keyring does not take it, or has no secret for it', async () => {
      const locked = await effectsIn([token], { secrets: { keepToken: LOCKED } });
      assert.deepEqual(await locked.effects.makeToken(CLIENT.id), {
        ok: false,
        error: { kind: 'not-kept', reason: 'the keyring is locked' },
      });
      const { effects, done } = await effectsIn([token], { secrets: { get: async () => undefined } });
      const made = await effects.makeToken(CLIENT.id);
      assert.deepEqual(made, { ok: false, error: { kind: 'no-secret' } });
      assert.deepEqual(done, []);
    });
  });

  describe('S7: to prove the client', () => {
    const url = 'https://api.elsewhere.test/api/v2/scim/v2/serviceproviderconfig';
    const config = json(200, { schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'] });

    it('is a token, and what it opens, at the address that the org has now', async () => {
      const { effects, done } = await effectsIn([token, config]);
      assert.deepEqual(await effects.prove({ kind: 'prove', by: 'scim', url }, CLIENT.id), { ok: true });
      assert.deepEqual(done, ['POST /oauth/token', 'GET /api/v2/scim/v2/serviceproviderconfig']);
    });

    it('is no proof where the token opens nothing', async () => {
      const { effects } = await effectsIn([token, json(403, {})]);
      const proof = await effects.prove({ kind: 'prove', by: 'scim', url }, CLIENT.id);
      assert.ok(!proof.ok && proof.error.kind === 'forbidden');
    });

    it('is the token alone where that is all there is to it', async () => {
      const { effects, done } = await effectsIn([token]);
      assert.deepEqual(await effects.prove({ kind: 'prove', by: 'token', url }, CLIENT.id), { ok: true });
      assert.deepEqual(done, ['POST /oauth/token']);
    });
  });
});
