import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { ALL_DIVISIONS } from '../../src/core/platform/authorization.ts';
import type { RoleDivision } from '../../src/core/platform/oauthClients.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import {
  divisionName,
  leavesUsersOut,
  type NamedAccess,
  roleName,
} from '../../src/core/procedures/namedAccess.ts';
import { NEW_ROLE_ID } from '../../src/core/procedures/newRole.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { textArea } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Page } from '../page.ts';

/** The roles of a request, which holds only IDs, by name, each with its divisions (rules G13, S5). */
export function namedRoles(
  { answers, context }: Pick<Page, 'answers' | 'context'>,
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
    const name = roleId === NEW_ROLE_ID ? (answers.newRole?.name ?? '').trim() : roleName(roleId, access);
    return html`<p class="muted">${l10n.t('{0} in: {1}', name, listed(names))}</p>`;
  })}`;
}

/** S5: that the identity provider does not reach the users of all divisions; nothing where it does, or nobody knows. */
export function usersLeftOut({
  answers,
  context,
}: Pick<Page, 'answers' | 'context'>): TemplateResult | typeof nothing {
  const access = orgOf(context)?.access;
  return access !== undefined && leavesUsersOut(answers.roles, access)
    ? html`<p class="hint">${l10n.t('Only users of the divisions that are chosen are synchronized.')}</p>`
    : nothing;
}

/** Roles or divisions by name, to be picked on the admin page by whoever makes the client there (rules G12, S5). */
export function namesThere(
  page: Pick<Page, 'answer' | 'answers' | 'touch'>,
  field: keyof NamedAccess,
  label: string,
  hint: string,
): TemplateResult {
  return html`<div class="field">
    ${textArea({
      id: controlId(field),
      label,
      value: page.answers[field],
      invalid: false,
      describedBy: [`hint-${field}`],
      onInput: (value) => page.answer({ [field]: value }),
      onLeave: () => page.touch(field),
      rows: 4,
    })}
    <p id="hint-${field}" class="hint">${hint}</p>
  </div>`;
}
