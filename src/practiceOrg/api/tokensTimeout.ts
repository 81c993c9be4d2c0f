import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { type Operation, ok } from './operation.ts';

const path = '/api/v2/tokens/timeout';
const SHORTEST = 300;
const LONGEST = 28_800;
const LONGEST_HIPAA = 900;

const idleTokenTimeout = z.strictObject({
  idleTokenTimeoutSeconds: z.optional(z.nullable(z.int())),
  enableIdleTokenTimeout: z.optional(z.nullable(z.boolean())),
  inactivityTimeoutUnit: z.optional(z.nullable(z.enum(['Minutes', 'Hours']))),
  inactivityTimeoutGroupsEnabled: z.optional(z.nullable(z.boolean())),
  inactivityTimeoutGroupBundles: z.optional(z.nullable(z.array(z.unknown()))),
});

/** The org's setting after how many seconds an unused token ends. */
export const tokensTimeout: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['authorization', 'authorization:readonly', 'organization', 'organization:readonly'],
    handle: ({ org }) => ok(timeoutView(org)),
  },
  {
    method: 'PUT',
    path,
    scopes: ['authorization'],
    permissions: { any: ['directory:organization:admin'] },
    codes: [
      'max.idle.hipaa.token.timeout.exceeded',
      'max.idle.token.timeout.exceeded',
      'token.timeout.exceeded',
      'token.timeout.exceeded.hipaa',
    ],
    takesBody: true,
    handle({ org, world, readBody }) {
      const request = readBody(idleTokenTimeout, 'IdleTokenTimeout');
      const { idleTimeout } = world;
      const seconds = request.idleTokenTimeoutSeconds ?? idleTimeout.seconds;
      checkRange(seconds, org.switches.hipaa);
      world.idleTimeout = {
        seconds,
        enabled: request.enableIdleTokenTimeout ?? idleTimeout.enabled,
        unit: request.inactivityTimeoutUnit ?? idleTimeout.unit,
      };
      return ok(timeoutView(org));
    },
  },
];

function checkRange(seconds: number, hipaa: boolean): void {
  if (seconds < SHORTEST)
    throw new ApiError(hipaa ? 'token.timeout.exceeded.hipaa' : 'token.timeout.exceeded');
  if (hipaa && seconds > LONGEST_HIPAA) throw new ApiError('max.idle.hipaa.token.timeout.exceeded');
  if (!hipaa && seconds > LONGEST) throw new ApiError('max.idle.token.timeout.exceeded');
}

/** The published `IdleTokenTimeout`. */
function timeoutView({ world }: Org) {
  return {
    idleTokenTimeoutSeconds: world.idleTimeout.seconds,
    enableIdleTokenTimeout: world.idleTimeout.enabled,
    inactivityTimeoutUnit: world.idleTimeout.unit,
    inactivityTimeoutGroupsEnabled: false,
    inactivityTimeoutGroupBundles: [],
  };
}
