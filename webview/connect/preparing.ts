import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { signInClient } from '../../src/core/procedures/adminPage.ts';
import { adminPageDoor, adminPageFieldList } from '../adminPageFields.ts';
import { button } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Page } from '../page.ts';
import { cancel } from './underWay.ts';

/** The client that signs people in does not exist yet: how somebody makes it, in the region with this domain. */
export function preparingClient(page: Page, region: string): TemplateResult {
  return html`<p class="reason">
      ${l10n.t('To sign in with the browser, your organization needs one client for it. It is made once, and everybody in the organization can use it.')}
    </p>
    <ol class="plan">
      <li>
        ${adminPageDoor(page, region)}
      </li>
      <li>
        <h3>${l10n.t('Enter these values there')}</h3>
        ${adminPageFieldList(page, signInClient())}
      </li>
      <li>
        <h3>${l10n.t('Save there, then bring its Client ID here')}</h3>
        <p class="muted">${l10n.t('Its Client Secret is not needed.')}</p>
      </li>
    </ol>
    <p class="actions">
      ${button({
        id: controlId('org'),
        label: l10n.t('Enter its Client ID'),
        look: 'primary',
        onClick: () => page.send({ type: 'client-prepared' }),
      })}
      ${cancel(page)}
    </p>`;
}
