import * as l10n from '@vscode/l10n';
import { readPermission } from '../clients/permissions.ts';

/** Permissions that a sentence names; more of them are counted. */
const MOST_NAMED = 5;

/** A permission as people know it, and whether it holds only under conditions. */
export function permissionText(permission: string): string {
  const { name, isLimited } = readPermission(permission);
  return isLimited ? l10n.t('{0} (under conditions)', name) : name;
}

/**
 * What is different about a role that was altered, and what comes of it, in the reader's language (BCP 47 tag).
 * `added` and `taken` have one permission a line; either may be empty.
 */
export function alteredRoleText(args: Readonly<Record<string, string>>, language: string): string {
  const { role = '' } = args;
  const added = namesText(args['added'] ?? '', language);
  const taken = namesText(args['taken'] ?? '', language);
  const change =
    taken === ''
      ? l10n.t('The role {role} is not as Genesys Cloud ships it. It has in addition: {added}.', {
          role,
          added,
        })
      : added === ''
        ? l10n.t('The role {role} is not as Genesys Cloud ships it. It lacks: {taken}.', { role, taken })
        : l10n.t(
            'The role {role} is not as Genesys Cloud ships it. It has in addition: {added}. It lacks: {taken}.',
            { role, added, taken },
          );
  return `${change} ${l10n.t('With such a role, Genesys Cloud quietly makes the tokens of a SCIM client end after one day.')}`;
}

function namesText(lines: string, language: string): string {
  const names = lines
    .split('\n')
    .filter((line) => line !== '')
    .map(permissionText);
  const more = names.length - MOST_NAMED;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMED), l10n.t('{0} more', more)] : names;
  return new Intl.ListFormat(language, { type: 'unit' }).format(shown);
}
