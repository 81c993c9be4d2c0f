import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ClientPageAbout, SoughtClient } from '../../src/core/clientPage/messages.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { unreadable } from '../access/beingRead.ts';
import { button, progress } from '../controls.ts';
import type { ClientPage } from './page.ts';

type Sender = Pick<ClientPage, 'send'>;

/** The page of a client of which this window knows nothing yet: which one it is, and what is to be done to see it. */
export function soughtView(page: Sender, { about, standing }: SoughtClient): TemplateResult {
  return html`<main class="client">
    <header>
      <div>
        <h1>${about.name}</h1>
        <p class="muted">${about.orgName} · ${placeOf(about.region)}</p>
      </div>
    </header>
    ${standingView(page, about, standing)}
    <dl class="facts">
      <dt>${l10n.t('Client ID')}</dt>
      <dd><code>${about.clientId}</code></dd>
    </dl>
  </main>`;
}

function standingView(
  page: Sender,
  { orgName }: ClientPageAbout,
  standing: SoughtClient['standing'],
): TemplateResult {
  switch (standing.kind) {
    case 'reading':
      return progress(l10n.t('Reading the client…'));
    case 'failed':
      return unreadable(page, l10n.t('The OAuth clients of {0} could not be read.', orgName), standing.error);
    case 'gone':
      return html`<p class="note" data-live="status">${l10n.t('This client is not in the organization any more.')}</p>
        <p class="actions">
          ${button({ label: l10n.t('Refresh'), onClick: () => page.send({ type: 'refresh' }) })}
        </p>`;
    case 'signed-out':
      return html`<p class="note" data-live="status">
          ${l10n.t('Nobody is signed in to {0} any more. Sign in to see this client again.', orgName)}
        </p>
        <p class="actions">${signInButton(page)}</p>`;
  }
}

/** Leads back to the org of the page. */
export function signInButton(page: Sender): TemplateResult {
  return button({ label: l10n.t('Sign In'), onClick: () => page.send({ type: 'sign-in' }) });
}
