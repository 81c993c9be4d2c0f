import * as l10n from '@vscode/l10n';
import type { ClientChange, Refusal } from '../clients/change.ts';
import type { FieldDifference } from '../clients/difference.ts';
import { isWrittenOtherwise } from '../clients/frameworkNeeds.ts';
import { type DeletionFate, dayOfDeletion } from '../clients/usable.ts';
import type { Left, ToldDeletion } from '../operations/deleteClient.ts';
import type { ClientRecord } from '../platform/clientRecord.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { Advice } from './advice.ts';
import { adviceOnChange } from './adviceOnChange.ts';
import { anyGrantTypeName, clientPlaceLines, differenceLines } from './clientFields.ts';
import { clientName, type NamedClient } from './clientName.ts';
import { dayText } from './duration.ts';
import type { FailureText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';
import { listed } from './sentences.ts';

/** Nothing was to be changed. */
export function unchangedText(client: NamedClient): string {
  return l10n.t('The client "{0}" is already as it should be.', clientName(client));
}

/** What is clicked where it is not certain whether a change was undone: the client is looked at before anything is sent. */
export function undoAgainText(): string {
  return l10n.t('Look again and undo');
}

/** The change was taken back. */
export function undoneText(client: NamedClient): string {
  return l10n.t('The client "{0}" is as it was before.', clientName(client));
}

/** Nothing was changed: what the client cannot have, no request can give it. */
export function refusedChangeText(client: NamedClient, refusal: Refusal): FailureText {
  return { what: notChanged(client), ...adviceOnRefusal(refusal), details: [] };
}

/** It cannot be changed answer by answer: what a client of such a grant type needs, nobody here knows. */
export function unknownGrantTypeText(client: NamedClient, grantType: string | undefined): FailureText {
  return {
    what: notChanged(client),
    why: l10n.t('Its grant type, {0}, is none that is known here.', anyGrantTypeName(grantType)),
    next: l10n.t('Change it on its admin page.'),
    details: [],
  };
}

/** Nothing was changed, because a request failed. `client` is undefined while nobody knows its name. */
export function failedChangeText(client: NamedClient | undefined, error: PlatformError): FailureText {
  const what = client === undefined ? l10n.t('The client was not changed.') : notChanged(client);
  return { what, ...adviceOnChange(error), details: errorDetails(error) };
}

/** Nobody knows whether it was changed. */
export function uncertainChangeText(
  client: NamedClient,
  { error, lookup }: { error: PlatformError; lookup: PlatformError | undefined },
): FailureText {
  return {
    what: l10n.t('It is not certain whether the client "{0}" was changed.', clientName(client)),
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
export function unexpectedChangeText(
  client: NamedClient,
  differences: readonly FieldDifference[],
): FailureText {
  return {
    what: l10n.t('The client "{0}" was changed, but not exactly as asked.', clientName(client)),
    why: l10n.t(
      'Genesys Cloud, or somebody else at the same time, has made something else of it: {0}',
      [...differenceLines(differences)].join('; '),
    ),
    next: l10n.t('Look at the client on its admin page.'),
    details: [],
  };
}

/** The change stands, because a request failed. */
export function failedUndoText(client: NamedClient, error: PlatformError): FailureText {
  return { what: notUndone(client), ...adviceOnChange(error), details: errorDetails(error) };
}

/** The change stands, because to undo it would undo somebody else's change, too. */
export function refusedUndoText(client: NamedClient, differences: readonly FieldDifference[]): FailureText {
  return {
    what: notUndone(client),
    why: l10n.t('Somebody has changed the client since: {0}', differenceLines(differences).join('; ')),
    next: l10n.t('Change back on its admin page what should not stay.'),
    details: [],
  };
}

/** Why a client could not be read, so that nothing was begun with it. */
export function unreadClientText(client: NamedClient, error: PlatformError): FailureText {
  const what = l10n.t('The client "{0}" could not be read.', clientName(client));
  return { what, ...adviceOnChange(error), details: errorDetails(error) };
}

/** Why the clients of an org could not be read. */
export function unreadClientsText(orgName: string, error: PlatformError): FailureText {
  return { what: l10n.t('The OAuth clients of {0} could not be read.', orgName), ...because(error) };
}

/** A client before a change, as far as its words need it. */
type Before = NamedClient & Pick<ClientRecord, 'dateToDelete'>;

/** What the person is asked before these changes are made, and what they click to agree. */
export function changeQuestion(
  changes: readonly ClientChange[],
  before: Before,
  orgName: string,
): { readonly question: string; readonly action: string } {
  const name = clientName(before);
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
  const name = clientName(before);
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
function restores(changes: readonly ClientChange[], before: Pick<Before, 'dateToDelete'>): boolean {
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
export function changeMeaning(
  change: ClientChange,
  before: Pick<Before, 'dateToDelete'>,
  language: string,
): readonly string[] {
  const { kind } = change;
  const day = dayOfDeletion(before);
  if (kind === 'activate' && day !== undefined)
    return [
      '',
      l10n.t('Genesys Cloud deletes it on {0}, unless it is restored before.', dayText(day, language)),
    ];
  if (kind === 'replace-redirect-uris') return replacedMeaning(change);
  if (kind !== 'deactivate') return [];
  return [
    '',
    l10n.t('Nobody gets a token with an inactive client: what uses it stops working when its tokens end.'),
    l10n.t('Genesys Cloud says of inactive clients that they will be deleted.'),
  ];
}

/** What is only written in another way is of no use to anybody; all else may be right for something that is not seen here. */
function replacedMeaning({
  replacements,
}: Extract<ClientChange, { kind: 'replace-redirect-uris' }>): readonly string[] {
  const gone = replacements.filter(({ from, to }) => !isWrittenOtherwise(from, to)).map(({ from }) => from);
  if (gone.length === 0) return [];
  return [
    '',
    l10n.t(
      'Nobody can log in through {0} any more. If an application uses it, add the redirect URI that is missing instead.',
      listed(gone),
    ),
  ];
}

function notChanged(client: NamedClient): string {
  return l10n.t('The client "{0}" was not changed.', clientName(client));
}

/** In one sentence that the change of a client stands, although somebody wanted it undone. */
export function notUndone(client: NamedClient): string {
  return l10n.t('The change of the client "{0}" was not undone.', clientName(client));
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

/** What the person is asked before a client is deleted. */
export function deletionQuestion(client: NamedClient, orgName: string): string {
  return l10n.t('Delete the client "{0}" in {1}?', clientName(client), orgName);
}

/** What the person must know before they agree, a line each. */
export function deletionMeaning(
  { id }: NamedClient,
  fate: DeletionFate,
  org: { readonly orgName: string; readonly region: string },
): readonly string[] {
  return [
    l10n.t(
      'Everything that uses it stops working. It is set to inactive and deleted, with its ID and secret.',
    ),
    fateText(fate),
    '',
    ...clientPlaceLines(id, org),
  ];
}

function fateText(fate: DeletionFate): string {
  switch (fate) {
    case 'at-once':
      return l10n.t(
        'It is younger than 30 days, so Genesys Cloud deletes it at once and for good: nobody can restore it.',
      );
    case 'in-a-week':
      return l10n.t(
        'It is older than 30 days, so Genesys Cloud keeps it, inactive, for 7 days: until then it can be restored.',
      );
    case 'unknown':
      return l10n.t(
        'Genesys Cloud deletes a client that is younger than 30 days at once and for good, and keeps an older one, inactive, for 7 days.',
      );
  }
}

/** What has become of it, where the org did as it was asked. */
export function deletedText(client: NamedClient, deletion: ToldDeletion, language: string): string {
  switch (deletion.kind) {
    case 'deleted':
      return l10n.t('The client "{0}" is deleted.', clientName(client));
    case 'accepted':
      return l10n.t('Genesys Cloud has accepted that the client "{0}" is deleted.', clientName(client));
    case 'waiting': {
      if (deletion.until === undefined)
        return l10n.t('The client "{0}" is inactive, and will be deleted.', clientName(client));
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(deletion.until));
      return l10n.t('The client "{0}" is inactive, and will be deleted on {1}.', clientName(client), day);
    }
  }
}

/** It is not deleted, or nobody knows; and what stands. */
export function notDeletedText(
  client: NamedClient,
  { error, left }: { readonly error: PlatformError; readonly left: Left },
): FailureText {
  switch (left) {
    case 'as-it-was':
      return { what: l10n.t('The client "{0}" was not deleted.', clientName(client)), ...because(error) };
    case 'inactive':
      return {
        what: l10n.t('The client "{0}" is not deleted, but inactive: nobody can use it.', clientName(client)),
        ...because(error),
      };
    case 'unknown':
      return {
        what: l10n.t('It is not certain whether the client "{0}" was deleted.', clientName(client)),
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
