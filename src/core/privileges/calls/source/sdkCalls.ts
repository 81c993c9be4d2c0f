import type { Call } from '../call.ts';
import type { Language } from './languages.ts';
import type { Range } from './methodAround.ts';
import type { Scan } from './scan.ts';
import { ownObjects } from './toldTypes.ts';

/** A name that is found in a file, with its place in the text. */
export type FoundName = { name: string; place: Range; sureness: Call['sureness'] };

const IN_CODE: Partial<Record<Language, RegExp>> = {
  python: /\b(?:import|from)\s{1,20}PureCloudPlatformClientV2\b/,
  java: /\bcom\.mypurecloud\.sdk\.v2\b/,
  csharp: /\bPureCloudPlatform\.Client\.V2\b/,
};
const IN_QUOTES: Partial<Record<Language, RegExp>> = {
  javascript: /^(?:purecloud-platform-client-v2|platformClient)(?:\/|$)/,
  go: /\/platform-client-sdk-go(?:\/|$)/i,
};

/** The name of an operation, spelled as in JavaScript, that a word stands for; undefined of any other word. */
export type NameOf = (word: string) => string | undefined;

/** Whether a file uses an SDK of Genesys Cloud: it imports or requires it. */
export function usesSdk({ code, literals }: Scan, language: Language): boolean {
  const inQuotes = IN_QUOTES[language];
  return inQuotes === undefined
    ? IN_CODE[language]?.test(code) === true
    : literals.some(({ text }) => inQuotes.test(text));
}

/** The name of a class of an SDK, or of the function that makes one. */
const API = /(?<!\w)[A-Z]\w{0,100}Api(?:WithConfig)?(?!\w)/g;
/** A variable that one is made for stands before it; one that is declared as one, before or behind. */
const MADE_FOR =
  /(?<![\w$])([A-Za-z_$][\w$]{0,100})\s{0,20}(?::\s{0,20}[\w.]{1,100}\s{0,20})?(?::=|=)\s{0,20}(?:new\s{1,20}|&)?(?:[\w$]{1,100}\s?\.\s?){0,5}$/;
const DECLARED_BEFORE =
  /(?<![\w$])([A-Za-z_$][\w$]{0,100})(?:\??\s{0,20}:\s{0,20}|\s{1,20}\*?)(?:[\w$]{1,100}\.){0,5}$/;
const DECLARED_BEHIND = /^\??\s{1,20}([A-Za-z_]\w{0,100})\s{0,20}[;=,)]/;

/** A class of the file itself can be called so, too. */
const DECLARED = /\b(?:class|interface|struct|record|type)\s{1,9}([A-Z]\w{0,100}Api)(?![\w$.])/g;

/** The variables that hold an `…Api` of an SDK. */
function holdersIn(code: string): ReadonlySet<string> {
  const holders = new Set<string>();
  const own = new Set([...code.matchAll(DECLARED)].map(([, word]) => word));
  for (const { 0: word, index } of code.matchAll(API)) {
    if (own.has(word)) continue;
    const before = code.slice(Math.max(0, index - 300), index);
    const behind = code.slice(index + word.length, index + word.length + 150);
    const found = [
      /^\s{0,5}\(/.test(behind) ? MADE_FOR.exec(before) : DECLARED_BEHIND.exec(behind),
      DECLARED_BEFORE.exec(before),
    ];
    for (const match of found) if (match?.[1] !== undefined) holders.add(match[1]);
  }
  return holders;
}

/** What objects of the languages themselves are asked, too: a date for its day. */
const OF_LANGUAGES = new Set(['getDate']);

const OWN_RECEIVERS = new Set(['this', 'self', 'cls', 'super', 'base']);

/**
 * The methods of an SDK that a file calls, and the places where the name of one is put together when it runs.
 */
export function sdkCalls(
  text: string,
  { code, literals }: Scan,
  language: Language,
  nameOf: NameOf,
): { calls: readonly FoundName[]; atRunTime: readonly number[] } {
  const holders = holdersIn(code);
  const own = ownNames(code, nameOf);
  const objects = ownObjects(text, code, language);
  const calls: FoundName[] = [];
  for (const match of code.matchAll(/\.\s{0,200}([a-z]\w{3,150})(?![\w$])/gi)) {
    const word = match[1] ?? '';
    const name = nameOf(word);
    if (name === undefined) continue;
    const before = code.slice(Math.max(0, match.index - 300), match.index).replace(/[?!]?\s*$/, '');
    const receiver = receiverIn(before);
    const isHolder = receiver === 'made-here' || holders.has(receiver);
    if (!isHolder && objects.holds(receiver, before)) continue;
    const isApi = isHolder || /api$/i.test(receiver);
    if (!isApi && (OWN_RECEIVERS.has(receiver) || own.has(word) || OF_LANGUAGES.has(name))) continue;
    const end = match.index + match[0].length;
    const isCalled = /^\s{0,20}(?:<[^()<>]{0,200}>)?\s{0,20}\(/.test(code.slice(end, end + 260));
    const place = { start: end - word.length, end };
    calls.push({ name, place, sureness: isApi && isCalled ? 'certain' : 'likely' });
  }
  for (const { start, end, text } of literals) {
    const name = nameOf(text);
    const isMember =
      /[\w$)\]]\s{0,20}\[\s{0,20}$/.test(code.slice(Math.max(0, start - 60), start)) &&
      code.charAt(end) === ']';
    const isAttribute = /\bgetattr\s?\([^()]{1,200},\s{0,20}$/.test(
      code.slice(Math.max(0, start - 240), start),
    );
    if (name === undefined || !(isMember || isAttribute)) continue;
    calls.push({ name, place: { start, end }, sureness: 'likely' });
  }
  return {
    calls: calls.sort((one, other) => one.place.start - other.place.start),
    atRunTime: atRunTime(code, holders),
  };
}

/** What stands before the dot: the last name, or whether an `…Api` is made on the spot. */
function receiverIn(before: string): string {
  if (/[A-Z]\w*Api(?:WithConfig)?\s?\([^()]*\)\)?$/.test(before)) return 'made-here';
  return /([\w$]+)$/.exec(before)?.[1] ?? '';
}

/** Names of operations that the file itself gives to functions: wrappers of its own. */
function ownNames(code: string, nameOf: NameOf): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of code.matchAll(/(?<![\w$.])([a-z]\w{3,150})\s{0,5}\(/gi)) {
    const word = match[1] ?? '';
    const before = code.slice(Math.max(0, match.index - 3), match.index);
    if (!/[.:>]\s*$/.test(before) && nameOf(word) !== undefined) names.add(word);
  }
  return names;
}

function atRunTime(code: string, holders: ReadonlySet<string>): readonly number[] {
  const members = [...code.matchAll(/([\w$]{1,100})\s{0,5}\[\s{0,20}(?!["'`\d\s])[^\]\n]{1,200}\]\s{0,5}\(/g)]
    .filter(([, receiver = '']) => holders.has(receiver) || /api$/i.test(receiver))
    .map(({ index }) => index);
  const reflected = [
    ...code.matchAll(
      /\bgetattr\s?\(\s{0,20}[\w.]{1,100}\s{0,20},\s{0,20}(?!\s|["'][^"'\n]{0,150}["']\s{0,20}[,)])|\.(?:getMethod|GetMethod|MethodByName)\s?\(/g,
    ),
  ].map(({ index }) => index);
  return [...members, ...reflected].sort((one, other) => one - other);
}
