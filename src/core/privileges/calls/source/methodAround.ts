import type { Method } from '../../operation.ts';
import { methodOf } from '../reading.ts';
import { closingOf, openingBefore } from './brackets.ts';
import type { Language } from './languages.ts';

/** What is done with an address: requests by these methods, a request by one that is not told, or something else. */
export type Use =
  | { kind: 'request'; methods: readonly Method[] }
  | { kind: 'untold' }
  | { kind: 'no-request' };

const UNTOLD: Use = { kind: 'untold' };
const NO_REQUEST: Use = { kind: 'no-request' };

/** A part of a source text: an expression that is an address. */
export type Range = { start: number; end: number };

/** A file as it is looked at here: `code` is the text without comments and what stands in quotes. */
export type Source = { text: string; code: string; language: Language };

/** What is done with the expression that is an address: by the call in which it stands, or by those of its variable. */
export function useOf(source: Source, expression: Range): Use {
  const wrapped = withoutWrappers(source.code, expression);
  const direct = useInCall(source, wrapped);
  if (direct.kind !== 'untold') return direct;
  const name = variableOf(source.code, wrapped.start);
  const later = name === undefined ? direct : useOfVariable(source, name, wrapped.end);
  return later.kind === 'untold' ? useOfConnection(source, wrapped.end) : later;
}

