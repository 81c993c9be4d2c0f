import type { Call } from './calls/call.ts';
import type { OperationIndex } from './findOperations.ts';
import type { Operation } from './operation.ts';
import type { Use } from './permissionWants.ts';

/** Calls held against what is known of the API. */
export type MatchedCalls = {
  readonly uses: readonly Use[];
  /** No operation is known by this path or name. */
  readonly unknown: readonly Call[];
  /** Several operations are, and nothing says which one is called: none of them is counted. */
  readonly unclear: readonly { readonly call: Call; readonly operations: readonly Operation[] }[];
};

/** Finds the operation of each call; each operation is one use, with all the calls of it. */
export function matchCalls(calls: readonly Call[], index: OperationIndex): MatchedCalls {
  const uses = new Map<Operation, Call[]>();
  const unknown: Call[] = [];
  const unclear: MatchedCalls['unclear'][number][] = [];
  for (const call of calls) {
    const operations = operationsOf(call, index);
    const [operation, another] = operations;
    if (operation === undefined) unknown.push(call);
    else if (another !== undefined) unclear.push({ call, operations });
    else uses.set(operation, [...(uses.get(operation) ?? []), call]);
  }
  return { uses: [...uses].map(([operation, of]) => ({ operation, calls: of })), unknown, unclear };
}

/** Every operation that a call may be of. */
export function operationsOf({ named }: Pick<Call, 'named'>, index: OperationIndex): readonly Operation[] {
  return named.by === 'sdk' ? index.byName(named.name) : index.byEndpoint(named.method, named.path);
}
