import type { Call } from '../api/operation.ts';
import { ScimError } from './scimError.ts';

const DEFAULT_COUNT = 25;

/** The published list response for `resources`: the part that `startIndex` (from 1) and `count` ask for. */
export function listResponse<Item>(call: Call, resources: readonly Item[], view: (item: Item) => unknown) {
  const startIndex = Math.max(wholeNumber(call, 'startIndex', 1), 1);
  const count = Math.max(wholeNumber(call, 'count', DEFAULT_COUNT), 0);
  const shown = resources.slice(startIndex - 1, startIndex - 1 + count).map(view);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: resources.length,
    startIndex,
    itemsPerPage: shown.length,
    Resources: shown,
  };
}

function wholeNumber(call: Call, name: string, otherwise: number): number {
  const value = call.query(name);
  if (value === undefined) return otherwise;
  if (/^-?\d{1,9}$/.test(value)) return Number(value);
  throw new ScimError(400, `The value of ${name} is not a number.`, 'invalidValue');
}
