import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Org } from '../../src/core/procedures/context.ts';
import { draftFindingText } from '../../src/core/procedures/draftFinding.ts';
import type { ScimRoleStanding } from '../../src/core/procedures/scimRole.ts';
import { permissionText } from '../../src/core/texts/permissions.ts';
import { button } from '../controls.ts';
import type { Page } from '../page.ts';
import { may } from './callerFacts.ts';

type Altered = Extract<ScimRoleStanding, { kind: 'altered' }>;

/** S4: what is different about the role, and the offer to restore it, which says what comes and goes. */
export function alteredRole(page: Page, { caller }: Org, { role, added, taken }: Altered): TemplateResult {
  const finding = page.findings.find(({ place, code }) => place === 'org' && code === 'altered-role');
  return html`<div class="note error" role="alert">
    <b>${l10n.t('A SCIM client needs this role as Genesys Cloud ships it.')}</b>
    <p>${finding === undefined ? nothing : draftFindingText(finding, page.language)}</p>
    ${
      !may(caller, 'authorization:role:edit')
        ? html`<p>${l10n.t('Restoring it needs the permission authorization:role:edit. You lack it; an administrator of the organization can restore the role.')}</p>`
        : page.looks.asksToRestoreRole
          ? confirmRestoring(page, role.name, added, taken)
          : html`<p>${l10n.t('Restoring makes this one role again what Genesys Cloud ships, and changes no other.')}</p>
              <p class="actions">
                ${button({ label: l10n.t('Restore this role'), onClick: () => page.look({ asksToRestoreRole: true }) })}
              </p>`
    }
  </div>`;
}

function confirmRestoring(
  page: Page,
  name: string,
  added: readonly string[],
  taken: readonly string[],
): TemplateResult {
  return html`<div role="alert">
      <p>${l10n.t('This is for everybody who has the role {0}: people, groups and OAuth clients.', name)}</p>
      ${permissionList(l10n.t('They lose:'), added)} ${permissionList(l10n.t('They get:'), taken)}
      <p>${l10n.t('Restore it?')}</p>
    </div>
    <p class="actions">
      ${button({ label: l10n.t('Yes, restore it'), onClick: () => page.send({ type: 'restore-altered-role' }) })}
      ${button({ label: l10n.t('Leave it as it is'), onClick: () => page.look({ asksToRestoreRole: false }) })}
    </p>`;
}

function permissionList(title: string, permissions: readonly string[]): TemplateResult | typeof nothing {
  if (permissions.length === 0) return nothing;
  return html`<p>${title}</p>
    <ul class="permissions" tabindex="0">
      ${permissions.map((permission) => html`<li><code>${permissionText(permission)}</code></li>`)}
    </ul>`;
}
