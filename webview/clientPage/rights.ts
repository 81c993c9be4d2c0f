import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { lackedOn } from '../../src/core/clientPage/lackedOn.ts';
import type { ClientPageAction } from '../../src/core/clientPage/messages.ts';
import { offeredActions } from '../../src/core/clientPage/offered.ts';
import { permissionsFor } from '../../src/core/clients/rights.ts';
import { actionNames, whoGivesText } from '../../src/core/texts/clientActions.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { button, either } from '../controls.ts';
import type { ClientPage } from './page.ts';

/** The permissions that whoever is signed in lacks for something that can be done with the client. */
export function lacksFor({ state }: ClientPage, action: ClientPageAction): readonly string[] {
  return permissionsFor(action).filter((permission) => state.lackedPermissions.includes(permission));
}

/** What one may not do here, for want of what, who can give it, and a request for that person. Nothing where all may be done. */
export function rightsView(page: ClientPage): TemplateResult | typeof nothing {
  const { permissions, roles } = lackedOn(page.state);
  if (permissions.length + roles.length === 0) return nothing;
  const offered = offeredActions(page.state);
  const copy = button({
    id: 'copy-request',
    ...either(page.copied === 'request', l10n.t('Request copied'), l10n.t('Copy a request')),
    onClick: () => page.send({ type: 'copy-request' }),
  });
  return html`<section class="note rights" aria-label=${l10n.t('What you may not do here')}>
    <b>${l10n.t('What you may not do here')}</b>
    <ul>
      ${permissions.map((permission) => html`<li>${l10n.t('{0}: the permission {1} is missing.', actionsOf(permission, offered), permission)}</li>`)}
      ${
        roles.length === 0
          ? nothing
          : html`<li>${l10n.t('Changing it may be refused: you do not hold this role of the client: {0}', listed(roles))}</li>`
      }
    </ul>
    <p>${whoGivesText(page.state.org.name)}</p>
    <p class="actions">${copy}</p>
  </section>`;
}

function actionsOf(permission: string, offered: readonly ClientPageAction[]): string {
  const actions = offered.filter((action) => permissionsFor(action).includes(permission));
  return listed(actions.map((action) => actionNames()[action]));
}
