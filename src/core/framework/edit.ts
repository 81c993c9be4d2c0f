import { entryValue, type SaidEntry, saySame, soundnessOf } from './entries.ts';
import { newEntryIn, valueEdit } from './insert.ts';
import { type ClientIdsLiteral, inspectExactly } from './inspect.ts';
import { applyEdit, type TextEdit } from './textEdit.ts';

export { applyEdit, type TextEdit } from './textEdit.ts';

/**
 * Why a file is left alone: no `clientIds`; it is computed; there are several; the region's value is computed;
 * or the text leaves open what the edit would do.
 */
export type RefusalReason = 'absent' | 'not-a-literal' | 'several' | 'value-is-dynamic' | 'uncertain';

/** Lines count from 1: of the value after the edit, or of what stands in the way. */
type ClientIdEdit =
  | {
      readonly kind: 'edit';
      readonly edit: TextEdit;
      readonly line: number;
      readonly replaces:
        | { readonly kind: 'nothing' | 'empty' }
        | { readonly kind: 'placeholder' | 'client-id'; readonly text: string };
    }
  | { readonly kind: 'unchanged'; readonly line: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly line: number | undefined };

/**
 * How to set a region's Client ID in a framework.js (procedure rule E6): replaces what stands between the
 * quotes of the value that counts, or adds one entry. It has been tried on the text: afterwards that region has
 * that value, and every other entry is found as before. Where this cannot be known, it is refused.
 */
export function setClientId(text: string, region: string, clientId: string): ClientIdEdit {
  const clientIds = inspectExactly(text)?.clientIds;
  switch (clientIds?.kind) {
    case undefined:
      return refused('uncertain');
    case 'absent':
      return refused('absent');
    case 'not-a-literal':
      return refused('not-a-literal', clientIds.place.line);
    case 'several':
      return refused('several', clientIds.places[0]?.line);
    case 'literal':
      return setInLiteral(text, clientIds, region, clientId);
  }
}

function refused(reason: RefusalReason, line?: number): ClientIdEdit {
  return { kind: 'refused', reason, line };
}

function setInLiteral(
  text: string,
  literal: ClientIdsLiteral,
  region: string,
  clientId: string,
): ClientIdEdit {
  const current = literal.entries.findLast((entry) => entry.region === region);
  if (current === undefined) return addToLiteral(text, literal, region, clientId);

  const { value, valuePlace } = current;
  const wanted = { region, value: entryValue(clientId) };
  if (value.kind === 'dynamic') return refused('value-is-dynamic', valuePlace.line);
  if (saySame([current], [wanted])) return { kind: 'unchanged', line: valuePlace.line };

  const edit = valueEdit(text, current, clientId);
  const expected = literal.entries.map((entry) => (entry === current ? wanted : entry));
  const line = lineOfResult(text, literal, edit, region, expected);
  if (line === undefined) return refused('uncertain', valuePlace.line);
  return { kind: 'edit', edit, line, replaces: value };
}

function addToLiteral(
  text: string,
  literal: ClientIdsLiteral,
  region: string,
  clientId: string,
): ClientIdEdit {
  const { complete, entries, place } = literal;
  if (!complete) return refused('uncertain', place.line);

  const edit = newEntryIn(text, literal)(region, clientId);
  const expected = [...entries, { region, value: entryValue(clientId) }];
  const line = lineOfResult(text, literal, edit, region, expected);
  if (line === undefined) return refused('uncertain', place.line);
  return { kind: 'edit', edit, line, replaces: { kind: 'nothing' } };
}

/** Tries the edit: the line of the region's value afterwards, undefined unless all is as expected. */
function lineOfResult(
  text: string,
  before: ClientIdsLiteral,
  edit: TextEdit,
  region: string,
  expected: readonly SaidEntry[],
): number | undefined {
  const soundness = before.braces ? soundnessOf(text, before.place) : 'exact';
  if (soundness === 'broken') return undefined;
  const edited = applyEdit(text, edit);
  const after = inspectExactly(edited)?.clientIds;
  if (after?.kind !== 'literal' || soundnessOf(edited, after.place) !== soundness) return undefined;
  if (!saySame(after.entries, expected)) return undefined;
  return after.entries.findLast((entry) => entry.region === region)?.valuePlace.line;
}

type Edit = Extract<ClientIdEdit, { kind: 'edit' }>;

/** A region whose value changes: what it replaces, and its line (counted from 1) once that is done. */
export type SetEntry = { readonly region: string } & Pick<Edit, 'line' | 'replaces'>;

export type ClientIdsEdit =
  /** `entries` are the regions that change; those that have this value already are not among them. */
  | { readonly kind: 'edit'; readonly edited: string; readonly entries: readonly SetEntry[] }
  | {
      readonly kind: 'refused';
      readonly region: string;
      readonly reason: RefusalReason;
      readonly line: number | undefined;
    };

/**
 * The text with one Client ID under each of these regions (procedure rules G11 and E6), each set as by `setClientId`,
 * with all that it promises. When one region is refused, all are.
 */
export function setClientIds(text: string, regions: readonly string[], clientId: string): ClientIdsEdit {
  let edited = text;
  const entries: SetEntry[] = [];
  for (const region of regions) {
    const change = setClientId(edited, region, clientId);
    if (change.kind === 'refused') {
      return { kind: 'refused', region, reason: change.reason, line: change.line };
    }
    if (change.kind === 'unchanged') continue;
    edited = applyEdit(edited, change.edit);
    entries.push({ region, line: change.line, replaces: change.replaces });
  }
  return { kind: 'edit', edited, entries };
}
