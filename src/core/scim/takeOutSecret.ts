import type { Node } from 'jsonc-parser';
import type { Place } from '../framework/places.ts';
import { propertyOrElement, readJson } from './jsonDocument.ts';
import { removeMembers } from './jsonEdit.ts';

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
