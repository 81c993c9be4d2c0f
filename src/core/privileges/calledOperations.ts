import type { CalledEndpoint } from '../platform/calledEndpoints.ts';
import { readAddress, readPath } from './calls/address.ts';
import type { OperationIndex } from './findOperations.ts';
import type { CallsAs } from './needs.ts';
import { METHODS, type Operation } from './operation.ts';

/** An operation that a client called, how often, and how many of the calls were refused for whatever reason. */
export type CalledOperation = Pick<CalledEndpoint, 'requests' | 'refused'> & {
  readonly operation: Operation;
};

/** What a client called, as far as it is known what it needs. */
export type MatchedEndpoints = {
  /** Each operation once. */
  readonly called: readonly CalledOperation[];
  /** It is no operation that is known, or may be several, or nobody tells what it asks for. */
  readonly unknown: readonly CalledEndpoint[];
};

/** Finds the operation of each endpoint that a client called. */
export function matchEndpoints(
  endpoints: readonly CalledEndpoint[],
  index: OperationIndex,
  callsAs: CallsAs,
): MatchedEndpoints {
  const called = new Map<Operation, CalledOperation>();
  const unknown: CalledEndpoint[] = [];
  for (const endpoint of endpoints) {
    const [operation, another] = operationsAt(endpoint, index);
    if (operation === undefined || another !== undefined || isUntold(operation, callsAs)) {
      unknown.push(endpoint);
      continue;
    }
    const before = called.get(operation) ?? { operation, requests: 0, refused: 0 };
    const requests = before.requests + endpoint.requests;
    called.set(operation, { operation, requests, refused: before.refused + endpoint.refused });
  }
  return { called: [...called.values()], unknown };
}

function operationsAt({ method, templateUri }: CalledEndpoint, index: OperationIndex): readonly Operation[] {
  const known = METHODS.find((each) => each === method);
  if (templateUri === undefined || (method !== undefined && known === undefined)) return [];
  const address = readAddress(templateUri);
  const path = address.kind === 'endpoint' ? address.path : readPath(templateUri);
  return path === undefined ? [] : index.byEndpoint(known, path);
}

function isUntold({ scopes }: Operation, callsAs: CallsAs): boolean {
  return callsAs === 'person' && scopes === undefined;
}
