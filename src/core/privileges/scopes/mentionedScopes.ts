import type { KnownScopes, ScopeWord } from './knownScopes.ts';
import type { WrittenScope } from './requestedScopes.ts';
import { mayNameScopes } from './scopeFiles.ts';

/** A word in a document that may be meant for a scope, with those that are named together with it. */
export type MentionedScope = WrittenScope & { readonly together: readonly WrittenScope[] };

const NAMES_SCOPES = /\bscopes?\b|スコープ/i;
const NAMES_PERMISSIONS = /\bpermissions?\b|権限/i;
/** They have scopes of their own, some of which look alike. */
const OF_OTHERS =
  /\b(?:github|gitlab|bitbucket|google|gmail|slack|microsoft|azure|entra|graph api|okta|auth0|salesforce|zoom|atlassian|jira|npm|discord|spotify|hubspot|shopify)\b/i;

/**
 * The words in a Markdown document that may be meant for scopes of Genesys Cloud. Documents say many things, so this is
 * silent wherever it is not clear: a word counts that is formed like a scope, in code or first in a list, where the line,
 * the line above its list or the heading speaks of scopes and not of permissions, in a section that names nobody else who
 * has scopes.
 */
export function mentionedScopes(text: string): readonly MentionedScope[] {
  if (!mayNameScopes(text)) return [];
  return sectionsOf(text)
    .filter(({ lines }) => !lines.some(({ text }) => OF_OTHERS.test(text)))
    .flatMap(groupsOf)
    .flatMap((together) => together.map((written) => ({ ...written, together })));
}

/** What such a word is where it is none, and meant for one: near a real scope or beside one, or a permission. */
export function falselyMentioned(
  { word, together }: MentionedScope,
  known: KnownScopes,
): Exclude<ScopeWord, { kind: 'scope' }> | undefined {
  const judged = known.judge(word);
  if (judged.kind === 'scope') return undefined;
  if (judged.kind === 'permission') return judged;
  const isNear = judged.near.length > 0;
  const isBesideReal = together.some((other) => known.has(other.word));
  // A word alone may be any word, and so may one that is near nothing.
  const isMeant = word.includes(':') ? isBesideReal || isNear : isBesideReal && isNear;
  return isMeant ? judged : undefined;
}

type Line = { readonly text: string; readonly start: number };
type Section = { readonly heading: string; readonly lines: readonly Line[] };

/** What stands below each heading, without what is fenced off as code. */
function sectionsOf(text: string): readonly Section[] {
  const sections: { heading: string; lines: Line[] }[] = [{ heading: '', lines: [] }];
  let start = 0;
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3);
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined) {
      const heading = /^#{1,6}\s+(.*)/.exec(line)?.[1];
      if (heading !== undefined) sections.push({ heading, lines: [] });
      sections.at(-1)?.lines.push({ text: line, start });
    }
    start += line.length + 1;
  }
  return sections;
}

const LIST_ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
const TABLE_ROW = /^\s*\|/;

/** The words of a section that may be scopes, those together that belong together: a paragraph and the list below it. */
function groupsOf({ heading, lines }: Section): readonly (readonly WrittenScope[])[] {
  const belowHeading: WrittenScope[] | undefined = speaksOfScopes(heading) ? [] : undefined;
  const groups = belowHeading === undefined ? [] : [belowHeading];
  let open: WrittenScope[] | undefined;
  let isInParagraph = false;
  let isInTable = false;
  let isTableOfPermissions = false;
  for (const { text, start } of lines) {
    const isItem = LIST_ITEM.test(text) || TABLE_ROW.test(text);
    const isText = text.trim() !== '' && !isItem;
    const isRow = TABLE_ROW.test(text);
    // The first row says what is in the columns.
    isTableOfPermissions = isRow && (isInTable ? isTableOfPermissions : NAMES_PERMISSIONS.test(text));
    isInTable = isRow;
    const names = speaksOfScopes(text);
    if (isText && (names || !isInParagraph)) open = undefined;
    let group = open ?? belowHeading;
    if (names && open === undefined) {
      group = [];
      groups.push(group);
      // An item speaks for itself alone.
      if (isText) open = group;
    }
    if (!isTableOfPermissions && !NAMES_PERMISSIONS.test(text)) group?.push(...wordsIn(text, start));
    isInParagraph = isText;
  }
  return groups;
}

function speaksOfScopes(text: string): boolean {
  return NAMES_SCOPES.test(text) && !NAMES_PERMISSIONS.test(text);
}

/** A group of operations, or such a name with what one may do there, in whatever case. */
const LIKE_A_SCOPE = /^(?:[a-z][a-z-]{1,40}|[A-Za-z][A-Za-z_-]{1,40}(?::[A-Za-z][A-Za-z_-]{0,40}){1,2})$/;
const IN_CODE = /`([^`\n]{1,300})`/g;
const FIRST_IN_LIST = /^\s*(?:[-*+]|\d{1,3}[.)])\s+([a-z][\w-]*:[\w:-]+)(?=\s|$)/i;

function wordsIn(line: string, start: number): readonly WrittenScope[] {
  const inCode = [...line.matchAll(IN_CODE)].flatMap(({ index, 1: code = '' }) =>
    [...code.matchAll(/[^\s,;]+/g)].map(({ 0: word, index: at }) => ({ word, at: index + 1 + at })),
  );
  const first = FIRST_IN_LIST.exec(line);
  const word = first?.[1];
  const all =
    word === undefined || first === null ? inCode : [...inCode, { word, at: first[0].length - word.length }];
  return all
    .filter((each) => LIKE_A_SCOPE.test(each.word))
    .map((each) => ({ word: each.word, start: start + each.at, end: start + each.at + each.word.length }));
}
