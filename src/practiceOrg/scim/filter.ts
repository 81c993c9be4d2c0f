import { chainOf, type Document, isDocument, named, readValue } from './document.ts';
import { type Attribute, mainPart, type ResourceType } from './schemas.ts';
import { ScimError, type ScimType } from './scimError.ts';

/** The way to an attribute: from the resource's top down to it and, in brackets, which of several values are meant. */
export type AttributePath = { readonly chain: readonly Attribute[]; readonly among?: Filter };

/** A filter as it was read. `some`: is there a value that the brackets let through? */
export type Filter =
  | { readonly kind: 'equals'; readonly path: AttributePath; readonly value: string }
  | { readonly kind: 'some'; readonly path: AttributePath }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter };

/**
 * Reads a filter (RFC 7644, 3.4.2.2) with the one comparison that the platform names, `eq` (Genesys facts 7.1);
 * its values may come without quotes. Throws `invalidFilter` for anything else.
 */
export function parseFilter(type: ResourceType, text: string): Filter {
  const reader = new Reader(text, 'invalidFilter');
  const filter = reader.either((name) => chainAsked(type, name));
  reader.end();
  return filter;
}

/**
 * Reads the path of a PATCH operation (RFC 7644, 3.5.2); undefined when the resource has no such attribute.
 * Throws `invalidPath` when it is none, `invalidFilter` for what stands in its brackets.
 */
export function parsePath(type: ResourceType, text: string): AttributePath | undefined {
  const reader = new Reader(text, 'invalidPath');
  const chain = chainAsked(type, reader.name());
  const path = chain && reader.path(chain);
  // What follows an attribute that is not there is left unread, like the attribute.
  if (path !== undefined) reader.end();
  return path;
}

function chainAsked(type: ResourceType, name: string): readonly Attribute[] | undefined {
  return chainOf(type, type.shortNames[name.toLowerCase()] ?? name);
}

/** Whether a document, or one of several values in it, is as the filter asks. */
export function passes(filter: Filter, document: Document): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => passes(part, document));
    case 'or':
      return filter.parts.some((part) => passes(part, document));
    case 'not':
      return !passes(filter.part, document);
    case 'some':
      return hasValue(document, filter.path, () => true);
    case 'equals':
      return hasValue(document, filter.path, (value) => areSame(filter.path, value, filter.value));
  }
}

/** The value that satisfies the filter of a list: `{ type: 'work' }` for `type eq "work"`; undefined: several might. */
export function valueFor(filter: Filter): Document | undefined {
  if (filter.kind === 'equals') {
    const [part] = filter.path.chain;
    return part && { [part.name]: readValue(part, filter.value) };
  }
  if (filter.kind !== 'and') return undefined;
  const value: Record<string, unknown> = {};
  for (const part of filter.parts) {
    const found = valueFor(part);
    if (found === undefined) return undefined;
    Object.assign(value, found);
  }
  return value;
}

/** Whether one of the values at the end of the path is meant; a PATCH may ask it of very many. */
function hasValue(
  document: Document,
  path: AttributePath,
  isMeant: (value: unknown) => boolean,
  level = 0,
): boolean {
  const attribute = path.chain[level];
  const value = attribute && document[attribute.name];
  if (value === undefined) return false;
  const among = attribute?.multiValued === true ? path.among : undefined;
  const isIt = (each: unknown) => {
    if (among !== undefined && !(isDocument(each) && passes(among, each))) return false;
    if (level === path.chain.length - 1) return isMeant(each);
    return isDocument(each) && hasValue(each, path, isMeant, level + 1);
  };
  return Array.isArray(value) ? value.some(isIt) : isIt(value);
}

/** Numbers are compared as numbers, and letter case counts only where the schema says so. */
function areSame({ chain }: AttributePath, value: unknown, wanted: string): boolean {
  const { type, caseExact } = chain.at(-1) ?? {};
  if (type === 'decimal') return Number(value) === Number(wanted);
  return caseExact === true ? value === wanted : String(value).toLowerCase() === wanted.toLowerCase();
}

/** What a name stands for: at the resource's top, or within brackets among the parts of an attribute. */
type Scope = (name: string) => readonly Attribute[] | undefined;

