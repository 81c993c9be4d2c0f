import type { RoleRequest } from '../platform/authorization.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { NEW_ROLE_ID } from '../procedures/newRole.ts';
import type { ExportTarget } from './exportTarget.ts';
import { hclBlock, hclList, hclString } from './hcl.ts';
import { clientBlocks, type HclReference, practiceProvider, resourceLabel, rolesBlock } from './terraform.ts';

const ROLE_TYPE = 'genesyscloud_auth_role';

/** A role that is to be made, and its client, which has it by reference. */
export function exportTerraformWithRole(
  client: OAuthClientRequest,
  role: RoleRequest,
  where: ExportTarget,
): string {
  const label = resourceLabel(role.name);
  const roles = (client.roleDivisions ?? []).map(({ roleId, divisionId }) =>
    rolesBlock({ roleId: roleId === NEW_ROLE_ID ? roleReference(label) : roleId, divisionId }),
  );
  const blocks = [
    ...(where.practice ? [practiceProvider(where)] : []),
    roleBlock(label, role),
    ...clientBlocks(resourceLabel(client.name), { id: where.clientId, request: client }, roles),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What names the role of this label elsewhere in the file. */
export function roleReference(label: string): HclReference {
  return { reference: `${ROLE_TYPE}.${label}.id` };
}

/** A role as a resource of Genesys's Terraform provider. */
export function roleBlock(
  label: string,
  { name, description, permissions, permissionPolicies }: RoleRequest,
): string {
  return hclBlock(
    `resource "${ROLE_TYPE}" "${label}"`,
    [
      { name: 'name', value: hclString(name) },
      { name: 'description', value: hclString(description) },
      ...(permissions.length > 0 ? [{ name: 'permissions', value: hclList(permissions) }] : []),
    ],
    permissionPolicies.map((policy) =>
      hclBlock('permission_policies', [
        { name: 'domain', value: hclString(policy.domain) },
        { name: 'entity_name', value: hclString(policy.entityName) },
        { name: 'action_set', value: hclList(policy.actionSet) },
      ]),
    ),
  );
}
