import type { ClientIdQuestion } from './prompts/clientId.ts';

/**
 * What was entered in this window, to be offered again. It is kept nowhere else, and never holds a secret or a token.
 */
export type Entered = {
  /** The name of the way. */
  way?: string;
  /** Domain. */
  region?: string;
  readonly clientIds: { [Grant in ClientIdQuestion['grant']]?: string };
  /** The login hint of somebody of the practice org. */
  person?: string;
};

/** Before anything was entered. */
export function nothingEnteredYet(): Entered {
  return { clientIds: {} };
}
