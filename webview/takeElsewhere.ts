import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { ExportFormat } from '../src/core/export/exportAs.ts';
import { isAtPracticeOrg } from '../src/core/wizard/state.ts';
import { button, either } from './controls.ts';
import type { Page } from './page.ts';

/** The way for whoever does not want to save here: the same request, to be carried out with another tool. */
export function takeElsewhere(page: Pick<Page, 'context' | 'looks' | 'run' | 'send'>): TemplateResult {
  return html`<h3>${l10n.t('Take it elsewhere')}</h3>
    <p class="hint above">
      ${l10n.t('Copy the request and carry it out with another tool instead of saving here. Whoever does gets the Client Secret in the answer.')}
    </p>
    ${whereItLeads(page)}
    <p class="actions">${ExportFormat.options.map((format) => copyAs(page, format))}</p>`;
}

/** The client that was just made, for whoever keeps such things as code: these forms make no second one of it. */
export function keepAsCode(page: Pick<Page, 'context' | 'looks' | 'run' | 'send'>): TemplateResult {
  const formats: ExportFormat[] = ['terraform', 'json'];
  return html`<h3>${l10n.t('Keep it as code')}</h3>
    <p class="hint above">
      ${l10n.t('Terraform takes this client over with the import block and makes no second one. The Client Secret is in neither of them.')}
    </p>
    ${whereItLeads(page)}
    <p class="actions">${formats.map((format) => copyAs(page, format))}</p>`;
}

/** What is practiced here leads nowhere else. */
function whereItLeads(page: Pick<Page, 'context' | 'run'>): TemplateResult | typeof nothing {
  return isAtPracticeOrg(page)
    ? html`<p class="hint above">
        ${l10n.t('What you copy leads to the practice org, at the address that it has now. JSON is the body of the request alone, and leads nowhere.')}
      </p>`
    : nothing;
}

function copyAs(page: Pick<Page, 'looks' | 'send'>, format: ExportFormat): TemplateResult {
  const name = exportName(format);
  return button({
    id: `copy-as-${format}`,
    ...either(page.looks.copied === format, l10n.t('{0} copied', name), l10n.t('Copy as {0}', name)),
    onClick: () => page.send({ type: 'copy-as', format }),
  });
}

/** What a form of the request is called; product names are the same in every language. */
export function exportName(format: ExportFormat): string {
  switch (format) {
    case 'curl':
      return 'curl';
    case 'genesys-cli':
      return 'Genesys CLI';
    case 'terraform':
      return 'Terraform';
    case 'json':
      return 'JSON';
  }
}
