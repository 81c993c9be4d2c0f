import * as l10n from '@vscode/l10n';
import type { ClientChange, Refusal } from '../clients/change.ts';
import type { FieldDifference } from '../clients/difference.ts';
import { dayOfDeletion } from '../clients/usable.ts';
import type { Left, ToldDeletion } from '../operations/deleteClient.ts';
import type { ClientRecord } from '../platform/clientRecord.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { Advice } from './advice.ts';
import { adviceOnChange } from './adviceOnChange.ts';
import { anyGrantTypeName, clientPlaceLines, differenceLines } from './clientFields.ts';
import { dayText } from './duration.ts';
import type { FailureText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';

/** Nothing was changed: what the client cannot have, no request can give it. */
export function refusedChangeText(name: string, refusal: Refusal): FailureText {
  return { what: notChanged(name), ...adviceOnRefusal(refusal), details: [] };
}

/** It cannot be changed answer by answer: what a client of such a grant type needs, nobody here knows. */
export function unknownGrantTypeText(name: string, grantType: string | undefined): FailureText {
  return {
    what: notChanged(name),
    why: l10n.t('Its grant type, {0}, is none that is known here.', anyGrantTypeName(grantType)),
    next: l10n.t('Change it on its admin page.'),
    details: [],
  };
}

/** Nothing was changed, because a request failed. `name` is undefined while nobody knows it. */
export function failedChangeText(name: string | undefined, error: PlatformError): FailureText {
  const what = name === undefined ? l10n.t('The client was not changed.') : notChanged(name);
  return { what, ...adviceOnChange(error), details: errorDetails(error) };
}

/** Nobody knows whether it was changed. */
export function uncertainChangeText(
  name: string,
  { error, lookup }: { error: PlatformError; lookup: PlatformError | undefined },
): FailureText {
  return {
    what: l10n.t('It is not certain whether the client "{0}" was changed.', name),
    why:
      lookup === undefined
        ? l10n.t(
            'The request was sent, and its answer never came. The client is still as it was, but Genesys Cloud may carry the request out yet.',
          )
        : l10n.t('The request was sent, its answer never came, and looking at the client failed, too.'),
    next: l10n.t('Look at the client on its admin page, or do the same once more, which does no harm.'),
    details: [...errorDetails(error), ...(lookup === undefined ? [] : errorDetails(lookup))],
  };
}

/** The change was made, and the org made more or less of it than was asked. */
export function unexpectedChangeText(name: string, differences: readonly FieldDifference[]): FailureText {
  return {
    what: l10n.t('The client "{0}" was changed, but not exactly as asked.', name),
    why: l10n.t(
      'Genesys Cloud, or somebody else at the same time, has made something else of it: {0}',
      [...differenceLines(differences)].join('; '),
    ),
    next: l10n.t('Look at the client on its admin page.'),
    details: [],
  };
}

/** The change stands, because a request failed. */
export function failedUndoText(name: string, error: PlatformError): FailureText {
  return { what: notUndone(name), ...adviceOnChange(error), details: errorDetails(error) };
}

/** The change stands, because to undo it would undo somebody else's change, too. */
export function refusedUndoText(name: string, differences: readonly FieldDifference[]): FailureText {
  return {
    what: notUndone(name),
    why: l10n.t('Somebody has changed the client since: {0}', differenceLines(differences).join('; ')),
    next: l10n.t('Change back on its admin page what should not stay.'),
    details: [],
  };
}

/** Why a client could not be read, so that nothing was begun with it. */
export function unreadClientText(name: string, error: PlatformError): FailureText {
  const what = l10n.t('The client "{0}" could not be read.', name);
  return { what, ...adviceOnChange(error), details: errorDetails(error) };
}

/** Why the clients of an org could not be read. */
export function unreadClientsText(orgName: string, error: PlatformError): FailureText {
  return {
    what: l10n.t('The OAuth clients of {0} could not be read.', orgName),
    ...adviceOnChange(error),
    details: errorDetails(error),
  };
}

/** A client before a change, as far as its words need it. */
type Before = Pick<ClientRecord, 'name' | 'dateToDelete'>;

/** What the person is asked before these changes are made, and what they click to agree. */
export function changeQuestion(
  changes: readonly ClientChange[],
  before: Before,
  orgName: string,
): { readonly question: string; readonly action: string } {
  const { name } = before;
  if (restores(changes, before))
    return {
      question: l10n.t('Restore the client "{0}" in {1}?', name, orgName),
      action: l10n.t('Restore client'),
    };
  switch (onlyKind(changes)) {
    case 'deactivate':
      return {
        question: l10n.t('Deactivate the client "{0}" in {1}?', name, orgName),
        action: l10n.t('Deactivate client'),
      };
    case 'activate':
      return {
        question: l10n.t('Activate the client "{0}" in {1}?', name, orgName),
        action: l10n.t('Activate client'),
      };
    default:
      return {
        question: l10n.t('Change the client "{0}" in {1}?', name, orgName),
        action: l10n.t('Change client'),
      };
  }
}

/** What has become of a client by these changes. */
export function changedText(changes: readonly ClientChange[], before: Before): string {
  const { name } = before;
  if (restores(changes, before))
    return l10n.t('The client "{0}" is active again, and is not deleted any more.', name);
  switch (onlyKind(changes)) {
    case 'deactivate':
      return l10n.t('The client "{0}" is inactive now.', name);
    case 'activate':
      return l10n.t('The client "{0}" is active now.', name);
    default:
      return l10n.t('The client "{0}" was changed.', name);
  }
}

/** Whether a client that waits to be deleted is to stay. */
function restores(changes: readonly ClientChange[], before: Before): boolean {
  return onlyKind(changes) === 'activate' && dayOfDeletion(before) !== undefined;
}

/** Undefined where several changes are made at once. */
function onlyKind(changes: readonly ClientChange[]): ClientChange['kind'] | undefined {
  const [first, ...others] = changes;
  return others.length === 0 ? first?.kind : undefined;
}

/** What nobody can rule out of any change of a client: the API takes no condition with it (Genesys facts 1.1). */
export function changeRisk(): string {
  return l10n.t('What somebody else changes of this client in the very same moment may be lost.');
}

/** What the fields alone do not say of a change of a client, a line each. */
export function changeMeaning(change: ClientChange, before: Before, language: string): readonly string[] {
  const { kind } = change;
  const day = dayOfDeletion(before);
  if (kind === 'activate' && day !== undefined)
    return [
      '',
      l10n.t('Genesys Cloud deletes it on {0}, unless it is restored before.', dayText(day, language)),
    ];
  if (kind !== 'deactivate') return [];
  return [
    '',
    l10n.t('Nobody gets a token with an inactive client: what uses it stops working when its tokens end.'),
    l10n.t('Genesys Cloud says of inactive clients that they will be deleted.'),
  ];
}

function notChanged(name: string): string {
  return l10n.t('The client "{0}" was not changed.', name);
}

/** In one sentence that the change of a client stands, although somebody wanted it undone. */
export function notUndone(name: string): string {
  return l10n.t('The change of the client "{0}" was not undone.', name);
}

/** Why a client cannot have what it was to get, and what to do about that. */
export function adviceOnRefusal(refusal: Refusal): Advice {
  switch (refusal.kind) {
    case 'too-many-redirect-uris':
      return {
        why: l10n.t(
          'A client has {0} redirect URIs at most, and it would have {1}.',
          refusal.max,
          refusal.count,
        ),
        next: l10n.t('Remove those that nobody uses on its admin page, then try again.'),
      };
    case 'other-grant-type':
      return {
        why:
          refusal.change === 'use-pkce'
            ? l10n.t(
                'Its grant type is {0}. Another one would break whatever uses the client now.',
                anyGrantTypeName(refusal.grantType),
              )
            : l10n.t('Its grant type is {0}, which does not use this.', anyGrantTypeName(refusal.grantType)),
        next: l10n.t('Choose another client, or create one for this.'),
      };
  }
}

/** The client that is to be deleted. */
type Doomed = { readonly name: string; readonly id: string };

/** What the person must know before they agree, a line each. */
export function deletionMeaning(
  { id }: Doomed,
  org: { readonly orgName: string; readonly region: string },
): readonly string[] {
  return [
    l10n.t(
      'Everything that uses it stops working. It is set to inactive and deleted, with its ID and secret.',
    ),
    l10n.t(
      'Genesys Cloud deletes a client that is younger than 30 days at once and for good, and keeps an older one, inactive, for 7 days.',
    ),
    '',
    ...clientPlaceLines(id, org),
  ];
}

/** What has become of it, where the org did as it was asked. */
export function deletedText(name: string, deletion: ToldDeletion, language: string): string {
  switch (deletion.kind) {
    case 'deleted':
      return l10n.t('The client "{0}" is deleted.', name);
    case 'accepted':
      return l10n.t('Genesys Cloud has accepted that the client "{0}" is deleted.', name);
    case 'waiting': {
      if (deletion.until === undefined)
        return l10n.t('The client "{0}" is inactive, and will be deleted.', name);
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(deletion.until));
      return l10n.t('The client "{0}" is inactive, and will be deleted on {1}.', name, day);
    }
  }
}

/** It is not deleted, or nobody knows; and what stands. */
export function notDeletedText(
  name: string,
  { error, left }: { readonly error: PlatformError; readonly left: Left },
): FailureText {
  switch (left) {
    case 'as-it-was':
      return { what: l10n.t('The client "{0}" was not deleted.', name), ...because(error) };
    case 'inactive':
      return {
        what: l10n.t('The client "{0}" is not deleted, but inactive: nobody can use it.', name),
        ...because(error),
      };
    case 'unknown':
      return {
        what: l10n.t('It is not certain whether the client "{0}" was deleted.', name),
        why: l10n.t(
          'The request was sent, and its answer never came. Looking at the client did not tell what came of it.',
        ),
        next: l10n.t('Look at the client on its admin page, or do the same once more, which does no harm.'),
        details: errorDetails(error),
      };
  }
}

function because(error: PlatformError): Omit<FailureText, 'what'> {
  return { ...adviceOnChange(error), details: errorDetails(error) };
}
