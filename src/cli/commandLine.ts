import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { inOneText, listed } from '../core/texts/sentences.ts';
import { insteadText } from './insteadText.ts';
import type { ExitCode, Io } from './io.ts';
import { isLanguage, type Language, languages } from './language.ts';

/** The command line cannot be understood; the message says to the person who typed it why, and what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(...sentences: readonly string[]) {
    super(inOneText(sentences));
  }
}

/** By its name: what is loaded later may have come another way, with a class of its own. */
export function isNamed(error: unknown, name: 'UsageError' | 'CommandFailure'): error is Error {
  return error instanceof Error && error.name === name;
}

/** What stands in a command line, in the words of the person. */
export type Words = {
  readonly positionals: readonly string[];
  readonly options: readonly { readonly name: string; readonly value: string | undefined }[];
};

/** Each option of any command, and what it takes. Which command takes which stands in its row (`commands.ts`). */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  org: { type: 'string', multiple: true },
  orgs: { type: 'string', multiple: true },
  practice: { type: 'boolean' },
  region: { type: 'string' },
  'api-description': { type: 'string' },
  as: { type: 'string' },
  assert: { type: 'string' },
  client: { type: 'string' },
  depth: { type: 'string' },
  compare: { type: 'string' },
  days: { type: 'string' },
  ics: { type: 'string' },
  format: { type: 'string' },
  severity: { type: 'string', multiple: true },
  'max-warnings': { type: 'string' },
  fix: { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  from: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  'secret-file': { type: 'string' },
  'reveal-secret': { type: 'boolean' },
  'read-only': { type: 'boolean' },
  'allow-changes': { type: 'boolean' },
} as const;
export type OptionName = keyof typeof OPTIONS;

/** What every command takes that looks into orgs (`orgs/orgs.ts`). */
export const ORG_OPTIONS = ['org', 'orgs', 'practice'] as const satisfies readonly OptionName[];

/** What every command takes. */
export const COMMON: readonly OptionName[] = ['help', 'version', 'lang'];

/** It cannot be done; the message says to the person what happened, why, and what to do next. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** What a command is asked: the words behind its name, and what it has of the world. */
export type Asked = { readonly io: Io; readonly words: Words; readonly language: Language };

/**
 * Does what a command is for, and says what the process ends with. Throws `UsageError` before it has done anything, and
 * `CommandFailure` where there is nothing to answer.
 */
export type Run = (asked: Asked) => Promise<ExitCode>;

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
export function lastValue({ options }: Words, name: OptionName): string | undefined {
  return options.findLast((option) => option.name === name)?.value;
}

/** All values that an option was given, in their order. */
export function allValues({ options }: Words, name: OptionName): readonly string[] {
  return options.flatMap((option) => (option.name === name ? [option.value ?? ''] : []));
}

export function has({ options }: Words, name: OptionName): boolean {
  return options.some((option) => option.name === name);
}

/** Refuses what no command takes, what this one does not, and what has no value or one too many. Throws `UsageError`. */
export function refuseWrongOptions({ options }: Words, taken: readonly OptionName[], command: string): void {
  for (const option of options) refuseWrong(option, [...taken, ...COMMON], command);
}

function refuseWrong(
  { name, value }: Words['options'][number],
  taken: readonly OptionName[],
  command: string,
): void {
  const known = optionOf(name);
  const dashed = taken.map((each) => `--${each}`);
  if (known === undefined) {
    const dashes = name.length === 1 ? '-' : '--';
    throw new UsageError(l10n.t('There is no option {0}.', dashes + name), insteadText(`--${name}`, dashed));
  }
  if (!taken.includes(known))
    throw new UsageError(
      l10n.t('{0} does not go with {1}.', `--${known}`, command),
      l10n.t('There are: {0}.', listed(dashed)),
    );
  const { type } = OPTIONS[known];
  if (type === 'boolean' && value !== undefined)
    throw new UsageError(l10n.t('{0} takes no value.', `--${name}`));
  // What looks like the next option is one: the value was forgotten.
  if (type === 'string' && (value === undefined || value === '' || /^--?[a-z]/.test(value)))
    throw new UsageError(l10n.t('{0} needs a value.', `--${name}`));
}

/** The option of that name, without its dashes; undefined where there is none. */
export function optionOf(name: string): OptionName | undefined {
  const all: readonly string[] = Object.keys(OPTIONS);
  const isOption = (word: string): word is OptionName => all.includes(word);
  return isOption(name) ? name : undefined;
}

/** The last value of an option that takes one of these words. Throws `UsageError` for another one. */
export function oneOf<Word extends string>(
  words: Words,
  option: OptionName,
  known: readonly Word[],
): Word | undefined {
  const given = lastValue(words, option);
  const word = known.find((each) => each === given);
  if (given !== undefined && word === undefined) throw noSuchValue(`--${option}`, given, known);
  return word;
}

/** A whole number from 0. Throws `UsageError` for anything else. */
export function wholeNumber(words: Words, option: OptionName): number | undefined {
  const word = lastValue(words, option);
  if (word === undefined) return undefined;
  if (/^\d{1,9}$/.test(word)) return Number(word);
  throw new UsageError(l10n.t('{0} takes a number from 0, not "{1}".', `--${option}`, word));
}

/** The words behind a command that takes none. Throws `UsageError` where there are some. */
export function refuseMoreWords({ positionals: [word] }: Words): void {
  if (word !== undefined) throw new UsageError(l10n.t('"{0}" is one word too many.', word));
}

/** Throws `UsageError` where a language is asked for that there is not. */
export function refuseUnknownLanguage(words: Words): void {
  const lang = lastValue(words, 'lang');
  if (lang !== undefined && !isLanguage(lang)) throw noSuchValue('--lang', lang, languages);
}

export function noSuchValue(option: string, word: string, words: readonly string[]): UsageError {
  return new UsageError(l10n.t('{0} does not know "{1}".', option, word), insteadText(word, words));
}

export function notBoth(one: string, other: string): UsageError {
  return new UsageError(l10n.t('{0} and {1} cannot be given together.', one, other));
}

export function notWithout(option: string, other: string): UsageError {
  return new UsageError(l10n.t('{0} goes only with {1}.', option, other));
}
