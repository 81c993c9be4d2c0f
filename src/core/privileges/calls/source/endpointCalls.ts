import { readAddress } from '../address.ts';
import type { Call } from '../call.ts';
import { isKnown, type ReadingOptions } from '../reading.ts';
import type { Finds } from './finds.ts';
import { hostsBefore } from './hostBefore.ts';
import { addedTo, FURTHEST, joinedBefore, nameIn, VALUE } from './joinedTexts.ts';
import type { Language } from './languages.ts';
import { type Range, type Source, useOf } from './methodAround.ts';
import type { Literal, Scan } from './scan.ts';

/** An expression that is an address, put together as far as it is written. */
type Written = Range & {
  address: string;
  /** The texts that it is put together from. */
  places: readonly Range[];
  /** Something follows of which nothing is known. */
  goesOn: boolean;
};

/** A constant that holds the beginning of an address, up to `/api/v2`. */
type Prefix = { name: string; literal: Literal; text: string };

type File = Source & {
  literals: readonly Literal[];
  prefixes: ReadonlyMap<string, Prefix>;
};

/** Takes the calls that a file makes by `/api/v2/…` in its texts. */
export function takeEndpoints(
  text: string,
  { code, literals }: Scan,
  language: Language,
  options: ReadingOptions,
  to: Finds,
): void {
  const file = withPrefixes({ text, code, language, literals, prefixes: new Map() });
  const beginnings = new Set([...file.prefixes.values()].map(({ literal }) => literal));
  const used = new Set<Prefix>();
  const hosts = hostsBefore(file, options.ownHosts ?? []);
  let readTo = 0;
  literals.forEach((literal, index) => {
    if (literal.start < readTo) return;
    const prefix = prefixBefore(file, literal);
    const inTemplate = file.prefixes.get(/^\{([\w$]+)\}/.exec(literal.text)?.[1] ?? '');
    if (
      beginnings.has(literal) ||
      !(API.test(literal.text) || prefix !== undefined || inTemplate !== undefined)
    )
      return;
    if (isProse(literal.text) || isDocumentation(file, literal)) return;
    const written = writtenFrom(file, index, prefix ?? inTemplate);
    readTo = written.end;
    for (const known of [prefix, inTemplate]) if (known !== undefined) used.add(known);
    const host =
      prefix === undefined && inTemplate === undefined
        ? hosts.before(written, literal)
        : hosts.named((prefix ?? inTemplate)?.name ?? '', literal.start);
    if (host !== 'other') take(file, written, host === 'untold', options, to);
  });
  for (const [name, prefix] of file.prefixes) {
    if (!isOfGenesys(prefix.text, options) || hosts.named(name, prefix.literal.end) === 'other') continue;
    const wrapped = new RegExp(
      `(?<![\\w$])${name.replaceAll('$', '\\$&')}\\s{0,20}\\+\\s{0,200}(?![fr$@]{0,2}["'\`])[\\w$(]`,
      'g',
    );
    for (const { index } of code.matchAll(wrapped)) {
      used.add(prefix);
      to.note('built-at-run-time', index);
    }
    if (!used.has(prefix)) to.note('built-at-run-time', prefix.literal.start);
  }
}

