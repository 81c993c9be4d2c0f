import * as l10n from '@vscode/l10n';
import type { ClientChange } from '../clients/change.ts';
import { type ClientFate, type Fate, isDone, type SeveralAction } from '../operations/severalClients.ts';
import type { ClientRecord } from '../platform/clientRecord.ts';
import {
  changedText,
  deletedText,
  failedChangeText,
  notDeletedText,
  refusedChangeText,
  uncertainChangeText,
  unexpectedChangeText,
} from './clientChanges.ts';
import { clientName, differenceLines } from './clientFields.ts';
import { numberText } from './duration.ts';
import type { FailureText } from './failures.ts';
import { platformErrorText } from './failures.ts';
import { nameIn, severalTitle } from './severalClients.ts';

/** What was done with each client of an action, or read of it. */
export type ReportedAction = SeveralAction | { readonly kind: 'read' };

/** In one sentence what stands after an action on several clients. */
export function severalSummary(fates: readonly ClientFate[], language: string): string {
  const done = fates.filter(({ fate }) => isDone(fate)).length;
  const count = (value: number) => numberText(value, language);
  const open = fates.length - done;
  if (open === 0)
    return done === 1 ? l10n.t('1 client is done.') : l10n.t('All {0} clients are done.', count(done));
  return l10n.t('{done} of {all} clients are done. The report says what stands for each.', {
    done: count(done),
    all: count(fates.length),
  });
}

/** What stands for each client, as a text to read and keep: no secret is in it. */
export function severalReport(
  fates: readonly ClientFate[],
  action: ReportedAction,
  now: Date,
  language: string,
): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(now);
  const begun = fates.filter(({ fate }) => fate.kind !== 'not-begun');
  const parts = [
    { heading: l10n.t('Done'), fates: begun.filter(({ fate }) => isDone(fate)) },
    { heading: l10n.t('Not done'), fates: begun.filter(({ fate }) => !isDone(fate)) },
    { heading: l10n.t('Not begun'), fates: fates.filter(({ fate }) => fate.kind === 'not-begun') },
  ].filter((part) => part.fates.length > 0);
  return [
    `${severalTitle(action)} · ${when}`,
    ...parts.flatMap(({ heading, fates }) => [
      '',
      `${heading} (${numberText(fates.length, language)})`,
      ...fates.flatMap((each) => lines(each, action, language)),
    ]),
    '',
  ].join('\n');
}

function lines({ found, fate }: ClientFate, action: ReportedAction, language: string): readonly string[] {
  const told = fateLines(clientName(found.client), fate, action, found.client, language);
  return [`• ${nameIn(found)} · ${found.client.id}`, ...told.map((line) => `  ${line.replace(/\s+/g, ' ')}`)];
}

/** Why one client alone could not be done with, where that is a failure. */
export function failureOf({ found, fate }: ClientFate, action: ReportedAction): FailureText | undefined {
  return fate.kind === 'failed' ? failedText(clientName(found.client), fate, action) : undefined;
}

function fateLines(
  name: string,
  fate: Fate,
  action: ReportedAction,
  before: Pick<ClientRecord, 'name' | 'dateToDelete'>,
  language: string,
): readonly string[] {
  switch (fate.kind) {
    case 'read':
      return [l10n.t('The client "{0}" was read.', name)];
    case 'changed':
      return fate.unexpected.length > 0
        ? failureLines(unexpectedChangeText(name, fate.unexpected))
        : [changedText(changesOf(action), { ...before, name })];
    case 'unchanged':
      return [l10n.t('The client "{0}" is already as it should be.', name)];
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return [deletedText(name, fate, language)];
    case 'changed-meanwhile':
      return [
        l10n.t('Nothing was done with it.'),
        l10n.t('Somebody has changed the client meanwhile:'),
        ...differenceLines(fate.differences),
      ];
    case 'refused':
      return failureLines(refusedChangeText(name, fate.refusal));
    case 'uncertain':
      return failureLines(uncertainChangeText(name, fate));
    case 'failed':
      return failureLines(failedText(name, fate, action));
    case 'not-begun':
      return fate.error.kind === 'cancelled'
        ? [l10n.t('You cancelled before it.')]
        : failureLines(platformErrorText(l10n.t('Nothing was sent for it.'), fate.error));
  }
}

function failedText(
  name: string,
  { error, left }: Extract<Fate, { kind: 'failed' }>,
  { kind }: ReportedAction,
): FailureText {
  switch (kind) {
    case 'read':
      return platformErrorText(l10n.t('The client "{0}" could not be read.', name), error);
    case 'delete':
      return notDeletedText(name, { error, left: left ?? 'as-it-was' });
    default:
      return failedChangeText(name, error);
  }
}

function changesOf(action: ReportedAction): readonly ClientChange[] {
  return action.kind === 'read' || action.kind === 'delete' ? [] : [action];
}

function failureLines({ what, why, next, details }: FailureText): readonly string[] {
  return [what, why, next, ...details];
}
