import * as l10n from '@vscode/l10n';
import { implicitGrantEnds } from '../clients/frameworkNeeds.ts';
import type { OrgAccount } from '../clients/whereabouts.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import { CALLED_DAYS } from '../platform/calledEndpoints.ts';
import { USAGE_DAYS } from '../platform/lastUse.ts';
import { LONGEST_DURATION_SECONDS } from '../procedures/duration.ts';
import type { UnusedRight } from '../report/calls.ts';
import type { RowChange } from '../report/changes.ts';
import type { ClientUse, NotRead, Part } from '../report/facts.ts';
import type { Certainty, Problem, ProblemCode } from '../report/problems.ts';
import type { Changes } from '../report/report.ts';
import type { Row, RowRole } from '../report/rows.ts';
import { differenceLines, type RoleNames } from './clientFields.ts';
import { dayText, durationText, monthText, numberText } from './duration.ts';
import { listed } from './sentences.ts';

/** What a problem is called, in a few words. */
export function problemName(code: ProblemCode): string {
  switch (code) {
    case 'insecure-redirect-uri':
      return l10n.t('Redirect URI without https');
    case 'implicit-grant':
      return l10n.t('Implicit grant');
    case 'hands-out-rights':
      return l10n.t('Can make clients or give roles');
    case 'not-used':
      return l10n.t('Not used');
    case 'unused-rights':
      return l10n.t('Scopes or roles beyond what was called');
    case 'all-divisions':
      return l10n.t('Roles in all divisions');
    case 'longest-tokens':
      return l10n.t('Longest token duration');
    case 'secret-not-renewed':
      return l10n.t('Client Secret not renewed for a year');
  }
}

/** Whether a problem is certain, in a word. */
export function certaintyName(certainty: Certainty): string {
  return certainty === 'certain' ? l10n.t('certain') : l10n.t('likely');
}

/** What is known of a problem, a sentence each. */
export function problemTexts(
  { code, certainty, of }: Problem,
  { client, use, secret }: Pick<Row, 'client' | 'use' | 'secret'>,
  language: string,
): readonly string[] {
  const named = listed(of, language);
  switch (code) {
    case 'insecure-redirect-uri':
      return [l10n.t('A login leads back over http, where others on the network can read along: {0}', named)];
    case 'implicit-grant':
      return [
        l10n.t(
          'It uses the implicit grant, which is being withdrawn, and may stop working from {0}.',
          month(language),
        ),
      ];
    case 'hands-out-rights':
      return [
        certainty === 'certain'
          ? l10n.t('With these roles it can make or change clients, or give roles: {0}', named)
          : l10n.t(
              'With these scopes whoever logs in can make or change clients, or give roles, as far as their own permissions let them: {0}',
              named,
            ),
      ];
    case 'not-used':
      return [l10n.t('It called nothing in the {0} days that were read.', daysUnused(use))];
    case 'unused-rights':
      return [
        certainty === 'certain'
          ? l10n.t('No call of the {days} days that were read needed these as they are: {rights}', {
              days: CALLED_DAYS,
              rights: named,
            })
          : l10n.t('No known call of the {days} days that were read needed these as they are: {rights}', {
              days: CALLED_DAYS,
              rights: named,
            }),
      ];
    case 'all-divisions':
      return [l10n.t('It has these roles in all divisions, those to come included: {0}', named)];
    case 'longest-tokens':
      return [longestTokensText(client.accessTokenValiditySeconds ?? 0)];
    case 'secret-not-renewed':
      return secretTexts(of[0], secret, language);
  }
}

function month(language: string): string {
  return monthText(implicitGrantEnds.existingClientsEnd, language);
}

function daysUnused({ calls }: ClientUse): number {
  return calls?.kind === 'nothing-called' ? CALLED_DAYS : USAGE_DAYS;
}

function longestTokensText(seconds: number): string {
  return seconds > LONGEST_DURATION_SECONDS
    ? l10n.t('Its tokens last {0}, which Genesys Cloud allows for SCIM alone.', durationText(seconds))
    : l10n.t(
        'Its tokens last {0}, the longest that Genesys Cloud allows but for SCIM.',
        durationText(seconds),
      );
}

