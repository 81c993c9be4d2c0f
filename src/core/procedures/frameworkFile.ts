import { isBuiltCopy } from '../framework/builtCopy.ts';
import { liveEntries } from '../framework/check/clientOfEntry.ts';
import { setClientIds } from '../framework/edit.ts';
import { MOST_JUDGED } from '../framework/entries.ts';
import { type BooleanSetting, type ClientIds, inspectFramework } from '../framework/inspect.ts';
import { mayBeFramework } from '../framework/isFramework.ts';
import { previewChange } from '../framework/preview.ts';
import type { FrameworkFile } from './context.ts';
import { NEW_CLIENT_ID, type Placement } from './placement.ts';

/** A framework.js as it was found: its text, or why it could not be read. */
export type FoundFile = { uri: string; path: string } & ({ text: string } | { unreadable: string });

/**
 * Whether a Client ID has no business in this text: it is code of another product, which a framework.js can be, too. One
 * that waits for its first entry may be anybody's.
 */
export function isOfAnotherProduct(text: string): boolean {
  if (text.trim() === '') return false;
  if (!mayBeFramework(text)) return true;
  const { isFramework, clientIds } = inspectFramework(text);
  const isEmpty = clientIds.kind === 'literal' && clientIds.entries.length === 0;
  return !isFramework && !isEmpty;
}

/** Reduces a file to what the procedure asks about it, with what writing a Client ID for these regions would change. */
export function describeFrameworkFile(file: FoundFile, regions: readonly string[]): FrameworkFile {
  const where = { uri: file.uri, path: file.path, builtCopy: isBuiltCopy(file.path) };
  if ('unreadable' in file) {
    return {
      ...where,
      dedicatedLoginWindow: { kind: 'absent' },
      usePKCEAuthFlow: { kind: 'dynamic' },
      regions: [],
      placement: { kind: 'unreadable', reason: file.unreadable },
    };
  }
  const { clientIds, dedicatedLoginWindow, usePKCEAuthFlow, getAuthToken } = inspectFramework(file.text);
  const clients = clientsIn(clientIds);
  return {
    ...where,
    dedicatedLoginWindow: settingOf(dedicatedLoginWindow),
    usePKCEAuthFlow: settingOf(usePKCEAuthFlow),
    ...(getAuthToken === undefined ? {} : { getAuthTokenLine: getAuthToken.line }),
    regions: clientIds.kind === 'literal' ? [...new Set(clientIds.entries.map(({ region }) => region))] : [],
    ...(clients.length === 0 ? {} : { clients }),
    ...(regions.length === 0 ? {} : { placement: placementOf(file.text, regions) }),
  };
}

function clientsIn(clientIds: ClientIds): NonNullable<FrameworkFile['clients']> {
  return liveEntries(clientIds)
    .slice(0, MOST_JUDGED)
    .flatMap(({ region, value, keyPlace: { line } }) =>
      value.kind === 'client-id' ? [{ region, clientId: value.text, line }] : [],
    );
}

/** What writing one Client ID for each of these regions into this text would do (rules E6 and G11). */
export function placementOf(text: string, regions: readonly string[]): Placement {
  const change = setClientIds(text, regions, NEW_CLIENT_ID);
  if (change.kind === 'refused') {
    const { region, reason, line } = change;
    return { kind: 'refused', region, reason, ...(line === undefined ? {} : { line }) };
  }
  const [region] = regions;
  // The stand-in itself may be in the file; nobody can tell then what the real ID would change.
  if (change.entries.length === 0 && region !== undefined) {
    return { kind: 'refused', region, reason: 'uncertain' };
  }
  const diff = [...previewChange(text, change.edited)];
  return {
    kind: 'possible',
    line: Math.min(...change.entries.map(({ line }) => line)),
    entries: change.entries.map(({ region, replaces }) => ({ region, replaces })),
    regions: [...regions],
    diff,
  };
}

function settingOf(setting: BooleanSetting): FrameworkFile['dedicatedLoginWindow'] {
  return setting.kind === 'absent' ? { kind: 'absent' } : { kind: setting.kind, line: setting.place.line };
}
