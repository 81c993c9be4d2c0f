import type { Operation } from '../../../src/core/privileges/operation.ts';

/** An operation as the text `GET /users/{userId}` names it; what is not said about it is as harmless as can be. */
export function operation(endpoint: string, more: Partial<Operation> = {}): Operation {
  const [method, path = ''] = endpoint.split(' ');
  if (
    method !== 'GET' &&
    method !== 'POST' &&
    method !== 'PUT' &&
    method !== 'PATCH' &&
    method !== 'DELETE'
  ) {
    throw new Error(`${endpoint} begins with no method.`);
  }
  return {
    method,
    path,
    name: undefined,
    permissions: { mode: 'any', of: [] },
    scopes: [],
    callers: 'all',
    ...more,
  };
}
