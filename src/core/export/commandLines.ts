import { ROLES_PATH, type RoleRequest } from '../platform/authorization.ts';
import { CLIENTS_PATH, type OAuthClientRequest } from '../platform/oauthClients.ts';
import { roleFirstText, roleThenText } from '../texts/newRole.ts';
import { forPracticeOrgText } from '../texts/practiceOrg.ts';
import type { ExportTarget } from './exportTarget.ts';
import { exportJson, ROLE_ID_STAND_IN, roleJson, withStandIn } from './json.ts';

/**
 * A command of Genesys's own CLI (`gc`) that creates the client from standard input. It signs in as the CLI's profile
 * says; naming the region makes a profile of another region fail instead of creating the client there. The CLI cuts
 * off an input line of more than 64 KiB, which only a text far longer than a name or description makes.
 *
 * The practice org is named by its port on `localhost`: for that word alone the CLI leaves its profile and every real
 * region aside, speaks plain HTTP, and sends the token that it is given (Genesys facts 11).
 */
export function exportGenesysCli(
  client: OAuthClientRequest,
  where: ExportTarget,
  role: RoleRequest | undefined,
): string {
  const { region, practice, apiUrl } = where;
  const environment = practice ? `localhost:${new URL(apiUrl).port}` : region;
  const token = practice ? ` --accesstoken "$${PRACTICE_TOKEN}"` : '';
  const create = (what: string) => `gc ${what} create --environment ${shellQuote(environment)}${token}`;
  const clientCommand = withJsonInput(create('oauth clients'), exportJson(withStandIn(client)));
  const roleCommand = role && withJsonInput(create('authorization roles'), roleJson(role));
  return remark(where) + roleFirst(roleCommand) + clientCommand;
}

/**
 * A curl command (7.76 or newer) for a POSIX shell that creates the client. The token is taken from the environment
 * variable GENESYS_CLOUD_ACCESS_TOKEN; for the practice org from another one, so that no real token goes there.
 */
export function exportCurl(
  client: OAuthClientRequest,
  where: ExportTarget,
  role: RoleRequest | undefined,
): string {
  const token = where.practice ? PRACTICE_TOKEN : 'GENESYS_CLOUD_ACCESS_TOKEN';
  const post = (path: string) =>
    [
      'curl',
      '--request POST',
      `--url ${shellQuote(where.apiUrl + path)}`,
      '--fail-with-body',
      `--header "Authorization: Bearer $${token}"`,
      "--header 'Content-Type: application/json'",
      '--data-binary @-',
    ].join(' \\\n  ');
  const clientCommand = withJsonInput(post(CLIENTS_PATH), exportJson(withStandIn(client)));
  const roleCommand = role && withJsonInput(post(ROLES_PATH), roleJson(role));
  return remark(where) + roleFirst(roleCommand) + clientCommand;
}

/** What makes the role that the client is to have, and what is to be done before the client can be made. */
function roleFirst(roleCommand: string | undefined): string {
  if (roleCommand === undefined) return '';
  return `: ${shellQuote(roleFirstText())}\n${roleCommand}: ${shellQuote(roleThenText(ROLE_ID_STAND_IN))}\n`;
}

/** The environment variable with a token of the practice org. */
const PRACTICE_TOKEN = 'PRACTICE_ORG_TOKEN';

/** A line that does nothing and says what it is for. An interactive zsh would run a comment as a command. */
function remark({ practice }: ExportTarget): string {
  return practice ? `: ${shellQuote(forPracticeOrgText())}\n` : '';
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
