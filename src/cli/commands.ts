import * as l10n from '@vscode/l10n';
import { listed } from '../core/texts/sentences.ts';
import {
  type OptionName,
  ORG_OPTIONS,
  refuseUnknownLanguage,
  refuseWrongOptions,
  UsageError,
  type Words,
} from './commandLine.ts';
import { insteadText } from './insteadText.ts';

/** A command: what it is called, and which options it takes besides those of all. */
type CommandRow = {
  /** One word or two. */
  readonly name: string;
  readonly options: readonly OptionName[];
};

/** Every command there is. What each is for stands in `help/commandHelp.ts`, what does it in `load.ts`; a test calls each of them. */
export const commands = [
  {
    name: 'check',
    options: [
      'format',
      'severity',
      'max-warnings',
      'fix',
      'stdin',
      'stdin-filename',
      'baseline',
      'write-baseline',
      ...ORG_OPTIONS,
    ],
  },
  {
    name: 'clients list',
    options: ['format', ...ORG_OPTIONS],
  },
  {
    name: 'clients show',
    options: ['format', ...ORG_OPTIONS],
  },
  {
    name: 'clients report',
    options: ['format', 'depth', 'compare', ...ORG_OPTIONS],
  },
  {
    name: 'clients right-size',
    options: ['format', 'region', 'api-description', ...ORG_OPTIONS],
  },
  {
    name: 'privileges',
    options: ['format', 'as', 'assert', 'region', 'api-description', ...ORG_OPTIONS],
  },
  {
    name: 'doctor',
    options: ['format', 'client', 'region', 'stdin', ...ORG_OPTIONS],
  },
  {
    name: 'token-watch',
    options: ['format', 'days', 'ics', ...ORG_OPTIONS],
  },
  {
    name: 'create',
    options: ['from', 'yes', 'secret-file', 'reveal-secret', 'format', ...ORG_OPTIONS],
  },
  {
    name: 'change',
    options: ['from', 'yes', 'format', ...ORG_OPTIONS],
  },
  {
    name: 'mcp',
    options: ['read-only', 'allow-changes', ...ORG_OPTIONS],
  },
  {
    name: 'completion',
    options: [],
  },
] as const satisfies readonly CommandRow[];

/** What a command is called by. */
export type CommandName = (typeof commands)[number]['name'];

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'version' }
  /** `wanted`: somebody asked for it, and did not only leave out what to do. `of`: of one command alone. */
  | { readonly kind: 'help'; readonly wanted: boolean; readonly of: CommandName | undefined }
  /** `words`: those behind the name of the command. */
  | { readonly kind: 'run'; readonly name: CommandName; readonly words: Words };

/** What is to be done. Throws `UsageError`. */
export function readCommand(words: Words): Command {
  const isHelp = words.positionals[0] === 'help';
  const positionals = words.positionals.slice(isHelp ? 1 : 0);
  const row = positionals.length === 0 ? undefined : rowOf(positionals);
  refuseWrongOptions(words, row?.options ?? commands.flatMap(({ options }) => options), row?.name ?? 'help');
  refuseUnknownLanguage(words);
  const isAsked = (name: OptionName) => words.options.some((option) => option.name === name);
  if (isAsked('version')) return { kind: 'version' };
  if (isAsked('help') || isHelp) return { kind: 'help', wanted: true, of: row?.name };
  if (row === undefined) return { kind: 'help', wanted: false, of: undefined };
  const rest = positionals.slice(row.name.split(' ').length);
  return { kind: 'run', name: row.name, words: { ...words, positionals: rest } };
}

function rowOf([first = '', second = '']: readonly string[]): (typeof commands)[number] {
  const found = commands.find(({ name }) => name === `${first} ${second}` || name === first);
  if (found !== undefined) return found;
  const names = commands.map(({ name }) => name.split(' '));
  const followers = names.flatMap(([word = '', next]) =>
    word === first && next !== undefined ? [next] : [],
  );
  if (followers.length > 0)
    throw second === ''
      ? new UsageError(
          l10n.t('{0} needs one more word.', first),
          l10n.t('There are: {0}.', listed(followers)),
        )
      : new UsageError(
          l10n.t('There is no command "{0}".', `${first} ${second}`),
          insteadText(second, followers),
        );
  const heads = [...new Set([...names.map(([word = '']) => word), 'help'])];
  throw new UsageError(l10n.t('There is no command "{0}".', first), insteadText(first, heads));
}
