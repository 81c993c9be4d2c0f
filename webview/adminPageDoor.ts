import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { placeOf } from '../src/core/texts/regions.ts';
import { button } from './controls.ts';
import type { Page } from './page.ts';

/** Opens the list of OAuth clients on the admin page of a region (its domain), and says how to get there otherwise. */
export function adminPageDoor(page: Page, region: string): TemplateResult {
  return html`<h3>${l10n.t('Go to the admin page of {0}', placeOf(region))}</h3>
    ${button({ label: l10n.t('Open the admin page'), onClick: () => page.send({ type: 'open-admin-page' }) })}
    <p class="hint">
      ${l10n.t('Click Admin > Integrations > OAuth > Add Client. In the newer menu: Menu > IT and Integrations > OAuth > Add Client.')}
    </p>`;
}
