import * as l10n from '@vscode/l10n';
import { listed } from '../../core/texts/sentences.ts';
import { COMMON, type OptionName } from '../commandLine.ts';
import { type CommandName, commands } from '../commands.ts';
import { commandHelp } from './commandHelp.ts';
import type { CommandHelp } from './commandText.ts';
import { type Line, optionHelp } from './optionHelp.ts';

/** What can be asked, by example; what it answers, and what it ends with: of one command, or in short of all. */
export function helpText(command: CommandName | undefined): string {
  const lines = command === undefined ? ofAll() : ofOne(command, commandHelp[command]());
  return `${lines.join('\n').trimEnd()}\n`;
}

function ofAll(): readonly string[] {
  return [
    l10n.t(
      'genesys-oauth checks the OAuth clients of Genesys Cloud: in the files of a project, which needs no account, and in the organizations that it can sign in to.',
    ),
    l10n.t('It asks nothing. A secret is sent to nobody but the login host that it belongs to.'),
    '',
    ...section(
      l10n.t('Commands'),
      commands.map(({ name }): Line => [`genesys-oauth ${name}`, commandHelp[name]().summary]),
    ),
    ...section(l10n.t('Options of every command'), optionLines(COMMON)),
    ...section(l10n.t('What it ends with'), [
      ['0', l10n.t('Done, and nothing was found that has to be put right.')],
      ['1', l10n.t('Something was found that has to be put right.')],
      ['2', l10n.t('Something could not be done or looked at. What could be is told all the same.')],
    ]),
    ...section(
      l10n.t('Examples'),
      commands.flatMap(({ name }) => commandHelp[name]().examples.slice(0, 1)),
    ),
    l10n.t('More about a command: genesys-oauth COMMAND --help'),
  ];
}

function ofOne(
  name: CommandName,
  { usage, summary, notes, forms, ends, examples }: CommandHelp,
): readonly string[] {
  const row = commands.find((each) => each.name === name);
  return [
    summary,
    '',
    ...section(
      l10n.t('How to call it'),
      usage.map((words): Line => [`genesys-oauth ${name} ${words}`.trimEnd(), '']),
    ),
    ...notes.flatMap(([title, sentences]) =>
      section(
        title,
        sentences.map((sentence): Line => ['', sentence]),
      ),
    ),
    ...(forms.length === 0 ? [] : section(l10n.t('Forms of the answer'), [['', listed(forms)]])),
    ...section(l10n.t('Options'), optionLines([...(row?.options ?? []), ...COMMON])),
    ...section(l10n.t('What it ends with'), ends),
    ...section(l10n.t('Examples'), examples),
  ];
}

function optionLines(names: readonly OptionName[]): readonly Line[] {
  const noColor: Line = ['NO_COLOR', l10n.t('In the environment, with any value: no colors.')];
  return [...names.map((name) => optionHelp[name]()), noColor];
}

function section(title: string, lines: readonly Line[]): readonly string[] {
  return [title, ...lines.flatMap(([what, meaning]) => entry(what, meaning)), ''];
}

/** A meaning stands below what it is of: both are long, and in Japanese nothing stands in columns. */
function entry(what: string, meaning: string): readonly string[] {
  if (what === '') return [`  ${meaning}`];
  return meaning === '' ? [`  ${what}`] : [`  ${what}`, `      ${meaning}`];
}
