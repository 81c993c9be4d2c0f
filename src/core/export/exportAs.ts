import * as z from 'zod/mini';
import type { RoleRequest } from '../platform/authorization.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { exportCurl, exportGenesysCli } from './commandLines.ts';
import type { ExportTarget } from './exportTarget.ts';
import { exportJson, exportJsonList, exportJsonWithRole } from './json.ts';
import { exportTerraform } from './terraform.ts';
import { exportTerraformWithRole } from './terraformRole.ts';

/** The forms in which a person can take the request of the wizard elsewhere. */
export const ExportFormat = z.enum(['curl', 'genesys-cli', 'terraform', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** A client that exists, as the request that would make it. */
export type ExportedClient = { readonly id: string; readonly request: OAuthClientRequest };

/**
 * The request as text in the asked form, ending with a line feed. No form ever holds a secret or a token. `role`: that of
 * the client where it is to be made first; its ID is not known then, and no form has one.
 */
export function exportAs(
  format: ExportFormat,
  client: OAuthClientRequest,
  where: ExportTarget,
  role?: RoleRequest,
): string {
  switch (format) {
    case 'curl':
      return exportCurl(client, where, role);
    case 'genesys-cli':
      return exportGenesysCli(client, where, role);
    case 'terraform':
      return role === undefined
        ? exportTerraform([{ id: where.clientId, request: client }], where)
        : exportTerraformWithRole(client, role, where);
    case 'json':
      return role === undefined ? exportJson(client) : exportJsonWithRole(client, role);
  }
}

/**
 * The same of clients of an org that exist: one as above; of several, one command after the other, one configuration for
 * Terraform, and a list in JSON.
 */
export function exportClientsAs(
  format: ExportFormat,
  clients: readonly ExportedClient[],
  where: Omit<ExportTarget, 'clientId'>,
): string {
  const [only, ...others] = clients;
  if (format === 'terraform') return exportTerraform(clients, where);
  const each = clients.map(({ request }) => exportAs(format, request, where));
  if (only === undefined || others.length === 0 || format !== 'json') return each.join('\n');
  return exportJsonList(clients.map(({ request }) => request));
}
