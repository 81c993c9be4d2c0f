import type { Operation } from '../api/operation.ts';

/** Where SCIM is reached; the first is the one that `location` and `$ref` name (Genesys facts 7.1). */
const bases = ['/api/v2/scim/v2', '/api/v2/scim'] as const;

/** The operations below both of SCIM's bases; their paths come without one. */
export function belowScim(operations: readonly Omit<Operation, 'family'>[]): Operation[] {
  return bases.flatMap((base) =>
    operations.map((operation) => ({
      ...operation,
      path: `${base}${operation.path}`,
      family: 'scim' as const,
    })),
  );
}

/** The address of a SCIM resource. */
export function locationOf(resource: string): string {
  return `${bases[0]}${resource}`;
}
