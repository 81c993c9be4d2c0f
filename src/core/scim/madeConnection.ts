import type { MadeConnection } from '../operations/effects.ts';
import { type PlannedConnection, ScimConnection } from './configFile.ts';

/**
 * A planned connection with what came of its client. The duration is the one that the org made of it (rule S4), where
 * it said one that a SCIM config file can hold.
 */
export function madeConnection(planned: PlannedConnection, made: MadeConnection): ScimConnection {
  const { clientId, createdAt, tokenEndsAt } = made;
  const actual = ScimConnection.shape.tokenDurationSeconds.safeParse(made.tokenDurationSeconds);
  return {
    ...planned,
    ...{ clientId, createdAt },
    ...(actual.success && { tokenDurationSeconds: actual.data }),
    ...(tokenEndsAt !== undefined && { tokenEndsAt }),
  };
}
