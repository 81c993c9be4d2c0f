import * as l10n from '@vscode/l10n';
import type { ClientChange } from '../clients/change.ts';
import { type ClientFate, type Fate, isDone, type SeveralAction } from '../operations/severalClients.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import {
  changedText,
  deletedText,
  failedChangeText,
  notDeletedText,
  refusedChangeText,
  uncertainChangeText,
  unchangedText,
  unexpectedChangeText,
} from './clientChanges.ts';
import { differenceLines } from './clientFields.ts';
import { clientName, type NamedClient } from './clientName.ts';
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
  const told = fateLines(found.client, fate, action, language);
  return [`• ${nameIn(found)} · ${found.client.id}`, ...told.map((line) => `  ${line.replace(/\s+/g, ' ')}`)];
}

/** Why one client alone could not be done with, where that is a failure. */
export function failureOf({ found, fate }: ClientFate, action: ReportedAction): FailureText | undefined {
  return fate.kind === 'failed' ? failedText(found.client, fate, action) : undefined;
}

function fateLines(
  client: OAuthClient,
  fate: Fate,
  action: ReportedAction,
  language: string,
): readonly string[] {
  switch (fate.kind) {
    case 'read':
      return [l10n.t('The client "{0}" was read.', clientName(client))];
    case 'changed':
      return fate.unexpected.length > 0
        ? failureLines(unexpectedChangeText(client, fate.unexpected))
        : [changedText(changesOf(action), client)];
    case 'unchanged':
      return [unchangedText(client)];
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return [deletedText(client, fate, language)];
    case 'changed-meanwhile':
      return [
        l10n.t('Nothing was done with it.'),
        l10n.t('Somebody has changed the client meanwhile:'),
        ...differenceLines(fate.differences),
      ];
    case 'refused':
      return failureLines(refusedChangeText(client, fate.refusal));
    case 'uncertain':
      return failureLines(uncertainChangeText(client, fate));
    case 'failed':
      return failureLines(failedText(client, fate, action));
    case 'not-begun':
      return fate.error.kind === 'cancelled'
        ? [l10n.t('You cancelled before it.')]
        : failureLines(platformErrorText(l10n.t('Nothing was sent for it.'), fate.error));
  }
}

function failedText(
  client: NamedClient,
  { error, left }: Extract<Fate, { kind: 'failed' }>,
  { kind }: ReportedAction,
): FailureText {
  switch (kind) {
    case 'read':
      return platformErrorText(l10n.t('The client "{0}" could not be read.', clientName(client)), error);
    case 'delete':
      return notDeletedText(client, { error, left: left ?? 'as-it-was' });
    default:
      return failedChangeText(client, error);
  }
}

function changesOf(action: ReportedAction): readonly ClientChange[] {
  return action.kind === 'read' || action.kind === 'delete' ? [] : [action];
}

function failureLines({ what, why, next, details }: FailureText): readonly string[] {
  return [what, why, next, ...details];
}
