import * as l10n from '@vscode/l10n';
import type { AcceptedDeletion, Left } from '../operations/deleteClient.ts';
import type { PlatformError } from '../platform/errors.ts';
import { adviceOnChange } from './clientChanges.ts';
import { clientPlaceLines } from './clientFacts.ts';
import type { FailureText } from './failures.ts';
import { errorDetails } from './platformErrors.ts';

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
export function deletedText(name: string, deletion: AcceptedDeletion, language: string): string {
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
        why: l10n.t('The request was sent, its answer never came, and looking at the client failed, too.'),
        next: l10n.t('Look at the client on its admin page, or do the same once more, which does no harm.'),
        details: errorDetails(error),
      };
  }
}

function because(error: PlatformError): Omit<FailureText, 'what'> {
  return { ...adviceOnChange(error), details: errorDetails(error) };
}
