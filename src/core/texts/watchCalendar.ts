import * as l10n from '@vscode/l10n';
import { isProviderId, type ProviderField, providers } from '../scim/providers.ts';
import type { CalendarToken } from '../watch/endings.ts';
import { placeOf } from './regions.ts';
import { holderText, stopsText } from './watch.ts';

/** The event of a token in a calendar: what ends, and the steps for that identity provider, a line each. */
export function calendarText(
  { ending, guide }: CalendarToken,
  language: string,
): { readonly summary: string; readonly description: string } {
  const holder = holderText(ending);
  const { at, clientId, endsAt, region, standing } = ending;
  const summary =
    standing === 'expired'
      ? l10n.t('SCIM token of {0} has ended', holder)
      : l10n.t('SCIM token of {0} ends', holder);
  const moment = new Date(endsAt).toISOString();
  const facts = [
    standing === 'expired'
      ? l10n.t('It ended at {0} (UTC).', moment)
      : l10n.t('It ends at {0} (UTC).', moment),
    ...stopsText(ending, language),
    l10n.t('Client ID {0}, {1}', clientId, placeOf(region)),
  ];
  const steps = [
    l10n.t('In VS Code, open {0} and run "Genesys Cloud: Make a New SCIM Token".', at.path),
    ...providerSteps(ending.provider, holder),
    l10n.t('See in {0} that users are synchronized: the old token still ends when it does.', holder),
    l10n.t('Save the calendar file again and import it: it takes the place of this event.'),
  ].map((step, index) => `${index + 1}. ${step}`);
  const more = guide === undefined ? [] : ['', l10n.t('How it is set up: {0}', guide)];
  return { summary, description: [...facts, '', ...steps, ...more].join('\n') };
}

/** Where the new token goes, as the admin page of the identity provider calls it. */
function providerSteps(provider: string, holder: string): readonly string[] {
  if (!isProviderId(provider)) return [l10n.t('Give the new token to {0}.', holder)];
  const { app, fields }: { app: string | undefined; fields: readonly ProviderField[] } = providers[provider];
  const field = fields.find(({ value }) => value === 'access-token')?.label;
  return [
    app === undefined
      ? l10n.t('Open the admin page of {0}, and there the connection to Genesys Cloud.', holder)
      : l10n.t('Open the admin page of {0}, and there the provisioning of the app "{1}".', holder, app),
    field === undefined
      ? l10n.t('Put the new token in the place of the old one, and save.')
      : l10n.t('Put the new token into "{0}", and save.', field),
  ];
}
