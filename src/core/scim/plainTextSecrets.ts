import type { Node } from 'jsonc-parser';
import type { Place } from '../framework/places.ts';
import { mayHaveSecretShape, SECRET_SHAPE, SHORTEST_SECRET } from '../platform/secretShape.ts';
import { rememberingAll } from '../remembered.ts';
import { SecretKept } from './configFile.ts';
import { type JsonReading, propertyOrElement, readJson } from './jsonDocument.ts';
import { removeMembers } from './jsonEdit.ts';

type Range = { readonly offset: number; readonly length: number };

/** What a property is called that holds a secret, without its separators. Words behind it make it something else: `tokenUrl`. */
const SECRET_NAME =
  /(?:secret|token|password|passwd|pwd|passphrase|api-?key|private-?key|authorization|bearer|credentials?)(?:value)?$/;

/** A stand-in that a person or a script fills in later: `<secret>`, `${env:SECRET}`, `{{secret}}`, `%SECRET%`, `***`. */
const STAND_IN = /^\s*(?:<[^>]*>|\$?\{[^}]*\}+|\$\w+|%\w+%|(.)\1*)?\s*$/;

/**
 * Where a text has a secret that anybody can read (procedure rule S6): a property that is named like one, or what looks
 * like one anywhere, comments and broken parts included. In the order of the text, without overlaps.
 */
export function findPlainTextSecrets({ text, properties }: JsonReading): Range[] {
  const named = namedSecrets(properties);
  const shaped = mayHaveSecretShape(text) ? shapedSecrets(text) : [];
  // Of two at the same place, the longer one comes first.
  const inOrder = [...named, ...shaped].sort(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  let end = 0;
  return inOrder.filter((range) => {
    if (range.offset < end) return false;
    end = range.offset + range.length;
    return true;
  });
}

function shapedSecrets(text: string): Range[] {
  return [...text.matchAll(SECRET_SHAPE)].flatMap(({ 0: found, index }) => behindEscape(text, index, found));
}

/** The letters of an escape in front (`\\n`, `\\u0041`) are none of a secret. */
function behindEscape(text: string, index: number, found: string): Range[] {
  const isEscaped =
    (/\\*$/.exec(text.slice(Math.max(0, index - LONGEST_ESCAPE), index))?.[0].length ?? 0) % 2 === 1;
  if (!isEscaped) return [{ offset: index, length: found.length }];
  const letters = found.startsWith('u') ? 5 : 1;
  const secret = found.slice(letters);
  return secret.length < SHORTEST_SECRET ? [] : [{ offset: index + letters, length: secret.length }];
}

/** More backslashes in a row are no matter of escaping any more. */
const LONGEST_ESCAPE = 20;

function namedSecrets(properties: readonly Node[]): Range[] {
  const namesSecret = rememberingAll(isSecretName);
  const found: Range[] = [];
  for (const { children } of properties) {
    // Not taken apart as a list: that takes longer than all else here.
    const name = children?.[0];
    const value = children?.[1];
    if (value?.type === 'string' && namesSecret(String(name?.value)) && isSecretValue(String(value.value)))
      found.push(value);
  }
  return found;
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.replace(/[\s_.]/g, '').toLowerCase());
}

const PLACES_OF_SECRETS: ReadonlySet<string> = new Set(SecretKept.options);

function isSecretValue(text: string): boolean {
  return !STAND_IN.test(text) && !PLACES_OF_SECRETS.has(text);
}

/** A text without a secret that was in it, and that secret. */
export type SecretTakenOut = { readonly secret: string; readonly text: string };

/**
 * Takes a secret out of a SCIM config file (procedure rule S6): with its property or its place in a list, where the value
 * is nothing else; out of a comment or a longer text, it alone. All other bytes stay.
 * @param place Where `plain-text-secret` was found in this very text.
 */
export function takeOutSecret(text: string, { start, end }: Pick<Place, 'start' | 'end'>): SecretTakenOut {
  const document = readJson(text);
  const value = stringAt(document.root, start, end);
  const isWhole = value !== undefined && end - start >= value.length - QUOTES;
  const member = isWhole ? propertyOrElement(value) : undefined;
  const secret: unknown = isWhole ? value.value : undefined;
  if (member === undefined || typeof secret !== 'string')
    return { secret: text.slice(start, end), text: text.slice(0, start) + text.slice(end) };
  return { secret, text: removeMembers(document, [member]).text };
}

const QUOTES = 2;

/** The string that has this range in it. */
function stringAt(node: Node | undefined, start: number, end: number): Node | undefined {
  if (node === undefined || node.offset > start || node.offset + node.length < end) return undefined;
  for (const child of node.children ?? []) {
    const found = stringAt(child, start, end);
    if (found !== undefined) return found;
  }
  return node.type === 'string' ? node : undefined;
}
