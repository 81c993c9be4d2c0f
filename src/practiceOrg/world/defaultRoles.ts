import { everyPolicy, giveTheSame, policiesOf } from './permissions.ts';
import { seedId } from './random.ts';
import type { Role } from './records.ts';

/** What every SCIM operation of the platform asks for, and so what the SCIM Integration role holds (Genesys facts 2.2). */
const scimPermissions = [
  'directory:user:add',
  'directory:user:edit',
  'directory:user:delete',
  'directory:user:setPassword',
  'directory:group:edit',
  'authorization:grant:add',
  'authorization:grant:delete',
  'routing:skill:assign',
  'routing:language:assign',
  'telephony:extension:assign',
] as const;

/** The default roles as the platform ships them: what an org starts with and what "restore" brings back. */
export function defaultRoles(): Role[] {
  return [
    defaultRole('employee', 'Employee', 'Held by everyone in the organization.', [
      'voicemail:voicemail:view',
    ]),
    { ...defaultRole('masterAdmin', 'Master Admin', 'May do everything.', []), policies: everyPolicy() },
    defaultRole(
      'scimIntegration',
      'SCIM Integration',
      'For the identity provider that keeps people in step.',
      [...scimPermissions],
    ),
    defaultRole('developer', 'Developer', 'May look at integrations and OAuth clients.', [
      'authorization:role:view',
      'integrations:integration:view',
      'oauth:client:view',
      'usage:client:view',
    ]),
    defaultRole('supervisor', 'Supervisor', 'Watches queues and conversations.', [
      'analytics:conversationAggregate:view',
      'analytics:conversationDetail:view',
      'conversation:call:view',
      'recording:recording:view',
      'routing:queue:view',
    ]),
    defaultRole('outboundAdmin', 'Outbound Admin', 'Runs campaigns and contact lists.', [
      'outbound:campaign:add',
      'outbound:campaign:delete',
      'outbound:campaign:edit',
      'outbound:campaign:view',
      'outbound:contactList:add',
      'outbound:contactList:delete',
      'outbound:contactList:edit',
      'outbound:contactList:view',
    ]),
  ];
}

/** Whether the role gives exactly what the SCIM Integration role gives as shipped, no more and no less (procedure rule S4). */
export function isExactlyScim(role: Role): boolean {
  return giveTheSame(role, { permissions: [], policies: policiesOf(scimPermissions) });
}

/** The role that a default role is as shipped; undefined for a custom role. */
export function shippedAs({ defaultRoleId }: Role): Role | undefined {
  if (defaultRoleId === null) return undefined;
  return defaultRoles().find((shipped) => shipped.defaultRoleId === defaultRoleId);
}

/** Whether a default role still gives what it gave as shipped; a custom role always counts as it is. */
export function isAsShipped(role: Role): boolean {
  const shipped = shippedAs(role);
  return shipped === undefined || giveTheSame(role, shipped);
}

function defaultRole(
  defaultRoleId: string,
  name: string,
  description: string,
  permissions: readonly string[],
): Role {
  return {
    id: seedId(`role ${name}`),
    name,
    description,
    defaultRoleId,
    permissions: [],
    policies: policiesOf(permissions),
  };
}
