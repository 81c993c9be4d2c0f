import type { Method } from '../operation.ts';

/** How a call was named where it was found. */
export type Named =
  /** By its path below `/api/v2`, with a leading slash; values and `{parameters}` may stand in it. The method is not always told. */
  | { by: 'endpoint'; method: Method | undefined; path: string }
  /** By the name of its method in an SDK, spelled as in JavaScript. */
  | { by: 'sdk'; name: string };

/** A call as people write it: the name of the method in an SDK, or the endpoint, with its HTTP method where that is told. */
export function callText(named: Named): string {
  return named.by === 'sdk' ? named.name : `${named.method ?? ''} /api/v2${named.path}`.trim();
}

/** A call of the Platform API that was found in what a person has. */
export type Call = {
  named: Named;
  /** Where it stands: the file (undefined in what was pasted) and the line, counted from 1. */
  at: { file: string | undefined; line: number };
  /** `certain`: the text makes this call. `likely`: it names it, and may do something else with the name. */
  sureness: 'certain' | 'likely';
};
