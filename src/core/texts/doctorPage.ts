import * as l10n from '@vscode/l10n';
import type { Diagnosis, FoundCause, PermissionsAsked } from '../doctor/answer.ts';
import type { Cause } from '../doctor/cause.ts';
import type { Subject } from '../doctor/subject.ts';
import type { LookStage } from '../doctorPage/messages.ts';
import { permissionLine } from './accessRequest.ts';
import { causeName } from './doctor.ts';

/** What a look asks. */
export function doctorQuestion(subject: Subject): string {
  switch (subject.kind) {
    case 'framework':
      return l10n.t('Why can nobody log in?');
    case 'scim':
      return l10n.t('Why are no users synchronized?');
    // What a client is used for nobody has said: with some nobody logs in at all.
    case 'client':
    case 'text':
      return l10n.t('Why does it fail?');
  }
}

/** What is asked at the moment. */
export function stageText(stage: LookStage): string {
  switch (stage) {
    case 'client':
      return l10n.t('Looking for the client…');
    case 'org':
      return l10n.t('Asking the organization about its settings…');
    case 'roles':
      return l10n.t('Looking at the roles of the client…');
  }
}

/** A cause as the headline of the answer: its sentence, and how sure it is. */
export function leadText({ certainty }: Pick<FoundCause, 'certainty'>, title: string): string {
  switch (certainty) {
    case 'certain':
      return l10n.t('The cause: {0}', title);
    case 'likely':
      return l10n.t('Most likely: {0}', title);
    case 'possible':
      return l10n.t('Perhaps: {0}', title);
  }
}

/** That nothing was found, as far as anybody has looked; a sentence each. */
export function nothingFoundTexts({ inOrder, notLooked }: Diagnosis): readonly string[] {
  if (inOrder.length === 0) return [l10n.t('Nothing could be looked at.')];
  const nothing = l10n.t('Nothing was found that keeps people out.');
  return notLooked.length === 0
    ? [nothing]
    : [nothing, l10n.t('The cause may be among what could not be looked at.')];
}

/** How many of all that was to be looked at is in order. */
export function countText({ causes, inOrder, notLooked }: Diagnosis): string {
  return l10n.t('{0} of {1} checks', inOrder.length, causes.length + inOrder.length + notLooked.length);
}

/** What signing in would add to an answer that was made without; a sentence each. */
export function signInAddsTexts({ kind }: Subject): readonly string[] {
  return [
    kind === 'text'
      ? l10n.t('Nobody is signed in, so only what was pasted was looked at.')
      : l10n.t('Nobody is signed in, so no organization was asked.'),
    l10n.t('Sign in, and the client, its roles and the settings of its organization are looked at, too.'),
  ];
}

/** What somebody lacks to do something about a cause, or to look at it; undefined where it is not for want of a permission. */
export function permissionsLacked(
  { causes, notLooked }: Diagnosis,
  cause: Cause,
): readonly PermissionsAsked[] | undefined {
  const next = causes.find((each) => each.cause === cause)?.next;
  if (next !== undefined) return next.kind === 'ask' ? next.wants : undefined;
  const reason = notLooked.find((each) => each.cause === cause)?.reason;
  return reason?.why === 'not-allowed'
    ? reason.permissions.map((permission) => ({ anyOf: [permission] }))
    : undefined;
}

/** A request for these, to be given to an administrator; undefined where nothing is lacked. */
export function doctorRequest(diagnosis: Diagnosis, cause: Cause): string | undefined {
  const wants = permissionsLacked(diagnosis, cause);
  if (wants === undefined) return undefined;
  const { causes, client, org, subject } = diagnosis;
  const isFound = causes.some((each) => each.cause === cause);
  const clientId = client?.id ?? (subject.kind === 'text' ? undefined : subject.clientId);
  return [
    isFound
      ? l10n.t('I am looking for why a login or a call fails in Genesys Cloud, and may not put this right:')
      : l10n.t('I am looking for why a login or a call fails in Genesys Cloud, and may not look at this:'),
    causeName(cause),
    '',
    ...(org === undefined ? [] : [l10n.t('Organization: {0}', `${org.name} (${org.region})`)]),
    ...(clientId === undefined ? [] : [l10n.t('Client ID: {0}', clientId)]),
    ...wants.flatMap(wantLines),
    '',
    isFound
      ? l10n.t('Please give me a role that has it, or put it right for me.')
      : l10n.t('Please give me a role that has it, or tell me what you see there.'),
  ].join('\n');
}

function wantLines({ anyOf, role }: PermissionsAsked): readonly string[] {
  return [
    permissionLine(anyOf, anyOf.length > 1),
    ...(role === undefined
      ? []
      : [
          l10n.t(
            'The role "{0}" has {1}, and the least besides of all roles that have one of them.',
            role.name,
            role.has,
          ),
        ]),
  ];
}
