import type { ClientPageAction } from '../clientPage/messages.ts';
import { answerOf, type PlatformError } from '../platform/errors.ts';
import { permissionsBeyond, permissionsNamed } from './permissions.ts';

/** What somebody lacks for something: permissions, and roles of a client (by name) that they do not hold. */
export type Lacks = {
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
  /** One of several permissions would do. */
  readonly isAnyEnough?: boolean;
};

/** The permissions that an org asks for, for what can be done with a client (Genesys facts 1.1). */
export function permissionsFor(action: ClientPageAction): readonly string[] {
  switch (action) {
    case 'copy-id':
    case 'open-admin-page':
    case 'keep-as-code':
    case 'doctor':
    case 'compare':
    // The login host asks for the secret alone.
    case 'make-token':
    // It may go to another org, where somebody else asks.
    case 'duplicate':
      return [];
    case 'edit':
    case 'right-size':
    case 'add-pages':
    case 'add-redirect-uri':
    case 'rotate':
    case 'deactivate':
    case 'activate':
    case 'restore':
      return ['oauth:client:edit'];
    case 'delete':
      return ['oauth:client:edit', 'oauth:client:delete'];
  }
}

/** Those of them that are not among what somebody has. */
export function permissionsLacked(action: ClientPageAction, had: readonly string[]): readonly string[] {
  return permissionsBeyond(permissionsFor(action), had);
}

/** What somebody lacks by the answer of an org; undefined where it was refused for another reason. */
export function lackedBy(error: PlatformError): Lacks | undefined {
  if (answerOf(error)?.code === 'bad.client.role') return { permissions: [], roles: [] };
  const permissions = permissionsNamed(error);
  if (permissions.length === 0) return undefined;
  const isAnyEnough = permissions.length > 1 && answerOf(error)?.code === 'missing.any.permissions';
  return { permissions, roles: [], ...(isAnyEnough && { isAnyEnough }) };
}
