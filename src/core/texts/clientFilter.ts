import * as l10n from '@vscode/l10n';
import type { Arrangement, ClientFilter, GrantKind, StateKind, UseKind } from '../clients/filter.ts';
import { USAGE_DAYS } from '../platform/lastUse.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { grantTypeName } from './steps.ts';

/** By what clients are grouped. */
export function arrangementName(by: Arrangement): string {
  switch (by) {
    case 'grant':
      return l10n.t('By grant type');
    case 'state':
      return l10n.t('By state');
    case 'use':
      return l10n.t('By last use, the longest ago first');
    case 'maker':
      return l10n.t('By who made them');
  }
}

export function grantKindName(kind: GrantKind): string {
  return kind === 'other-grant' ? l10n.t('Other grant types') : grantTypeName(kind);
}

export function stateKindName(kind: StateKind): string {
  switch (kind) {
    case 'active':
      return l10n.t('Active');
    case 'not-active':
      return l10n.t('Not active');
    case 'waiting':
      return l10n.t('Waiting to be deleted');
    case 'other-state':
      return l10n.t('In another state');
  }
}

export function useKindName(kind: UseKind): string {
  switch (kind) {
    case 'unused':
      return l10n.t('Not used in the {0} days that were read', USAGE_DAYS);
    case 'used':
      return l10n.t('Used in the last {0} days', USAGE_DAYS);
    case 'not-asked':
      return l10n.t('Last use not asked yet');
    case 'untold':
      return l10n.t('The organization does not tell the last use');
  }
}

/** Who made a client, by name where the org tells it. */
export function makerName(maker: NonNullable<OAuthClient['createdBy']> | undefined): string {
  if (maker?.name !== undefined && maker.name !== '') return l10n.t('Made by {0}', maker.name);
  return maker?.id === undefined || maker.id === ''
    ? l10n.t('Nobody knows who made them')
    : l10n.t('Made by {0}', maker.id);
}

/** What is shown of the clients, in a line; `makers` are the names of those who made them, by their IDs. */
export function filterText(
  { attention, grants, states, uses, makers }: ClientFilter,
  names: ReadonlyMap<string, string>,
): string {
  const parts = [
    ...(attention ? [l10n.t('Need attention')] : []),
    ...grants.map(grantKindName),
    ...states.map(stateKindName),
    ...uses.map(useKindName),
    ...makers.map((id) => makerName({ id, name: names.get(id) ?? '' })),
  ];
  return l10n.t('Only: {0}', parts.join(' · '));
}
