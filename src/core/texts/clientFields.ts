import * as l10n from '@vscode/l10n';
import type { FieldDifference } from '../clients/difference.ts';
import type { FrameworkFit } from '../clients/forFramework.ts';
import type { IdLikeness } from '../clients/nearIds.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import { GrantType, type OAuthClient, RoleDivision } from '../platform/oauthClients.ts';
import { durationText, numberText } from './duration.ts';
import { implicitGrantEndText } from './implicitGrant.ts';
import { placeOf } from './regions.ts';
import { grantTypeName } from './steps.ts';

/** What roles and divisions are called, by their IDs; one that nobody can name stays an ID. */
export type RoleNames = { role(id: string): string; division(id: string): string };

const UNNAMED: RoleNames = { role: (id) => id, division: (id) => id };

/**
 * What a change does to a client, a line for each value: those that join a list, those that leave it, the rest. The
 * deprecated list of roles says nothing that the roles with their divisions do not.
 */
export function differenceLines(differences: readonly FieldDifference[], names = UNNAMED): string[] {
  const told = differences.some(({ field }) => field === 'roleDivisions')
    ? differences.filter(({ field }) => field !== 'roleIds')
    : differences;
  return told.flatMap((difference) => {
    const name = fieldName(difference.field);
    if (difference.kind === 'value') {
      const { field, before, after } = difference;
      return [`${name}: ${valueText(field, before)} → ${valueText(field, after)}`];
    }
    return [
      ...difference.added.map((each) => `${name}: + ${memberText(difference.field, each, names)}`),
      ...difference.removed.map((each) => `${name}: − ${memberText(difference.field, each, names)}`),
    ];
  });
}

/** A member of a list of a client in words: roles are compared as the API writes them. */
export function memberText(field: string, member: string, { role, division }: RoleNames = UNNAMED): string {
  const pair = field === 'roleDivisions' ? readRoleDivision(member) : undefined;
  if (pair === undefined) return member;
  const where = pair.divisionId === ALL_DIVISIONS ? l10n.t('All divisions') : division(pair.divisionId);
  return l10n.t('{0} in {1}', role(pair.roleId), where);
}

function readRoleDivision(member: string): RoleDivision | undefined {
  try {
    return RoleDivision.safeParse(JSON.parse(member)).data;
  } catch {
    return undefined;
  }
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
      return l10n.t('inactive');
    default:
      return state;
  }
}

/** A field as on Genesys Cloud's admin page; one that nobody here knows as the API calls it. */
export function fieldName(field: string): string {
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
    case 'roleDivisions':
    case 'roleIds':
      return l10n.t('Roles');
    case 'dateToDelete':
      return l10n.t('To be deleted');
    default:
      return field;
  }
}

/** What a field of a client is, in words. */
export function valueText(field: string, value: string | undefined): string {
  if (field === 'state') return clientStateName(value);
  if (value === undefined) return l10n.t('nothing');
  if (field === 'authorizedGrantType') return anyGrantTypeName(value);
  return field === 'accessTokenValiditySeconds' ? durationText(Number(value)) : value;
}

/** The grant type of a client in a few words; for an implicit one with the month from which it may work no more (rule G9). */
export function clientGrantText(client: OAuthClient, language: string): string {
  const grant = clientGrantName(client);
  if (client.authorizedGrantType !== 'TOKEN') return grant;
  return l10n.t('{grant}, {end}', { grant, end: implicitGrantEndText(new Date(), language) });
}

/** The same without when the implicit grant ends, where that is said beside it. */
export function clientGrantName({ authorizedGrantType }: OAuthClient): string {
  const grant = GrantType.safeParse(authorizedGrantType);
  return grant.success ? grantTypeName(grant.data) : (authorizedGrantType ?? l10n.t('unknown grant type'));
}

/** Which client this is, beyond its name, a line each; `region` is a domain. */
export function clientPlaceLines(
  id: string,
  { orgName, region }: { readonly orgName: string; readonly region: string },
): readonly string[] {
  return [l10n.t('Client ID: {0}', id), orgLine({ orgName, region })];
}

/** Which organization, in a line; `region` is a domain. */
export function orgLine({ orgName, region }: { readonly orgName: string; readonly region: string }): string {
  return l10n.t('Organization: {0}, {1}', orgName, placeOf(region));
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

/** What is known of a client, in one line: `readAt` is when that was read (ISO 8601), `now` in milliseconds since 1970. */
export function clientSummary(client: OAuthClient, readAt: string, now: number, language: string): string {
  const { accessTokenValiditySeconds: seconds, state } = client;
  return [
    clientGrantText(client, language),
    clientStateName(state),
    ...(seconds === undefined ? [] : [l10n.t('tokens last {0}', durationText(seconds))]),
    l10n.t('read {0}', agoText(Date.parse(readAt), now, language)),
  ].join(' · ');
}

/** The same in a few words, for a row of a list: what a client is like, or what keeps the framework from using it. */
export function frameworkFitWords(client: OAuthClient, fit: FrameworkFit, language: string): string {
  switch (fit) {
    case 'fits':
      return clientGrantText(client, language);
    case 'not-active':
      return l10n.t('{0}: to be activated first', clientStateName(client.state));
    case 'other-grant-type':
      return l10n.t('{0}: not for the framework', clientGrantName(client));
  }
}

/** Why a client may be the one that a file means. `language`: a BCP 47 tag. */
export function idLikenessText(likeness: IdLikeness, language: string): string {
  if (likeness.kind === 'same-start') return l10n.t('begins as the ID in the file does');
  return likeness.count === 1
    ? l10n.t('1 character differs from the ID in the file')
    : l10n.t('{0} characters differ from the ID in the file', numberText(likeness.count, language));
}

/** Why the Embeddable Framework cannot use a client as it is; undefined when it can. */
export function frameworkFitText(
  client: OAuthClient,
  fit: FrameworkFit,
  language: string,
): string | undefined {
  switch (fit) {
    case 'fits':
      return undefined;
    case 'not-active':
      return l10n.t('It must be activated first: it is {0}.', clientStateName(client.state));
    case 'other-grant-type':
      return l10n.t('The framework cannot use its grant type: {0}.', clientGrantText(client, language));
  }
}
