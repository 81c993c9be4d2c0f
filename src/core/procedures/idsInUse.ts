import type { Answers, ClientIdInUse } from './draft.ts';
import type { Placement } from './placement.ts';

/**
 * The Client IDs of other clients that would be replaced in a framework.js (rule E6). The client that goes there may be
 * one that is there already.
 */
export function idsInUse(
  { entries }: Extract<Placement, { kind: 'possible' }>,
  answers: Pick<Answers, 'adopts' | 'clientId'>,
): ClientIdInUse[] {
  const own = [answers.adopts, answers.clientId.trim()].map((id) => id?.toLowerCase());
  return entries.flatMap(({ region, replaces }) =>
    replaces.kind === 'client-id' && !own.includes(replaces.text.toLowerCase())
      ? [{ region, clientId: replaces.text }]
      : [],
  );
}

/** Whether the person agreed to the replacement of this very ID; of another one there, they know nothing yet. */
export function isReplaced(id: ClientIdInUse, { replacing }: Pick<Answers, 'replacing'>): boolean {
  return replacing.some(({ region, clientId }) => region === id.region && clientId === id.clientId);
}
