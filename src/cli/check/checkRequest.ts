import * as l10n from '@vscode/l10n';
import { type DiagnosticCode, diagnostics, isDiagnosticCode } from '../../core/findings/catalogue.ts';
import { isLevel, type Level, levels } from '../../core/findings/chosenSeverity.ts';
import {
  allValues,
  has,
  lastValue,
  noSuchValue,
  notBoth,
  notWithout,
  oneOf,
  UsageError,
  type Words,
  wholeNumber,
} from '../commandLine.ts';

/** The forms in which `check` answers. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];

/** What `check` is asked. */
export type CheckRequest = {
  readonly input:
    | { readonly kind: 'files'; readonly paths: readonly string[]; readonly fix: boolean }
    | { readonly kind: 'stdin'; readonly path: string };
  readonly format: Format | undefined;
  readonly severity: ReadonlyMap<DiagnosticCode, Level>;
  readonly maxWarnings: number | undefined;
  readonly baseline: { readonly kind: 'none' } | { readonly kind: 'use' | 'write'; readonly file: string };
};

/** Reads what `check` is asked; the words that are no options are paths. Throws `UsageError`. */
export function readCheckRequest(words: Words): CheckRequest {
  return {
    input: input(words),
    format: oneOf(words, 'format', formats),
    severity: severity(words),
    maxWarnings: wholeNumber(words, 'max-warnings'),
    baseline: baseline(lastValue(words, 'baseline'), lastValue(words, 'write-baseline')),
  };
}

function input(words: Words): CheckRequest['input'] {
  const { positionals: paths } = words;
  const fix = has(words, 'fix');
  const name = lastValue(words, 'stdin-filename');
  if (!has(words, 'stdin')) {
    if (name !== undefined) throw notWithout('--stdin-filename', '--stdin');
    if (paths.includes(''))
      throw new UsageError(l10n.t('A path is empty. Perhaps a variable of the shell holds nothing.'));
    return { kind: 'files', paths, fix };
  }
  if (paths.length > 0)
    throw new UsageError(l10n.t('--stdin reads one file from standard input, so no paths can be given.'));
  if (fix) throw notBoth('--fix', '--stdin');
  return { kind: 'stdin', path: name ?? 'framework.js' };
}

function severity(words: Words): ReadonlyMap<DiagnosticCode, Level> {
  return new Map(
    allValues(words, 'severity').map((word): [DiagnosticCode, Level] => {
      const [, code, level] = /^([^=]+)=(.+)$/.exec(word) ?? [];
      if (code === undefined || level === undefined)
        throw new UsageError(
          l10n.t('--severity takes code=level, such as unknown-region=error, not "{0}".', word),
        );
      if (!isDiagnosticCode(code)) throw noSuchValue('--severity', code, Object.keys(diagnostics));
      if (!isLevel(level)) throw noSuchValue(`--severity ${code}`, level, levels);
      return [code, level];
    }),
  );
}

function baseline(used: string | undefined, written: string | undefined): CheckRequest['baseline'] {
  if (used !== undefined && written !== undefined) throw notBoth('--baseline', '--write-baseline');
  if (written !== undefined) return { kind: 'write', file: written };
  return used === undefined ? { kind: 'none' } : { kind: 'use', file: used };
}
