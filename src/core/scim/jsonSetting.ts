import type { Node } from 'jsonc-parser';
import { indentUnit, isBlank, lineBefore } from '../framework/layout.ts';
import type { JsonDocument } from './jsonDocument.ts';

/** What the file is made of: JSON without null. A property that is undefined is left out. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json | undefined };

/** How the members of an object or a list are set: a line each, or one behind the other. */
export type Setting =
  | { readonly kind: 'block'; readonly lineEnd: string; readonly indent: string; readonly unit: string }
  | { readonly kind: 'inline'; readonly gap: '' | ' ' };

/** How this member is set, which its new neighbours follow. */
export function settingOf({ text }: JsonDocument, member: Node): Setting {
  const before = lineBefore(text, member.offset);
  if (before.lineEnd !== '' && isBlank(before.text)) {
    return { kind: 'block', lineEnd: before.lineEnd, indent: before.text, unit: indentUnit(text) };
  }
  return { kind: 'inline', gap: /"\s*:\s/.test(text) ? ' ' : '' };
}

/** How the first member of an empty object or list is set: a line each, unless the whole text is one line. */
export function firstSetting({ text }: JsonDocument, container: Node): Setting {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? (container.parent === undefined ? '\n' : undefined);
  if (lineEnd === undefined) return { kind: 'inline', gap: '' };
  const outer = /^[ \t]*/.exec(lineBefore(text, container.offset).text)?.[0] ?? '';
  const unit = indentUnit(text);
  return { kind: 'block', lineEnd, indent: `${outer}${unit}`, unit };
}

/** What stands before a member. */
export function gapOf(setting: Setting): string {
  return setting.kind === 'block' ? setting.lineEnd + setting.indent : setting.gap;
}

/** The JSON of a value. */
export function valueSource(value: Json, setting: Setting): string {
  if (setting.kind === 'block') {
    return JSON.stringify(value, undefined, setting.unit).replaceAll('\n', gapOf(setting));
  }
  return setting.gap === ''
    ? JSON.stringify(value)
    : JSON.stringify(value, undefined, 1).replace(/\n */g, ' ');
}

/** The JSON of a property. */
export function propertySource(name: string, value: Json, setting: Setting): string {
  const colon = setting.kind === 'inline' && setting.gap === '' ? ':' : ': ';
  return `${JSON.stringify(name)}${colon}${valueSource(value, setting)}`;
}
