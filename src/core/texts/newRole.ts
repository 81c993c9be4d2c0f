import * as l10n from '@vscode/l10n';
import type { RoleFailure, RoleNotDeleted } from '../operations/newRole.ts';
import type { Run } from '../operations/run.ts';
import { mayHaveBeenCarriedOut } from '../platform/errors.ts';
import { newRoleIn } from '../procedures/plan.ts';
import type { Advice } from './advice.ts';
import { permissionList } from './permissionTexts.ts';
import { adviceOn, errorDetails } from './platformErrors.ts';
import { inOneText, listed } from './sentences.ts';

/** What the role that is made for a client is called. */
export function newRoleName({ role, plan }: Pick<Run, 'role' | 'plan'>): string {
  return role?.name ?? newRoleIn(plan)?.name ?? '';
}

/** The role is there, whatever else there is. */
export function roleStandsText(name: string): string {
  return l10n.t('The role "{0}" was made for the client, and is in the organization.', name);
}

/** Why Save stopped at the role that it makes for a client, and what to do next. */
export function roleFailureText(
  failure: RoleFailure,
  name: string,
): Advice & { what: string; details: readonly string[] } {
  switch (failure.kind) {
    case 'role-not-created':
      return {
        what: l10n.t('The role "{0}" was not created, and no client.', name),
        ...adviceOn(failure.error),
        details: errorDetails(failure.error),
      };
    case 'role-perhaps-created':
      return {
        what: l10n.t('It is not certain whether the role "{0}" was created.', name),
        why:
          failure.lookup.kind === 'cancelled'
            ? l10n.t(
                'The request was sent, its answer never came, and Save was cancelled before the role was looked for.',
              )
            : l10n.t('The request was sent, its answer never came, and looking for the role failed, too.'),
        next: l10n.t(
          'Look again, or look at the list of roles in Genesys Cloud. Creating another role is safe only if this one is not there.',
        ),
        details: [...errorDetails(failure.error), ...errorDetails(failure.lookup)],
      };
    case 'role-not-given':
      return {
        what: mayHaveBeenCarriedOut(failure.error)
          ? l10n.t(
              'The role "{0}" is there, but it is not certain whether it was given to you. No client was created.',
              name,
            )
          : l10n.t('The role "{0}" is there, but it was not given to you. No client was created.', name),
        ...adviceOn(failure.error),
        details: errorDetails(failure.error),
      };
    case 'role-gone':
      return {
        what: l10n.t('The role "{0}" is not in the organization any more. No client was created.', name),
        why: l10n.t('Somebody has deleted it since Save made it.'),
        next: l10n.t('Try again: Save makes the role once more.'),
        details: [],
      };
    case 'role-not-noticed':
      return {
        what: l10n.t(
          'The role "{0}" was given to you, but Genesys Cloud has not noticed yet. No client was created.',
          name,
        ),
        why: l10n.t(
          'Only a role that you hold can be given to a client, and you do not hold it after {0} seconds.',
          failure.seconds,
        ),
        next: l10n.t('Try again in a moment.'),
        details: [],
      };
    case 'role-interrupted':
      return failure.role === 'there'
        ? {
            what: l10n.t('The role "{0}" is there, but saving was interrupted. No client was created.', name),
            why: l10n.t('VS Code was closed, or ended, before it was through.'),
            next: l10n.t('Go on, or delete the role.'),
            details: [],
          }
        : {
            what: l10n.t(
              'Saving was interrupted, and it is not certain whether the role "{0}" was created. No client was created.',
              name,
            ),
            why: l10n.t('VS Code was closed, or ended, before the answer came.'),
            next: l10n.t(
              'Look for the role. Save goes on with it, or sends the request again if it is not there.',
            ),
            details: [],
          };
    case 'role-not-taken-back':
      return notTakenBackText(failure.error, name);
  }
}

function notTakenBackText(error: RoleNotDeleted, name: string): ReturnType<typeof roleFailureText> {
  const stands = l10n.t(
    'There is no client any more, but the role "{0}" could not be deleted. It is still there.',
    name,
  );
  switch (error.kind) {
    case 'held-by-others':
      return {
        what: stands,
        why:
          error.total === 1
            ? l10n.t('"{0}" was given the role, too, and would lose it.', error.first[0] ?? '')
            : l10n.t('{0} others were given the role, too, and would lose it.', error.total),
        next: l10n.t('Keep the role, or take it from them in Genesys Cloud and delete it again.'),
        details: error.first,
      };
    case 'holders-unknown': {
      const advice = adviceOn(error.error);
      const unknown = l10n.t(
        'Others may have been given the role, too, and would lose it. That could not be looked up.',
      );
      return {
        what: l10n.t('There is no client any more. The role "{0}" was not deleted.', name),
        ...advice,
        why: inOneText([unknown, advice.why]),
        details: errorDetails(error.error),
      };
    }
    default:
      return {
        what: mayHaveBeenCarriedOut(error)
          ? l10n.t(
              'There is no client any more, but it is not certain whether the role "{0}" was deleted.',
              name,
            )
          : stands,
        ...adviceOn(error),
        details: errorDetails(error),
      };
  }
}

/** A role that is to be made, while no org is there to make it in. */
export function roleElsewhereText(name: string): string {
  return l10n.t(
    'The role "{0}" is made only in an organization that you are signed in to. For the admin page, create it in Genesys Cloud first, and name it here.',
    name,
  );
}

/** Nobody has asked what the calls need since the page was opened. */
export function untoldCallsText(): string {
  return l10n.t('It is made of what the calls needed when they were last looked up.');
}

/** The role is made of what other calls needed: what it lacks for those of now, and what they do not need. */
export function formerCallsTexts(
  lacking: readonly string[],
  excess: readonly string[],
  language: string,
): readonly string[] {
  return [
    l10n.t('The new role is made of what other calls needed, and stays as it is.'),
    ...(lacking.length === 0
      ? []
      : [l10n.t('For the calls of now it lacks: {0}.', permissionList(lacking, language))]),
    ...(excess.length === 0 ? [] : [l10n.t('They do not need: {0}.', permissionList(excess, language))]),
  ];
}

/** Permissions that are not put into a role. */
export function leftOutText(permissions: readonly string[], language: string): string {
  return l10n.t(
    'A new role goes without what you do not have yourself: {0}. Calls that need it are refused.',
    listed(permissions, language),
  );
}

/** What stands before the command that makes a role for the client of the next command. */
export function roleFirstText(): string {
  return l10n.t('This makes the role first.');
}

/** What is to be done before the next command, in which `standIn` stands for the ID of the role. */
export function roleThenText(standIn: string): string {
  return l10n.t(
    'Give that role to yourself, and put the ID in its answer where {0} stands. Then make the client:',
    standIn,
  );
}
