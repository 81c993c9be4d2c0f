import { type CallsRead, Gathering, lineFinder, type ReadingOptions } from '../reading.ts';
import { takeEndpoints } from './endpointCalls.ts';
import { languageOf } from './languages.ts';
import { scan } from './scan.ts';
import { sdkCalls, usesSdk } from './sdkCalls.ts';

const API = /pi\/v[12]/;
const SDK = /platform-client|platformClient|PureCloudPlatform|mypurecloud\.sdk/;

/**
 * Whether a file is worth reading closely. Most are not, so this looks for what is rare: it takes less time than reading
 * the file does.
 */
export function mayCall(text: string): boolean {
  return API.test(text) || ((text.includes('latform') || text.includes('mypurecloud')) && SDK.test(text));
}

const NOTHING: CallsRead = { formats: [], calls: [], notes: [] };

/**
 * Finds the calls of the Platform API in a source file, in JavaScript, TypeScript, Python, Java, C# or Go: by names of
 * methods where it uses an SDK, and by `/api/v2/…` in its texts. Comments and sentences are no calls. What is put together
 * when the program runs is not found, and noted.
 */
export function readSource(file: string, text: string, options: ReadingOptions): CallsRead {
  const language = languageOf(file);
  if (language === undefined || !mayCall(text)) return NOTHING;
  const scanned = scan(text, language);
  const lineOf = lineFinder(text);
  const gathering = new Gathering();
  const { operations } = options;
  if (operations !== undefined && usesSdk(scanned, language)) {
    const { calls, atRunTime } = sdkCalls(text, scanned, language, operations);
    for (const { name, at, sureness } of calls) {
      gathering.add('source', { named: { by: 'sdk', name }, at: { file, line: lineOf(at) }, sureness });
    }
    for (const at of atRunTime) gathering.note({ kind: 'built-at-run-time', file, line: lineOf(at) });
  }
  takeEndpoints(text, scanned, language, options, { gathering, file, lineOf });
  return gathering.result();
}
