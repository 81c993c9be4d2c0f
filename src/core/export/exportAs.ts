import * as z from 'zod/mini';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { exportCurl, exportGenesysCli } from './commandLines.ts';
import type { ExportTarget } from './exportTarget.ts';
import { exportJson } from './json.ts';
import { exportTerraform } from './terraform.ts';

/** The forms in which a person can take the request of the wizard elsewhere. */
export const ExportFormat = z.enum(['curl', 'genesys-cli', 'terraform', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** The request as text in the asked form, ending with a line feed. No form ever holds a secret or a token. */
export function exportAs(format: ExportFormat, client: OAuthClientRequest, where: ExportTarget): string {
  switch (format) {
    case 'curl':
      return exportCurl(client, where);
    case 'genesys-cli':
      return exportGenesysCli(client, where);
    case 'terraform':
      return exportTerraform(client, where);
    case 'json':
      return exportJson(client);
  }
}
