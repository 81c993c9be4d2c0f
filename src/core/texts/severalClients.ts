import * as l10n from '@vscode/l10n';
import type { Refusal } from '../clients/change.ts';
import type { DeletionFate } from '../clients/usable.ts';
import type { FoundClient } from '../clients/whereabouts.ts';
import type { SeveralAction, SeveralProgress } from '../operations/severalClients.ts';
import type { ClientOutlook, LeftAlone, Outlook } from '../operations/severalOutlook.ts';
import { adviceOnRefusal, changeMeaning, changeRisk } from './clientChanges.ts';
import { clientStateName } from './clientFields.ts';
import { clientName } from './clientName.ts';
import { dayText, numberText } from './duration.ts';
import { ownSignInEnds } from './ownClient.ts';
import { listed } from './sentences.ts';

/** More names than this are no list that anybody reads in a dialog. */
const MOST_NAMES = 20;

/** What the person is asked before the same is done with several clients, and what they click to agree. */
export type SeveralQuestion = {
  readonly question: string;
  readonly lines: readonly string[];
  readonly action: string;
};

/** A client that somebody (their accounts) is signed in with here. */
export type OwnSignIn = { readonly found: FoundClient; readonly accounts: readonly string[] };

/**
 * Says which clients an action would make what of, and which it leaves alone and why. `own` are those among them that
 * somebody is signed in with here.
 */
export function severalQuestion(
  outlooks: readonly ClientOutlook[],
  action: SeveralAction,
  own: readonly OwnSignIn[],
  language: string,
): SeveralQuestion {
  const of = (is: (outlook: Outlook) => boolean) =>
    outlooks.filter(({ outlook }) => is(outlook)).map(({ found }) => nameIn(found));
  const deleted = (when: DeletionFate) =>
    of((outlook) => outlook.kind === 'deleted' && outlook.when === when);
  const count = outlooks.filter(({ outlook }) => outlook.kind !== 'left-alone').length;
  const sections = [
    section(
      changedHeading(action),
      of(({ kind }) => kind === 'changed'),
    ),
    section(
      l10n.t('Restored, because they wait to be deleted:'),
      of(({ kind }) => kind === 'restored'),
    ),
    section(l10n.t('Younger than 30 days, so deleted at once and for good:'), deleted('at-once')),
    section(l10n.t('Older than 30 days, so kept, inactive, for 7 days:'), deleted('in-a-week')),
    section(
      l10n.t('Of an age that is not known, so deleted at once and for good, or kept, inactive, for 7 days:'),
      deleted('unknown'),
    ),
    ...own.map(({ found, accounts }) => [
      l10n.t('Attention: {0}', nameIn(found)),
      ...ownSignInEnds(accounts, found.org.orgName),
    ]),
    section(l10n.t('Left alone:'), leftAloneLines(outlooks, language)),
    meaning(action, language),
  ].filter((lines) => lines.length > 0);
  return {
    ...asked(action, numberText(count, language), count === 1),
    lines: sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
  };
}

function asked(action: SeveralAction, count: string, isOne: boolean) {
  switch (action.kind) {
    case 'deactivate':
      return {
        question: isOne ? l10n.t('Deactivate 1 client?') : l10n.t('Deactivate {0} clients?', count),
        action: isOne ? l10n.t('Deactivate client') : l10n.t('Deactivate {0} clients', count),
      };
    case 'activate':
      return {
        question: isOne ? l10n.t('Activate 1 client?') : l10n.t('Activate {0} clients?', count),
        action: isOne ? l10n.t('Activate client') : l10n.t('Activate {0} clients', count),
      };
    case 'delete':
      return {
        question: isOne ? l10n.t('Delete 1 client?') : l10n.t('Delete {0} clients?', count),
        action: isOne ? l10n.t('Delete client') : l10n.t('Delete {0} clients', count),
      };
    case 'add-redirect-uris':
      return {
        question: isOne
          ? l10n.t('Add a redirect URI to 1 client?')
          : l10n.t('Add a redirect URI to {0} clients?', count),
        action: isOne ? l10n.t('Change client') : l10n.t('Change {0} clients', count),
      };
  }
}

function changedHeading(action: SeveralAction): string {
  switch (action.kind) {
    case 'deactivate':
      return l10n.t('Set to inactive:');
    case 'activate':
      return l10n.t('Set to active:');
    case 'add-redirect-uris':
      return l10n.t('Get the redirect URI {0}:', listed(action.uris));
    case 'delete':
      return '';
  }
}

function section(heading: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  return [
    heading,
    ...names.slice(0, MOST_NAMES).map((name) => `• ${name}`),
    ...(more > 0 ? [l10n.t('… and {0} more', more)] : []),
  ];
}

/** Which client this is, in a line: no name of an org breaks it. */
export function nameIn({ client, org }: FoundClient): string {
  return `${clientName(client)} · ${org.orgName}`.replace(/\s+/g, ' ');
}

function meaning(action: SeveralAction, language: string): readonly string[] {
  switch (action.kind) {
    case 'delete':
      return [
        l10n.t('Everything that uses them stops working. Each is set to inactive first, then deleted.'),
      ];
    case 'deactivate':
      return [...changeMeaning(action, {}, language).slice(1), changeRisk()];
    case 'activate':
    case 'add-redirect-uris':
      return [changeRisk()];
  }
}

/** The clients that an action leaves alone, each with the reason. */
function leftAloneLines(outlooks: readonly ClientOutlook[], language: string): readonly string[] {
  return outlooks.flatMap(({ found, outlook }) =>
    outlook.kind === 'left-alone' ? [`${nameIn(found)}: ${reasonText(found, outlook.why, language)}`] : [],
  );
}

function reasonText({ client }: FoundClient, why: LeftAlone, language: string): string {
  switch (why.kind) {
    case 'as-it-is':
      return l10n.t('It is already as it should be.');
    case 'waits':
      return l10n.t('It is inactive, and will be deleted on {0}.', dayText(why.until, language));
    case 'unknown-state':
      return l10n.t('Its state is {0}, which is not known here.', clientStateName(client.state));
    case 'refused':
      return refusalText(why.refusal);
  }
}

function refusalText(refusal: Refusal): string {
  return adviceOnRefusal(refusal).why;
}

/** What is told where an action would change nothing. */
export function nothingToDoText(): string {
  return l10n.t('There is nothing to do for these clients.');
}

/** The same with the reason for each client, as a text to read: a line each, because there may be many. */
export function nothingToDoReport(outlooks: readonly ClientOutlook[], language: string): string {
  return [nothingToDoText(), '', ...leftAloneLines(outlooks, language).map((line) => `• ${line}`), ''].join(
    '\n',
  );
}

/** What the person sees while it is under way. */
export function severalTitle(action: SeveralAction | { readonly kind: 'read' }): string {
  switch (action.kind) {
    case 'deactivate':
      return l10n.t('Deactivating clients');
    case 'activate':
      return l10n.t('Activating clients');
    case 'delete':
      return l10n.t('Deleting clients');
    case 'add-redirect-uris':
      return l10n.t('Adding a redirect URI to clients');
    case 'read':
      return l10n.t('Reading clients');
  }
}

/** How far it is, and for how long an org has asked to wait. */
export function severalProgressText({ number, of, found, waitsSeconds }: SeveralProgress): string {
  if (waitsSeconds !== undefined)
    return l10n.t('{number} of {of}: {org} asks to wait {seconds} seconds', {
      number,
      of,
      org: found.org.orgName,
      seconds: waitsSeconds,
    });
  return l10n.t('{number} of {of}: {name}', { number, of, name: nameIn(found) });
}
