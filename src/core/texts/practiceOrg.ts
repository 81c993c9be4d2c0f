import * as l10n from '@vscode/l10n';

/** In the place of everything that opens an admin page (Genesys facts 3): the practice org has none. */
export function noAdminPageText(): string {
  return l10n.t(
    'The practice org has no admin page; a real organization lists its OAuth clients under Admin > Integrations > OAuth, in the newer menu under Menu > IT and Integrations > OAuth.',
  );
}

/** What a client of the practice org is worth, wherever one is looked at. */
export function practiceClientText(): string {
  return l10n.t('A client of the practice org: nobody knows it outside this computer.');
}

/** The comment of whatever is taken elsewhere from the practice org, in one line. */
export function forPracticeOrgText(): string {
  return l10n.t(
    'For the practice org on this computer, and for no real organization. Its address changes when it starts again.',
  );
}
