import { CLIENTS_PATH, type OAuthClientRequest } from '../platform/oauthClients.ts';
import { exportJson } from './json.ts';

/**
 * A command of Genesys's own CLI (`gc`) that creates the client from standard input. It signs in as the CLI's profile
 * says; naming the region makes a profile of another region fail instead of creating the client there. The CLI cuts
 * off an input line of more than 64 KiB, which only a text far longer than a name or description makes.
 *
 * @param region the domain of the region, such as `mypurecloud.jp`
 */
export function exportGenesysCli(client: OAuthClientRequest, region: string): string {
  return withJsonInput(`gc oauth clients create --environment ${shellQuote(region)}`, exportJson(client));
}

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

/** Any text as one word of a POSIX shell: nothing is special between single quotes but the single quote itself. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command that reads an exported JSON body from its standard input, where its length has no limit. Nothing is
 * expanded after a quoted delimiter, and no line of the body is ever the delimiter: a line starts with a brace or a
 * space, because line feeds inside a JSON string are escaped.
 */
function withJsonInput(command: string, json: string): string {
  return `${command} <<'JSON'\n${json}JSON\n`;
}
