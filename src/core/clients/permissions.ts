import type { PermissionPolicy } from '../platform/authorization.ts';
import type { PlatformError } from '../platform/errors.ts';

/**
 * What policies allow, each as `domain:entity:action`; `*` stands for all of them. Behind a space stands what limits
 * it (conditions, resources), written so that the same limits are the same text.
 */
export function permissionsOf(policies: readonly PermissionPolicy[]): string[] {
  return policies.flatMap(({ domain, entityName, actionSet, namedResources, resourceConditionNode }) => {
    const limits = canonical([namedResources, resourceConditionNode]);
    return (actionSet ?? ['*']).map((action) => {
      const name = `${domain}:${entityName ?? '*'}:${action}`;
      return limits === '' ? name : `${name} ${limits}`;
    });
  });
}

/** The name of a permission, and whether something limits it. */
export function readPermission(permission: string): { name: string; isLimited: boolean } {
  const { name, limits } = partsOf(permission);
  return { name, isLimited: limits !== '' };
}

/** What some permissions allow beyond others: a `*` allows what it stands for, and no limit allows what a limit does. */
export function permissionsBeyond(some: readonly string[], others: readonly string[]): string[] {
  const exact = new Set(others);
  const wide = new Set(others.filter((other) => other.includes('*')).map(widely));
  return some.filter((permission) => {
    if (exact.has(permission)) return false;
    const { name, limits } = partsOf(permission);
    if (exact.has(name)) return false;
    return (
      wide.size === 0 || !widerThan(name).some((other) => wide.has(other) || wide.has(`${other} ${limits}`))
    );
  });
}

/** Whether some permissions allow exactly what others do, however they are written. */
export function allowTheSame(some: readonly string[], others: readonly string[]): boolean {
  return permissionsBeyond(others, some).length === 0 && permissionsBeyond(some, others).length === 0;
}

function partsOf(permission: string): { name: string; limits: string } {
  const end = permission.indexOf(' ');
  return end < 0
    ? { name: permission, limits: '' }
    : { name: permission.slice(0, end), limits: permission.slice(end + 1) };
}

type Named = readonly [domain: string, entity: string, action: string];

/** What a name leaves out counts as this. */
function named(name: string, missing: '*' | ''): Named {
  const [domain = missing, entity = missing, ...action] = name.split(':');
  return [domain, entity, action.length === 0 ? missing : action.join(':')];
}

/** A permission with `*` in all three parts of its name: what it leaves out at the end stands for all. */
function widely(permission: string): string {
  const { name, limits } = partsOf(permission);
  const wide = named(name, '*').join(':');
  return limits === '' ? wide : `${wide} ${limits}`;
}

/** All names that allow what this one does, with a `*` for one part or more: looked up, instead of comparing each with each. */
function widerThan(name: string): string[] {
  const [domain, entity, action] = named(name, '');
  return [domain, '*'].flatMap((first) =>
    [entity, '*'].flatMap((second) => [action, '*'].map((third) => `${first}:${second}:${third}`)),
  );
}

/** One text for whatever means the same: nothing said is nothing, and no order counts. */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map(canonical).filter((text) => text !== '')
    : Object.entries(value).flatMap(([name, each]) => {
        const text = canonical(each);
        return text === '' ? [] : [`${JSON.stringify(name)}:${text}`];
      });
  return entries.length === 0 ? '' : `(${entries.sort().join()})`;
}

/** Such as `oauth:client:edit`, in the words of an org. */
const PERMISSION = /\b[a-z][\w-]*:[a-z][\w-]*:(?:[a-z][\w-]*|\*)/gi;

/** The permissions that an org says are missing; none where it does not say which. */
export function permissionsNamed(error: PlatformError): readonly string[] {
  if (error.kind !== 'forbidden') return [];
  return [...new Set(error.answer.message?.match(PERMISSION) ?? [])];
}
