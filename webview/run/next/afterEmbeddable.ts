import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../../src/core/operations/run.ts';
import type { Answers } from '../../../src/core/procedures/draft.ts';
import { frameworkRegions } from '../../../src/core/procedures/frameworkRegions.ts';
import { listed } from '../../../src/core/texts/sentences.ts';
import { readyText } from '../../../src/core/wizard/copyables.ts';
import { button } from '../../controls.ts';
import { copyButton } from '../../copyButton.ts';
import { practiceAddresses } from '../../notes.ts';
import type { Page } from '../../page.ts';
import { linesFor } from '../../steps/frameworkFile.ts';

/** What follows once the client of the Embeddable Framework is there (rule E7). */
export function afterEmbeddable(page: Pick<Page, 'looks' | 'send'>, run: FinishedRun): TemplateResult {
  const { answers, place } = run.saved;
  const regions = frameworkRegions(answers, place.region);
  return html`${handOver(page, run, regions)}
    <h3>${l10n.t('What comes next')}</h3>
    ${practiceAddresses(run)}
    <ol>
      <li>${deploy(answers)}</li>
      ${regions.length > 1 ? html`<li>${l10n.t('Log in once in each region: {0}.', listed(regions))}</li>` : nothing}
      ${usesPkce(run) ? html`<li>${l10n.t('Log in once with an agent. If the login stops without PKCE, try usePKCEAuthFlow: true in the settings of framework.js; Genesys does not document it, but it is in use.')}</li>` : nothing}
      <li>${l10n.t('Where the organization enforces scopes, an administrator authorizes the client under Authorized Applications.')}</li>
      ${answers.deployment === 'private' ? nothing : html`<li>${l10n.t('Add the redirect URIs that Genesys gives you for the public deployment to this client.')}</li>`}
    </ol>
    <p>${button({ label: l10n.t('Read about the Embeddable Framework'), onClick: () => page.send({ type: 'open-topic', topic: 'embeddable-framework' }) })}</p>`;
}

function deploy({ deployment }: Answers): string {
  return deployment === 'private'
    ? l10n.t('Deploy framework.js: upload it to your Embeddable Framework integration.')
    : l10n.t('Deploy framework.js: publish your public deployment.');
}

/** E7: what the developer needs, when nothing was written here. */
function handOver(
  page: Pick<Page, 'looks' | 'send'>,
  run: FinishedRun,
  regions: readonly string[],
): TemplateResult | typeof nothing {
  const wroteFile = run.plan.some(
    ({ kind }) => kind === 'edit-framework-file' || kind === 'create-framework-file',
  );
  const text = readyText(run.saved, run.client.id);
  if (wroteFile || text === undefined) return nothing;
  const name = linesFor(regions);
  return html`<h3>${name}</h3>
    <pre tabindex="0" role="group" aria-label=${name}>${text}</pre>
    <p>
      ${copyButton(page, 'ready-line', l10n.t('Copy'))}
      <span class="muted">${l10n.t('It goes into clientIds of framework.js.')}</span>
    </p>`;
}

/** Where the person made the client, no plan holds its grant type, but the answers do. */
function usesPkce({ plan, saved }: FinishedRun): boolean {
  const created = plan.find((step) => step.kind === 'create-client');
  return (created?.body.authorizedGrantType ?? saved.answers.grantType) === 'CODE';
}
