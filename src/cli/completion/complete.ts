import { diagnostics } from '../../core/findings/catalogue.ts';
import { levels } from '../../core/findings/chosenSeverity.ts';
import { COMMON, type OptionName, optionOf } from '../commandLine.ts';
import { commands } from '../commands.ts';
import { commandHelp } from '../help/commandHelp.ts';
import { optionHelp } from '../help/optionHelp.ts';
import { shells } from './scripts.ts';

/** A word that can stand where the cursor is, and what it means; empty where the word says it. */
export type Candidate = readonly [word: string, meaning: string];

/** What can be typed: one of these words, or a file. */
export type Completion =
  | { readonly kind: 'words'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'files' };

type Row = (typeof commands)[number];

const FILES: Completion = { kind: 'files' };

/** What can be typed at the end of a line that begins with the name of this program. */
export function complete(line: string): Completion {
  const [, ...typed] = line.trimStart().split(/\s+/);
  const current = typed.at(-1) ?? '';
  const before = typed.slice(0, -1);
  if (before.includes('--')) return FILES;
  const names = before.filter((word, index) => !word.startsWith('-') && !isValue(before, index));
  const row = commands.find(({ name }) => `${names.join(' ')} `.startsWith(`${name} `));
  const waiting = optionNeedingValue(before.at(-1));
  if (waiting !== undefined) return valuesFor(waiting, row, current, '');
  const [, assigned, value] = /^--([a-z-]+)=(.*)$/.exec(current) ?? [];
  if (assigned !== undefined && value !== undefined) {
    const option = optionOf(assigned);
    return option === undefined ? words([], current) : valuesFor(option, row, value, `--${option}=`);
  }
  if (current.startsWith('-')) return words(optionsOf(row, before), current);
  return row === undefined ? words(commandWords(names), current) : positionals(row, current);
}

/** Whether a word stands behind an option that takes it. */
function isValue(typed: readonly string[], index: number): boolean {
  return optionNeedingValue(typed[index - 1]) !== undefined;
}

function optionNeedingValue(word = ''): OptionName | undefined {
  const option = word.startsWith('--') ? optionOf(word.slice(2)) : undefined;
  return option === undefined || placeholderOf(option) === undefined ? undefined : option;
}

/** What an option takes, as the help has it, such as FILE or en|ja; undefined where it takes nothing. */
function placeholderOf(option: OptionName): string | undefined {
  return /^--[a-z-]+ (\S+)$/.exec(optionHelp[option]()[0])?.[1];
}

function valuesFor(option: OptionName, row: Row | undefined, current: string, prefix: string): Completion {
  const value = placeholderOf(option) ?? '';
  if (value === 'FILE' || value === 'PATH') return FILES;
  return words(
    wordsFor(value, row, current).map((word): Candidate => [`${prefix}${word}`, '']),
    `${prefix}${current}`,
  );
}

/** The words for what an option takes; none where only the person knows what it is to be. */
function wordsFor(value: string, row: Row | undefined, current: string): readonly string[] {
  switch (value) {
    case 'FORM':
      return row === undefined ? [] : commandHelp[row.name]().forms;
    case 'CODE=LEVEL': {
      const [, code] = /^([^=]+)=/.exec(current) ?? [];
      return code === undefined
        ? Object.keys(diagnostics).map((each) => `${each}=`)
        : levels.map((level) => `${code}=${level}`);
    }
    default:
      return value.includes('|') ? value.split('|') : [];
  }
}

function optionsOf(row: Row | undefined, before: readonly string[]): readonly Candidate[] {
  const taken: readonly OptionName[] = [...(row?.options ?? []), ...COMMON];
  const isThere = (name: OptionName) =>
    before.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return taken
    .filter((name) => name === 'severity' || !isThere(name))
    .map((name): Candidate => [`--${name}`, optionHelp[name]()[1]]);
}

/** The words that can follow in the name of a command: the first one or, behind it, the second. */
function commandWords(names: readonly string[]): readonly Candidate[] {
  const [first, ...more] = names[0] === 'help' ? names.slice(1) : names;
  const known = commands.map(({ name }) => ({
    words: name.split(' '),
    summary: commandHelp[name]().summary,
  }));
  if (more.length > 0) return [];
  if (first !== undefined)
    return known.flatMap(({ words: [head, next], summary }): Candidate[] =>
      head === first && next !== undefined ? [[next, summary]] : [],
    );
  const heads = new Map(
    known.map(({ words: [head = '', next], summary }) => [head, next === undefined ? summary : '']),
  );
  return [...heads, ...(names[0] === 'help' ? [] : [['help', optionHelp.help()[1]] as const])];
}

function positionals({ name }: Row, current: string): Completion {
  return name === 'completion'
    ? words(
        shells.map((shell): Candidate => [shell, '']),
        current,
      )
    : FILES;
}

function words(candidates: readonly Candidate[], current: string): Completion {
  return { kind: 'words', candidates: candidates.filter(([word]) => word.startsWith(current)) };
}
