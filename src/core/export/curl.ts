import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { CLIENTS_PATH } from '../platform/oauthClients.ts';
import { exportJson } from './json.ts';
import { shellQuote, withJsonInput } from './shell.ts';

/**
 * A curl command (7.76 or newer) for a POSIX shell that creates the client. The token is taken from the environment
 * variable GENESYS_CLOUD_ACCESS_TOKEN. There is no comment in it: an interactive zsh would run one as a command.
 *
 * @param apiUrl what stands before `/api/v2/…`, without a slash at the end
 */
export function exportCurl(client: OAuthClientRequest, apiUrl: string): string {
  const options = [
    '--request POST',
    `--url ${shellQuote(apiUrl + CLIENTS_PATH)}`,
    '--fail-with-body',
    '--header "Authorization: Bearer $GENESYS_CLOUD_ACCESS_TOKEN"',
    "--header 'Content-Type: application/json'",
    '--data-binary @-',
  ];
  return withJsonInput(['curl', ...options].join(' \\\n  '), exportJson(client));
}
