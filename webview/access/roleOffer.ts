import type { Access } from '../../src/core/procedures/context.ts';

/** A role as it is listed. */
export type ListedRole = { id: string; name: string; description: string };

/** Which roles can be given to a client and which cannot, by name (rule G12). */
export type RoleOffer =
  | { kind: 'loading' }
  /** Neither the roles nor who holds them could be read. */
  | { kind: 'unreadable' }
  | {
      kind: 'known';
      /** False when the org did not say what the caller holds: then all are offered. */
      knowsHeld: boolean;
      givable: readonly ListedRole[];
      others: readonly ListedRole[];
    };

/** Sorting thousands of roles at every keystroke would be felt; the org's answer stays the same object meanwhile. */
const offers = new WeakMap<Access, RoleOffer>();

/** The roles on offer, sorted once for each answer of the org. */
export function roleOffer(access: Access): RoleOffer {
  const offer = offers.get(access) ?? readOffer(access);
  offers.set(access, offer);
  return offer;
}

function readOffer({ roles, held }: Access): RoleOffer {
  if (roles.kind === 'loading' || held.kind === 'loading') return { kind: 'loading' };
  if (held.kind === 'unknown') {
    if (roles.kind === 'unknown') return { kind: 'unreadable' };
    return { kind: 'known', knowsHeld: false, givable: byName(roles.value), others: [] };
  }
  const names = new Map(held.value.map(({ roleId, roleName }) => [roleId, roleName]));
  const all =
    roles.kind === 'known' ? roles.value : [...names].map(([id, name]) => ({ id, name, description: '' }));
  return {
    kind: 'known',
    knowsHeld: true,
    givable: byName(all.filter(({ id }) => names.has(id))),
    others: byName(all.filter(({ id }) => !names.has(id))),
  };
}

function byName(roles: readonly ListedRole[]): ListedRole[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...roles].sort((a, b) => compare(a.name, b.name));
}
