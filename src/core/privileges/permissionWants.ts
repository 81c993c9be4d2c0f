import type { Call } from './calls/call.ts';
import type { Operation } from './operation.ts';

/** An operation that an application calls, with the places where it does. */
export type Use = { readonly operation: Operation; readonly calls: readonly Call[] };

/** Whether nothing is certain but that the operation is named. */
export function isOnlyLikely({ calls }: Use): boolean {
  return calls.length > 0 && calls.every(({ sureness }) => sureness === 'likely');
}

/** One of these permissions is needed, for these uses. */
export type PermissionWant = { readonly anyOf: readonly string[]; readonly for: readonly Use[] };

/** What is asked of the caller: of ALL each permission, of ANY one of them. The same is asked once. */
export function permissionWants(uses: readonly Use[]): PermissionWant[] {
  const wants = new Map<string, { anyOf: readonly string[]; for: Use[] }>();
  for (const use of uses) {
    for (const anyOf of asked(use.operation)) {
      const key = [...anyOf].sort().join(' ');
      const want = wants.get(key) ?? { anyOf, for: [] };
      want.for.push(use);
      wants.set(key, want);
    }
  }
  return [...wants.values()];
}

function asked({ permissions: { mode, of } }: Operation): (readonly string[])[] {
  switch (mode) {
    case 'any':
      return of.length === 0 ? [] : [of];
    case 'all':
      return of.map((permission) => [permission]);
    case 'unknown':
      return of.length === 1 ? [of] : [];
  }
}

/** What wants are for, each use once. */
export function usesOf(wants: readonly PermissionWant[]): Use[] {
  return [...new Set(wants.flatMap((want) => want.for))];
}
