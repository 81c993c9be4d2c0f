import { type CallsRead, Gathering, lineFinder, type ReadingOptions } from '../reading.ts';
import { isLikeAName, operationName } from '../sdkNames.ts';
import { takeEndpoints } from './endpointCalls.ts';
import type { Finds, PlacedCall } from './finds.ts';
import { type Language, languageOf } from './languages.ts';
import { mayCall } from './mayCall.ts';
import { type Scan, scan } from './scan.ts';
import { type NameOf, sdkCalls, usesSdk } from './sdkCalls.ts';

const NOTHING: CallsRead = { formats: [], calls: [], notes: [] };

/**
 * Finds the calls of the Platform API in a source file, in JavaScript, TypeScript, Python, Java, C# or Go: by names of
 * methods where it uses an SDK, and by `/api/v2/…` in its texts. Comments and sentences are no calls. What is put together
 * when the program runs is not found, and noted.
 */
export function readSource(file: string, text: string, options: ReadingOptions): CallsRead {
  const language = languageOf(file);
  if (language === undefined || !mayCall(text)) return NOTHING;
  const lineOf = lineFinder(text);
  const gathering = new Gathering();
  findCalls(text, language, options, {
    call: ({ named, at, sureness }) => {
      gathering.add('source', { named, at: { file, line: lineOf(at) }, sureness });
    },
    note: (kind, at) => gathering.note({ kind, file, line: lineOf(at) }),
  });
  return gathering.result();
}

/** The same calls with their places in the text, in their order. */
export function placedCalls(
  text: string,
  language: Language,
  options: ReadingOptions,
): readonly PlacedCall[] {
  const calls: PlacedCall[] = [];
  if (mayCall(text)) {
    findCalls(text, language, options, { call: (call) => void calls.push(call), note: () => undefined });
  }
  return calls.sort((one, other) => one.at - other.at);
}

/** Calls that are certain even where nothing is known of the API, with their places in the text. */
export function certainCalls(text: string, language: Language): readonly PlacedCall[] {
  if (!mayCall(text)) return [];
  const scanned = scan(text, language);
  const calls: PlacedCall[] = [];
  const to: Finds = { call: (call) => void calls.push(call), note: () => undefined };
  if (usesSdk(scanned, language)) {
    takeNames(text, scanned, language, (word) => (isLikeAName(word) ? word : undefined), to);
  }
  takeEndpoints(text, scanned, language, {}, to);
  return calls.filter(({ sureness }) => sureness === 'certain');
}

function findCalls(text: string, language: Language, options: ReadingOptions, to: Finds): void {
  const scanned = scan(text, language);
  const { operations } = options;
  if (operations !== undefined && usesSdk(scanned, language)) {
    takeNames(text, scanned, language, (word) => operationName(word, operations), to);
  }
  takeEndpoints(text, scanned, language, options, to);
}

function takeNames(text: string, scanned: Scan, language: Language, nameOf: NameOf, to: Finds): void {
  const { calls, atRunTime } = sdkCalls(text, scanned, language, nameOf);
  for (const { name, place, sureness } of calls) {
    to.call({ named: { by: 'sdk', name }, at: place.start, places: [place], sureness });
  }
  for (const at of atRunTime) to.note('built-at-run-time', at);
}
