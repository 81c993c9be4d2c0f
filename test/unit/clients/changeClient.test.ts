import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { ClientChange } from '../../../src/core/clients/change.ts';
import {
  type ChangeEffects,
  type ChangeOutcome,
  type ChangePreview,
  makeChange,
  prepareChange,
  type UndoOutcome,
  undoChange,
} from '../../../src/core/clients/changeClient.ts';
import { type ClientBody, readClientRecord, updateClient } from '../../../src/core/platform/clientRecord.ts';
import {
  createClient,
  deleteClient,
  type OAuthClientRequest,
} from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useOrg } from '../../org/useOrg.ts';

const INDEX = 'https://apps.mypurecloud.com/crm/index.html';
const OTHER = 'https://crm.test/callback';
const REQUEST: OAuthClientRequest = {
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [OTHER],
  scope: ['users'],
};
const ADD: readonly ClientChange[] = [
  { kind: 'add-redirect-uris', uris: [INDEX] },
  { kind: 'add-scopes', scopes: ['presence'] },
];
const PUT = { times: 1, method: 'PUT' } as const;

describe('Changing a client that exists', () => {
  const org = useOrg();
  let connection: Connection;
  let id: string;
  let effects: ChangeEffects;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
    const made = await createClient(connection, REQUEST);
    assert.ok(made.ok);
    ({ id } = made.value.client);
    effects = {
      read: async (signal) => await readClientRecord(connection, id, signal),
      write: async (body) => await updateClient(connection, id, body),
    };
  });

  async function stored(): Promise<Record<string, unknown>> {
    await org().turn({ troubles: [] });
    const read = await readClientRecord(connection, id);
    assert.ok(read.ok);
    return read.value;
  }

  async function previewed(changes = ADD): Promise<ChangePreview> {
    const prepared = await prepareChange(effects, changes);
    assert.ok(prepared.kind === 'ready', JSON.stringify(prepared));
    return prepared.preview;
  }

  async function made(changes = ADD): Promise<Extract<ChangeOutcome, { kind: 'changed' }>> {
    const outcome = await makeChange(effects, await previewed(changes), changes);
    assert.ok(outcome.kind === 'changed', JSON.stringify(outcome));
    return outcome;
  }

  /** As another administrator. */
  async function elsewhere(change: Partial<ClientBody>): Promise<void> {
    const body = { ...REQUEST, ...change };
    assert.ok((await updateClient(connection, id, body)).ok);
  }

  it('shows first what would change, and sends nothing', async () => {
    assert.deepEqual((await previewed()).differences, [
      { kind: 'list', field: 'registeredRedirectUri', added: [INDEX], removed: [] },
      { kind: 'list', field: 'scope', added: ['presence'], removed: [] },
    ]);
    assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
  });

  it('changes that and nothing else, and reads it back', async () => {
    const before = await stored();
    const { after, unexpected } = await made();
    assert.deepEqual(unexpected, []);
    const { dateModified: _, ...now } = await stored();
    const { dateModified: __, ...was } = before;
    assert.deepEqual(now, { ...was, registeredRedirectUri: [OTHER, INDEX], scope: ['users', 'presence'] });
    assert.deepEqual(after.registeredRedirectUri, [OTHER, INDEX]);
  });

  it('has nothing to do the second time', async () => {
    await made();
    assert.equal((await prepareChange(effects, ADD)).kind, 'unchanged');
  });

  it('never overwrites what somebody else has changed since the preview, and shows it anew', async () => {
    const preview = await previewed();
    await elsewhere({ description: 'Used by the night shift' });
    const outcome = await makeChange(effects, preview, ADD);
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.ok(outcome.now.kind === 'ready');
    assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
    const second = await makeChange(effects, outcome.now.preview, ADD);
    assert.equal(second.kind, 'changed');
    const { description, registeredRedirectUri } = await stored();
    assert.equal(description, 'Used by the night shift');
    assert.deepEqual(registeredRedirectUri, [OTHER, INDEX]);
  });

  it('does nothing when somebody else has made the same change since the preview', async () => {
    const preview = await previewed();
    await elsewhere({ registeredRedirectUri: [OTHER, INDEX], scope: ['users', 'presence'] });
    const outcome = await makeChange(effects, preview, ADD);
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.equal(outcome.now.kind, 'unchanged');
  });

  it('can be cancelled until the change is sent', async () => {
    const preview = await previewed();
    const abort = new AbortController();
    abort.abort();
    const outcome = await makeChange(effects, preview, ADD, abort.signal);
    assert.deepEqual(outcome, { kind: 'failed', error: { kind: 'cancelled' } });
    const late = new AbortController();
    const reading: ChangeEffects = {
      ...effects,
      read: async () => {
        const answer = await effects.read();
        late.abort();
        return answer;
      },
    };
    assert.equal((await makeChange(reading, preview, ADD, late.signal)).kind, 'failed');
    assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
  });

  for (const kind of ['lost', 'truncated'] as const) {
    it(`after an answer that was ${kind}: sees that the change was made`, async () => {
      const preview = await previewed();
      await org().turn({ troubles: [{ kind, ...PUT }] });
      const outcome = await makeChange(effects, preview, ADD);
      assert.ok(outcome.kind === 'changed');
      assert.deepEqual(outcome.unexpected, []);
    });
  }

  for (const kind of ['dropped', 'server-error', 'html'] as const) {
    it(`after ${kind}: sees that nothing was changed`, async () => {
      const preview = await previewed();
      await org().turn({ troubles: [{ kind, ...PUT }] });
      assert.equal((await makeChange(effects, preview, ADD)).kind, 'failed');
      assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
    });
  }

  it('after a request that was lost: does not take what somebody else has changed meanwhile for its own', async () => {
    const preview = await previewed();
    const cutOff: ChangeEffects = {
      ...effects,
      write: async () => {
        await elsewhere({ description: 'Used by the night shift' });
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    assert.equal((await makeChange(cutOff, preview, ADD)).kind, 'failed');
  });

  it('says that it is not certain when the answer and the look after it are both lost', async () => {
    const preview = await previewed();
    let lost = false;
    const cutOff: ChangeEffects = {
      read: async () =>
        lost ? { ok: false, error: { kind: 'unreachable', reason: 'ENOTFOUND' } } : await effects.read(),
      write: async (body) => {
        await effects.write(body);
        lost = true;
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    assert.deepEqual(await makeChange(cutOff, preview, ADD), {
      kind: 'uncertain',
      error: { kind: 'timeout', seconds: 30 },
      lookup: { kind: 'unreachable', reason: 'ENOTFOUND' },
    });
  });

  for (const [kind, error] of [
    ['forbidden', 'forbidden'],
    ['too-many-requests', 'rate-limited'],
  ] as const) {
    it(`after ${kind}: says so, and nothing was changed`, async () => {
      const preview = await previewed();
      await org().turn({ troubles: [{ kind, ...PUT }] });
      const outcome = await makeChange(effects, preview, ADD);
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.error.kind, error);
      assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
    });
  }

  it('says so when the client is gone, before and after the preview', async () => {
    const preview = await previewed();
    assert.ok((await deleteClient(connection, id, REQUEST)).ok);
    for (const outcome of [await prepareChange(effects, ADD), await makeChange(effects, preview, ADD)]) {
      assert.ok(outcome.kind === 'failed' && outcome.error.kind === 'rejected');
      assert.equal(outcome.error.answer.code, 'client.not.found');
    }
  });

  it('refuses what the client cannot have, without sending it', async () => {
    const uris = Array.from({ length: 126 }, (_, index) => `https://crm.test/${index}`);
    const prepared = await prepareChange(effects, [{ kind: 'add-redirect-uris', uris }]);
    assert.ok(prepared.kind === 'refused');
    assert.equal(prepared.refusal.kind, 'too-many-redirect-uris');
  });

  it('tells where the org made something else of it', async () => {
    const preview = await previewed();
    const wilful: ChangeEffects = {
      ...effects,
      write: async (body) => await effects.write({ ...body, accessTokenValiditySeconds: 86_400 }),
    };
    const outcome = await makeChange(wilful, preview, ADD);
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.unexpected, [
      { kind: 'value', field: 'accessTokenValiditySeconds', before: '64800', after: '86400' },
    ]);
  });

  describe('and taking that back', () => {
    it('gives it back what it had', async () => {
      const before = await stored();
      await undoChange(effects, await made());
      const { dateModified: _, ...now } = await stored();
      const { dateModified: __, ...was } = before;
      assert.deepEqual(now, was);
    });

    it('makes one that was disabled so again', async () => {
      await elsewhere({ state: 'disabled' });
      await undoChange(effects, await made([{ kind: 'activate' }]));
      assert.equal((await stored())['state'], 'disabled');
    });

    it('is refused when somebody has changed it since, and changes nothing', async () => {
      const change = await made();
      await elsewhere({ scope: ['users', 'presence'], registeredRedirectUri: [INDEX] });
      const undone = await undoChange(effects, change);
      assert.deepEqual(undone, {
        kind: 'changed-since',
        differences: [{ kind: 'list', field: 'registeredRedirectUri', added: [], removed: [OTHER] }],
      });
      assert.deepEqual((await stored())['registeredRedirectUri'], [INDEX]);
    });

    describe('after somebody else has changed the client before it could be read back', () => {
      /** What it is to be by then. */
      async function overtaken(change: Partial<ClientBody>): Promise<UndoOutcome> {
        const preview = await previewed();
        const busy: ChangeEffects = {
          ...effects,
          write: async (body) => {
            const answer = await effects.write(body);
            await elsewhere({ ...body, ...change });
            return answer;
          },
        };
        const outcome = await makeChange(busy, preview, ADD);
        assert.ok(outcome.kind === 'changed');
        return await undoChange(effects, outcome);
      }

      it('keeps what is theirs', async () => {
        assert.equal((await overtaken({ description: 'Used by the night shift' })).kind, 'undone');
        const { description, registeredRedirectUri } = await stored();
        assert.equal(description, 'Used by the night shift');
        assert.deepEqual(registeredRedirectUri, [OTHER]);
      });

      it('is refused when it was the same list, and changes nothing', async () => {
        const theirs = [OTHER, INDEX, `${OTHER}/theirs`];
        assert.equal((await overtaken({ registeredRedirectUri: theirs })).kind, 'changed-since');
        assert.deepEqual((await stored())['registeredRedirectUri'], theirs);
      });
    });

    it('says so when it fails, and what stands', async () => {
      const change = await made();
      await org().turn({ troubles: [{ kind: 'forbidden', ...PUT }] });
      const undone = await undoChange(effects, change);
      assert.ok(undone.kind === 'failed' && undone.error.kind === 'forbidden');
      assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER, INDEX]);
    });

    it('is seen to be done when its answer was lost', async () => {
      const change = await made();
      await org().turn({ troubles: [{ kind: 'lost', ...PUT }] });
      assert.equal((await undoChange(effects, change)).kind, 'undone');
      assert.deepEqual((await stored())['registeredRedirectUri'], [OTHER]);
    });
  });
});
