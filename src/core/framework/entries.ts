import type { AnyNode, ObjectExpression, Property } from 'acorn';
import { isClientId } from '../platform/clientId.ts';
import { type Constants, NO_CONSTANTS } from './constants.ts';
import { keyOf, stringValue } from './nodes.ts';
import { parseExpression, tokenNames } from './parse.ts';
import type { Place, Placer } from './places.ts';

/**
 * What a region's value says. `empty`: '' or blanks; `client-id`: a UUID; `placeholder`: any other string
 * literal; `dynamic`: known only when the file runs, which includes a value that a later spread element or
 * computed key may override.
 */
export type EntryValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'client-id'; readonly text: string }
  | { readonly kind: 'dynamic' };

/**
 * So many entries are looked at one by one: one for each region (Genesys Cloud has 18), and for many domains of a company's
 * own; and so many that are without effect, or settings that are. What a key or a value is meant for, or how to take one
 * out, takes longer to find than to read it.
 */
export const MOST_JUDGED = 50;

/** One live entry of `clientIds`; `region` is the key as JavaScript reads it. */
export type ClientIdEntry = {
  readonly region: string;
  readonly value: EntryValue;
  /** Of key and value together, without the comma. */
  readonly place: Place;
  readonly keyPlace: Place;
  /** Of the value; where a name stands for it that nothing else uses, of the string in the declaration of that name. */
  readonly valuePlace: Place;
  /** Of what stands behind the colon: the value or a name for it. */
  readonly slot: Place;
};

/**
 * An entry that stands in a comment inside the literal; the place is its key's. `clientId`: what it holds, when that is
 * one, and where that ends.
 */
export type CommentedOutEntry = {
  readonly region: string;
  readonly place: Place;
  readonly clientId: { readonly text: string; readonly end: number } | undefined;
};

/** The object literal of `clientIds`, or of the constant that it is. */
export type ClientIdsLiteral = {
  readonly kind: 'literal';
  readonly place: Place;
  /** In the order of the text; when a region is there twice, the last one counts. */
  readonly entries: readonly ClientIdEntry[];
  /** No spread element and no computed key: there are no entries but the ones listed. */
  readonly complete: boolean;
  readonly commentedOut: readonly CommentedOutEntry[];
  /** It is valid JavaScript, taken by itself. */
  readonly exact: boolean;
  /** False where `null` or `undefined` stands in its place: the first entry brings the braces along. */
  readonly braces: boolean;
};

/**
 * `not-a-literal`: computed, changed by a later statement or perhaps overridden, so its entries are known
 * only when the file runs. `several`: more than one object has it, and which one counts is not in the text; the first
 * `MOST_JUDGED` of them.
 */
export type ClientIds =
  | { readonly kind: 'absent' }
  | ClientIdsLiteral
  | { readonly kind: 'not-a-literal'; readonly place: Place }
  | { readonly kind: 'several'; readonly places: readonly Place[] };

/** What a string found as a value of `clientIds` is taken for. */
export function entryValue(text: string): EntryValue {
  if (text.trim() === '') return { kind: 'empty' };
  return { kind: isClientId(text) ? 'client-id' : 'placeholder', text };
}

const DYNAMIC: EntryValue = { kind: 'dynamic' };

/** An entry, wherever it stands. */
export type SaidEntry = Pick<ClientIdEntry, 'region' | 'value'>;

/** Whether two lists have the same entries in the same order. */
export function saySame(one: readonly SaidEntry[], other: readonly SaidEntry[]): boolean {
  const words = (entries: readonly SaidEntry[]) =>
    JSON.stringify(entries.map(({ region, value }) => [region, value]));
  return words(one) === words(other);
}

/** A string that the loose parser closed at the end of the line is no string literal. */
function isClosed(source: string): boolean {
  return source.length > 1 && source.at(0) === source.at(-1);
}

function readValue(text: string, node: AnyNode): EntryValue {
  const string = stringValue(node);
  const known = string !== undefined && isClosed(text.slice(node.start, node.end));
  return known ? entryValue(string) : DYNAMIC;
}

