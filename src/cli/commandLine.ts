import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { type DiagnosticCode, diagnostics, isDiagnosticCode } from '../core/findings/catalogue.ts';
import { isLevel, type Level, levels } from '../core/findings/chosenSeverity.ts';
import { inOneText } from '../core/texts/sentences.ts';
import { isLanguage, languages } from './language.ts';
import { insteadText } from './nearest.ts';

/** The command line cannot be understood; the message says to the person who typed it why, and what to type. */
export class UsageError extends Error {
  constructor(...sentences: readonly string[]) {
    super(inOneText(sentences));
  }
}

/** What stands in a command line, in the words of the person. */
export type Words = {
  readonly positionals: readonly string[];
  readonly options: readonly { readonly name: string; readonly value: string | undefined }[];
};

const commands = ['check', 'help'] as const;

export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];

/** Each option, and what it takes. */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  format: { type: 'string' },
  severity: { type: 'string', multiple: true },
  'max-warnings': { type: 'string' },
  fix: { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
} as const;

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

export type Command =
  | { readonly kind: 'version' }
  /** `wanted`: somebody asked for it, and did not only leave out what to do. */
  | { readonly kind: 'help'; readonly wanted: boolean }
  | { readonly kind: 'check'; readonly request: CheckRequest };

/** Takes a command line to pieces. Nothing is judged yet: in which language that is done may stand among them. */
export function wordsOf(args: readonly string[]): Words {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.flatMap((token) =>
    token.kind === 'option' ? [{ name: token.name, value: token.value }] : [],
  );
  return { positionals, options };
}

/** The last value that an option was given. */
export function lastValue({ options }: Words, name: keyof typeof OPTIONS): string | undefined {
  return options.findLast((option) => option.name === name)?.value;
}

/** What is to be done. Throws `UsageError`. */
export function readCommand(words: Words): Command {
  const [command, ...paths] = words.positionals;
  const isKnown = commands.some((known) => known === command);
  if (command !== undefined && !isKnown)
    throw new UsageError(l10n.t('There is no command "{0}".', command), insteadText(command, commands));
  for (const option of words.options) refuseUnknown(option);
  const lang = lastValue(words, 'lang');
  if (lang !== undefined && !isLanguage(lang)) throw noSuchValue('--lang', lang, languages);
  if (has(words, 'version')) return { kind: 'version' };
  if (has(words, 'help') || command === 'help') return { kind: 'help', wanted: true };
  if (command === undefined) return { kind: 'help', wanted: false };
  return { kind: 'check', request: checkRequest(words, paths) };
}

function refuseUnknown({ name, value }: Words['options'][number]): void {
  const known = Object.entries(OPTIONS).find(([each]) => each === name)?.[1];
  if (known === undefined) {
    const dashes = name.length === 1 ? '-' : '--';
    const all = Object.keys(OPTIONS).map((each) => `--${each}`);
    throw new UsageError(l10n.t('There is no option {0}.', dashes + name), insteadText(`--${name}`, all));
  }
  if (known.type === 'boolean' && value !== undefined)
    throw new UsageError(l10n.t('{0} takes no value.', `--${name}`));
  // What looks like the next option is one: the value was forgotten.
  if (known.type === 'string' && (value === undefined || value === '' || /^--?[a-z]/.test(value)))
    throw new UsageError(l10n.t('{0} needs a value.', `--${name}`));
}

function has({ options }: Words, name: keyof typeof OPTIONS): boolean {
  return options.some((option) => option.name === name);
}

function checkRequest(words: Words, paths: readonly string[]): CheckRequest {
  return {
    input: input(words, paths),
    format: format(lastValue(words, 'format')),
    severity: severity(words),
    maxWarnings: maxWarnings(lastValue(words, 'max-warnings')),
    baseline: baseline(lastValue(words, 'baseline'), lastValue(words, 'write-baseline')),
  };
}

function input(words: Words, paths: readonly string[]): CheckRequest['input'] {
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

function format(word: string | undefined): Format | undefined {
  const known = formats.find((each) => each === word);
  if (word !== undefined && known === undefined) throw noSuchValue('--format', word, formats);
  return known;
}

function severity({ options }: Words): ReadonlyMap<DiagnosticCode, Level> {
  const given = options.filter(({ name }) => name === 'severity').map(({ value = '' }) => value);
  return new Map(
    given.map((word): [DiagnosticCode, Level] => {
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

function maxWarnings(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,9}$/.test(word)) return Number(word);
  throw new UsageError(l10n.t('--max-warnings takes a number from 0, not "{0}".', word));
}

function baseline(used: string | undefined, written: string | undefined): CheckRequest['baseline'] {
  if (used !== undefined && written !== undefined) throw notBoth('--baseline', '--write-baseline');
  if (written !== undefined) return { kind: 'write', file: written };
  return used === undefined ? { kind: 'none' } : { kind: 'use', file: used };
}

function noSuchValue(option: string, word: string, words: readonly string[]): UsageError {
  return new UsageError(l10n.t('{0} does not know "{1}".', option, word), insteadText(word, words));
}

function notBoth(one: string, other: string): UsageError {
  return new UsageError(l10n.t('{0} and {1} cannot be given together.', one, other));
}

function notWithout(option: string, other: string): UsageError {
  return new UsageError(l10n.t('{0} goes only with {1}.', option, other));
}
