import type { Role } from '../../../src/core/platform/authorization.ts';
import type { Call } from '../../../src/core/privileges/calls/call.ts';
import { type Choices, needsOf } from '../../../src/core/privileges/needs.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import type { Use } from '../../../src/core/privileges/permissionWants.ts';
import { operation } from './operations.ts';

/** A use of an operation, in one place. */
export function use(of: Operation): Use {
  const named: Call['named'] = { by: 'endpoint', method: of.method, path: of.path };
  return { operation: of, calls: [{ named, at: { file: 'app.ts', line: 1 }, sureness: 'certain' }] };
}

/** Nothing is known of any org. */
export const noOrg: Choices = { operations: [], roles: undefined, held: undefined };

/** The scopes that these operations need for a person. */
export function scopesOf(operations: readonly Operation[], choices = noOrg): string[] {
  return needsOf(operations.map(use), 'person', choices).scopes.map(({ scope }) => scope);
}

/** The permissions that these operations need. */
export function permissionsNeeded(operations: readonly Operation[], choices = noOrg): string[] {
  return needsOf(operations.map(use), 'client', choices).permissions.map(({ permission }) => permission);
}

/** An operation that one of these scopes suffices for. */
export function scoped(...scopes: string[]): Operation {
  return operation('GET /things', { scopes });
}

/** An operation that asks for one of these permissions. */
export function any(...of: string[]): Operation {
  return operation('GET /things', { permissions: { mode: 'any', of } });
}

/** An operation that asks for all of these permissions. */
export function all(...of: string[]): Operation {
  return operation('POST /things', { permissions: { mode: 'all', of } });
}

/** A role with permissions, which has the name of its ID. */
export function role(id: string, ...permissions: string[]): Role {
  const permissionPolicies = permissions.map((permission) => {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    return { domain, entityName, actionSet: [action] };
  });
  return { id, name: id, permissionPolicies };
}
