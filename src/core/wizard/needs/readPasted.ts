import type { Call } from '../../privileges/calls/call.ts';
import { readCalls } from '../../privileges/calls/pasted/readCalls.ts';
import type { CallNote } from '../../privileges/calls/reading.ts';
import type { OperationIndex } from '../../privileges/findOperations.ts';
import { type MatchedCalls, matchCalls } from '../../privileges/matchCalls.ts';

/** A line that is nothing but the name of a method of an SDK, in a list or a sentence of code. */
const NAME_ALONE =
  /^[\s\-*•\d.)"'`|]*(?:await\s+)?(?:\w+\.)?((?:get|post|put|patch|delete|head)(?:[A-Z]|_[a-z])\w{2,120})(?:\(\))?[\s"'`|,;]*$/i;

/** The calls in what was pasted, held against what is known of the API. */
export function readPasted(
  text: string,
  operations: OperationIndex,
): { readonly matched: MatchedCalls; readonly notes: readonly CallNote[] } {
  const { calls, notes } = readCalls(text, { operations });
  const matched = matchCalls(calls, operations);
  const isTooLarge = notes.some(({ kind }) => kind === 'too-large');
  const unknown = isTooLarge ? [] : unknownNames(text, operations);
  return { matched: { ...matched, unknown: [...matched.unknown, ...unknown] }, notes };
}

/** The reader takes only a name that is known for a call. In a list of names one that is not is a mistake to be told. */
function unknownNames(text: string, operations: OperationIndex): Call[] {
  return text.split('\n').flatMap((line, at): Call[] => {
    const name = line.length > 200 ? undefined : NAME_ALONE.exec(line)?.[1];
    if (name === undefined || operations.byName(name).length > 0) return [];
    return [{ named: { by: 'sdk', name }, at: { file: undefined, line: at + 1 }, sureness: 'likely' }];
  });
}