/** Java tells the method to the connection that it has made of the address. */
function useOfConnection({ text, language }: Source, end: number): Use {
  const told = /\bsetRequestMethod\(\s{0,9}"(\w{3,7})"/.exec(text.slice(end, end + 800))?.[1];
  const method = language === 'java' ? methodOf(told) : undefined;
  return method === undefined ? UNTOLD : { kind: 'request', methods: [method] };
}

const VERB = '(get|post|put|patch|delete|head)';
/** What makes an address of a text, and stands between it and the call. */
const WRAPPER =
  /(?:(?<![\w.])(?:new\s{1,9})?(?:URI|Uri|URL|url)(?:\.(?:create|parse))?|\b[Ss]tring\.[fF]ormat|\b\w{1,40}\.Sprintf|\bencodeURI|\burljoin|\b(?:HttpUrl|UriComponentsBuilder)\.\w{1,40})\s{0,9}\(\s{0,99}(?:(?:new\s{1,9}\w{3}\s?\([^()]{0,200}\)|[\w$.]{1,100})\s{0,9},\s{0,99})?$/;
const BASE = /[\w$.]{1,100}(?:\(\s{0,9}\)|\[[^\]\n]{0,100}\])?\s{0,99}\+\s{0,99}$/;
const AFTER = /^\s{0,99}(?:\.(?:format|formatted|toString|build|toUri)\s?\(|%\s?\(?)/;

/** An expression with what makes an address of it. */
export function withoutWrappers(code: string, { start, end }: Range): Range {
  let range = { start, end };
  for (let turn = 0; turn < 6; turn += 1) {
    const before = code.slice(Math.max(0, range.start - 300), range.start);
    const base = BASE.exec(before);
    const wrapper = WRAPPER.exec(before);
    const after = AFTER.exec(code.slice(range.end, range.end + 120));
    if (base !== null) range = { ...range, start: range.start - base[0].length };
    else if (wrapper !== null) {
      const bracket = range.start - wrapper[0].length + wrapper[0].indexOf('(');
      range = { start: range.start - wrapper[0].length, end: closingOf(code, bracket) + 1 };
    } else if (after?.[0].endsWith('(') === true) {
      range = { ...range, end: closingOf(code, range.end + after[0].length - 1) + 1 };
    } else break;
  }
  return range;
}

/** As the address of an object that says what to ask: a property, or one that C# sets where it makes the object. */
const IN_AN_OBJECT = /(?:(?:ur[il]|path|endpoint)["']?\s{0,9}:|RequestUri\s{0,9}=)\s{0,99}$/i;

function useInCall(source: Source, { start, end }: Range): Use {
  const { code, text } = source;
  let opening = openingBefore(code, start);
  if (opening === undefined) return UNTOLD;
  if (code.charAt(opening) === '{') {
    const object = text.slice(opening, closingOf(code, opening));
    const isAddress = IN_AN_OBJECT.test(code.slice(Math.max(0, start - 200), start));
    const told = isAddress ? methodIn(object, code.slice(opening, closingOf(code, opening))) : undefined;
    if (told !== undefined) return { kind: 'request', methods: [told] };
    const bracket = openingBefore(code, opening);
    const isArgument = /[(,]\s{0,99}$/.test(code.slice(Math.max(0, opening - 100), opening));
    if (bracket === undefined || !isArgument || !isAddress || code.charAt(bracket) !== '(') return UNTOLD;
    opening = bracket;
  }
  return code.charAt(opening) === '(' ? useByCallee(source, opening, { start, end }) : UNTOLD;
}

/** What is said or checked is no request, nor is what a server answers to. */
const SAYS =
  /^(?:log|info|debug|warn|warning|error|trace|fatal|print|println|printf|console|Error|\w{0,60}Exception|describe|it|test|assert\w{0,40}|Write|WriteLine|Println|Printf|Errorf|Infof|Fatalf|includes|startsWith|endsWith|StartsWith|HasPrefix|contains|startswith|replace|match|test|equals)$/;
const SERVES =
  /^(?:HandleFunc|Handle|Map(?:Get|Post|Put|Patch|Delete)|route|Route|use|add_url_rule|\w{0,20}Mapping|Http(?:Get|Post|Put|Patch|Delete)Attribute)$/;
const SERVERS = /^(?:app|router|server|route|routes|mux|engine|express|fastify)$/;
const STORES =
  /^(?:cache|map|store|storage|params|headers|config|dict|routes|memo|sessionStorage|localStorage)$/i;
const BY_VERB = new RegExp(
  `^(?:Http)?${VERB}(?:Async|_async|ForObject|ForEntity|ForLocation|Json|JSON|(?:FromJson|AsJson|String|Stream|ByteArray)Async)?$`,
  'i',
);
const GET_UNLESS_TOLD = /^(?:fetch|urlopen|axios|got|ky)$/;
const CALLEE =
  /(?:([\w$)\]]{1,100})\s{0,99}\??\.\s{0,99})?([A-Za-z_$][\w$]{0,100})\s{0,9}(?:<[\w\s<>,.[\]?{}:;|&'"]{0,200}>)?\s{0,9}$/;

function useByCallee(source: Source, opening: number, address: Range): Use {
  const { code, text } = source;
  const before = code.slice(Math.max(0, opening - 400), opening);
  const [whole, receiver = '', name = ''] = CALLEE.exec(before) ?? [];
  if (whole === undefined) return UNTOLD;
  const sign = before.slice(0, -whole.length).trimEnd().slice(-1);
  if (SAYS.test(name) || SAYS.test(receiver)) return NO_REQUEST;
  if (
    SERVES.test(name) ||
    SERVERS.test(receiver) ||
    sign === '@' ||
    (sign === '[' && /^Http|^Route/.test(name))
  ) {
    return NO_REQUEST;
  }
  if (STORES.test(receiver)) return UNTOLD;
  const closing = closingOf(code, opening);
  const around = `${text.slice(opening + 1, address.start)} ${text.slice(address.end, closing)}`;
  const told =
    methodIn(around, code.slice(opening + 1, closing)) ??
    methodWord(around, /request|exchange|call|send|invoke|open/i.test(name)) ??
    methodOf(BY_VERB.exec(name)?.[1]) ??
    (name === 'del' ? 'DELETE' : undefined) ??
    methodInChain(source, before, name, closing);
  if (told !== undefined) return { kind: 'request', methods: [told] };
  const rest = code.slice(address.end, closing).trim();
  const hasPlainOptions = rest === '' || rest === ',' || (/^,\s*\{/.test(rest) && !rest.includes('...'));
  return GET_UNLESS_TOLD.test(name) && hasPlainOptions ? { kind: 'request', methods: ['GET'] } : UNTOLD;
}

/** A method that is told by name: `method: 'POST'`, `HttpMethod.Post`, `http.MethodPost`. */
function methodIn(text: string, code: string): Method | undefined {
  const constant =
    /\b(?:http\.Method|(?:Http|Request|RestSharp\.)?Methods?\.)(get|post|put|patch|delete|head)\b/i;
  return (
    methodOf(/\b(?:request_?)?method["']?\s{0,9}[:=]\s{0,9}["'`](\w{3,7})["'`]/i.exec(text)?.[1]) ??
    methodOf(constant.exec(code)?.[1])
  );
}

/** A method that is an argument of its own. */
function methodWord(text: string, inAnyCase: boolean): Method | undefined {
  const word = new RegExp(`(["'\`])${VERB}\\1`, inAnyCase ? 'i' : '').exec(text)?.[2];
  return methodOf(word ?? /(["'`])(GET|POST|PUT|PATCH|DELETE|HEAD)\1/.exec(text)?.[2]);
}

/** Builders tell the method in a link of their chain, before the address or behind it. */
function methodInChain(
  { text, code }: Source,
  before: string,
  callee: string,
  closing: number,
): Method | undefined {
  const isAddress = /^(?:ur[il]|URI|newBuilder|create|target|URL)$/.test(callee);
  const earlier = new RegExp(`\\.${VERB}\\(\\s{0,9}\\)\\s{0,99}\\.\\s{0,99}ur[il]\\s{0,9}$`, 'i').exec(
    before,
  )?.[1];
  if (earlier !== undefined) return methodOf(earlier);
  if (!isAddress) return undefined;
  let at = closing + 1;
  for (let link = 0; link < 15; link += 1) {
    const next = /^\s{0,200}\)?\s{0,200}\.\s{0,99}(\w{1,60})\s{0,9}\(/.exec(code.slice(at, at + 600));
    if (next === null) break;
    const bracket = at + next[0].length - 1;
    const method = methodOf(next[1]);
    if (method !== undefined) return method;
    if (next[1] === 'method') return methodWord(text.slice(bracket, closingOf(code, bracket)), true);
    at = closingOf(code, bracket) + 1;
  }
  return undefined;
}

/** The variable to which an expression is assigned. */
export function variableOf(code: string, start: number): string | undefined {
  const before = code.slice(Math.max(0, start - 200), start);
  const assigned =
    /([A-Za-z_$][\w$]{0,100})\s{0,9}(?::\s{0,9}[\w<>.]{1,60}\s{0,9})?(?::=|(?<![=!<>+])=)\s{0,99}(?:await\s{1,9})?\(?\s{0,99}$/;
  return assigned.exec(before)?.[1];
}

/** A variable is used within its block, and so much; a constant anywhere. */
const LONGEST_SCOPE = 3_000;
const MOST_USES = 20;

function useOfVariable(source: Source, name: string, from: number): Use {
  const { code } = source;
  const isConstant = /^[A-Z][A-Z\d_]*$/.test(name);
  const scope = isConstant ? code : code.slice(0, scopeEnd(source, from));
  const methods = new Set<Method>();
  const uses = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$&')}(?![\\w$])`, 'g');
  uses.lastIndex = isConstant ? 0 : from;
  for (let count = 0; count < MOST_USES; count += 1) {
    const found = uses.exec(scope);
    if (found === null) break;
    const end = found.index + name.length;
    if (found.index < from && from - found.index < name.length + 200) continue;
    const isAssigned = /^\s{0,20}(?::=|=(?!=))/.test(code.slice(end, end + 24));
    const isArgument = /[(,]\s{0,20}$/.test(code.slice(Math.max(0, found.index - 24), found.index));
    // The name of an argument: `get(url=other)`.
    if (isAssigned && (isArgument || isConstant)) continue;
    if (isAssigned) break;
    const start =
      found.index -
      (/(?:this|self)\.$/.exec(code.slice(Math.max(0, found.index - 5), found.index))?.[0].length ?? 0);
    const use = useInCall(source, withoutWrappers(code, { start, end }));
    if (use.kind === 'request') for (const method of use.methods) methods.add(method);
  }
  return methods.size === 0 ? UNTOLD : { kind: 'request', methods: [...methods] };
}

/** Where the block ends in which a place stands; the furthest that is looked at where it does not end before. */
export function scopeEnd(
  { code, language }: Omit<Source, 'text'>,
  from: number,
  furthest = from + LONGEST_SCOPE,
): number {
  const end = Math.min(code.length, furthest);
  if (language === 'python') {
    const lineStart = code.lastIndexOf('\n', from) + 1;
    const indent = /^[ \t]*/.exec(code.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
    const outer =
      indent === 0
        ? null
        : new RegExp(`\\n[ \\t]{0,${indent - 1}}(?![ \\t\\n\\r])`).exec(code.slice(from, end));
    return outer === null ? end : from + outer.index;
  }
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    if (code.charAt(at) === '{') depth += 1;
    else if (code.charAt(at) === '}') depth -= 1;
    if (depth < 0) return at;
  }
  return end;
}
