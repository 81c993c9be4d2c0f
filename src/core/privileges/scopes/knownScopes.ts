import { distance } from 'fastest-levenshtein';
import type { Operation } from '../operation.ts';

const READ_ONLY = ':readonly';

/** What a word is that stands where the name of a scope does. */
export type ScopeWord =
  | { readonly kind: 'scope' }
  /** No operation accepts such a scope; `near` are real ones, the nearest first. */
  | { readonly kind: 'no-scope'; readonly near: readonly string[] }
  /** It is a permission; `scopes` are those that the operations accept which ask for it. */
  | { readonly kind: 'permission'; readonly scopes: readonly string[] };

/** What is known of scopes by the operations that accept them. */
export class KnownScopes {
  private readonly scopes: ReadonlySet<string>;
  /** The scopes of the operations that ask for a permission, each with the number of these operations. */
  private readonly ofPermissions = new Map<string, Map<string, number>>();

  constructor(operations: readonly Operation[]) {
    this.scopes = new Set(operations.flatMap(({ scopes = [] }) => scopes));
    for (const { permissions, scopes = [] } of operations) {
      for (const permission of permissions.of) {
        const counts = this.ofPermissions.get(permission) ?? new Map<string, number>();
        for (const scope of scopes) counts.set(scope, (counts.get(scope) ?? 0) + 1);
        this.ofPermissions.set(permission, counts);
      }
    }
  }

  has(word: string): boolean {
    return this.scopes.has(word);
  }

  /** What a word is where a scope is meant. */
  judge(word: string): ScopeWord {
    if (this.scopes.has(word)) return { kind: 'scope' };
    const accepted = this.ofPermissions.get(word);
    if (accepted === undefined) return { kind: 'no-scope', near: nearScopes(word, this.scopes) };
    const scopes = [...accepted].sort(([, one], [, other]) => other - one).map(([scope]) => scope);
    return { kind: 'permission', scopes: scopes.slice(0, MOST_NEAR) };
  }
}

/** Nobody chooses from more. */
const MOST_NEAR = 4;

/**
 * The real scopes that whoever wrote this word may have meant, the nearest first; none where nothing is near.
 *
 * A scope is the name of a group of operations, alone or with `:readonly`, so the parts of the word are held against these
 * names, without case and hyphens. From near to far: the same name; the same but for a plural; one or two letters
 * otherwise, in long names; and a part that only begins with a name, such as `oauthclient`. An earlier part counts more
 * than a later one.
 */
export function nearScopes(word: string, scopes: Iterable<string>): readonly string[] {
  const all = [...scopes];
  const written = word.slice(0, LONGEST_WORD);
  const parts = written.split(/[:.]/).slice(0, MOST_PARTS).map(letters);
  const isReading = /(?:read|view|list|search)\w{0,20}$/i.test(written);
  const near = all
    .map((scope) => ({ scope, far: farness(parts, letters(groupOf(scope))) }))
    .filter(({ far }) => far < TOO_FAR);
  const nearest = Math.min(...near.map(({ far }) => far));
  const later = (scope: string) => (scope.endsWith(READ_ONLY) === isReading ? 0 : 1);
  return near
    .filter(({ far }) => far === nearest)
    .sort((one, other) => later(one.scope) - later(other.scope) || (one.scope < other.scope ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ scope }) => scope);
}

/** Nothing that is meant for a scope is longer. */
const LONGEST_WORD = 200;

/** Parts behind these tell nothing, in whatever was taken for a scope. */
const MOST_PARTS = 4;
const [PLURAL, MISSPELT, BEGINNING, TOO_FAR] = [1, 2, 4, 10];

function farness(parts: readonly string[], name: string): number {
  return Math.min(...parts.map((part, at) => farnessOf(part, name) + at * 5), TOO_FAR);
}

function farnessOf(part: string, name: string): number {
  if (part === name) return 0;
  if (`${part}s` === name || part === `${name}s`) return PLURAL;
  if (part.length < 5 || name.length < 5) return TOO_FAR;
  const most = Math.min(part.length, name.length) < 8 ? 1 : 2;
  if (Math.abs(part.length - name.length) <= most && distance(part, name) <= most) return MISSPELT;
  return part.startsWith(name) ? BEGINNING : TOO_FAR;
}

function groupOf(scope: string): string {
  return scope.endsWith(READ_ONLY) ? scope.slice(0, -READ_ONLY.length) : scope;
}

function letters(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
}
