import { SIDE_BY_SIDE } from '../operations/askLastUses.ts';

/** Seconds from a question about the use of a client to its answer, which is never ready at once (Genesys facts 1.1). */
const SECONDS_A_QUESTION = 0.7;
/** A question is a request, and another one for its answer. */
const REQUESTS_A_QUESTION = 2;
/** How many an org takes in a minute (Genesys facts 6.4). */
const REQUESTS_A_MINUTE = 3_000;

/** In about how many minutes so many questions about the use of clients are answered at the soonest, at least one. */
export function minutesToAsk(questions: number): number {
  const byPace = (questions * SECONDS_A_QUESTION) / SIDE_BY_SIDE / 60;
  const byLimit = (questions * REQUESTS_A_QUESTION) / REQUESTS_A_MINUTE;
  return Math.max(1, Math.ceil(Math.max(byPace, byLimit)));
}
