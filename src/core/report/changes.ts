import { compareRecords, type FieldDifference } from '../clients/difference.ts';
import { type OAuthClient, SettledFields } from '../platform/oauthClients.ts';
import type { Part } from './facts.ts';
import { type FormerClient, type FormerReport, formerClient } from './former.ts';
import type { ProblemCode } from './problems.ts';

/** What became of a client since a former report. */
export type RowChange =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed';
      readonly fields: readonly FieldDifference[];
      readonly newProblems: readonly ProblemCode[];
      readonly solvedProblems: readonly ProblemCode[];
    };

/** The fields of a client that reports tell, by the names of the API. */
const FIELDS = [...Object.keys(SettledFields.shape), 'state', 'dateToDelete'];

type Told = Pick<FormerClient, 'problems' | 'read'>;

/** Holds a client, and what is told of it, against what a former report says. */
export function changeOf(client: OAuthClient, told: Told, former: FormerReport): RowChange {
  const before = formerClient(former, client.id);
  if (before === undefined) return { kind: 'new' };
  const fields = compareRecords(fieldsOf(before), fieldsOf(client));
  const newProblems = missing(told, before);
  const solvedProblems = missing(before, told);
  return fields.length + newProblems.length + solvedProblems.length === 0
    ? { kind: 'same' }
    : { kind: 'changed', fields, newProblems, solvedProblems };
}

/** The clients of a former report that are no more. */
export function* goneSince(former: FormerReport, ids: ReadonlySet<string>): Generator<FormerClient> {
  for (const id of former.clients.keys()) {
    const client = ids.has(id) ? undefined : formerClient(former, id);
    if (client !== undefined) yield client;
  }
}

/** Problems that one tells and the other does not, though it could: what was not read is neither there nor solved. */
function missing(one: Told, other: Told): ProblemCode[] {
  const told = new Set(other.problems.map(({ code }) => code));
  return one.problems
    .map(({ code }) => code)
    .filter((code) => !told.has(code) && isTellable(code, other.read));
}

function isTellable(code: ProblemCode, read: readonly Part[]): boolean {
  switch (code) {
    case 'insecure-redirect-uri':
    case 'implicit-grant':
    case 'all-divisions':
    case 'longest-tokens':
    case 'secret-not-renewed':
      return true;
    case 'hands-out-rights':
      return read.includes('roles');
    case 'not-used':
      return read.includes('last-use') || read.includes('calls');
    case 'unused-rights':
      return read.includes('calls');
  }
}

function fieldsOf(client: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // A client without a state is active (Genesys facts 1.2).
  return Object.fromEntries(
    FIELDS.map((field) => [field, client[field] ?? (field === 'state' ? 'active' : undefined)]),
  );
}
