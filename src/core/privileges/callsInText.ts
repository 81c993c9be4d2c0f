import type { PlacedCall } from './calls/source/finds.ts';
import type { Language } from './calls/source/languages.ts';
import type { Range } from './calls/source/methodAround.ts';
import { placedCalls } from './calls/source/readSource.ts';
import type { OperationIndex } from './findOperations.ts';
import { operationsOf } from './matchCalls.ts';
import type { Operation } from './operation.ts';

/** What a place in a source text calls. */
export type TextCall = Pick<PlacedCall, 'named' | 'sureness' | 'places'> & {
  /** Every operation that it may be of; none where the description has none of this path. */
  readonly operations: readonly Operation[];
};

/** The calls in a source text, each place once: where one text is sent by several methods, it is one of all their operations. */
export function callsInText(text: string, language: Language, index: OperationIndex): readonly TextCall[] {
  const calls = new Map<number, TextCall>();
  for (const call of placedCalls(text, language, { operations: index })) {
    const [first] = call.places;
    if (first === undefined) continue;
    const operations = operationsOf(call, index);
    const before = calls.get(first.start);
    calls.set(
      first.start,
      before === undefined ? { ...call, operations } : together(before, call, operations),
    );
  }
  return [...calls.values()];
}

function together(before: TextCall, { sureness }: PlacedCall, operations: readonly Operation[]): TextCall {
  return {
    ...before,
    sureness: before.sureness === 'certain' ? sureness : 'likely',
    operations: [...new Set([...before.operations, ...operations])],
  };
}

/** The call at an offset of its text, and the part of it that is there. */
export function callAt<Placed extends Pick<PlacedCall, 'places'>>(
  calls: readonly Placed[],
  offset: number,
): { readonly call: Placed; readonly place: Range } | undefined {
  for (const call of calls) {
    const place = call.places.find(({ start, end }) => start <= offset && offset <= end);
    if (place !== undefined) return { call, place };
  }
  return undefined;
}
