import * as l10n from '@vscode/l10n';
import { type Lacks, lackedBy } from '../clients/rights.ts';
import type { PlatformError } from '../platform/errors.ts';
import { clientPlaceLines, orgLine } from './clientFields.ts';
import { clientName } from './clientName.ts';
import type { FailureText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';
import { listed } from './sentences.ts';

/** The client that somebody may not do something with, and where it is. */
export type ClientAsked = {
  readonly id: string;
  readonly name: string;
  readonly orgName: string;
  /** Domain. */
  readonly region: string;
};

/** A line of a request; `isAnyEnough`: one of these permissions is. */
export function permissionLine(permissions: readonly string[], isAnyEnough: boolean): string {
  return isAnyEnough
    ? l10n.t('One of these permissions is enough: {0}', listed(permissions))
    : l10n.t('Missing permission: {0}', listed(permissions));
}

/** A request for what one lacks, to be given to whoever can give it. Nothing secret is in it. */
export function accessRequest(
  { permissions, roles, isAnyEnough = false }: Lacks,
  client: ClientAsked,
): string {
  return [
    l10n.t(
      'I would like to work on the OAuth client "{0}" in Genesys Cloud, and may not.',
      clientName(client),
    ),
    '',
    ...clientPlaceLines(client.id, client),
    ...(isAnyEnough
      ? [permissionLine(permissions, true)]
      : permissions.map((permission) => permissionLine([permission], false))),
    ...roles.map((role) => l10n.t('Role of the client that I do not hold: {0}', role)),
    '',
    ...(permissions.length > 0
      ? [l10n.t('Please give me a role that has it, or add it to one of mine.')]
      : []),
    ...(roles.length > 0 || permissions.length === 0
      ? [
          l10n.t('Only somebody who holds every role of a client can change it.'),
          l10n.t('Please give me the roles of the client that I do not hold, or make the change for me.'),
        ]
      : []),
  ].join('\n');
}

/** A client that is to get a role of its own, and what whoever would make them lacks for it. */
export type RoleAsked = {
  readonly client: string;
  readonly orgName: string;
  /** Domain. */
  readonly region: string;
  readonly lacked: readonly string[];
  readonly role: {
    readonly name: string;
    readonly permissions: readonly { readonly permission: string; readonly isHeld?: boolean | undefined }[];
  };
};

/** A request for a role with exactly these permissions, or for the right to make it. Nothing secret is in it. */
export function newRoleRequest({ client, orgName, region, lacked, role }: RoleAsked): string {
  return [
    l10n.t(
      'I would like to create the OAuth client "{0}" in Genesys Cloud, with a role that has exactly the permissions that it needs, and cannot make that role.',
      client,
    ),
    '',
    orgLine({ orgName, region }),
    ...lacked.map((permission) => permissionLine([permission], false)),
    '',
    l10n.t('Please make this role and give it to me, so that I can give it to the client:'),
    l10n.t('Role: {0}', role.name),
    ...role.permissions.map(({ permission, isHeld }) =>
      isHeld === false ? l10n.t('- {0} (which I do not have)', permission) : `- ${permission}`,
    ),
  ].join('\n');
}

/** The same failure with a request that can be copied, where somebody could give what was lacking by the org's answer. */
export function withRequest(failure: FailureText, error: PlatformError, client: ClientAsked): FailureText {
  const lacks = lackedBy(error);
  if (lacks === undefined) return failure;
  return { ...failure, request: [accessRequest(lacks, client), '', ...errorDetails(error)].join('\n') };
}

/** What is said once a request is on the clipboard. */
export function requestCopiedText(): string {
  return l10n.t('Copied. Give it to an administrator of the organization.');
}
