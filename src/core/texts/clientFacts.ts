import * as l10n from '@vscode/l10n';
import { implicitGrantEnds } from '../clients/implicitGrant.ts';
import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';
import { clientStateName } from './clientFields.ts';
import { monthText } from './duration.ts';
import { placeOf } from './regions.ts';
import { grantTypeName } from './steps.ts';

/** The grant type of a client in a few words; for an implicit one with the month from which it may work no more (rule G9). */
export function clientGrantText({ authorizedGrantType }: OAuthClient, language: string): string {
  const grant = GrantType.safeParse(authorizedGrantType);
  if (!grant.success) return authorizedGrantType ?? l10n.t('unknown grant type');
  if (grant.data !== 'TOKEN') return grantTypeName(grant.data);
  return l10n.t('{grant}, ending {month}', {
    grant: grantTypeName(grant.data),
    month: monthText(implicitGrantEnds.existingClientsEnd, language),
  });
}

/** Which client this is, beyond its name, a line each; `region` is a domain. */
export function clientPlaceLines(
  id: string,
  { orgName, region }: { readonly orgName: string; readonly region: string },
): readonly string[] {
  return [l10n.t('Client ID: {0}', id), l10n.t('Organization: {0}, {1}', orgName, placeOf(region))];
}

/** The state of a client; undefined for the usual one. */
export function unusualStateText({ state = 'active' }: OAuthClient): string | undefined {
  return state === 'active' ? undefined : clientStateName(state);
}

/** How long ago something was (both in milliseconds since 1970): "3 minutes ago". */
export function agoText(then: number, now: number, language: string): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), 'minute');
  return seconds < 86_400
    ? format.format(-Math.round(seconds / 3600), 'hour')
    : format.format(-Math.round(seconds / 86_400), 'day');
}
