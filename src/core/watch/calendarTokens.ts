import { isProviderId } from '../scim/providers.ts';
import { topicUrl } from '../texts/topicUrl.ts';
import type { CalendarToken, TokenEnding } from './endings.ts';

/** Those of the tokens whose end is known, each with the page on how its identity provider is set up. */
export function calendarTokens(tokens: readonly TokenEnding[]): readonly CalendarToken[] {
  return tokens.flatMap((ending) => {
    const { endsAt, provider } = ending;
    return endsAt === undefined ? [] : [{ ending: { ...ending, endsAt }, guide: guideOf(provider) }];
  });
}

/** Genesys's own guide for an identity provider, where there is one (rule S6). */
function guideOf(provider: string): string | undefined {
  if (!isProviderId(provider)) return undefined;
  switch (provider) {
    case 'entra':
    case 'okta':
    case 'onelogin':
      return topicUrl(`scim-${provider}`);
    case 'servicenow':
    case 'pingone':
    case 'other':
      return undefined;
  }
}
