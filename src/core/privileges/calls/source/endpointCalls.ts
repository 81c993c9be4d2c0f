import { readAddress } from '../address.ts';
import type { Call } from '../call.ts';
import { type Gathering, isKnown, type ReadingOptions } from '../reading.ts';
import type { Language } from './languages.ts';
import { type Range, type Source, useOf } from './methodAround.ts';
import type { Literal, Scan } from './scan.ts';

/** An expression that is an address, put together as far as it is written. */
type Written = Range & {
  address: string /** Something follows of which nothing is known. */;
  goesOn: boolean;
};

/** A constant that holds the beginning of an address, up to `/api/v2`. */
type Prefix = { literal: Literal; text: string };

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
  to: { gathering: Gathering; file: string; lineOf: (offset: number) => number },
): void {
  const file = withPrefixes({ text, code, language, literals, prefixes: new Map() });
  const beginnings = new Set([...file.prefixes.values()].map(({ literal }) => literal));
  const used = new Set<Prefix>();
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
    take(file, written, options, to);
  });
  for (const [name, prefix] of file.prefixes) {
    if (!isOfGenesys(prefix.text, options)) continue;
    const wrapped = new RegExp(
      `(?<![\\w$])${name.replaceAll('$', '\\$&')}\\s{0,20}\\+\\s{0,200}(?![fr$@]{0,2}["'\`])[\\w$(]`,
      'g',
    );
    for (const { index } of code.matchAll(wrapped)) {
      used.add(prefix);
      to.gathering.note({ kind: 'built-at-run-time', file: to.file, line: to.lineOf(index) });
    }
    if (!used.has(prefix)) {
      to.gathering.note({ kind: 'built-at-run-time', file: to.file, line: to.lineOf(prefix.literal.start) });
    }
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
      prefixes.set(name, { literal, text: joinedBefore(file, index).text + literal.text });
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

const VALUE = String.raw`[\w$.]{1,100}(?:\([\w$.,\s]{0,200}\)|\[[^\]\n]{0,100}\])?`;
const JOINED = new RegExp(`^\\s{0,200}\\+\\s{0,200}(?:(${VALUE})\\s{0,200}\\+\\s{0,200})?$`, 'i');
const FOLLOWED = new RegExp(`^\\s{0,200}\\+\\s{0,200}(${VALUE})?`);
/** Texts further apart are not one address. */
const FURTHEST = 700;

/** Puts an address together from the texts and values that are added to each other. */
function writtenFrom(file: File, index: number, prefix: Prefix | undefined): Written {
  const { code, literals } = file;
  const first = literals[index] ?? { start: 0, end: 0, text: '' };
  const before = joinedBefore(file, index);
  const start = prefix === undefined ? before.start : first.start;
  let address = first.text.replace(METHOD_BEFORE, '');
  address =
    prefix === undefined ? before.text + address : joinedTo(prefix.text, address.replace(/^\{[\w$]+\}/, ''));
  let { end } = first;
  for (let last = index; ; ) {
    const next = joinedAfter(file, last);
    if (next === undefined) break;
    address += next.between + next.literal.text;
    end = next.literal.end;
    last = next.index;
  }
  const followed = FOLLOWED.exec(code.slice(end, end + FURTHEST));
  if (followed === null || address.includes('?')) return { start, end, address, goesOn: false };
  const value = followed[1];
  if (!address.endsWith('/') || value === undefined)
    return { start, end: end + followed[0].length, address, goesOn: true };
  return {
    start,
    end: end + followed[0].length,
    address: `${address}{${nameIn(value)}}`,
    goesOn: /^\s*\+/.test(code.slice(end + followed[0].length, end + FURTHEST)),
  };
}

/** A value between two texts can hold a few itself, such as the names of what it is taken from. */
const MOST_BETWEEN = 3;

/** What is written before a text that is added to it. */
function joinedBefore(file: File, index: number): { text: string; start: number } {
  const { literals } = file;
  const literal = literals[index];
  for (let step = 1; literal !== undefined && step <= MOST_BETWEEN; step += 1) {
    const before = literals[index - step];
    const between = before === undefined ? undefined : joint(file, before, literal);
    if (before !== undefined && between !== undefined)
      return { text: before.text + between, start: before.start };
  }
  return { text: '', start: literal?.start ?? 0 };
}

/** The text that is added to one, and what stands between them. */
function joinedAfter(
  file: File,
  index: number,
): { literal: Literal; index: number; between: string } | undefined {
  const one = file.literals[index];
  for (let step = 1; one !== undefined && step <= MOST_BETWEEN; step += 1) {
    const literal = file.literals[index + step];
    const between = literal === undefined ? undefined : joint(file, one, literal);
    if (literal !== undefined && between !== undefined) return { literal, index: index + step, between };
  }
  return undefined;
}

/** What stands for the value between two texts that are added to each other; undefined where they are not. */
function joint({ code, language }: File, one: Literal, other: Literal): string | undefined {
  if (other.start - one.end > FURTHEST || other.start < one.end) return undefined;
  const between = code.slice(one.end, other.start);
  if (language === 'python' && /^\s+[fr]{0,2}$/i.test(between)) return '';
  const joined = JOINED.exec(between);
  if (joined === null) return undefined;
  return joined[1] === undefined ? '' : `{${nameIn(joined[1])}}`;
}

function joinedTo(prefix: string, rest: string): string {
  return prefix.endsWith('/') && rest.startsWith('/') ? prefix + rest.slice(1) : prefix + rest;
}

function nameIn(value: string): string {
  return /([A-Za-z_$][\w$]*)\W*$/.exec(value.replace(/\(.*$|\[.*$/s, ''))?.[1] ?? 'value';
}

function isOfGenesys(address: string, { ownHosts }: ReadingOptions): boolean {
  const { kind } = readAddress(`${address.replace(/\/$/, '')}/x`, ownHosts);
  return kind === 'endpoint';
}

function take(
  source: Source,
  written: Written,
  options: ReadingOptions,
  { gathering, file, lineOf }: { gathering: Gathering; file: string; lineOf: (offset: number) => number },
): void {
  const line = lineOf(written.start);
  const read = readAddress(written.address, options.ownHosts);
  if (read.kind === 'other-host') return;
  if (read.kind === 'removed-api') {
    // Many an application has an `/api/v1` of its own.
    if (read.host === 'genesys') gathering.note({ kind: 'removed-api', file, line });
    return;
  }
  const use = useOf(source, written);
  if (use.kind === 'no-request') return;
  const isCutOff = written.address.replace(/\?.*$/s, '').endsWith('/');
  if (read.kind === 'no-endpoint' || isCutOff || /^\/\{/.test(read.path)) {
    gathering.note({ kind: 'built-at-run-time', file, line });
    return;
  }
  const { path } = read;
  if (options.operations !== undefined && !isKnown(options, undefined, path) && read.host === 'untold') {
    const isOpen = path.includes('{') || written.goesOn;
    gathering.note({ kind: isOpen ? 'built-at-run-time' : 'unknown-endpoint', file, line });
    return;
  }
  const methods = use.kind === 'request' ? use.methods : [undefined];
  for (const method of methods) {
    const sureness: Call['sureness'] = method === undefined || written.goesOn ? 'likely' : 'certain';
    gathering.add('source', { named: { by: 'endpoint', method, path }, at: { file, line }, sureness });
  }
}
