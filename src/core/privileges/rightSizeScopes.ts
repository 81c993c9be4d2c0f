import { coversScope } from '../clients/forFramework.ts';
import type { CalledOperation } from './calledOperations.ts';

/** A scope of a client that no call needed, or more of it than any call needed. */
export type ScopeExcess =
  /** It lets in none of the calls. */
  | { readonly kind: 'scope-unused'; readonly scope: string }
  /** Its form that only reads lets in all the calls that it lets in (`for`). */
  | {
      readonly kind: 'scope-only-reads';
      readonly scope: string;
      readonly readonly: string;
      readonly for: readonly CalledOperation[];
    }
  /** Other scopes of the client let in all the calls that it lets in. */
  | {
      readonly kind: 'scope-spare';
      readonly scope: string;
      readonly besides: readonly string[];
      readonly for: readonly CalledOperation[];
    };

/** A scope with the calls that it lets in. */
type ScopeInUse = { readonly scope: string; readonly for: readonly CalledOperation[] };

/**
 * What of the scopes is in excess. Each can be taken away whether or not the others are: a form that only reads lets in all
 * the calls that its scope does, and what stands in for a spare one stays.
 */
export function scopeExcesses(
  { scopes, needed }: { readonly scopes: readonly string[]; readonly needed: readonly string[] },
  called: readonly CalledOperation[],
): ScopeExcess[] {
  const all = [...new Set(scopes)].map((scope) => ({ scope, for: called.filter(lets(scope)) }));
  const used = all.filter((each) => each.for.length > 0);
  const kept = withoutSpare(used);
  const excesses = all.flatMap((each): ScopeExcess[] => {
    const { scope, for: calls } = each;
    if (calls.length === 0) return [{ kind: 'scope-unused', scope }];
    if (!kept.includes(each)) {
      const besides = kept.filter((other) => other.for.some((call) => calls.includes(call)));
      return [{ kind: 'scope-spare', scope, besides: besides.map((other) => other.scope), for: calls }];
    }
    const readonly = `${scope}:readonly`;
    return calls.every(lets(readonly)) ? [{ kind: 'scope-only-reads', scope, readonly, for: calls }] : [];
  });
  return excesses.filter((excess) => {
    const left = excess.kind === 'scope-only-reads' ? [excess.readonly] : [];
    return needed.every((each) => !coversScope([excess.scope], each) || coversScope(left, each));
  });
}

function lets(scope: string): (call: CalledOperation) => boolean {
  return ({ operation }) => operation.scopes?.includes(scope) === true;
}

/** Goes without one scope after the other as long as the rest lets in the same calls: those that let write first. */
function withoutSpare(used: readonly ScopeInUse[]): readonly ScopeInUse[] {
  let kept = used;
  const writeFirst = [...used].sort(
    (one, other) => Number(onlyReads(one)) - Number(onlyReads(other)) || one.for.length - other.for.length,
  );
  for (const each of writeFirst) {
    const rest = kept.filter((other) => other !== each);
    if (each.for.every((call) => rest.some((other) => other.for.includes(call)))) kept = rest;
  }
  return kept;
}

function onlyReads({ scope }: ScopeInUse): boolean {
  return scope.endsWith(':readonly');
}
