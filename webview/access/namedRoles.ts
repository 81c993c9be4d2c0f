import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { ALL_DIVISIONS } from '../../src/core/platform/divisions.ts';
import type { RoleDivision } from '../../src/core/platform/oauthClients.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import { divisionName } from '../../src/core/procedures/divisionName.ts';
import { roleName } from '../../src/core/procedures/roleName.ts';
import type { Page } from '../page.ts';

/** The roles of a request, which holds only IDs, by name, each with its divisions (rules G13, S5). */
export function namedRoles(
  { context }: Page,
  roleDivisions: readonly RoleDivision[],
): TemplateResult | typeof nothing {
  const access = orgOf(context)?.access;
  if (access === undefined) return nothing;
  const roleIds = [...new Set(roleDivisions.map(({ roleId }) => roleId))];
  return html`${roleIds.map((roleId) => {
    const divisions = roleDivisions.filter((each) => each.roleId === roleId);
    const names = divisions.map(({ divisionId: id }) =>
      id === ALL_DIVISIONS ? l10n.t('All divisions') : divisionName(id, access),
    );
    return html`<p class="muted">${l10n.t('{0} in: {1}', roleName(roleId, access), names.join(', '))}</p>`;
  })}`;
}
