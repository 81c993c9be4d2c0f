import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about whose client a Client ID in a framework.js is. */
export const clientOfEntry = {
  'client-not-found': {
    severities: ['warning', 'information'],
    rules: ['E6'],
    facts: ['1.2', '5.2'],
    text: (words) =>
      l10n.t(
        '{orgs} has no OAuth client with this ID. It may have been deleted, or belong to another organization of the region.',
        words,
      ),
  },
  'client-of-other-region': {
    severities: ['information'],
    rules: ['G11', 'E6'],
    facts: ['3', '5.2'],
    text: (words) =>
      l10n.t(
        'This is the ID of the client "{client}" in {org}, which is in {home}. All is well if agents of {region} are to log in with it; {home} has no entry of its own with this ID.',
        words,
      ),
  },
  'practice-client': {
    severities: ['information'],
    rules: ['E6'],
    facts: ['5.2'],
    text: (words) =>
      l10n.t(
        'This is the ID of the client "{client}" in the practice org, which nobody knows outside this computer. Put the ID of a client of your own organization here before you deploy the file.',
        words,
      ),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const clientOfEntryDocumentation: Readonly<Record<keyof typeof clientOfEntry, Documentation>> = {
  'client-not-found': () => ({
    title: l10n.t('The organization has no client with this ID.'),
    meaning: l10n.t(
      'You are signed in to an organization of this region, and its list of OAuth clients does not have this ID. If the file is for another organization of the same region, it is right.',
    ),
    remedy: l10n.t(
      'Sign in to the organization that the file is for, choose one of its clients, or create a new one.',
    ),
  }),
  'client-of-other-region': () => ({
    title: l10n.t('The client belongs to an organization of another region.'),
    meaning: l10n.t(
      'One client can serve several regions, so that this may be right. It is pointed out because a file that has the ID under the wrong region only looks the same.',
    ),
    remedy: l10n.t(
      'If agents of the region of the client use this file, too, add an entry for it; the quick fix does that, and takes nothing away. If the region of this entry is a mistake, correct its key.',
    ),
  }),
  'practice-client': () => ({
    title: l10n.t('A client of the practice org.'),
    meaning: l10n.t(
      'The client was made in the practice org on this computer. Genesys Cloud does not know its ID, whichever region it stands under.',
    ),
    remedy: l10n.t(
      'Leave it while you practice. Before you deploy the file, put the ID of a client of your own organization in its place.',
    ),
  }),
};
