import type { Edit, Node } from 'jsonc-parser';
import { endOfLineComments, endOfNext, indentUnit, isBlank, lineBefore } from '../framework/layout.ts';
import { locator } from '../framework/places.ts';
import { edited, type JsonDocument } from './jsonDocument.ts';

// Not jsonc-parser's `modify`: with a member it takes away the comments around it, and sets its neighbours anew.

/** Puts a value in the place of another. */
export function replaceValue(document: JsonDocument, node: Node, value: Json): JsonDocument {
  const member = node.parent?.type === 'property' ? node.parent : node;
  const content = valueSource(value, settingOf(document, member));
  return edited(document, { offset: node.offset, length: node.length, content });
}

/** Adds elements to a list, behind its others. */
export function appendElements(document: JsonDocument, array: Node, values: readonly Json[]): JsonDocument {
  return insert(document, array, array.children?.at(-1), (setting) =>
    values.map((value) => valueSource(value, setting)).join(`,${gapOf(setting)}`),
  );
}

/** Adds a property to an object: behind one of its properties, or as its first. */
export function addProperty(
  document: JsonDocument,
  object: Node,
  after: Node | undefined,
  name: string,
  value: Json,
): JsonDocument {
  return insert(document, object, after, (setting) => propertySource(name, value, setting));
}

/**
 * Takes away properties of one object, or elements of one list, each with its comma, and its line when nothing else is on
 * it. Comments stay.
 */
export function removeMembers(document: JsonDocument, members: readonly Node[]): JsonDocument {
  const { text } = document;
  const locate = locator(text);
  const siblings = members[0]?.parent?.children ?? [];
  const gone = new Set(members);
  const ranges: Range[] = [];
  const commas: number[] = [];
  for (const member of siblings.filter((each) => gone.has(each))) {
    const end = endOf(member);
    const comma = endOfNext(',', text, end);
    const isNext = comma !== undefined && isBlank(text.slice(end, comma - 1));
    if (comma !== undefined && !isNext) commas.push(comma);
    join(ranges, { start: member.offset, end: isNext ? comma : end }, text);
  }
  const kept = siblings.findLastIndex((each) => !gone.has(each));
  const [lastKept, last] = [siblings[kept], siblings.at(-1)];
  if (lastKept !== undefined && last !== undefined && lastKept !== last) {
    // Where the last one had a comma behind it, the one that is the last now may have one, too.
    const comma = endOfNext(',', text, endOf(lastKept));
    if (comma !== undefined && endOfNext(',', text, endOf(last)) === undefined) commas.push(comma);
  }
  return edited(
    document,
    ...ranges.map((range) => cut(text, range, locate)),
    ...commas.map((comma) => ({ offset: comma - 1, length: 1, content: '' })),
  );
}

type Range = { readonly start: number; readonly end: number };

/** What stands on one line and goes altogether is one. */
function join(ranges: Range[], next: Range, text: string): void {
  const last = ranges.at(-1);
  if (last === undefined || !isBlank(text.slice(last.end, next.start))) ranges.push(next);
  else ranges.splice(-1, 1, { start: last.start, end: next.end });
}

/** Takes the blanks along, and the line when it would be left empty. */
function cut(text: string, { start, end }: Range, locate: ReturnType<typeof locator>): Edit {
  const before = lineBefore(text, start, locate);
  const behind = end + blanksAt(text, end);
  const ownLine = isBlank(before.text) && /^[\r\n]/.test(text.slice(behind, behind + 1));
  const offset = ownLine ? start - before.text.length - before.lineEnd.length : start;
  return { offset, length: behind - offset, content: '' };
}

const BLANKS = /[ \t]*/y;

function blanksAt(text: string, offset: number): number {
  BLANKS.lastIndex = offset;
  return BLANKS.exec(text)?.[0].length ?? 0;
}

/** Comments stay with what they stand behind; the new members come after them. */
function insert(
  document: JsonDocument,
  container: Node,
  after: Node | undefined,
  write: (setting: Setting) => string,
): JsonDocument {
  const first = container.children?.[0];
  if (first === undefined) return insertOnly(document, container, write);

  const { text } = document;
  const setting = settingOf(document, after ?? first);
  const content = write(setting);
  const gap = gapOf(setting);
  const lastOnLine = (offset: number) =>
    setting.kind === 'block' ? endOfLineComments(text, offset) : offset;

  if (after === undefined) {
    const separated = setting.kind === 'block' ? `${gap}${content},` : `${content},${gap}`;
    return edited(document, insertion(lastOnLine(container.offset + 1), separated));
  }
  const end = endOf(after);
  const commaEnd = endOfNext(',', text, end);
  return commaEnd === undefined
    ? edited(document, insertion(end, ','), insertion(lastOnLine(end), `${gap}${content}`))
    : edited(document, insertion(lastOnLine(commaEnd), `${gap}${content},`));
}

/** Fills a container that holds nothing but perhaps comments. */
function insertOnly(
  document: JsonDocument,
  container: Node,
  write: (setting: Setting) => string,
): JsonDocument {
  const { text } = document;
  const setting = firstSetting(document, container);
  const inner = text.slice(container.offset + 1, endOf(container) - 1);
  const offset = container.offset + 1 + inner.trimEnd().length;
  const closing = setting.kind === 'block' ? gapOf(setting).slice(0, -setting.unit.length) : '';
  const content = `${gapOf(setting)}${write(setting)}${closing}`;
  return edited(document, { offset, length: endOf(container) - 1 - offset, content });
}

function insertion(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** What the file is made of: JSON without null. A property that is undefined is left out. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json | undefined };

/** How the members of an object or a list are set: a line each, or one behind the other. */
type Setting =
  | { readonly kind: 'block'; readonly lineEnd: string; readonly indent: string; readonly unit: string }
  | { readonly kind: 'inline'; readonly gap: '' | ' ' };

/** How this member is set, which its new neighbours follow. */
function settingOf({ text }: JsonDocument, member: Node): Setting {
  const before = lineBefore(text, member.offset);
  if (before.lineEnd !== '' && isBlank(before.text)) {
    return { kind: 'block', lineEnd: before.lineEnd, indent: before.text, unit: indentUnit(text) };
  }
  return { kind: 'inline', gap: /"\s*:\s/.test(text) ? ' ' : '' };
}

/** How the first member of an empty object or list is set: a line each, unless the whole text is one line. */
function firstSetting({ text }: JsonDocument, container: Node): Setting {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? (container.parent === undefined ? '\n' : undefined);
  if (lineEnd === undefined) return { kind: 'inline', gap: '' };
  const outer = /^[ \t]*/.exec(lineBefore(text, container.offset).text)?.[0] ?? '';
  const unit = indentUnit(text);
  return { kind: 'block', lineEnd, indent: `${outer}${unit}`, unit };
}

/** What stands before a member. */
function gapOf(setting: Setting): string {
  return setting.kind === 'block' ? setting.lineEnd + setting.indent : setting.gap;
}

/** The JSON of a value. */
function valueSource(value: Json, setting: Setting): string {
  if (setting.kind === 'block') {
    return JSON.stringify(value, undefined, setting.unit).replaceAll('\n', gapOf(setting));
  }
  return setting.gap === ''
    ? JSON.stringify(value)
    : JSON.stringify(value, undefined, 1).replace(/\n */g, ' ');
}

/** The JSON of a property. */
function propertySource(name: string, value: Json, setting: Setting): string {
  const colon = setting.kind === 'inline' && setting.gap === '' ? ':' : ': ';
  return `${JSON.stringify(name)}${colon}${valueSource(value, setting)}`;
}
