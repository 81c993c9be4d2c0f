import * as l10n from '@vscode/l10n';
import { placeOf } from './regions.ts';

/** Where an org is: a practice org is in no region, but plays to be. */
export function orgPlaceText({ practice, region }: { practice: boolean; region: string }): string {
  return practice ? l10n.t('practice org, {0}', placeOf(region)) : placeOf(region);
}

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

/** What the page about other clients, and the way to it, is called. */
export function practiceGuideTitle(): string {
  return l10n.t('Point other tools at the practice org');
}

/** The comment of whatever is taken elsewhere from the practice org, in one line. */
export function forPracticeOrgText(): string {
  return l10n.t(
    'For the practice org on this computer, and for no real organization. Its address may change when it starts again.',
  );
}
