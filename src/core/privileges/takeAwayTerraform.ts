import { clientBlocks, practiceProvider, resourceLabel, rolesBlock } from '../export/terraform.ts';
import { roleBlock, roleReference } from '../export/terraformRole.ts';
import type { RoleRequest } from '../platform/authorization.ts';
import { describedText } from '../texts/privileges.ts';
import type { ClientOfNeeds, TakenNeeds } from './takenNeeds.ts';

/** The role and the client as resources of Genesys's Terraform provider; the client has the role by reference. */
export function needsTerraform(
  taken: TakenNeeds,
  role: RoleRequest,
  client: ClientOfNeeds | undefined,
): string {
  const { needs, description, language } = taken;
  const label = resourceLabel(taken.application);
  const hasRole = needs.permissions.length > 0;
  const blocks = [
    ...(client?.where.practice ? [practiceProvider(client.where)] : []),
    ...(hasRole ? [`# ${oneLine(describedText(description, language))}`, roleBlock(label, role)] : []),
    ...(client === undefined ? [] : blocksOf(client, taken, hasRole ? label : undefined)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The client with the scopes that are needed, or with the role where it calls as itself. */
function blocksOf(
  { client, divisionIds }: ClientOfNeeds,
  { needs }: TakenNeeds,
  roleLabel: string | undefined,
): string[] {
  const { scope: _, ...request } = client.request;
  const scopes = needs.scopes.map(({ scope }) => scope);
  const hasRoles = needs.callsAs === 'client' && roleLabel !== undefined;
  const roles = hasRoles
    ? divisionIds.map((divisionId) => rolesBlock({ roleId: roleReference(roleLabel), divisionId }))
    : [];
  const needed = { ...client, request: { ...request, ...(scopes.length > 0 && { scope: scopes }) } };
  return clientBlocks(resourceLabel(request.name), needed, roles);
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
