import type { Effects } from '../../src/core/operations/effects.ts';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';

export const NEW_ID = '0b7de4aa-6b0c-4bb2-9a3d-8a2f0c7e5d11';
export const NEW_ROLE = '5c1de4aa-6b0c-4bb2-9a3d-8a2f0c7e5d12';

/** Nothing goes wrong. Each test replaces what is to go wrong in it. */
export function workingEffects(): Effects {
  let created: OAuthClient = { id: NEW_ID, name: '' };
  return {
    createRole: async ({ name }) => ({ ok: true, value: { id: NEW_ROLE, name } }),
    findCreatedRole: async () => ({ ok: true, value: undefined }),
    giveRole: async () => ({ kind: 'held' }),
    isRoleThere: async () => true,
    deleteRole: async () => ({ ok: true }),
    createClient: async (request) => {
      created = { id: NEW_ID, ...request };
      return { ok: true, value: { client: created, secret: 'kept by the keyring' } };
    },
    findCreatedClient: async () => ({ ok: true, value: undefined }),
    keepSecret: async () => ({ ok: true }),
    hasSecret: async () => false,
    readClient: async () => ({ ok: true, value: created }),
    changeClient: async ({ before, body }) => {
      const after = { ...before, ...body };
      return { kind: 'changed', before, sent: body, after, unexpected: [] };
    },
    undoChange: async ({ before }) => ({ kind: 'undone', record: before }),
    makeToken: async () => ({ ok: true, endsAt: '2028-02-15T09:00:00Z' }),
    prove: async () => ({ ok: true }),
    writeScimFile: async () => ({ kind: 'written', saved: true }),
    deleteClient: async () => ({ ok: true }),
    restoreClient: async () => ({ ok: true, value: undefined }),
    editFrameworkFile: async () => ({ kind: 'written', saved: true }),
    createFrameworkFile: async () => ({ kind: 'written', saved: true }),
  };
}

/** The keyring refuses every secret. */
export const locked = {
  keepSecret: async () => ({ ok: false, reason: 'locked' }),
} as const satisfies Partial<Effects>;

/** The org refuses to create the client. */
export function refuses(error: PlatformError): Partial<Effects> {
  return { createClient: async () => ({ ok: false, error }) };
}

/** The answer is lost; looking for the client finds this. */
export function loses(found: Awaited<ReturnType<Effects['findCreatedClient']>>): Partial<Effects> {
  const error: PlatformError = { kind: 'timeout', seconds: 30 };
  return { createClient: async () => ({ ok: false, error }), findCreatedClient: async () => found };
}

/** Creating the client takes until a test lets it end. */
export function held(): { effects: Partial<Effects>; end(): void } {
  return heldUntil(({ createClient }, released) => ({
    createClient: async (request) => {
      await released;
      return await createClient(request);
    },
  }));
}

/** Reading the client takes until a test lets it end. */
export function heldReading(): { effects: Partial<Effects>; end(): void } {
  return heldUntil((_, released) => ({
    readClient: async (id) => {
      await released;
      return { ok: true, value: { id, name: '' } };
    },
  }));
}

/** Deleting the client takes until a test lets it end. */
export function heldDeletion(): { effects: Partial<Effects>; end(): void } {
  return heldUntil((_, released) => ({
    deleteClient: async () => {
      await released;
      return { ok: true };
    },
  }));
}

function heldUntil(effects: (working: Effects, released: Promise<void>) => Partial<Effects>) {
  let end: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { effects: effects(workingEffects(), released), end: () => end() };
}
