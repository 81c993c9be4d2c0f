import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Topic } from '../src/core/wizard/messages.ts';
import { topicLink } from './links.ts';
import type { Page } from './page.ts';

/** The heading of a page: what is asked, and why, with the way to Genesys's own words about it. */
export function heading(
  page: Pick<Page, 'send'>,
  title: string,
  lead: string,
  topic?: Topic,
): TemplateResult {
  return html`<h2 tabindex="-1">${title}</h2>
    <p class="lead">${lead} ${topic === undefined ? nothing : topicLink(page, topic, l10n.t('Learn more'))}</p>`;
}
