import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientTokens } from '../../../src/core/operations/saveEffects.ts';
import { savedIn } from '../../wizard/context.ts';
import { aContext } from '../procedures/situations.ts';
import { CLIENT } from './rehearse.ts';

describe('The tokens of a new client', () => {
  it('say why where the keyring does not give the secret for them, so that Save stops and does not hang', async () => {
    const secrets = {
      keep: async () => undefined,
      get: async () => await Promise.reject(new Error('the keyring is locked')),
      keepToken: async () => undefined,
      forget: async () => undefined,
    };
    const saved = savedIn('scim', { name: CLIENT.name }, aContext());
    const tokens = new ClientTokens({ saved, secrets, language: 'en', wait: async () => undefined });
    const error = { kind: 'not-kept', reason: 'the keyring is locked' } as const;
    assert.deepEqual(await tokens.make(CLIENT.id), { ok: false, error });
    const step = { kind: 'prove', by: 'token', url: saved.place.apiUrl } as const;
    assert.deepEqual(await tokens.prove(step, CLIENT.id), { ok: false, error });
  });
});
