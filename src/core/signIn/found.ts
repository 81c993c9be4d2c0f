import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import { readClientId } from '../platform/clientId.ts';
import { readRegionName } from '../platform/regionName.ts';
import { readAccessToken, readClientSecret } from './pastedSecret.ts';
import type { FoundSignIn } from './ways.ts';

/** What somebody can sign in with, as it was found on this computer. Only `description` may be shown or kept. */
export type FoundCredentials = {
  description: FoundSignIn;
  credentials:
    | { kind: 'client-credentials'; clientId: string; clientSecret: string }
    | { kind: 'access-token'; accessToken: string };
};

/** A profile of the Genesys CLI's config.toml (Genesys facts 11). */
const CliProfile = z.looseObject({
  environment: z.optional(z.string()),
  grant_type: z.optional(z.string()),
  client_credentials: z.optional(z.string()),
  client_secret: z.optional(z.string()),
  access_token: z.optional(z.string()),
});

/** How the Genesys CLI numbers its logins with a browser; their clients are no use with a secret alone. */
const CLI_BROWSER_GRANTS = ['2', '3'];

/**
 * The profiles of the Genesys CLI that can be used, in the order of its config.toml; none when that does not parse.
 * An ID and secret come before a token, because a token that lies in a file has most likely ended.
 */
export function readCliConfig(toml: string): FoundCredentials[] {
  return Object.entries(tablesOf(toml)).flatMap(([profile, table]) => {
    const parsed = CliProfile.safeParse(table);
    if (!parsed.success) return [];
    const { environment, grant_type, client_credentials, client_secret, access_token, ...others } =
      parsed.data;
    const pair = CLI_BROWSER_GRANTS.includes(grant_type ?? '')
      ? undefined
      : pairOf(client_credentials, client_secret);
    const place = { region: environment, gateway: hasValue(others, 'gateway_') };
    const origin = { id: `genesys-cli:${profile}`, source: 'genesys-cli', profile } as const;
    return found(origin, pair ?? tokenOf(access_token), place);
  });
}

/**
 * What the environment variables of the Terraform provider hold; there, a token stands before an ID and secret. The
 * region is not guessed where it is left out, because it may stand in a Terraform file.
 */
export function readTerraformVariables(
  env: Readonly<Record<string, string | undefined>>,
): FoundCredentials[] {
  const pair = pairOf(env['GENESYSCLOUD_OAUTHCLIENT_ID'], env['GENESYSCLOUD_OAUTHCLIENT_SECRET']);
  const place = { region: env['GENESYSCLOUD_REGION'], gateway: hasValue(env, 'GENESYSCLOUD_GATEWAY_') };
  const origin = { id: 'terraform', source: 'terraform' } as const;
  return found(origin, tokenOf(env['GENESYSCLOUD_ACCESS_TOKEN']) ?? pair, place);
}

type Credentials = FoundCredentials['credentials'];

function found(
  origin: Pick<FoundSignIn, 'id' | 'source' | 'profile'>,
  credentials: Credentials | undefined,
  { region, gateway }: { region: string | undefined; gateway: boolean },
): FoundCredentials[] {
  if (credentials === undefined) return [];
  const place = placeOf(region?.trim() ?? '');
  const obstacle = gateway ? { obstacle: 'gateway' as const } : {};
  return [{ description: { ...origin, holds: credentials.kind, ...place, ...obstacle }, credentials }];
}

function placeOf(text: string): Pick<FoundSignIn, 'region' | 'unknownRegion' | 'obstacle'> {
  if (text === '') return { obstacle: 'region-missing' };
  const region = readRegionName(text);
  return region === undefined ? { unknownRegion: text, obstacle: 'region-unknown' } : { region };
}

function pairOf(id: string | undefined, secret: string | undefined): Credentials | undefined {
  const clientId = readClientId(id ?? '');
  const clientSecret = readClientSecret(secret ?? '');
  return clientId !== undefined && clientSecret !== undefined
    ? { kind: 'client-credentials', clientId, clientSecret }
    : undefined;
}

function tokenOf(text: string | undefined): Credentials | undefined {
  const accessToken = readAccessToken(text ?? '');
  return accessToken === undefined ? undefined : { kind: 'access-token', accessToken };
}

/** Whether a key that begins like this has a value. */
function hasValue(values: Readonly<Record<string, unknown>>, prefix: string): boolean {
  return Object.entries(values).some(([key, value]) => key.startsWith(prefix) && (value ?? '') !== '');
}

function tablesOf(toml: string): Record<string, unknown> {
  try {
    return parse(toml);
  } catch {
    return {};
  }
}
