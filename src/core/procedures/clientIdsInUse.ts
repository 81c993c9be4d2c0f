import { readClientId } from '../platform/clientId.ts';
import type { FrameworkFile } from './context.ts';
import type { Answers, ClientIdInUse } from './draft.ts';

/**
 * The Client IDs of other clients that writing into this file would replace (rule E6). The client that goes there may be
 * one that is there already.
 */
export function clientIdsInUse(
  { uri, placement }: FrameworkFile,
  answers: Pick<Answers, 'adopts' | 'clientId'>,
): ClientIdInUse[] {
  if (placement?.kind !== 'possible') return [];
  const own = [answers.adopts, readClientId(answers.clientId)].map((id) => id?.toLowerCase());
  return placement.entries.flatMap(({ region, replaces }) =>
    replaces.kind === 'client-id' && !own.includes(replaces.text.toLowerCase())
      ? [{ uri, region, clientId: replaces.text }]
      : [],
  );
}

/** Whether the person agreed to the replacement of this very ID, here; of another one there, they know nothing yet. */
export function isAgreed(
  { uri, region, clientId }: ClientIdInUse,
  { mayReplace }: Pick<Answers, 'mayReplace'>,
): boolean {
  return mayReplace.some((each) => each.uri === uri && each.region === region && each.clientId === clientId);
}
