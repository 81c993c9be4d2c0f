import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProviderId } from '../src/core/scim/providers.ts';
import { providerName } from '../src/core/texts/scim.ts';
import type { Topic } from '../src/core/wizard/messages.ts';
import { topicLink } from './links.ts';
import type { Page } from './page.ts';

/** The way to Genesys's own guide for an identity provider, where there is one (rule S6). */
export function providerGuide(
  page: Pick<Page, 'send'>,
  provider: ProviderId | undefined,
): TemplateResult | typeof nothing {
  const topic = provider === undefined ? undefined : guideOf(provider);
  return provider === undefined || topic === undefined
    ? nothing
    : html`<p>${topicLink(page, topic, l10n.t('Read how {0} is set up', providerName(provider)))}</p>`;
}

function guideOf(provider: ProviderId): Topic | undefined {
  switch (provider) {
    case 'entra':
    case 'okta':
    case 'onelogin':
      return `scim-${provider}`;
    case 'servicenow':
    case 'pingone':
    case 'other':
      return undefined;
  }
}
