import { readAddress, readPath } from '../../privileges/calls/address.ts';
import type { Call, Named } from '../../privileges/calls/call.ts';
import { readCalls } from '../../privileges/calls/pasted/readCalls.ts';
import type { OperationIndex } from '../../privileges/findOperations.ts';
import { METHODS } from '../../privileges/operation.ts';

/** The calls that an agent named one by one, and what is none. */
export type Entries = { readonly calls: readonly Call[]; readonly notUnderstood: readonly string[] };

const METHOD_AND_ADDRESS = /^(?:([A-Za-z]{3,7})\s+)?(\S*\/\S*)$/;

/** As the SDKs spell them: `getUsersMe`, `get_users_me`, perhaps behind an object and before brackets. */
const SDK_NAME = /^(?:[\w$]{1,80}\.)*(?:get|post|put|patch|delete|head)_?\w{1,150}(?:\(.{0,200}\))?$/i;

/**
 * Reads each entry as the one call that it says it is, whether or not there is such an operation: what somebody made up must
 * not be passed over as a text in which no call is.
 */
export function readEntries(entries: readonly string[], operations: OperationIndex): Entries {
  const calls: Call[] = [];
  const notUnderstood: string[] = [];
  entries.forEach((entry, index) => {
    const named = readEntry(entry.trim());
    if (named !== undefined) {
      calls.push({ named, at: { file: undefined, line: index + 1 }, sureness: 'certain' });
      return;
    }
    const found = readCalls(entry, { operations }).calls;
    if (found.length === 0) notUnderstood.push(entry);
    calls.push(...found.map((call) => ({ ...call, at: { file: undefined, line: index + 1 } })));
  });
  return { calls, notUnderstood };
}

function readEntry(entry: string): Named | undefined {
  if (SDK_NAME.test(entry)) {
    const name = entry.replace(/\(.*$/s, '').split('.').at(-1) ?? '';
    return { by: 'sdk', name };
  }
  const [, word, address = ''] = METHOD_AND_ADDRESS.exec(entry) ?? [];
  if (address === '') return undefined;
  const method = METHODS.find((each) => each === word?.toUpperCase());
  if (word !== undefined && method === undefined) return undefined;
  const read = readAddress(address);
  if (read.kind === 'endpoint') return { by: 'endpoint', method, path: read.path };
  // Without `/api/v2`, as people shorten it.
  const path =
    read.kind === 'no-endpoint' && address.startsWith('/')
      ? readPath(address.replace(/[?#].*$/s, ''))
      : undefined;
  return path === undefined ? undefined : { by: 'endpoint', method, path };
}