function secretTexts(since: string | undefined, secret: Row['secret'], language: string): readonly string[] {
  if (secret?.kind === 'renewed')
    return [
      l10n.t('Its Client Secret was last renewed from this VS Code on {0}.', dayText(secret.at, language)),
    ];
  return [
    since === undefined
      ? l10n.t('The organization does not tell when it was made.')
      : l10n.t('It was made on {0}.', dayText(since, language)),
    l10n.t(
      'No renewal of its Client Secret is noted in this VS Code; of others, the organization does not tell.',
    ),
  ];
}

/** A scope or role in excess, with what would have been enough of it. */
export function unusedRightText({ right, instead }: UnusedRight, language: string): string {
  if (instead.length === 0) return right;
  return l10n.t('{right} ({instead} would have been enough)', { right, instead: listed(instead, language) });
}

/** When a client was last used, as far as that was read; `day` says a day. */
export function lastUseText({ last }: ClientUse, day: (day: string) => string): string {
  switch (last?.kind) {
    case undefined:
      return l10n.t('not read');
    case 'untold':
      return l10n.t('not told by the organization');
    case 'used':
      return day(last.day);
    case 'unused':
      return l10n.t('not used in the {0} days that were read', USAGE_DAYS);
  }
}

/** What its calls tell of what a client may do. */
export function callsReadText({ calls }: ClientUse, day: (day: string) => string): string {
  switch (calls?.kind) {
    case undefined:
      return l10n.t('not read');
    case 'untold':
      return l10n.t('not told by the organization');
    case 'nothing-called':
      return l10n.t('nothing in the {0} days that were read', CALLED_DAYS);
    case 'too-early':
      return l10n.t('too early to tell: made on {0}', day(calls.madeAt));
    case 'only-unknown':
      return l10n.t('something in the {0} days that were read, but what it needs is not known', CALLED_DAYS);
    case 'compared':
      return calls.isWhole
        ? l10n.t('{0} days were read', CALLED_DAYS)
        : l10n.t('{0} days were read, but what some calls need is not known', CALLED_DAYS);
  }
}

/** A role with where a client has it; IDs stand where no name could be read. */
export function roleText({ roleId, role, divisionId, division }: RowRole): string {
  const where = divisionId === ALL_DIVISIONS ? l10n.t('All divisions') : (division ?? divisionId);
  return l10n.t('{0} in {1}', role ?? roleId, where);
}

/** What became of a client since the former report, a line each; none where nothing did. */
export function changeLines(change: RowChange, names: RoleNames, language: string): readonly string[] {
  switch (change.kind) {
    case 'new':
      return [l10n.t('New')];
    case 'same':
      return [];
    case 'changed': {
      const { newProblems, solvedProblems } = change;
      const named = (codes: readonly ProblemCode[]) => listed(codes.map(problemName), language);
      return [
        ...differenceLines(change.fields, names),
        ...(newProblems.length === 0 ? [] : [l10n.t('New problems: {0}', named(newProblems))]),
        ...(solvedProblems.length === 0 ? [] : [l10n.t('Solved problems: {0}', named(solvedProblems))]),
      ];
    }
  }
}

/** What changed since the former report, a line each. */
export function changesLines(changes: Changes, language: string): readonly string[] {
  const number = (value: number) => numberText(value, language);
  return [
    l10n.t('New clients: {0}', number(changes.added)),
    l10n.t('Changed clients: {0}', number(changes.changed)),
    l10n.t('Clients that are gone: {0}', number(changes.gone)),
    l10n.t('New problems: {0}', number(changes.newProblems)),
    l10n.t('Solved problems: {0}', number(changes.solvedProblems)),
  ];
}

/** What could not be read, and why. */
export function notReadText({ what, why }: NotRead): string {
  return `${partName(what)}: ${why}`;
}

function partName(part: Part): string {
  switch (part) {
    case 'list':
      return l10n.t('The list of clients, which is an older one');
    case 'roles':
      return l10n.t('Names of roles, and what they hold');
    case 'divisions':
      return l10n.t('Names of divisions');
    case 'operations':
      return l10n.t('What the operations of the API ask for');
    case 'last-use':
      return l10n.t('When clients were last used');
    case 'calls':
      return l10n.t('What clients called');
  }
}

/** What the file of a report is called, without its ending, on any system; the name of an org may have whatever it likes. */
export function reportName({ orgName }: Pick<OrgAccount, 'orgName'>, now: Date): string {
  const plain = orgName.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, '0'));
  const day = `${now.getFullYear()}-${month}-${date}`;
  return ['oauth-clients', [...plain].slice(0, 60).join(''), day].filter((part) => part !== '').join('-');
}
