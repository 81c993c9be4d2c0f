import { RequestLog } from './practice/requestLog.ts';
import { noTrouble, type Switches } from './practice/switches.ts';
import { alterScimRole, isScimRoleAltered } from './world/alterScimRole.ts';
import { type Clock, createClock } from './world/clock.ts';
import { moveIn } from './world/company/moveIn.ts';
import { growLarge, LARGE } from './world/growLarge.ts';
import { type Random, seedId, systemRandom } from './world/random.ts';
import { seedWorld } from './world/seed.ts';
import { RateLimits, Usage } from './world/usage.ts';
import type { World } from './world/world.ts';

/** What never changes about the org. */
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly domain: string;
};

/** The running org: what it holds, how it is made to misbehave, and what was asked of it. */
export type Org = {
  readonly organization: Organization;
  readonly region: string;
  readonly size: OrgSize;
  readonly clock: Clock;
  readonly random: Random;
  readonly requests: RequestLog;
  readonly rates: RateLimits;
  readonly usage: Usage;
  /** The clients that have asked in vain to be authorized, by ID, each with the time of it (milliseconds since 1970). */
  readonly refusedClients: Map<string, number>;
  world: World;
  switches: Switches;
};

/**
 * `bare` is an org with no more than one needs to begin, `small` one that a company lives in, `large` a bare one grown to a
 * large enterprise; a number is one of clients, see `clientCounts`.
 */
export type OrgSize = 'bare' | 'small' | 'large' | number;

/** How many clients an org may begin with. */
export const clientCounts = { least: 10, most: 100_000 } as const;

export type OrgOptions = {
  /** The domain that the org pretends to live in. */
  readonly region: string;
  readonly size?: OrgSize;
  readonly clock?: Clock;
  readonly random?: Random;
};

/** An org on its first day, with every switch off. */
export function createOrg(options: OrgOptions): Org {
  const { region, size = 'small', clock = createClock(), random = systemRandom } = options;
  return {
    organization: {
      id: seedId('organization'),
      name: 'Practice Org',
      shortName: 'practice-org',
      domain: `practice-org.${region}`,
    },
    region,
    size,
    clock,
    random,
    requests: new RequestLog(),
    rates: new RateLimits(),
    usage: new Usage(),
    refusedClients: new Map(),
    world: firstDay(size, region, clock, random),
    switches: noTrouble,
  };
}

/** Back to the first day: everything created is gone, every sign-in has ended, every switch is off. */
export function resetOrg(org: Org): void {
  turnSwitches(org, noTrouble);
  org.world = firstDay(org.size, org.region, org.clock, org.random);
  org.rates.clear();
  org.usage.clear();
  org.refusedClients.clear();
  org.requests.clear();
}

function firstDay(size: OrgSize, region: string, clock: Clock, random: Random): World {
  const world = seedWorld(clock, random);
  if (size === 'small') moveIn(world, region);
  else if (size !== 'bare') growLarge(world, size === 'large' ? LARGE.clients : size);
  return world;
}

/** Puts the switches as they are given; time moves at once, and so does what the world itself has of them. */
export function turnSwitches(org: Org, switches: Switches): void {
  const now = switchesNow(org);
  if (switches.scimRoleAltered !== now.scimRoleAltered) alterScimRole(org.world, switches.scimRoleAltered);
  if (switches.inactivityTimeoutSeconds !== now.inactivityTimeoutSeconds) {
    setInactivityTimeout(org.world, switches.inactivityTimeoutSeconds);
  }
  org.world.permissionsTaken = new Map(Object.entries(switches.permissionsTaken));
  org.switches = switches;
  org.clock.offsetMs = switches.clockOffsetSeconds * 1000;
}

/** The switches; whether a role is altered, the role itself says, and the inactivity timeout is a setting of the org. */
export function switchesNow({ world, switches }: Org): Switches {
  const { enabled, seconds } = world.idleTimeout;
  return {
    ...switches,
    scimRoleAltered: isScimRoleAltered(world),
    inactivityTimeoutSeconds: enabled ? seconds : null,
  };
}

const HOUR_SECONDS = 3600;

function setInactivityTimeout(world: World, seconds: number | null): void {
  world.idleTimeout =
    seconds === null
      ? { ...world.idleTimeout, enabled: false }
      : { enabled: true, seconds, unit: seconds % HOUR_SECONDS === 0 ? 'Hours' : 'Minutes' };
}

const HIPAA_IDLE_SECONDS = 900;

/** After how many seconds an unused token ends; null: never. HIPAA means 15 minutes at most (procedure rule G5). */
export function idleTimeoutSeconds({ world, switches }: Org): number | null {
  const { enabled, seconds } = world.idleTimeout;
  const wished = enabled ? seconds : null;
  return switches.hipaa ? Math.min(wished ?? HIPAA_IDLE_SECONDS, HIPAA_IDLE_SECONDS) : wished;
}