/** The string that a value is, or that the constant it names is; the place is where it can be written anew. */
function stringIn(text: string, { value: node, shorthand }: Property, { at }: Constants) {
  const constant = node.type === 'Identifier' && !shorthand ? at(node) : undefined;
  if (constant === undefined) return { value: readValue(text, node), node };
  const value = readValue(text, constant.value);
  return { value, node: value.kind === 'dynamic' || constant.shared ? node : constant.value };
}

/** What `null` or `undefined` in place of the object comes to. */
export function noLiteral(place: Place): ClientIdsLiteral {
  return {
    kind: 'literal',
    place,
    entries: [],
    complete: true,
    commentedOut: [],
    exact: true,
    braces: false,
  };
}

/** What is known of a text besides its tree: its constants, and whether all of it is valid JavaScript. */
type About = { readonly constants: Constants; readonly exact: boolean };

/**
 * Reads the entries of the object that a tree of this text has for `clientIds`. In a text that is valid as a whole, the
 * object is, and is not parsed again to find that out.
 */
export function readLiteral(
  text: string,
  found: ObjectExpression,
  place: Placer,
  { constants, exact: isValid }: About = { constants: NO_CONSTANTS, exact: false },
): ClientIdsLiteral {
  const alone = isValid ? found : parseExpression(text, found.start, found.end);
  const exact = alone?.type === 'ObjectExpression' && alone.end === found.end;
  const literal = exact ? alone : found;
  let complete = true;
  /** Of so many entries what comes later may be the value instead. */
  let overridable = 0;
  const entries: ClientIdEntry[] = [];
  for (const property of literal.properties) {
    const region = keyOf(property);
    if (region === undefined || property.type === 'SpreadElement') {
      complete = false;
      overridable = entries.length;
      continue;
    }
    const { value, node } = stringIn(text, property, constants);
    entries.push({
      region,
      value,
      place: place(property),
      keyPlace: place(property.key),
      valuePlace: place(node),
      slot: place(property.value),
    });
  }
  return {
    kind: 'literal',
    place: place(literal),
    entries: entries.map((entry, index) => (index < overridable ? { ...entry, value: DYNAMIC } : entry)),
    complete,
    commentedOut: commentedOutIn(text, literal, place),
    exact,
    braces: true,
  };
}

const COMMENTED_OUT = /((["'])([^"'\r\n]+)\2)[ \t]*:(?:[ \t]*(["'`])([^"'`\r\n]*)\4)?/g;

/** What looks like an entry between the live ones can only be in a comment. */
function commentedOutIn(
  text: string,
  { start, end, properties }: ObjectExpression,
  place: Placer,
): CommentedOutEntry[] {
  const found: CommentedOutEntry[] = [];
  let gapStart = start;
  for (const next of [...properties, { start: end, end }]) {
    const gap = text.slice(gapStart, next.start);
    // Most have nothing but a comma: to look for entries in each would take longer than to read the file.
    for (const match of gap.includes(':') ? gap.matchAll(COMMENTED_OUT) : []) {
      const [entry, key = '', , region = '', , value = ''] = match;
      const keyStart = gapStart + match.index;
      found.push({
        region,
        place: place({ start: keyStart, end: keyStart + key.length }),
        clientId: isClientId(value) ? { text: value, end: keyStart + entry.length } : undefined,
      });
    }
    gapStart = next.end;
  }
  return found;
}

/**
 * How far the text of a literal can be relied upon: it is valid JavaScript taken by itself (`exact`), or at
 * least a plain list of entries where a comma may be missing (`list`), or neither (`broken`).
 */
export function soundnessOf(text: string, { start, end }: Place): 'exact' | 'list' | 'broken' {
  const alone = parseExpression(text, start, end);
  if (alone?.type === 'ObjectExpression' && alone.end === end) return 'exact';
  const names = tokenNames(text.slice(start, end)) ?? '';
  return /^\{(?: (?:string|name|num) : string(?: ,)?)* \}$/.test(names) ? 'list' : 'broken';
}
