import { entryValue, readLiteral } from '../entries.ts';
import { valueEdit } from '../entryEdits.ts';
import type { ClientIdEntry, ClientIdsLiteral, CommentedOutEntry } from '../inspect.ts';
import { endOfNext, lineBefore } from '../layout.ts';
import { parseExpression } from '../parse.ts';
import { placer } from '../places.ts';
import { applyEdits, type TextEdit } from '../textEdit.ts';

/**
 * The edits that make an entry count that stands in a comment: its ID goes into the live entry of the region, or else
 * the comment becomes an entry. Undefined when more would change than that.
 */
export function uncomment(
  text: string,
  literal: ClientIdsLiteral,
  { region, place, clientId }: CommentedOutEntry,
): readonly TextEdit[] | undefined {
  if (!literal.exact || clientId === undefined) return undefined;
  const live = literal.entries.findLast((entry) => entry.region === region);
  const added = { region, value: entryValue(clientId.text) };
  if (live !== undefined) {
    const edits = [valueEdit(text, live, clientId.text)];
    const expected = literal.entries.map((entry) => (entry === live ? added : entry));
    return leadsTo(expected, text, literal, edits) ? edits : undefined;
  }

  const before = literal.entries.filter((entry) => entry.place.end <= place.start);
  const after = literal.entries.slice(before.length);
  const opened = withoutComment(text, place.start, clientId.end);
  if (opened === undefined) return undefined;
  const edits = [
    ...commaBehind(text, before.at(-1)),
    ...opened.edits,
    ...(after.length > 0 && !opened.hasComma ? [insertion(clientId.end, ',')] : []),
  ];
  return leadsTo([...before, added, ...after], text, literal, edits) ? edits : undefined;
}

/** Takes away what makes a comment of an entry that is all there is in it. */
function withoutComment(
  text: string,
  start: number,
  end: number,
): { edits: TextEdit[]; hasComma: boolean } | undefined {
  const [opening, sign] = /(\/\/|\/\*)[ \t]*$/.exec(lineBefore(text, start).text) ?? [];
  if (opening === undefined) return undefined;
  const rest = /^[^\n\r]*/.exec(text.slice(end))?.[0] ?? '';
  const closing = sign === '//' ? /^[ \t]*(,?)[ \t]*(?:\/\/.*)?$/ : /^[ \t]*(,?)([ \t]*\*\/)/;
  const [, comma, closer = ''] = closing.exec(rest) ?? [];
  if (comma === undefined) return undefined;
  const closerStart = end + rest.indexOf(closer);
  return {
    edits: [removal(start - opening.length, start), removal(closerStart, closerStart + closer.length)].filter(
      (edit) => edit.start < edit.end,
    ),
    hasComma: comma === ',',
  };
}

function commaBehind(text: string, entry: ClientIdEntry | undefined): TextEdit[] {
  if (entry === undefined || endOfNext(',', text, entry.place.end) !== undefined) return [];
  return [insertion(entry.place.end, ',')];
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

function removal(start: number, end: number): TextEdit {
  return { start, end, newText: '' };
}

/** Tries edits within a literal: are these its entries afterwards, and is it valid still? */
function leadsTo(
  expected: readonly Pick<ClientIdEntry, 'region' | 'value'>[],
  text: string,
  { place: { start, end } }: ClientIdsLiteral,
  edits: readonly TextEdit[],
): boolean {
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const source = applyEdits(text.slice(start, end), shifted);
  const alone = parseExpression(source, 0, source.length);
  if (alone?.type !== 'ObjectExpression' || alone.end !== source.length) return false;
  const { entries, complete } = readLiteral(source, alone, placer(source));
  const words = (list: typeof expected) => JSON.stringify(list.map(({ region, value }) => [region, value]));
  return complete && words(entries) === words(expected);
}
