import { ApiError } from '../errors.ts';
import { idleTimeoutSeconds, type Org } from '../org.ts';
import { type Caller, holds } from '../world/caller.ts';
import { bearerToken, callerOf } from '../world/tokens.ts';
import type { Operation } from './operation.ts';

/** Who an Authorization header speaks for. Throws 401 when it is missing or opens nothing. */
export function authenticate(org: Org, authorization: string | undefined): Caller {
  const token = bearerToken(authorization);
  if (token === undefined) throw new ApiError('authentication.required');
  const caller = callerOf(org.world, token, idleTimeoutSeconds(org));
  if (caller === undefined) throw new ApiError('bad.credentials');
  return caller;
}

/** Throws 403 unless the caller's token has one of the operation's scopes and the caller its permissions. */
export function authorize(org: Org, caller: Caller, { scopes, permissions }: Operation): void {
  const acceptsAnyScope = caller.person === null;
  if (!acceptsAnyScope && !scopes.some((scope) => caller.token.scope.includes(scope))) {
    throw new ApiError('app.not.authorized.for.scope', { scopes: scopes.join(', ') });
  }
  if (permissions === undefined) return;
  const isHeld = (permission: string) => holds(org.world, caller, permission);
  if ('all' in permissions) {
    const missing = permissions.all.filter((permission) => !isHeld(permission));
    if (missing.length > 0) throw new ApiError('missing.permissions', { permissions: missing.join(', ') });
  } else if (!permissions.any.some(isHeld)) {
    const code = permissions.any.length === 1 ? 'missing.permissions' : 'missing.any.permissions';
    throw new ApiError(code, { permissions: permissions.any.join(', ') });
  }
}
