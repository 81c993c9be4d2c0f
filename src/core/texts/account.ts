import * as l10n from '@vscode/l10n';
import type { Caller, OrgFacts } from '../procedures/context.ts';
import { lackingScopes } from '../signIn/scopes.ts';
import { momentText } from './duration.ts';
import { placeOf } from './regions.ts';
import { listed } from './sentences.ts';

/** Who is signed in, to which org, and with what; one fact a line, in the reader's language (BCP 47 tag). */
export function accountFacts(org: OrgFacts, language: string): string[] {
  const lacking =
    org.tokenScopes.kind === 'known' && org.caller.kind !== 'client'
      ? lackingScopes(org.tokenScopes.value)
      : [];
  return [
    callerText(org.caller),
    org.practice
      ? l10n.t('{0} (practice), {1}', org.name, placeOf(org.region))
      : `${org.name}, ${placeOf(org.region)}`,
    ...permissionFact(org.caller),
    ...rolesFact(org.caller),
    ...(lacking.length === 0 ? [] : [l10n.t('The token lacks: {0}', listed(lacking))]),
    ...(org.hipaa === true ? [l10n.t('HIPAA is on: tokens end after 15 idle minutes.')] : []),
    ...(org.tokenEndsAt === undefined
      ? []
      : [l10n.t('The token ends {0}.', momentText(org.tokenEndsAt, language))]),
  ];
}

/** Whom the org takes us for. */
export function callerText(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
      return l10n.t('Signed in as {0}', caller.name);
    case 'client':
      return l10n.t('Signed in as the client {0}, without a user', caller.name);
    case 'unknown':
      return l10n.t('Signed in; the organization does not say as whom');
  }
}

function permissionFact(caller: Caller): string[] {
  if (caller.kind !== 'user') return [];
  return caller.permissions.includes('oauth:client:add')
    ? [l10n.t('You may add OAuth clients')]
    : [l10n.t('You may not add OAuth clients')];
}

function rolesFact(caller: Caller): string[] {
  if (caller.kind !== 'user' || caller.roles.length === 0) return [];
  return [l10n.t('Roles: {0}', listed(caller.roles.map(({ name }) => name)))];
}
