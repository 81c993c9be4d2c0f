import * as z from 'zod/mini';
import { accessTokenRecord, clientRecord, idleTimeoutRecord, refreshTokenRecord } from '../world/records.ts';
import { switchChange } from './switches.ts';

/** A cause that is in force for a client, and what was before of all that it has changed. */
export const injectedRecord = z.strictObject({
  cause: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  /** ISO 8601, by the computer's clock; a state from before it was noted has none. */
  since: z.optional(z.string()),
  /** What it has changed, by names that say of what. */
  touched: z.array(z.string()),
  before: z.strictObject({
    /** The settings of the client that were changed. */
    settings: z.partial(clientRecord),
    /** Where the client is gone: what it was, and at which place among all. */
    client: z.nullable(z.strictObject({ record: clientRecord, place: z.int() })),
    accessTokens: z.array(accessTokenRecord),
    refreshTokens: z.array(refreshTokenRecord),
    switches: switchChange,
    /** What the inactivity timeout was set to, be it on or off; the switch tells only what is on. */
    idleTimeout: z.nullable(idleTimeoutRecord),
  }),
});
export type Injected = z.infer<typeof injectedRecord>;

/** Those settings of a client that have these names. */
export function settingsNamed(
  client: z.infer<typeof clientRecord>,
  names: readonly string[],
): Injected['before']['settings'] {
  return z.partial(clientRecord).parse(pick(client, names));
}

/** A client with these settings in the place of those that it has. */
export function withSettings(
  client: z.infer<typeof clientRecord>,
  settings: Injected['before']['settings'],
): z.infer<typeof clientRecord> {
  return clientRecord.parse({ ...client, ...settings });
}

/** Those switches that have these names. */
export function switchesNamed(all: object, names: readonly string[]): Injected['before']['switches'] {
  return switchChange.parse(pick(all, names));
}

function pick(from: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
