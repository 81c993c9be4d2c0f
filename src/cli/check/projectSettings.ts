import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { type ParseError, parse } from 'jsonc-parser';
import { diagnostics, isDiagnosticCode } from '../../core/findings/catalogue.ts';
import { chosenSeverity, levels } from '../../core/findings/chosenSeverity.ts';
import {
  type FilePatterns,
  readFilePatterns,
  readGlob,
  USUAL_PATTERNS,
} from '../../core/framework/filePatterns.ts';
import { locator } from '../../core/framework/places.ts';
import { patternFaultText } from '../../core/texts/filePatterns.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { insteadText } from '../insteadText.ts';
import { readText } from '../reading.ts';
import type { NotChecked } from './result.ts';

/** What the settings of a project say, as VS Code reads them. */
export type ProjectSettings = {
  readonly patterns: FilePatterns;
  /** Whether VS Code leaves a file or a folder out wherever it looks for files (`files.exclude`). */
  readonly isExcluded: (path: string) => boolean;
  /** The setting of severities, which was looked at. */
  readonly severity: unknown;
};

const PATH = '.vscode/settings.json';

/**
 * Reads the settings of the project in a folder; without any, the usual ones count. What VS Code would pass over is told
 * here: nobody sees a log, and a check by other rules than were meant is none.
 */
export function readProjectSettings(
  root: string,
):
  | { ok: true; settings: ProjectSettings; notes: readonly string[] }
  | { ok: false; faults: readonly NotChecked[] } {
  const read = readText(join(root, PATH));
  if (!read.ok && !read.isMissing) return { ok: false, faults: [{ path: PATH, reason: read.reason }] };
  const text = read.ok ? read.text : '';
  const errors: ParseError[] = [];
  const parsed: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error !== undefined) {
    const reason = l10n.t('From here on this is not JSON, so the settings of the project cannot be read.');
    return { ok: false, faults: [{ path: PATH, reason, position: locator(text)(error.offset) }] };
  }
  const values = new Map<string, unknown>(
    typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [],
  );
  const patterns = readFilePatterns(values.get('genesysOAuth.frameworkFiles') ?? USUAL_PATTERNS);
  const severity = values.get('genesysOAuth.severity');
  const reasons = [
    ...patterns.faults.map((fault) => `genesysOAuth.frameworkFiles: ${patternFaultText(fault)}`),
    ...severityFaults(severity).map((fault) => `genesysOAuth.severity: ${fault}`),
  ];
  if (reasons.length > 0) return { ok: false, faults: reasons.map((reason) => ({ path: PATH, reason })) };
  return {
    ok: true,
    settings: { patterns, isExcluded: exclusion(values.get('files.exclude')), severity },
    notes: unknownCodes(severity),
  };
}

/** Only what is plainly on: a condition on other files (`when`) is none of a check, and what is no pattern means nothing. */
function exclusion(setting: unknown): ProjectSettings['isExcluded'] {
  const globs = Object.entries(setting ?? {}).flatMap(([pattern, isOn]) =>
    isOn === true ? (readGlob(pattern) ?? []) : [],
  );
  return (path) => globs.some((matches) => matches(path));
}

function severityFaults(setting: unknown): readonly string[] {
  if (setting === undefined) return [];
  if (typeof setting !== 'object' || setting === null || Array.isArray(setting))
    return [
      l10n.t('It has to be a list of codes with a severity each, such as {"unknown-region": "error"}.'),
    ];
  return Object.keys(setting)
    .filter(isDiagnosticCode)
    .flatMap((code) => {
      const chosen = chosenSeverity(setting, code);
      return chosen.kind === 'no-severity'
        ? [l10n.t('"{0}" of {1} is no severity. There are: {2}.', chosen.word, code, listed(levels))]
        : [];
    });
}

/** A code that is not known here may be of another version, so that it is only told of. */
function unknownCodes(setting: unknown): readonly string[] {
  return Object.keys(setting ?? {})
    .filter((code) => !isDiagnosticCode(code))
    .map((code) => {
      const text = l10n.t(
        '{0}: genesysOAuth.severity names "{1}", which is no code of this version.',
        PATH,
        code,
      );
      return inOneText([text, insteadText(code, Object.keys(diagnostics))]);
    });
}
