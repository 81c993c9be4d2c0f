import type { OperationIndex } from '../../findOperations.ts';
import { operationName } from '../sdkNames.ts';
import type { Language } from './languages.ts';
import type { Scan } from './scan.ts';

/** What is found in a file, by its place in the text. */
export type FoundName = { name: string; at: number; sureness: 'certain' | 'likely' };

const IN_CODE: Partial<Record<Language, RegExp>> = {
  python: /\b(?:import|from)\s{1,20}PureCloudPlatformClientV2\b/,
  java: /\bcom\.mypurecloud\.sdk\.v2\b/,
  csharp: /\bPureCloudPlatform\.Client\.V2\b/,
};
const IN_QUOTES: Partial<Record<Language, RegExp>> = {
  javascript: /^(?:purecloud-platform-client-v2|platformClient)(?:\/|$)/,
  go: /\/platform-client-sdk-go(?:\/|$)/i,
};

/** Whether a file uses an SDK of Genesys Cloud: it imports or requires it. */
export function usesSdk({ code, literals }: Scan, language: Language): boolean {
  const inQuotes = IN_QUOTES[language];
  return inQuotes === undefined
    ? IN_CODE[language]?.test(code) === true
    : literals.some(({ text }) => inQuotes.test(text));
}

/** How variables come to hold an `…Api` of an SDK: made, or declared as one. */
const HOLDERS: readonly RegExp[] = [
  /([A-Za-z_$][\w$]{0,100})\s{0,20}(?::\s{0,20}[\w.]{1,100}\s{0,20})?(?::=|=)\s{0,20}(?:new\s{1,20}|&)?(?:[\w$]{1,100}\s?\.\s?){0,5}(?:New)?[A-Z]\w{0,100}Api(?:WithConfig)?\s{0,5}\(/g,
  /\b[A-Z]\w{0,100}Api\??\s{1,20}([A-Za-z_]\w{0,100})\s{0,20}[;=,)]/g,
  /([A-Za-z_$][\w$]{0,100})\??\s{0,20}:\s{0,20}(?:[\w$]{1,100}\.){0,5}[A-Z]\w{0,100}Api\b/g,
  /\b([A-Za-z_]\w{0,100})\s{1,20}\*?(?:\w{1,100}\.)?[A-Z]\w{0,100}Api\b/g,
];

const OWN_RECEIVERS = new Set(['this', 'self', 'cls', 'super', 'base']);

/**
 * The methods of an SDK that a file calls, and the places where the name of one is put together when it runs. Only names
 * that the API's description knows count.
 */
export function sdkCalls(
  { code, literals }: Scan,
  operations: OperationIndex,
): { calls: readonly FoundName[]; atRunTime: readonly number[] } {
  const holders = new Set(HOLDERS.flatMap((form) => [...code.matchAll(form)].map(([, name]) => name)));
  const own = ownNames(code, operations);
  const calls: FoundName[] = [];
  for (const match of code.matchAll(/\.\s{0,200}([a-z]\w{3,150})(?![\w$])/gi)) {
    const word = match[1] ?? '';
    const name = operationName(word, operations);
    if (name === undefined) continue;
    const receiver = receiverBefore(code, match.index);
    const isApi = receiver === 'made-here' || holders.has(receiver) || /api$/i.test(receiver);
    if (!isApi && (OWN_RECEIVERS.has(receiver) || own.has(word))) continue;
    const end = match.index + match[0].length;
    const isCalled = /^\s{0,20}(?:<[^()<>]{0,200}>)?\s{0,20}\(/.test(code.slice(end, end + 260));
    calls.push({ name, at: end - word.length, sureness: isApi && isCalled ? 'certain' : 'likely' });
  }
  for (const { start, end, text } of literals) {
    const name = operationName(text, operations);
    const isMember =
      /[\w$)\]]\s{0,20}\[\s{0,20}$/.test(code.slice(Math.max(0, start - 60), start)) &&
      code.charAt(end) === ']';
    const isAttribute = /\bgetattr\s?\([^()]{1,200},\s{0,20}$/.test(
      code.slice(Math.max(0, start - 240), start),
    );
    if (name !== undefined && (isMember || isAttribute)) calls.push({ name, at: start, sureness: 'likely' });
  }
  return { calls: calls.sort((one, other) => one.at - other.at), atRunTime: atRunTime(code, holders) };
}

/** What stands before the dot: the last name, or whether an `…Api` is made on the spot. */
function receiverBefore(code: string, dot: number): string {
  const before = code.slice(Math.max(0, dot - 300), dot).replace(/[?!]?\s*$/, '');
  if (/[A-Z]\w*Api(?:WithConfig)?\s?\([^()]*\)\)?$/.test(before)) return 'made-here';
  return /([\w$]+)$/.exec(before)?.[1] ?? '';
}

/** Names of operations that the file itself gives to functions: wrappers of its own. */
function ownNames(code: string, operations: OperationIndex): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of code.matchAll(/(?<![\w$.])([a-z]\w{3,150})\s{0,5}\(/gi)) {
    const word = match[1] ?? '';
    const before = code.slice(Math.max(0, match.index - 3), match.index);
    if (!/[.:>]\s*$/.test(before) && operationName(word, operations) !== undefined) names.add(word);
  }
  return names;
}

function atRunTime(code: string, holders: ReadonlySet<string | undefined>): readonly number[] {
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