const API = /(?:^|[/}])api\/v[12](?=[/"'?{]|$)/i;
const METHOD_BEFORE = /^\s{0,9}(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s{1,9}(?=\S*$)/;

/** A sentence that names an endpoint is no call of it. */
function isProse(text: string): boolean {
  const address = text.replace(METHOD_BEFORE, '').replace(/[?#].*$/s, '');
  return /\s/.test(address.trim());
}

/** A text that stands alone is a statement that does nothing: in Python, documentation. */
function isDocumentation({ code, language }: File, { start, end }: Literal): boolean {
  if (language !== 'python') return false;
  const before = code.slice(Math.max(0, start - 400), start);
  const isAlone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(code.slice(end, end + 100));
  return isAlone && !/[([{,=+\\%"']\s*$/.test(before);
}

const NAMED =
  /([A-Za-z_$][\w$]{0,100})["']?\s{0,9}(?::\s{0,9}[\w<>.]{1,60}\s{0,9})?(?::=|[=:])[^=;\n]{0,250}$/;

function withPrefixes(file: File): File {
  const prefixes = new Map<string, Prefix>();
  file.literals.forEach((literal, index) => {
    if (!/(?:^|[/}])api\/v[12]\/?$/i.test(literal.text)) return;
    const before = file.code.slice(Math.max(0, literal.start - 400), literal.start);
    const name = NAMED.exec(before)?.[1];
    if (name !== undefined)
      prefixes.set(name, { name, literal, text: joinedBefore(file, index).text + literal.text });
  });
  return { ...file, prefixes };
}

function prefixBefore({ code, prefixes }: File, { start }: Literal): Prefix | undefined {
  if (prefixes.size === 0) return undefined;
  const name = /([A-Za-z_$][\w$]{0,100})\s{0,9}\+\s{0,99}$/i.exec(
    code.slice(Math.max(0, start - 240), start),
  )?.[1];
  return prefixes.get(name ?? '');
}

const FOLLOWED = new RegExp(`^\\s{0,200}\\+\\s{0,200}(${VALUE})?`);

/** Puts an address together from the texts and values that are added to each other. */
function writtenFrom(file: File, index: number, prefix: Prefix | undefined): Written {
  const { code, literals } = file;
  const first = literals[index] ?? { start: 0, end: 0, text: '' };
  const { end, before, behind, ...added } = addedTo(file, index);
  const start = prefix === undefined ? added.start : first.start;
  const text = first.text.replace(METHOD_BEFORE, '') + behind;
  const address =
    prefix === undefined ? before + text : joinedTo(prefix.text, text.replace(/^\{[\w$]+\}/, ''));
  const places = textsUntil(literals, index, end);
  const followed = FOLLOWED.exec(code.slice(end, end + FURTHEST));
  if (followed === null || address.includes('?')) return { start, end, address, places, goesOn: false };
  const value = followed[1];
  if (!address.endsWith('/') || value === undefined)
    return { start, end: end + followed[0].length, address, places, goesOn: true };
  return {
    start,
    end: end + followed[0].length,
    address: `${address}{${nameIn(value)}}`,
    places,
    goesOn: /^\s*\+/.test(code.slice(end + followed[0].length, end + FURTHEST)),
  };
}

function textsUntil(literals: readonly Literal[], from: number, end: number): readonly Range[] {
  const places: Range[] = [];
  for (let at = from; ; at += 1) {
    const literal = literals[at];
    if (literal === undefined || literal.start >= end) return places;
    places.push({ start: literal.start, end: literal.end });
  }
}

function joinedTo(prefix: string, rest: string): string {
  return prefix.endsWith('/') && rest.startsWith('/') ? prefix + rest.slice(1) : prefix + rest;
}

function isOfGenesys(address: string, { ownHosts }: ReadingOptions): boolean {
  const { kind } = readAddress(`${address.replace(/\/$/, '')}/x`, ownHosts);
  return kind === 'endpoint';
}

function take(
  source: Source,
  written: Written,
  isHostUntold: boolean,
  options: ReadingOptions,
  to: Finds,
): void {
  const at = written.start;
  const read = readAddress(written.address, options.ownHosts);
  if (read.kind === 'other-host') return;
  if (read.kind === 'removed-api') {
    // Many an application has an `/api/v1` of its own.
    if (read.host === 'genesys') to.note('removed-api', at);
    return;
  }
  const use = useOf(source, written);
  if (use.kind === 'no-request') return;
  const isCutOff = written.address.replace(/\?.*$/s, '').endsWith('/');
  if (read.kind === 'no-endpoint' || isCutOff || /^\/\{/.test(read.path)) {
    to.note('built-at-run-time', at);
    return;
  }
  const { path } = read;
  if (options.operations !== undefined && !isKnown(options, undefined, path) && read.host === 'untold') {
    const isOpen = path.includes('{') || written.goesOn;
    to.note(isOpen ? 'built-at-run-time' : 'unknown-endpoint', at);
    return;
  }
  // Where no operation is known, only a host says whose path it is.
  const isOpen = options.operations === undefined && read.host === 'untold';
  const methods = use.kind === 'request' ? use.methods : [undefined];
  for (const method of methods) {
    const sureness: Call['sureness'] =
      method === undefined || written.goesOn || isHostUntold || isOpen ? 'likely' : 'certain';
    to.call({ named: { by: 'endpoint', method, path }, at, places: written.places, sureness });
  }
}
