import type { PlatformError } from '../../src/core/platform/errors.ts';
import type { Effects } from '../../src/core/procedures/execute.ts';

export const NEW_ID = '0b7de4aa-6b0c-4bb2-9a3d-8a2f0c7e5d11';

/** Nothing goes wrong. Each test replaces what is to go wrong in it. */
export function workingEffects(): Effects {
  return {
    createClient: async (request) => ({
      ok: true,
      value: { client: { id: NEW_ID, ...request }, secret: 'kept by the keyring' },
    }),
    findCreatedClient: async () => ({ ok: true, value: undefined }),
    keepSecret: async () => ({ ok: true }),
    editFrameworkFile: async () => ({ kind: 'written', saved: true }),
    createFrameworkFile: async () => ({ kind: 'written', saved: true }),
  };
}

/** The org refuses to create the client. */
export function refuses(error: PlatformError): Partial<Effects> {
  return { createClient: async () => ({ ok: false, error }) };
}

/** The answer is lost; looking for the client finds this. */
export function loses(found: Awaited<ReturnType<Effects['findCreatedClient']>>): Partial<Effects> {
  const error: PlatformError = { kind: 'timeout', seconds: 30 };
  return { createClient: async () => ({ ok: false, error }), findCreatedClient: async () => found };
}

/** Creating the client takes until it is cancelled. */
export const neverEnds: Partial<Effects> = {
  createClient: (_request, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ ok: false, error: { kind: 'cancelled' } }));
    }),
};
