import { setClientId } from '../framework/edit.ts';
import { type BooleanSetting, inspectFramework } from '../framework/inspect.ts';
import { previewEdit } from '../framework/preview.ts';
import type { FrameworkFile } from './context.ts';
import { NEW_CLIENT_ID, type Placement } from './placement.ts';

/** A framework.js as it was found: its text, or why it could not be read. */
export type FoundFile = { uri: string; path: string } & ({ text: string } | { unreadable: string });

const BUILD_OUTPUT = /(^|\/)(dist|build|out)\//;

/** Whether a file is the output of a build by its path, which the next build overwrites (Genesys facts 5.4). */
export function isBuiltCopy(path: string): boolean {
  return BUILD_OUTPUT.test(path);
}

/** Reduces a file to what the procedure asks about it, with what writing a Client ID for `region` would change. */
export function describeFrameworkFile(file: FoundFile, region: string | undefined): FrameworkFile {
  const where = { uri: file.uri, path: file.path, builtCopy: isBuiltCopy(file.path) };
  if ('unreadable' in file) {
    return {
      ...where,
      dedicatedLoginWindow: { kind: 'absent' },
      placement: { kind: 'unreadable', reason: file.unreadable },
    };
  }
  const { dedicatedLoginWindow, getAuthToken } = inspectFramework(file.text);
  return {
    ...where,
    dedicatedLoginWindow: settingOf(dedicatedLoginWindow),
    ...(getAuthToken === undefined ? {} : { getAuthTokenLine: getAuthToken.line }),
    ...(region === undefined ? {} : { placement: placementOf(file.text, region) }),
  };
}

/** What writing a Client ID for this region into this text would do (rule E6). */
export function placementOf(text: string, region: string): Placement {
  const change = setClientId(text, region, NEW_CLIENT_ID);
  switch (change.kind) {
    case 'refused':
      return {
        kind: 'refused',
        reason: change.reason,
        ...(change.line === undefined ? {} : { line: change.line }),
      };
    case 'unchanged':
      return { kind: 'refused', reason: 'uncertain', line: change.line };
    case 'edit':
      return {
        kind: 'possible',
        line: change.line,
        replaces: change.replaces,
        diff: [...previewEdit(text, change.edit)],
      };
  }
}

function settingOf(setting: BooleanSetting): FrameworkFile['dedicatedLoginWindow'] {
  return setting.kind === 'absent' ? { kind: 'absent' } : { kind: setting.kind, line: setting.place.line };
}
