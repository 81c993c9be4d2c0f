import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { procedureTitle } from '../../src/core/texts/steps.ts';
import type { FormerDraft } from '../../src/core/wizard/state.ts';
import type { PageStore } from '../pageStore.ts';
import { formerDraftList } from '../startFrom/formerDrafts.ts';

/** The first question: what the client is for. One card for each procedure there is, and the drafts that were left. */
export function chooseProcedure(store: PageStore, formerDrafts: readonly FormerDraft[]): TemplateResult {
  return html`<section>
    <h1 class="visually-hidden">${l10n.t('Create OAuth Client')}</h1>
    <h2 tabindex="-1">${l10n.t('What is the client for?')}</h2>
    <p class="lead">
      ${l10n.t('Each choice follows the procedure that Genesys publishes. Nothing is sent until you save.')}
    </p>
    <ul class="cards">
      ${PublishedProcedure.options.map(
        (procedure) => html`<li>
          <button class="card" @click=${() => store.send({ type: 'choose-procedure', procedure })}>
            <b>${procedureTitle(procedure)}</b>
            <span>${purpose(procedure)}</span>
          </button>
        </li>`,
      )}
    </ul>
    ${formerDraftList(store, formerDrafts)}
  </section>`;
}

/** What the client is for, and when it is needed (of the Embeddable Framework's: rule E1). */
function purpose(procedure: PublishedProcedure): string {
  switch (procedure) {
    case 'general':
      return l10n.t(
        'For an application of your own or of a partner: a service, a scheduled job, a web site or a desktop app that calls the Platform API. You choose its grant type.',
      );
    case 'embeddable':
      return l10n.t(
        'For Genesys Cloud inside your own CRM. You need it for a public deployment, and for a private one whose framework.js calls getAuthToken. The Client ID goes into framework.js.',
      );
    case 'scim':
      return l10n.t(
        'For an identity provider, such as Microsoft Entra ID or Okta, that synchronizes the users of your organization. It needs no role but SCIM Integration.',
      );
  }
}
