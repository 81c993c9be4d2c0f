import type { Method } from '../../operation.ts';
import { methodOf } from '../reading.ts';
import { operationName } from '../sdkNames.ts';
import { takeCurl } from './curl.ts';
import { type Desk, takeRequest } from './desk.ts';
import { takeGc } from './gc.ts';
import { readCommand } from './words.ts';

const CURL = /(?:^|[\s`"'$(|&;>])curl(?:\.exe)?(?=\s)/i;
const GC = /^\s{0,200}(?:[$>#%]\s{1,9}|PS[^>\n]{0,200}>\s{0,9})?`?gc(?:\.exe)?\s+(?=-{0,2}[a-z])/;

/**
 * Takes what stands in lines: commands, endpoints in lists, tables, logs and code, names of the SDKs. What goes on in the
 * next line belongs to the first.
 */
export function takeLines(desk: Desk, text: string): void {
  /** Up to here something was read as a command that was none; a new one is not sought in it. */
  let commandsFrom = 0;
  let line = 1;
  let start = 0;
  while (start < text.length) {
    const written = logicalLine(text, start);
    let end = start + written.length;
    const curl = start < commandsFrom ? null : CURL.exec(written);
    const gc = GC.exec(written);
    if (curl !== null) {
      const command = readCommand(text, start + curl.index + curl[0].length);
      if (takeCurl(desk, command.words, line)) {
        const lineEnd = text.indexOf('\n', command.end);
        end = lineEnd === -1 ? text.length : lineEnd;
      } else {
        commandsFrom = command.end;
        takeLine(desk, written, line);
      }
    } else if (
      gc === null ||
      !takeGc(desk, readCommand(written.replace(/`\s*$/, ''), gc[0].length).words, line)
    ) {
      takeLine(desk, written, line);
    }
    for (let at = text.indexOf('\n', start); at !== -1 && at <= end; at = text.indexOf('\n', at + 1))
      line += 1;
    start = end + 1;
  }
}

/** A line with those in which it goes on. */
function logicalLine(text: string, start: number): string {
  let end = text.indexOf('\n', start);
  while (end !== -1 && /(?:\s|^)[\\^`]\s{0,20}$/.test(text.slice(Math.max(start, end - 24), end))) {
    end = text.indexOf('\n', end + 1);
  }
  return text.slice(start, end === -1 ? text.length : end);
}

const API = /api\/v[12](?=\/)/gi;
/** Before an address stands what cannot be a part of it. */
const BEFORE = /[\s"'`|,;()[\]<>=\\]/;
const FURTHEST_HOST = 300;
const PATH =
  /(?:\/(?:\{\{[^{}\s]{0,200}\}\}|\$\{[^{}\n]{0,200}\}|\{[^{}\s]{0,200}\}|<[\w .-]{1,100}>|\[[\w-]{1,100}\]|[\w.~%:@!$&*+=…-])*)*/y;
const QUERY = /[?#][^\s"'`|<>)]*/y;

type Mark<Value> = { start: number; end: number; value: Value };

function takeLine(desk: Desk, line: string, number: number): void {
  const addresses = addressesIn(line);
  if (addresses.length === 0) {
    takeWithoutApi(desk, line, number);
    return;
  }
  const methods = methodsBetween(line, addresses);
  for (const [index, { value: address }] of addresses.entries()) {
    const before = methods[index] ?? [];
    const told =
      before.length > 0
        ? neighbours(line, before.toReversed()).reverse()
        : neighbours(line, index === addresses.length - 1 ? (methods[index + 1] ?? []) : []);
    for (const method of told.length === 0 ? [undefined] : told) {
      takeRequest(desk, 'endpoints', { method, address, line: number, sureness: 'certain' });
    }
  }
}

function addressesIn(line: string): readonly Mark<string>[] {
  const found: Mark<string>[] = [];
  let from = 0;
  for (const { index } of line.matchAll(API)) {
    if (index < from) continue;
    let start = index;
    while (start > Math.max(from, index - FURTHEST_HOST) && !BEFORE.test(line.charAt(start - 1))) start -= 1;
    // A word that ends like this, such as "myapi/v2".
    if (start < index && line.charAt(index - 1) !== '/') continue;
    PATH.lastIndex = index + 'api/v2'.length;
    PATH.exec(line);
    const end = Math.max(PATH.lastIndex, index + 1);
    QUERY.lastIndex = end;
    from = QUERY.test(line) ? QUERY.lastIndex : end;
    found.push({
      start,
      end: from,
      value: line.slice(start, end).replace(/[.,:;!]+$/, (dots) => (dots.includes('..') ? dots : '')),
    });
  }
  return found;
}

const METHOD = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)';
/** In capitals anywhere; otherwise where it is a cell of its own, or where "method" stands before it. */
const METHODS_IN_A_LINE: readonly RegExp[] = [
  new RegExp(`(?<![\\w/-])(?:-X)?(${METHOD})(?![\\w/-])`, 'g'),
  new RegExp(`(?<=(?:^|[|\\t,;"'\`*])\\s{0,20})(${METHOD})(?=\\s{0,20}(?:$|[|\\t,;"'\`*]))`, 'gi'),
  new RegExp(`(?<=method["'\\\\]{0,3}\\s{0,9}[:=\\s]\\s{0,9}["'\\\\]{0,3})(${METHOD})\\b`, 'gi'),
];

/** The methods that stand before each address of a line, and at last those behind all of them. */
function methodsBetween(
  line: string,
  addresses: readonly Mark<string>[],
): readonly (readonly Mark<Method>[])[] {
  const between: Mark<Method>[][] = [[]];
  for (const mark of methodsIn(line)) {
    while (between.length <= addresses.length && (addresses[between.length - 1]?.end ?? 0) <= mark.start) {
      between.push([]);
    }
    const next = addresses[between.length - 1];
    if (next === undefined || mark.end <= next.start) between.at(-1)?.push(mark);
  }
  return between;
}

function methodsIn(line: string): readonly Mark<Method>[] {
  const marks = new Map<number, Mark<Method>>();
  for (const form of METHODS_IN_A_LINE) {
    for (const match of line.matchAll(form)) {
      const value = methodOf(match[1]);
      const end = match.index + match[0].length;
      if (value !== undefined) marks.set(end, { start: match.index, end, value });
    }
  }
  return [...marks.values()].sort((one, other) => one.start - other.start);
}

/** Between methods that belong together stands little. */
const LONGEST_BETWEEN = 12;

/** The first mark and those beside it: `GET, POST /api/v2/users` is two calls. */
function neighbours(line: string, marks: readonly Mark<Method>[]): Method[] {
  const [first, ...rest] = marks;
  if (first === undefined) return [];
  const found = [first.value];
  let last = first;
  for (const mark of rest) {
    const [from, to] = last.end <= mark.start ? [last.end, mark.start] : [mark.end, last.start];
    if (to - from > LONGEST_BETWEEN || !/^[\s,/&+"']*(?:or|and)?[\s,/&+"']*$/i.test(line.slice(from, to)))
      break;
    found.push(mark.value);
    last = mark;
  }
  return found;
}

/** Names of the SDKs, and paths that do not say `/api/v2`: only what is known counts. */
function takeWithoutApi(desk: Desk, line: string, number: number): void {
  const { operations } = desk.options;
  if (operations === undefined) return;
  const names = namesIn(line).flatMap((word) => operationName(word, operations) ?? []);
  for (const name of names) {
    const at = { file: undefined, line: number };
    desk.gathering.add('sdk-names', { named: { by: 'sdk', name }, at, sureness: 'likely' });
  }
  const [first, ...others] = names.length > 0 ? [] : methodsIn(line);
  const cells = line.split(/[\s|,;"'`()*]+/).filter((cell) => cell !== '');
  const paths = cells.filter((cell) => /^\/?[\w{]/.test(cell) && cell.includes('/'));
  const isAlone = first === undefined && cells.length === 1;
  if (first === undefined && !isAlone) return;
  const methods = first === undefined ? [undefined] : neighbours(line, [first, ...others]);
  for (const address of paths) {
    for (const method of methods) {
      takeRequest(desk, 'endpoints', { method, address, line: number, sureness: 'likely' });
    }
  }
}

/** Words that are called or taken from something, or stand alone in their cell. */
function namesIn(line: string): readonly string[] {
  return [...line.matchAll(/(?<![\w$])[a-z]\w{3,150}(?![\w])/gi)].flatMap(([word]) => word);
}
