import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ChangeEffects, makeChange, prepareChange } from '../../../src/core/operations/changeClient.ts';
import type { ClientBody } from '../../../src/core/platform/clientRecord.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { uncertainChangeText } from '../../../src/core/texts/clientChanges.ts';
import { ADD, INDEX, OTHER, useClient } from './useClient.ts';

const UNREACHABLE: PlatformError = { kind: 'unreachable', reason: 'ENOTFOUND' };

describe('Changing a client that exists', () => {
  const client = useClient();

  it('shows first what would change, and sends nothing', async () => {
    assert.deepEqual((await client.previewed()).differences, [
      { kind: 'list', field: 'registeredRedirectUri', added: [INDEX], removed: [] },
      { kind: 'list', field: 'scope', added: ['presence'], removed: [] },
    ]);
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
  });

  it('changes that and nothing else, and reads it back', async () => {
    const before = await client.stored();
    const { after, unexpected } = await client.made();
    assert.deepEqual(unexpected, []);
    const { dateModified: _, ...now } = await client.stored();
    const { dateModified: __, ...was } = before;
    assert.deepEqual(now, { ...was, registeredRedirectUri: [OTHER, INDEX], scope: ['users', 'presence'] });
    assert.deepEqual(after.registeredRedirectUri, [OTHER, INDEX]);
  });

  it('has nothing to do the second time', async () => {
    await client.made();
    assert.equal((await prepareChange(client.effects, ADD)).kind, 'unchanged');
  });

  it('never overwrites what somebody else has changed since the preview, and shows it anew', async () => {
    const preview = await client.previewed();
    await client.elsewhere({ description: 'Used by the night shift' });
    const outcome = await makeChange(client.effects, preview, ADD);
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.ok(outcome.now.kind === 'ready');
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
    const second = await makeChange(client.effects, outcome.now.preview, ADD);
    assert.equal(second.kind, 'changed');
    const { description, registeredRedirectUri } = await client.stored();
    assert.equal(description, 'Used by the night shift');
    assert.deepEqual(registeredRedirectUri, [OTHER, INDEX]);
  });

  it('does nothing when somebody else has made the same change since the preview', async () => {
    const preview = await client.previewed();
    await client.elsewhere({ registeredRedirectUri: [OTHER, INDEX], scope: ['users', 'presence'] });
    const outcome = await makeChange(client.effects, preview, ADD);
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.equal(outcome.now.kind, 'unchanged');
  });

  it('can be cancelled until the change is sent', async () => {
    const preview = await client.previewed();
    const abort = new AbortController();
    abort.abort();
    const outcome = await makeChange(client.effects, preview, ADD, abort.signal);
    assert.deepEqual(outcome, { kind: 'failed', error: { kind: 'cancelled' } });
    const late = new AbortController();
    const reading: ChangeEffects = {
      ...client.effects,
      read: async () => {
        const answer = await client.effects.read();
        late.abort();
        return answer;
      },
    };
    const lateOutcome = await makeChange(reading, preview, ADD, late.signal);
    assert.deepEqual(lateOutcome, { kind: 'failed', error: { kind: 'cancelled' } });
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
  });

  for (const kind of ['lost', 'truncated'] as const) {
    it(`after an answer that was ${kind}: sees that the change was made`, async () => {
      const preview = await client.previewed();
      await client.spoil(kind);
      const outcome = await makeChange(client.effects, preview, ADD);
      assert.ok(outcome.kind === 'changed');
      assert.deepEqual(outcome.unexpected, []);
    });
  }

  for (const kind of ['server-error', 'html'] as const) {
    it(`after ${kind}: sees that nothing was changed`, async () => {
      const preview = await client.previewed();
      await client.spoil(kind);
      assert.equal((await makeChange(client.effects, preview, ADD)).kind, 'failed');
      assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
    });
  }

  it('after a request that was lost: does not take what somebody else has changed meanwhile for its own', async () => {
    const preview = await client.previewed();
    const cutOff: ChangeEffects = {
      ...client.effects,
      write: async () => {
        await client.elsewhere({ description: 'Used by the night shift' });
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    assert.equal((await makeChange(cutOff, preview, ADD)).kind, 'uncertain');
  });

  const unanswered: readonly PlatformError[] = [
    { kind: 'timeout', seconds: 30 },
    { kind: 'no-answer', reason: 'ECONNRESET' },
    { kind: 'cancelled' },
    { kind: 'server-error', answer: { status: 504 } },
  ];
  for (const error of unanswered) {
    const what = 'answer' in error ? error.answer.status : error.kind;
    it(`after ${what}: is not certain, although the client looks as before: it may come late`, async () => {
      const preview = await client.previewed();
      let late: ClientBody | undefined;
      const slow: ChangeEffects = {
        ...client.effects,
        write: async (body) => {
          late = body;
          return { ok: false, error };
        },
      };
      const outcome = await makeChange(slow, preview, ADD);
      assert.deepEqual(outcome, { kind: 'uncertain', error, lookup: undefined });
      const text = uncertainChangeText({ id: 'x', name: 'CRM' }, { error, lookup: undefined });
      assert.match(text.why, /still as it was, but Genesys Cloud may carry the request out yet/);
      assert.ok(late !== undefined && (await client.effects.write(late)).ok, 'which it does');
    });
  }

  it('after an answer that was lost: looks a second time, because the org may still be carrying it out', async () => {
    const preview = await client.previewed();
    let pending: ClientBody | undefined;
    const slow: ChangeEffects = {
      read: async () => {
        const answer = await client.effects.read();
        if (pending !== undefined) await client.effects.write(pending);
        return answer;
      },
      write: async (body) => {
        pending = body;
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    const outcome = await makeChange(slow, preview, ADD);
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.after.registeredRedirectUri, [OTHER, INDEX]);
  });

  it('after an answer that was lost: is certain once it has seen the change, whatever is lost then', async () => {
    const preview = await client.previewed();
    let looks: number | undefined;
    const failing: ChangeEffects = {
      read: async () => {
        if (looks !== undefined) looks += 1;
        return looks === 2 ? { ok: false, error: UNREACHABLE } : await client.effects.read();
      },
      write: async (body) => {
        await client.effects.write(body);
        looks = 0;
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    assert.equal((await makeChange(failing, preview, ADD)).kind, 'changed');
  });

  it('after a refusal: is certain that nothing was changed, although the client cannot be read any more', async () => {
    const preview = await client.previewed();
    const error: PlatformError = { kind: 'signed-out', answer: { status: 401 } };
    let isSignedOut = false;
    const signedOut: ChangeEffects = {
      read: async () => (isSignedOut ? { ok: false, error } : await client.effects.read()),
      write: async () => {
        isSignedOut = true;
        return { ok: false, error };
      },
    };
    assert.deepEqual(await makeChange(signedOut, preview, ADD), { kind: 'failed', error });
  });

  it('says that it is not certain when the answer and the look after it are both lost', async () => {
    const preview = await client.previewed();
    let lost = false;
    const cutOff: ChangeEffects = {
      read: async () => (lost ? { ok: false, error: UNREACHABLE } : await client.effects.read()),
      write: async (body) => {
        await client.effects.write(body);
        lost = true;
        return { ok: false, error: { kind: 'timeout', seconds: 30 } };
      },
    };
    assert.deepEqual(await makeChange(cutOff, preview, ADD), {
      kind: 'uncertain',
      error: { kind: 'timeout', seconds: 30 },
      lookup: UNREACHABLE,
    });
  });

  for (const [kind, error] of [
    ['forbidden', 'forbidden'],
    ['too-many-requests', 'rate-limited'],
  ] as const) {
    it(`after ${kind}: says so, and nothing was changed`, async () => {
      const preview = await client.previewed();
      await client.spoil(kind);
      const outcome = await makeChange(client.effects, preview, ADD);
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.error.kind, error);
      assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
    });
  }

  it('says so when the client is gone, before and after the preview', async () => {
    const preview = await client.previewed();
    await client.deleteElsewhere();
    for (const outcome of [
      await prepareChange(client.effects, ADD),
      await makeChange(client.effects, preview, ADD),
    ]) {
      assert.ok(outcome.kind === 'failed' && outcome.error.kind === 'rejected');
      assert.equal(outcome.error.answer.code, 'client.not.found');
    }
  });

  it('refuses what the client cannot have, without sending it', async () => {
    const uris = Array.from({ length: 126 }, (_, index) => `https://crm.test/${index}`);
    const prepared = await prepareChange(client.effects, [{ kind: 'add-redirect-uris', uris }]);
    assert.ok(prepared.kind === 'refused');
    assert.equal(prepared.refusal.kind, 'too-many-redirect-uris');
  });

  it('tells where the org made something else of it', async () => {
    const preview = await client.previewed();
    const wilful: ChangeEffects = {
      ...client.effects,
      write: async (body) => await client.effects.write({ ...body, accessTokenValiditySeconds: 86_400 }),
    };
    const outcome = await makeChange(wilful, preview, ADD);
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.unexpected, [
      { kind: 'value', field: 'accessTokenValiditySeconds', before: '64800', after: '86400' },
    ]);
  });
});