const TOKEN = /\s*([()[\]]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s()[\]"]+)/gy;
const NAME = /^(?:urn:\S*:)?[a-z$][\w$-]*(?:\.[a-z$][\w$-]*)?$/i;

/** Far more than anybody writes: a filter without end is asked of every user, and brackets use up the stack. */
const LONGEST = 10_000;
const DEEPEST = 50;

/** Reads the tokens of a filter or a path from the first to the last. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #scimType: ScimType;
  #position = 0;
  #depth = 0;

  constructor(text: string, scimType: ScimType) {
    this.#scimType = scimType;
    if (text.length > LONGEST) this.#refuse('is too long');
    this.#tokens = tokensOf(text) ?? this.#refuse('is malformed');
  }

  /** Comparisons joined by `or` and, more closely, by `and`. */
  either(scope: Scope): Filter {
    if (this.#depth === DEEPEST) this.#refuse('has too many brackets in brackets');
    this.#depth += 1;
    const filter = this.#joined('or', () => this.#joined('and', () => this.#single(scope)));
    this.#depth -= 1;
    return filter;
  }

  /** The name of an attribute. */
  name(): string {
    const name = this.#take();
    return NAME.test(name) ? name : this.#refuse(`has no attribute where it has ${name}`);
  }

  /** What may follow an attribute's name: brackets, and a part of what they let through; undefined: no such part. */
  path(chain: readonly Attribute[]): AttributePath | undefined {
    if (this.#peek() !== '[') return { chain };
    const attribute = chain.at(-1);
    if (attribute?.multiValued !== true) this.#refuse('has brackets behind what is no list');
    this.#take();
    const among = this.either((name) => partsOf(attribute, name));
    this.#expect(']');
    if (this.#peek()?.startsWith('.') !== true) return { chain, among };
    const part = named(attribute?.subAttributes, this.#take().slice(1));
    return part && { chain: [...chain, part], among };
  }

  /** Refuses what follows. */
  end(): void {
    if (this.#peek() !== undefined) this.#refuse('is malformed');
  }

  #joined(kind: 'and' | 'or', read: () => Filter): Filter {
    const first = read();
    const parts = [first];
    while (this.#isNext(kind)) parts.push(read());
    return parts.length === 1 ? first : { kind, parts };
  }

  #single(scope: Scope): Filter {
    if (this.#isNext('(')) {
      const filter = this.either(scope);
      this.#expect(')');
      return filter;
    }
    if (this.#peek(1) === '(' && this.#isNext('not')) return { kind: 'not', part: this.#single(scope) };
    return this.#comparison(scope);
  }

  #comparison(scope: Scope): Filter {
    const name = this.name();
    const chain = scope(name);
    const path = chain && this.path(chain);
    if (path === undefined) this.#refuse(`names ${name}, which there is not`);
    if (path.among !== undefined && this.#peek()?.toLowerCase() !== 'eq') return { kind: 'some', path };
    this.#expect('eq');
    const main = mainPart(path.chain.at(-1));
    const compared = main === undefined ? path : { ...path, chain: [...path.chain, main] };
    return { kind: 'equals', path: compared, value: this.#value() };
  }

  #value(): string {
    const token = this.#take();
    if (!token.startsWith('"')) return /[()[\]]/.test(token) ? this.#refuse('is malformed') : token;
    try {
      return String(JSON.parse(token));
    } catch {
      return this.#refuse('is malformed');
    }
  }

  #peek(ahead = 0): string | undefined {
    return this.#tokens[this.#position + ahead];
  }

  /** Takes the next token if it is this one, in any letter case. */
  #isNext(token: string): boolean {
    const isIt = this.#peek()?.toLowerCase() === token;
    if (isIt) this.#position += 1;
    return isIt;
  }

  #expect(token: string): void {
    if (!this.#isNext(token)) this.#refuse(`has no ${token} where one is needed`);
  }

  #take(): string {
    const token = this.#peek() ?? this.#refuse('is cut off');
    this.#position += 1;
    return token;
  }

  #refuse(why: string): never {
    const isPath = this.#scimType === 'invalidPath' && this.#depth === 0;
    throw new ScimError(
      400,
      `The ${isPath ? 'path' : 'filter'} ${why}.`,
      isPath ? 'invalidPath' : 'invalidFilter',
    );
  }
}

/** The tokens of a text; undefined when it is not made of tokens. */
function tokensOf(text: string): string[] | undefined {
  const tokens = [...text.trim().matchAll(TOKEN)];
  const length = tokens.reduce((sum, [token]) => sum + token.length, 0);
  return length === text.trim().length ? tokens.map(([, token = '']) => token) : undefined;
}

function partsOf(attribute: Attribute, name: string): readonly Attribute[] | undefined {
  const part = named(attribute.subAttributes, name);
  return part && [part];
}
