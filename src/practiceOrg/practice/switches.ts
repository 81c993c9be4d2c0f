import * as z from 'zod/mini';
import { isNetwork } from '../world/networks.ts';
import { trouble } from './troubles.ts';

/** Far from here, there are no dates any more. */
const CENTURY_SECONDS = 3_155_760_000;

/** What can be rehearsed. */
export const switches = z.strictObject({
  troubles: z.array(trouble).check(z.describe('what goes wrong with the next calls')),
  latencyMs: z
    .int()
    .check(
      z.nonnegative(),
      z.maximum(60_000),
      z.describe('every API answer waits so many milliseconds first'),
    ),
  callsPerMinute: z
    .int()
    .check(z.positive(), z.describe('how many API calls a token may make in a minute before 429')),
  clockOffsetSeconds: z
    .int()
    .check(
      z.minimum(-CENTURY_SECONDS),
      z.maximum(CENTURY_SECONDS),
      z.describe(
        "how far the org's time runs ahead of the computer's: 38880000 are the 450 days of a SCIM token",
      ),
    ),
  implicitRefused: z
    .boolean()
    .check(z.describe('new clients with the implicit grant are refused: 400 `bad.grant.type`')),
  tooManyClients: z
    .boolean()
    .check(
      z.describe('the org has as many clients as it may have: new ones get 400 `auth.too.many.clients`'),
    ),
  grantsVisibleAfterSeconds: z
    .int()
    .check(z.nonnegative(), z.describe('how long the org takes to notice that a role was granted')),
  scimRoleAltered: z
    .boolean()
    .check(z.describe('somebody has altered the role SCIM Integration; off again once the role is restored')),
  permissionsTaken: z
    .record(z.string(), z.array(z.string()))
    .check(
      z.describe(
        'permissions that people lack, whatever their roles say, by login hint: `{"administrator": ["oauth:client:add"]}`',
      ),
    ),
  hipaa: z.boolean().check(z.describe('HIPAA is on: tokens end after 15 idle minutes')),
  inactivityTimeoutSeconds: z
    .nullable(z.int().check(z.minimum(300), z.maximum(28_800)))
    .check(
      z.describe(
        'the inactivity timeout: a token ends when idle for so long, and nobody gets a refresh token; null: off',
      ),
    ),
  embeddingAllowList: z
    .nullable(z.array(z.string()))
    .check(
      z.describe(
        'the domains that may embed Genesys Cloud, in `GET /api/v2/organizations/authentication/settings`; null: any',
      ),
    ),
  ipAllowList: z
    .nullable(z.array(z.string().check(z.refine(isNetwork))))
    .check(
      z.describe(
        'the networks of the IP allow-list of the org, such as `["203.0.113.0/24"]`: unless 127.0.0.1 is in one, a client of the org gets 401 `ip.not.authorized` for every API call, and only who signed in with the client of the practice org itself is let in; null: off',
      ),
    ),
  approvedClients: z
    .nullable(z.array(z.string()))
    .check(
      z.describe(
        'the IDs of the clients that the org has authorized, as `GET /api/v2/oauth/authorizations` lists them; others get no token; null: the org asks for no authorization',
      ),
    ),
  scopesEnforced: z
    .boolean()
    .check(
      z.describe(
        'scopes are enforced: a client without scopes, as one from before there were any, may call nothing; while it is off, such a client may call everything',
      ),
    ),
  implicitWithdrawn: z
    .boolean()
    .check(
      z.describe('nobody logs in with the implicit grant any more, with a client that is there neither'),
    ),
  busyClients: z
    .array(z.string())
    .check(
      z.describe(
        'the IDs of clients that call too often: every API call of theirs gets 429 `too.many.requests`',
      ),
    ),
  ipNotAllowed: z
    .boolean()
    .check(
      z.describe(
        'the org has an IP allow-list, and nobody who calls is on it: 401 `ip.not.authorized` for every API call',
      ),
    ),
});
export type Switches = z.infer<typeof switches>;
/** The switches to turn, and how; the others stay. */
export type SwitchChange = z.infer<typeof switchChange>;
export const switchChange = z.partial(switches);

/** Every switch off; the rate is the platform's own (Genesys facts 6.4). */
export const noTrouble: Switches = {
  troubles: [],
  latencyMs: 0,
  callsPerMinute: 300,
  clockOffsetSeconds: 0,
  implicitRefused: false,
  tooManyClients: false,
  grantsVisibleAfterSeconds: 0,
  scimRoleAltered: false,
  permissionsTaken: {},
  hipaa: false,
  inactivityTimeoutSeconds: null,
  embeddingAllowList: null,
  ipAllowList: null,
  approvedClients: null,
  scopesEnforced: false,
  implicitWithdrawn: false,
  busyClients: [],
  ipNotAllowed: false,
};
