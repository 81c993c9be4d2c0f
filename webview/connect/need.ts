import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { fileLink, withLink } from '../links.ts';
import type { Page } from '../page.ts';

/** E1: what the project itself says about whether a client is needed. */
export function need(page: Page): TemplateResult | typeof nothing {
  const files = page.context.workspace.files.filter(({ placement }) => placement?.kind !== 'unreadable');
  if (files.length === 0) return nothing;
  return html`<h3>${l10n.t('Do you need this client?')}</h3>
    <ul class="plain">
      ${files.map(
        (file) => html`<li>
          ${
            file.getAuthTokenLine === undefined
              ? withLink(
                  l10n.t('{0} does not call getAuthToken: only a public deployment needs the client.'),
                  fileLink(page, file),
                )
              : withLink(
                  l10n.t('{0} calls getAuthToken: a private deployment needs the client, too.'),
                  fileLink(page, file, file.getAuthTokenLine),
                )
          }
        </li>`,
      )}
    </ul>`;
}
