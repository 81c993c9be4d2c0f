import type { Injected } from '../practice/injected.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import type {
  AccessToken,
  Client,
  Code,
  Division,
  Grant,
  Group,
  IdleTimeout,
  Person,
  RefreshToken,
  Role,
} from './records.ts';

/** Everything that the org holds. Maps are by id, those of tokens and codes by fingerprint. */
export type World = {
  readonly clock: Clock;
  readonly random: Random;
  readonly divisions: Map<string, Division>;
  readonly roles: Map<string, Role>;
  readonly people: Map<string, Person>;
  readonly groups: Map<string, Group>;
  /** Which roles a person holds where, by the person's id. */
  readonly grants: Map<string, Grant[]>;
  readonly clients: Map<string, Client>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly codes: Map<string, Code>;
  idleTimeout: IdleTimeout;
  /** What is made wrong for practice, and is taken back when the org starts again. */
  injected: readonly Injected[];
  /** What people may not do any more, whatever their roles say, by login hint: a rehearsal, which is not saved. */
  permissionsTaken: ReadonlyMap<string, readonly string[]>;
};

/** A world in which nothing exists yet. */
export function emptyWorld(clock: Clock, random: Random): World {
  return {
    clock,
    random,
    divisions: new Map(),
    roles: new Map(),
    people: new Map(),
    groups: new Map(),
    grants: new Map(),
    clients: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    idleTimeout: { enabled: false, seconds: 28_800, unit: 'Hours' },
    injected: [],
    permissionsTaken: new Map(),
  };
}
