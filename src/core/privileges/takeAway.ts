import { escapeUnseen } from '../export/json.ts';
import type { RoleRequest } from '../platform/authorization.ts';
import { exactRoleDescription } from '../texts/privileges.ts';
import { exactRole } from './exactRole.ts';
import { endpointOf } from './operation.ts';
import type { Use } from './permissionWants.ts';
import type { NeededRole } from './rolesFor.ts';
import { needsMarkdown } from './takeAwayMarkdown.ts';
import { needsTerraform } from './takeAwayTerraform.ts';
import type { ClientOfNeeds, TakenNeeds } from './takenNeeds.ts';

/** Forms in which an administrator can be told what an application needs. */
export type TakeAwayForm = 'markdown' | 'json' | 'terraform';

/**
 * What an application needs as text in the asked form, ending with a line feed. In Terraform it is the role, where there is
 * one to make, and the client, where it is given. No form ever holds a secret or a token.
 */
export function takeAway(form: TakeAwayForm, taken: TakenNeeds, client?: ClientOfNeeds): string {
  const role = roleOf(taken);
  switch (form) {
    case 'markdown':
      return needsMarkdown(taken);
    case 'json':
      return needsJson(taken, role);
    case 'terraform':
      return needsTerraform(taken, role, client);
  }
}

function roleOf({ application, needs }: TakenNeeds): RoleRequest {
  const permissions = needs.permissions.map(({ permission }) => permission);
  return exactRole(application, exactRoleDescription(application), permissions);
}

/** `role` can be sent as it is. */
function needsJson({ application, needs, description, remarks }: TakenNeeds, role: RoleRequest): string {
  const value = {
    application,
    callsAs: needs.callsAs,
    description: { host: description.host, date: description.date },
    scopes: needs.scopes.map((each) => ({ scope: each.scope, for: each.for.map(useOf) })),
    permissions: needs.permissions.map((each) => ({
      permission: each.permission,
      held: each.isHeld,
      for: each.for.map(useOf),
    })),
    role,
    roles: needs.roles?.roles.map(roleTaken),
    rolesOfOthers: needs.roles?.ofOthers.map(roleTaken),
    inNoRole: needs.roles?.uncovered.map(({ anyOf, for: uses }) => ({ anyOf, for: uses.map(useOf) })),
    unknown: needs.unknown.map(({ use, of }) => ({ of, for: useOf(use) })),
    onlyPeople: needs.onlyPeople.map(useOf),
    nothingFor: needs.free.map(useOf),
    remarks,
  };
  return `${escapeUnseen(JSON.stringify(value, undefined, 2))}\n`;
}

function roleTaken({ role, gives, besides, for: uses }: NeededRole) {
  return { id: role.id, name: role.name, gives, besides, for: uses.map(useOf) };
}

function useOf({ operation, calls }: Use) {
  return {
    operation: endpointOf(operation),
    calls: calls.map(({ at, sureness }) => ({ file: at.file, line: at.line, sureness })),
  };
}
