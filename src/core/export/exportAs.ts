import * as z from 'zod/mini';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { exportCurl, exportGenesysCli } from './commandLines.ts';
import { exportJson } from './json.ts';
import { exportTerraform } from './terraform.ts';

/** The forms in which a person can take the request of the wizard elsewhere. */
export const ExportFormat = z.enum(['curl', 'genesys-cli', 'terraform', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Where the client is to be made, and which one it is if it exists already. */
export type ExportTarget = {
  /** The domain of the region, such as `mypurecloud.jp`. */
  region: string;
  /** What stands before `/api/v2/…`, without a slash at the end. */
  apiUrl: string;
  /** The ID of a client that exists already. Only Terraform takes it over; the others always create a client. */
  clientId?: string | undefined;
};

/** The request as text in the asked form, ending with a line feed. No form ever holds a secret or a token. */
export function exportAs(format: ExportFormat, client: OAuthClientRequest, where: ExportTarget): string {
  switch (format) {
    case 'curl':
      return exportCurl(client, where.apiUrl);
    case 'genesys-cli':
      return exportGenesysCli(client, where.region);
    case 'terraform':
      return exportTerraform(client, where.clientId);
    case 'json':
      return exportJson(client);
  }
}
