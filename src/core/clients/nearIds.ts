import { distance } from 'fastest-levenshtein';
import { plainClientId } from '../platform/clientId.ts';

/** How the ID of a client is like another text: it begins in the same way, or so many characters differ. */
export type IdLikeness =
  | { readonly kind: 'same-start' }
  | { readonly kind: 'differs'; readonly count: number };

/** By chance, two of 10,000 IDs do not begin with so many same characters; fewer are said to be none of them. */
const FEWEST_SAME = 8;

const MOST_DIFFERENT = 4;

/** No Client ID, with all that may stand around it, is longer. */
const LONGEST = 60;

/**
 * Those whose ID may have been meant by a text: one that was cut off, or that has some wrong characters. The nearest first;
 * none where nothing is near.
 */
export function nearestById<Client extends { readonly id: string }>(
  written: string,
  clients: readonly Client[],
): readonly { readonly client: Client; readonly likeness: IdLikeness }[] {
  const text = plainClientId(written.slice(0, LONGEST))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]/gu, '');
  return clients
    .flatMap((client) => {
      const id = client.id.toLowerCase();
      const same = sameStart(text, id);
      const likeness = likenessOf(same, distance(text, id));
      return likeness === undefined ? [] : [{ client, likeness, same }];
    })
    .sort((one, other) => farness(one.likeness) - farness(other.likeness) || other.same - one.same)
    .map(({ client, likeness }) => ({ client, likeness }));
}

function likenessOf(same: number, count: number): IdLikeness | undefined {
  if (count <= MOST_DIFFERENT) return { kind: 'differs', count };
  return same >= FEWEST_SAME ? { kind: 'same-start' } : undefined;
}

/** Of those that only begin in the same way, the rest says nothing. */
function farness(likeness: IdLikeness): number {
  return likeness.kind === 'differs' ? likeness.count : MOST_DIFFERENT + 1;
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
