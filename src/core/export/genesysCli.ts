import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { exportJson } from './json.ts';
import { shellQuote, withJsonInput } from './shell.ts';

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
