import type { Access } from './context.ts';

/** The name of a role as far as anybody told, or its ID. */
export function roleName(roleId: string, { roles, held }: Access): string {
  const known = roles.kind === 'known' ? roles.value.find(({ id }) => id === roleId)?.name : undefined;
  const own = held.kind === 'known' ? held.value.find((each) => each.roleId === roleId)?.roleName : undefined;
  return known ?? own ?? roleId;
}
