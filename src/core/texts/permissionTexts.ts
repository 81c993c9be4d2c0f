import * as l10n from '@vscode/l10n';
import { readPermission } from '../clients/permissions.ts';
import { listedUpTo } from './sentences.ts';

/** Permissions that a sentence names; more of them are counted. */
const MOST_NAMED = 5;

/** A permission as people know it, and whether it holds only under conditions. */
export function permissionText(permission: string): string {
  const { name, isLimited } = readPermission(permission);
  return isLimited ? l10n.t('{0} (under conditions)', name) : name;
}

/** The first of these permissions, and how many more there are; empty for none. `language` is a BCP 47 tag. */
export function permissionList(permissions: readonly string[], language: string): string {
  const names = permissions.map(permissionText);
  return listedUpTo(MOST_NAMED, names, language);
}
