import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type RotationEffects, rotateSecret } from '../../../src/core/operations/rotateSecret.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';

const NEW = 'canary-of-the-new-secret';
const client = { id: '0b1f0c5e-0000-4000-8000-000000000002', name: 'CRM' };

/** Effects that all succeed and write down what they were asked for, unless a test replaces one. */
function rehearse(replaced: Partial<RotationEffects> = {}): { effects: RotationEffects; calls: string[] } {
  const calls: string[] = [];
  const effects: RotationEffects = {
    begin: async () => undefined,
    end: async () => undefined,
    reset: async () => {
      calls.push('reset');
      return { ok: true, value: { client, secret: NEW } };
    },
    keep: async (secret) => {
      calls.push(`keep ${secret}`);
    },
    renewSessions: async (secret) => {
      calls.push(`renew ${secret}`);
    },
    ...replaced,
  };
  return { effects, calls };
}

describe('Rotating the secret of a client', () => {
  it('keeps the new one before anything else is done with it', async () => {
    const { effects, calls } = rehearse();
    assert.deepEqual(await rotateSecret(effects), { kind: 'kept', secret: NEW, signedOut: undefined });
    assert.deepEqual(calls, ['reset', `keep ${NEW}`, `renew ${NEW}`]);
  });

  it('hands the new one over where the keyring refuses it, and lets those signed in with it go on', async () => {
    const { effects, calls } = rehearse({
      keep: async () => {
        throw new Error('locked');
      },
    });
    assert.deepEqual(await rotateSecret(effects), { kind: 'not-kept', secret: NEW, reason: 'locked' });
    assert.deepEqual(calls, ['reset', `renew ${NEW}`]);
  });

  it('is kept although those who are signed in with the client could not be told', async () => {
    const { effects } = rehearse({
      renewSessions: async () => {
        throw new Error('locked');
      },
    });
    assert.deepEqual(await rotateSecret(effects), { kind: 'kept', secret: NEW, signedOut: 'locked' });
  });

  const certain: PlatformError[] = [
    { kind: 'forbidden', answer: { status: 403 } },
    { kind: 'signed-out', answer: { status: 401 } },
    { kind: 'rate-limited', answer: { status: 429 } },
    { kind: 'unreachable', reason: 'ENOTFOUND' },
  ];
  for (const error of certain) {
    it(`says after ${error.kind} that the old one still counts`, async () => {
      const { effects, calls } = rehearse({ reset: async () => ({ ok: false, error }) });
      assert.deepEqual(await rotateSecret(effects), { kind: 'not-changed', error });
      assert.deepEqual(calls, []);
    });
  }

  const lost: PlatformError[] = [
    { kind: 'timeout', seconds: 30 },
    { kind: 'no-answer', reason: 'ECONNRESET' },
    { kind: 'server-error', answer: { status: 500 } },
    { kind: 'unexpected-answer', answer: { status: 200 } },
  ];
  for (const error of lost) {
    it(`claims neither after ${error.kind}`, async () => {
      const { effects, calls } = rehearse({ reset: async () => ({ ok: false, error }) });
      assert.deepEqual(await rotateSecret(effects), { kind: 'lost' });
      assert.deepEqual(calls, []);
    });
  }

  it('claims neither for an answer without a secret', async () => {
    const { effects } = rehearse({ reset: async () => ({ ok: true, value: { client, secret: undefined } }) });
    assert.deepEqual(await rotateSecret(effects), { kind: 'lost' });
  });

  /** How the note goes, beside what is asked of the org. */
  async function notesOf(replaced: Partial<RotationEffects>): Promise<string[]> {
    const noted: string[] = [];
    const { effects } = rehearse(replaced);
    const { reset } = effects;
    await rotateSecret({
      ...effects,
      begin: async () => void noted.push('begin'),
      reset: async () => {
        noted.push('reset');
        return await reset();
      },
      end: async () => void noted.push('end'),
    });
    return noted;
  }

  it('is noted before the request is sent, until it is certain what came of it, and kept', async () => {
    const locked = async () => {
      throw new Error('locked');
    };
    assert.deepEqual(await notesOf({}), ['begin', 'reset', 'end']);
    for (const error of certain)
      assert.deepEqual(await notesOf({ reset: async () => ({ ok: false, error }) }), [
        'begin',
        'reset',
        'end',
      ]);
    for (const error of lost)
      assert.deepEqual(await notesOf({ reset: async () => ({ ok: false, error }) }), ['begin', 'reset']);
    assert.deepEqual(await notesOf({ keep: locked }), ['begin', 'reset']);
  });

  it('goes on where it cannot be noted', async () => {
    const refuse = async () => {
      throw new Error('ENOSPC');
    };
    const { effects } = rehearse({ begin: refuse, end: refuse });
    assert.equal((await rotateSecret(effects)).kind, 'kept');
  });
});
