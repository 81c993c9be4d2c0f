import * as l10n from '@vscode/l10n';
import { type Concern, type ListedClient, weightOf } from '../clients/concerns.ts';
import { stateKindOf, useKindOf } from '../clients/filter.ts';
import type { Shortcoming } from '../clients/forFramework.ts';
import type { GroupId } from '../clients/groups.ts';
import { dayOfDeletion } from '../clients/usable.ts';
import { USAGE_DAYS } from '../platform/lastUse.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { clientGrantText, unusualStateText } from './clientFields.ts';
import { grantKindName, makerName, stateKindName, useKindName } from './clientFilter.ts';
import { clientName } from './clientName.ts';
import { changedElsewhereText, changedSinceText } from './drift.ts';
import { dayFromTodayText, fromTodayText } from './duration.ts';
import { implicitGrantEndText } from './implicitGrant.ts';
import { listed } from './sentences.ts';
import { severityText } from './severity.ts';

/** What the clients of a group have in common, as its heading; `first` is one of them. */
export function groupName(group: GroupId, first?: Told): string {
  switch (group) {
    case 'attention':
      return l10n.t('Need attention');
    case 'not-active':
      return l10n.t('Not active');
    case 'other-grant':
    case 'CLIENT-CREDENTIALS':
    case 'CODE':
    case 'TOKEN':
    case 'SAML2-BEARER':
      return grantKindName(group);
    case 'state active':
    case 'state not-active':
    case 'state waiting':
    case 'state other-state':
      return first === undefined ? '' : stateKindName(stateKindOf(first.client));
    case 'use unused':
    case 'use used':
    case 'use not-asked':
    case 'use untold':
      return first === undefined ? '' : useKindName(useKindOf(first));
    default:
      return makerName(first?.client.createdBy ?? undefined);
  }
}

/** What is to be looked after, in a few words that begin with what matters. */
export function concernText(concern: Concern, now: Date, language: string): string {
  switch (concern.kind) {
    case 'implicit-grant':
      return implicitText(now, language);
    case 'changed-elsewhere':
      return changedSinceText(concern.since, language);
    case 'token': {
      const when = fromTodayText(new Date(concern.endsAt), now, language);
      return concern.standing === 'expired'
        ? l10n.t('token ended {0}', when)
        : l10n.t('token ends {0}', when);
    }
    case 'deletion':
      return l10n.t('deleted {0}, inactive', fromTodayText(new Date(concern.endsAt), now, language));
    case 'shortcoming':
      return shortcomingText(concern.lack.code, now, language);
  }
}

/** What a client lacks for the Embeddable Framework, in a few words. */
export function shortcomingText(code: Shortcoming['code'], now: Date, language: string): string {
  switch (code) {
    case 'client-not-active':
      return l10n.t('not active, but used');
    case 'client-wrong-grant':
      return l10n.t('grant type does not suit framework.js');
    case 'implicit-grant-ending':
      return implicitText(now, language);
    case 'inexact-redirect-uri':
      return l10n.t('redirect URI written in another way');
    case 'missing-redirect-uri':
      return l10n.t('redirect URI missing');
    case 'missing-scope':
      return l10n.t('scope missing');
  }
}

function implicitText(now: Date, language: string): string {
  return l10n.t('implicit, {0}', implicitGrantEndText(now, language));
}

/** The same in a line, with the file that it is about. */
export function concernLine(concern: Concern, now: Date, language: string): string {
  const text = concernText(concern, now, language);
  if (concern.kind === 'implicit-grant') return text;
  if (concern.kind === 'changed-elsewhere')
    return changedElsewhereText(concern.fields, concern.since, language);
  const { path, line } = concern.at;
  return l10n.t('{problem} ({path}, line {line})', { problem: text, path, line });
}

type Told = Pick<ListedClient, 'client' | 'concerns' | 'use'>;

/** What stands behind a client's name in a list: what matters most about it, or else what it is like. */
export function clientRowText({ client, concerns, use }: Told, now: Date, language: string): string {
  const [worst, ...others] = concerns;
  if (worst === undefined)
    return [
      deletionText(client, now, language) ?? unusualStateText(client),
      use && useText(use, now, language),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  const text = concernText(worst, now, language);
  return others.length === 0 ? text : l10n.t('{0} and {1} more', text, others.length);
}

/** When a client was last used, in a few words; nothing where the org does not tell. */
export function useText(use: NonNullable<Told['use']>, now: Date, language: string): string {
  switch (use.kind) {
    case 'used':
      return l10n.t('used {0}', dayFromTodayText(use.day, now, language));
    case 'unused':
      return l10n.t('not used in the {0} days that were read', USAGE_DAYS);
    case 'untold':
      return '';
  }
}

/** When the org deletes a client by itself, where it says so. */
function deletionText(client: OAuthClient, now: Date, language: string): string | undefined {
  const day = dayOfDeletion(client);
  return day && l10n.t('deleted {0}, inactive', fromTodayText(new Date(day), now, language));
}

/** The same for somebody who does not see the icon. */
export function clientRowLabel(row: Told, now: Date, language: string): string {
  const { client, concerns } = row;
  const [worst] = concerns;
  const weight = worst === undefined ? undefined : severityText(weightOf(worst));
  const parts = [
    clientName(client),
    weight,
    clientRowText(row, now, language),
    clientGrantText(client, language),
  ];
  return listed(
    parts.flatMap((part) => part || []),
    language,
  );
}
