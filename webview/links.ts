import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { noAdminPageText } from '../src/core/texts/practiceOrg.ts';
import type { Topic } from '../src/core/wizard/messages.ts';
import { adminPageOf } from '../src/core/wizard/state.ts';
import { button } from './controls.ts';
import type { Page } from './page.ts';

/** A sentence with something to click in the place of its `{0}`, wherever the reader's language puts that. */
export function withLink(sentence: string, link: TemplateResult): TemplateResult {
  const [before, after] = sentence.split('{0}');
  return html`${before}${link}${after}`;
}

/** Opens Genesys's documentation of a topic. */
export function topicLink(page: Pick<Page, 'send'>, topic: Topic, label: string): TemplateResult {
  return html`<button class="link" @click=${() => page.send({ type: 'open-topic', topic })}>${label}</button>`;
}

/** That a practice org has no admin page, and where a real one has it; nothing in a real one. */
export function noAdminPage(page: Page): TemplateResult | typeof nothing {
  return adminPageOf(page) === 'practice' ? html`<span class="muted">${noAdminPageText()}</span>` : nothing;
}

/** Opens the admin page of the org that the person is at; in the practice org, which has none, it says so instead. */
export function adminPageLink(page: Page, label = l10n.t('Open the admin page')): TemplateResult {
  const none = noAdminPage(page);
  return none === nothing
    ? button({ label, onClick: () => page.send({ type: 'open-admin-page' }) })
    : html`${none}`;
}

/** Opens a file at a line; said as people say it, `src/framework.js:14`. */
export function fileLink(
  page: Pick<Page, 'send'>,
  file: { uri: string; path: string },
  line?: number,
): TemplateResult {
  const open = () => page.send({ type: 'open-file', uri: file.uri, ...(line === undefined ? {} : { line }) });
  return html`<button class="link code" @click=${open}>${file.path}${line === undefined ? nothing : `:${line}`}</button>`;
}
