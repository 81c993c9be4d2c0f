import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import { readClientId } from '../platform/clientId.ts';
import { readRegionName } from '../platform/regionName.ts';
import { parseJson, withoutInvisible } from '../platform/text.ts';
import type { FoundSignIn } from './ways.ts';

/** What somebody can sign in with, as it was found on this computer. Only `description` may be shown or kept. */
export type FoundCredentials = {
  description: FoundSignIn;
  credentials:
    | { kind: 'client-credentials'; clientId: string; clientSecret: string }
    /** `endsAt`: when it ends (ISO 8601), where that was found, too. */
    | { kind: 'access-token'; accessToken: string; endsAt?: string };
};

/** A profile of the Genesys CLI's config.toml (Genesys facts 11). */
const CliProfile = z.looseObject({
  environment: z.optional(z.string()),
  grant_type: z.optional(z.union([z.string(), z.number()])),
  redirect_uri: z.optional(z.string()),
  client_credentials: z.optional(z.string()),
  client_secret: z.optional(z.string()),
  access_token: z.optional(z.string()),
  oauth_token_data: z.optional(z.unknown()),
});
type CliProfile = z.infer<typeof CliProfile>;

/** What the Genesys CLI keeps of its last login, as JSON in a text: the login host's answer, and when the token ends. */
const CliLogin = z.object({ access_token: z.string(), oauth_token_expiry: z.string() });

/** How the Genesys CLI numbers its logins with a browser; their clients are no use with a secret alone. */
const CLI_BROWSER_GRANTS = ['2', '3'];

/** Of the tables in tables; a name with a dot is a table in another one, unless it is quoted. */
const MOST_DOTS = 8;

/**
 * The profiles of the Genesys CLI that can be used, in the order of its config.toml; none when that does not parse.
 * An ID and secret come before a token, because a token that lies in a file has most likely ended; that of the CLI's last
 * login is one only as long as it lives.
 */
export function readCliConfig(toml: string, now: Date): FoundCredentials[] {
  const all = profilesIn(tablesOf(toml)).flatMap(([profile, values]) => {
    const place = { region: values.environment, gateway: hasValue(values, 'gateway_') };
    const origin = { id: `genesys-cli:${profile}`, source: 'genesys-cli', profile } as const;
    const { client_credentials, client_secret, access_token, oauth_token_data } = values;
    const pair = usesBrowser(values) ? undefined : pairOf(client_credentials, client_secret);
    return found(origin, pair ?? loginOf(oauth_token_data, now) ?? tokenOf(access_token), place);
  });
  // Of two names that only quotes tell apart, the CLI knows one.
  const ids = new Set<string>();
  return all.filter(({ description: { id } }) => ids.size < ids.add(id).size);
}

/** The tables by their names, those in a table after it: the CLI takes `[prod.jp]` for a profile of this name. */
function profilesIn(tables: Record<string, unknown>, before = '', dots = 0): [string, CliProfile][] {
  return Object.entries(tables).flatMap(([key, value]): [string, CliProfile][] => {
    const table = Table.safeParse(value);
    if (!table.success) return [];
    const name = `${before}${key}`;
    const profile = CliProfile.safeParse(table.data);
    const { oauth_token_data: _, ...others } = table.data;
    const nested = dots === MOST_DOTS ? [] : profilesIn(others, `${name}.`, dots + 1);
    return profile.success ? [[name, profile.data], ...nested] : nested;
  });
}

/** The CLI opens a browser for these grants, and wherever it has an address to come back to. */
function usesBrowser({ grant_type, redirect_uri = '' }: CliProfile): boolean {
  return CLI_BROWSER_GRANTS.includes(String(grant_type)) || redirect_uri.trim() !== '';
}

function loginOf(data: unknown, now: Date): Credentials | undefined {
  const login = CliLogin.safeParse(typeof data === 'string' ? parseJson(data) : data);
  if (!login.success) return undefined;
  const end = new Date(login.data.oauth_token_expiry);
  const token = tokenOf(login.data.access_token);
  return token !== undefined && end > now ? { ...token, endsAt: end.toISOString() } : undefined;
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

/** What holds an access token for whatever of ours is started here, and the region that it is of. */
export const TOKEN_VARIABLE = 'GENESYS_OAUTH_ACCESS_TOKEN';
export const REGION_VARIABLE = 'GENESYS_OAUTH_REGION';

/** The access token that somebody has put into a variable for us. It goes where its region is, whatever stands before others. */
function readTokenVariable(env: Readonly<Record<string, string | undefined>>): FoundCredentials[] {
  const place = { region: env[REGION_VARIABLE], gateway: false };
  return found({ id: 'variable', source: 'variable' }, tokenOf(env[TOKEN_VARIABLE]), place);
}

/**
 * All that one can sign in with on a computer, by what stands there: the profiles of the Genesys CLI, the variables of the
 * Terraform provider, and ours. `cliConfig`: the text of the CLI's config.toml.
 */
export function signInsIn(
  {
    cliConfig,
    env,
  }: { readonly cliConfig: string; readonly env: Readonly<Record<string, string | undefined>> },
  now: Date,
): FoundCredentials[] {
  return [...readCliConfig(cliConfig, now), ...readTerraformVariables(env), ...readTokenVariable(env)];
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

function tokenOf(text: string | undefined): { kind: 'access-token'; accessToken: string } | undefined {
  const accessToken = readAccessToken(text ?? '');
  return accessToken === undefined ? undefined : { kind: 'access-token', accessToken };
}

/** Whether a key that begins like this has a value. */
function hasValue(values: Readonly<Record<string, unknown>>, prefix: string): boolean {
  return Object.entries(values).some(([key, value]) => key.startsWith(prefix) && (value ?? '') !== '');
}

const Table = z.record(z.string(), z.unknown());

function tablesOf(toml: string): Record<string, unknown> {
  try {
    return parse(toml);
  } catch {
    return {};
  }
}

/** Visible ASCII: what an HTTP header can carry, and what Genesys Cloud makes its secrets of. */
const VISIBLE = /^[\x21-\x7e]+$/;

/** Characters; an opaque token has fewer than a hundred, and a header line holds some thousand. */
const SHORTEST_TOKEN = 20;
const LONGEST_TOKEN = 4096;

/** What stands around a token where it is copied from: a header, in whatever language it was written. */
const BEFORE_TOKEN = /^["'`\s]*(?:authorization["'`\s]*:["'`\s]*)?(?:bearer\s+)?["'`]*/i;
/** At the beginning of a run only: whoever wrote the text chooses how long its runs are. */
const AFTER_TOKEN = /(?<!["'`,;\s])["'`,;\s]+$/;

/**
 * An access token as it was pasted: alone, in quotes, or with the `Authorization` header it was copied from; without
 * the characters that nobody sees. Undefined when it cannot be one.
 */
export function readAccessToken(text: string): string | undefined {
  const token = withoutInvisible(text).replace(BEFORE_TOKEN, '').replace(AFTER_TOKEN, '');
  return VISIBLE.test(token) && token.length >= SHORTEST_TOKEN && token.length <= LONGEST_TOKEN
    ? token
    : undefined;
}

/** A Client Secret as it was pasted, without what nobody sees; undefined when it cannot be one. */
export function readClientSecret(text: string): string | undefined {
  const secret = withoutInvisible(text).trim();
  return VISIBLE.test(secret) ? secret : undefined;
}
