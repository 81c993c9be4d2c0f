import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { readyLine } from '../../src/core/framework/readyLine.ts';
import { clientRegion } from '../../src/core/procedures/context.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import { button } from '../controls.ts';
import { copyButton } from '../copyButton.ts';
import { diffView } from '../diff.ts';
import { fileLink } from '../links.ts';
import type { Page } from '../page.ts';

type Finished = Extract<Run, { kind: 'finished' }>;

/** The client exists: its ID, where its secret is, what changed, and what comes next (rules G16, E7). */
export function finished(page: Page, run: Finished): TemplateResult {
  return html`<section>
      <h2 tabindex="-1">${l10n.t('The client is ready')}</h2>
      <p class="lead">${run.client.name}</p>
      <dl class="facts">
        <dt>${l10n.t('Client ID')}</dt>
        <dd><code id="client-id">${run.client.id}</code> ${copyButton(page, 'client-id', l10n.t('Copy'))}</dd>
        <dt>${l10n.t('Client Secret')}</dt>
        <dd>${secret(page, run)}</dd>
      </dl>
      ${run.plan.map((step) => written(page, run, step))} ${handOver(page, run)} ${next(page, run)}
    </section>
    <footer class="bar">
      ${button({ label: l10n.t('Create another client'), onClick: () => page.send({ type: 'start-over' }) })}
    </footer>`;
}

function secret(page: Page, run: Finished): TemplateResult {
  if (run.hasSecret) {
    return html`${l10n.t("kept in VS Code's secret storage")} ${copyButton(page, 'client-secret', l10n.t('Copy'))}`;
  }
  if (run.plan.some(({ kind }) => kind === 'use-client')) {
    return html`${l10n.t(
      'Genesys Cloud showed it when you saved the client there. The Embeddable Framework does not need it.',
    )}`;
  }
  return html`${l10n.t(
    'not received: the answer was lost on its way. When you need the secret, make a new one for this client on its admin page. The Embeddable Framework does not need it.',
  )}`;
}

function written(page: Page, run: Finished, step: PlanStep): TemplateResult | typeof nothing {
  switch (step.kind) {
    case 'create-client':
    case 'use-client':
    case 'keep-secret':
      return nothing;
    case 'edit-framework-file': {
      const line = step.diff.find(({ kind }) => kind === 'added')?.line;
      return html`<h3>${fileLink(page, step, line)}</h3>
        ${diffView(step.diff, run.client.id)}
        ${run.unsavedFile ? html`<p class="note">${l10n.t('The file had unsaved changes, so it is not saved yet. Save it when you are ready.')}</p>` : nothing}`;
    }
    case 'create-framework-file':
      return html`<h3>${fileLink(page, step)}</h3>
        <p>${l10n.t('A new, minimal file with the Client ID in it.')}</p>`;
  }
}

/** E7: what the developer needs, when nothing was written here. */
function handOver(page: Page, run: Finished): TemplateResult | typeof nothing {
  const region = clientRegion(page.context);
  const wroteFile = run.plan.some(
    ({ kind }) => kind === 'edit-framework-file' || kind === 'create-framework-file',
  );
  if (wroteFile || region === undefined) return nothing;
  return html`<h3>${l10n.t('The line for clientIds')}</h3>
    <pre tabindex="0">${readyLine(region, run.client.id)}</pre>
    <p>
      ${copyButton(page, 'ready-line', l10n.t('Copy'))}
      <span class="muted">${l10n.t('It goes into clientIds of framework.js.')}</span>
    </p>`;
}

function next(page: Page, run: Finished): TemplateResult {
  return html`<h3>${l10n.t('What comes next')}</h3>
    <ol>
      <li>${l10n.t('Deploy framework.js: upload it to your Embeddable Framework integration, or publish your public deployment.')}</li>
      ${usesPkce(page, run) ? html`<li>${l10n.t('Log in once with an agent. If the login stops without PKCE, try usePKCEAuthFlow: true in the settings of framework.js; Genesys does not document it, but it is in use.')}</li>` : nothing}
      <li>${l10n.t('Where the organization enforces scopes, an administrator authorizes the client under Authorized Applications.')}</li>
      <li>${l10n.t('For a public deployment, add the redirect URIs that Genesys gives you to this client.')}</li>
    </ol>
    <p>${button({ label: l10n.t('Read about the Embeddable Framework'), onClick: () => page.send({ type: 'open-topic', topic: 'embeddable-framework' }) })}</p>`;
}

/** Where the person made the client, no plan holds its grant type, but the answers do. */
function usesPkce(page: Page, run: Finished): boolean {
  const created = run.plan.find((step) => step.kind === 'create-client');
  return (created?.body.authorizedGrantType ?? page.answers.grantType) === 'CODE';
}
