import { regionOf } from '../../../platform/regions.ts';
import { entryValue, readLiteral, type SaidEntry, saySame } from '../../entries.ts';
import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import { valueEdit } from '../../insert.ts';
import type { ClientIdEntry, ClientIdsLiteral, CommentedOutEntry } from '../../inspect.ts';
import { endOfNext, lineBefore } from '../../layout.ts';
import { parseExpression } from '../../parse.ts';
import { placer } from '../../places.ts';
import { applyEdits, type TextEdit } from '../../textEdit.ts';
import { type CheckedFile, idFixes, type Rule } from '../rule.ts';

/**
 * Some region has a Client ID, or something in its place that is a problem of its own. It is needed where `getAuthToken` is
 * called, and in public deployments (procedure rule E1); a private one does without, so that alone it is no fault to
 * have none.
 */
export const hasSomeClientId: Rule = (file) => {
  const { inspection, orgs } = file;
  const { clientIds, getAuthToken } = inspection;
  if (clientIds.kind === 'absent') {
    if (getAuthToken === undefined || !hasOneConfig(file)) return [];
    const fixes = idFixes(undefined, orgs);
    return [finding('auth-token-without-client-id', getAuthToken, {}, { fixes })];
  }
  if (clientIds.kind !== 'literal' || !clientIds.complete || !clientIds.exact) return [];
  if (clientIds.entries.some(({ value }) => value.kind !== 'empty')) return [];

  const candidates = clientIds.commentedOut.filter(({ clientId }) => clientId !== undefined);
  const [first] = candidates;
  const fixes = [...usesOf(candidates, clientIds, file), ...idFixes(likelyRegion(file), orgs)];
  if (getAuthToken !== undefined) {
    const related = [{ place: getAuthToken, what: 'get-auth-token' as const }];
    return [finding('auth-token-without-client-id', clientIds.place, {}, { related, fixes })];
  }
  if (first?.clientId === undefined) {
    return [finding('no-client-id', clientIds.place, {}, { fixes })];
  }
  const args = { region: first.region, clientId: first.clientId.text };
  return [finding('commented-out-only', first.place, args, { fixes })];
};

/** Nothing from elsewhere can bring in `clientIds`. */
function hasOneConfig({ inspection: { configs } }: CheckedFile): boolean {
  return configs.length === 1 && configs.every(({ complete }) => complete);
}

const MOST_CHOICES = 5;

function usesOf(
  candidates: readonly CommentedOutEntry[],
  literal: ClientIdsLiteral,
  { text }: CheckedFile,
): readonly FrameworkFix[] {
  return candidates.slice(0, MOST_CHOICES).flatMap((candidate): FrameworkFix[] => {
    const edits = uncomment(text, literal, candidate);
    if (edits === undefined) return [];
    const args = { region: candidate.region };
    return [{ kind: 'edit', code: 'use-entry', args, edits, safe: false }];
  });
}

/** The only region that is listed, or else the only org that one is signed in to, when it is not another one. */
function likelyRegion({ live, orgs }: CheckedFile): string | undefined {
  const listed = live.map(({ region }) => region).filter((region) => regionOf(region) !== undefined);
  if (listed.length === 1) return listed[0];
  const signedIn = [...new Set(orgs.filter(({ practice }) => !practice).map(({ region }) => region))];
  const [only, ...others] = signedIn;
  const fits = only !== undefined && (listed.length === 0 || listed.includes(only));
  return fits && others.length === 0 ? only : undefined;
}

/**
 * The edits that make an entry count that stands in a comment: its ID goes into the live entry of the region, or else
 * the comment becomes an entry. Undefined when more would change than that.
 */
function uncomment(
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
  expected: readonly SaidEntry[],
  text: string,
  { place: { start, end } }: ClientIdsLiteral,
  edits: readonly TextEdit[],
): boolean {
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const source = applyEdits(text.slice(start, end), shifted);
  const alone = parseExpression(source, 0, source.length);
  if (alone?.type !== 'ObjectExpression' || alone.end !== source.length) return false;
  const { entries, complete } = readLiteral(source, alone, placer(source));
  return complete && saySame(entries, expected);
}
