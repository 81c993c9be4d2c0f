import * as l10n from '@vscode/l10n';
import type { FieldDifference } from '../clients/difference.ts';
import { GrantType } from '../platform/oauthClients.ts';
import { durationText } from './duration.ts';
import { grantTypeName } from './steps.ts';

/** What a change does to a client, a line for each value: those that join a list, those that leave it, the rest. */
export function differenceLines(differences: readonly FieldDifference[]): string[] {
  return differences.flatMap((difference) => {
    const name = fieldName(difference.field);
    if (difference.kind === 'value') {
      const { field, before, after } = difference;
      return [`${name}: ${valueText(field, before)} → ${valueText(field, after)}`];
    }
    return [
      ...difference.added.map((each) => `${name}: + ${each}`),
      ...difference.removed.map((each) => `${name}: − ${each}`),
    ];
  });
}

/** The name of a grant type; one that nobody here knows as the API calls it. */
export function anyGrantTypeName(grantType: string | undefined): string {
  const known = GrantType.safeParse(grantType);
  return known.success ? grantTypeName(known.data) : (grantType ?? l10n.t('unknown'));
}

/** The state of a client; one without any is active (Genesys facts 1.2). */
export function clientStateName(state: string | undefined): string {
  switch (state) {
    case 'active':
    case undefined:
      return l10n.t('active');
    case 'disabled':
      return l10n.t('disabled');
    case 'inactive':
      return l10n.t('inactive, waiting to be deleted');
    default:
      return state;
  }
}

/** A field as on Genesys Cloud's admin page; one that nobody here knows as the API calls it. */
function fieldName(field: string): string {
  switch (field) {
    case 'name':
      return l10n.t('App Name');
    case 'description':
      return l10n.t('Description');
    case 'accessTokenValiditySeconds':
      return l10n.t('Token Duration');
    case 'authorizedGrantType':
      return l10n.t('Grant Type');
    case 'registeredRedirectUri':
      return l10n.t('Authorized Redirect URIs');
    case 'scope':
      return l10n.t('Scopes');
    case 'state':
      return l10n.t('State');
    default:
      return field;
  }
}

function valueText(field: string, value: string | undefined): string {
  if (field === 'state') return clientStateName(value);
  if (value === undefined) return l10n.t('nothing');
  if (field === 'authorizedGrantType') return anyGrantTypeName(value);
  return field === 'accessTokenValiditySeconds' ? durationText(Number(value)) : value;
}
