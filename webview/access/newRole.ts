import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type Access, orgOf } from '../../src/core/procedures/context.ts';
import { hasNewRole } from '../../src/core/procedures/index.ts';
import { homeIn } from '../../src/core/procedures/namedAccess.ts';
import type { NewRole } from '../../src/core/procedures/newRole.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import {
  formerCallsTexts,
  leftOutText,
  roleElsewhereText,
  untoldCallsText,
} from '../../src/core/texts/newRole.ts';
import { exactRoleDescription } from '../../src/core/texts/privileges.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import { button, textField } from '../controls.ts';
import { copyButton } from '../copyButton.ts';
import { controlId, findingList, findingsId, isInvalid, severityMark } from '../findings.ts';
import { focusField } from '../focus.ts';
import { reason } from '../needs/found.ts';
import type { Page } from '../page.ts';
import { divisionPicker } from './divisionPicker.ts';

const CREATE_BUTTON = 'create-exact-role';

/** The way to a role with exactly what was found, whatever roles there are. */
export function newRoleOffer(page: Page, found: NeedsFound, access: Access): TemplateResult | typeof nothing {
  if (page.answers.newRole != null || !hasNewRole(page.procedure) || found.permissions.total === 0)
    return nothing;
  const { first, total } = found.permissions;
  if (total > first.length)
    return html`<p class="hint">${l10n.t('They need {0} permissions: too many for one role that somebody can look through.', numberText(total, page.language))}</p>`;
  const { givable, leftOut } = madeOf(found);
  if (givable.length === 0)
    return html`<p class="hint">
        ${l10n.t('You have none of these permissions yourself, so you cannot make a role of them.')}
      </p>
      <p class="actions">${copyRequest(page)}</p>`;
  const create = () => {
    const { name } = page.answers;
    const former = page.looks.formerNewRole;
    const made: NewRole = {
      name: former?.name ?? name,
      description: exactRoleDescription(name.trim()),
      permissions: givable,
      divisionIds: former?.divisionIds ?? homeIn(access),
    };
    page.answer({ newRole: made });
    focusField(controlId('newRole'));
  };
  return html`<p class="actions">
      ${button({ id: CREATE_BUTTON, label: l10n.t('Create a role with exactly these permissions'), onClick: create })}
    </p>
    ${leftOutNote(page, leftOut)}`;
}

/** The role that is made with the client: its name, what it holds and why, and where it applies. */
export function newRole(page: Page): TemplateResult | typeof nothing {
  const { newRole: made } = page.answers;
  if (made == null) return nothing;
  const access = orgOf(page.context)?.access;
  if (access === undefined)
    return page.context.destination.kind === 'admin-page'
      ? html`<p class="note">${roleElsewhereText(made.name)}</p>`
      : nothing;
  const change = (part: Partial<NewRole>) => page.answer({ newRole: { ...made, ...part } });
  return html`<fieldset class="chosen new-role" aria-describedby="hint-new-role">
    <legend>
      ${l10n.t('New role')}
    </legend>
    <button class="link off" @click=${() => takeOff(page, made)}>
      ${l10n.t('Remove')}<span class="visually-hidden"> ${made.name}</span>
    </button>
    <p id="hint-new-role" class="hint">
      ${l10n.t('Save creates it before the client, gives it to you, because only a role that you hold can be given to a client, and then to the client.')}
    </p>
    ${nameField(page, made, change)} ${ofFormerCalls(page, made, change)} ${permissionsOf(page, made)}
    <h3>${l10n.t('Divisions for {0}', made.name)}</h3>
    ${divisionPicker(page, { roleId: NEW, divisionIds: made.divisionIds }, access, (divisionIds) => change({ divisionIds: [...divisionIds] }))}
  </fieldset>`;
}

/** Tells its boxes from those of other roles. */
const NEW = 'new';

/** What was typed comes back with it. */
function takeOff(page: Pick<Page, 'answer'>, made: NewRole): void {
  page.answer({ newRole: null }, { formerNewRole: made });
  focusField(CREATE_BUTTON);
}

function nameField(page: Page, { name }: NewRole, change: (part: Partial<NewRole>) => void): TemplateResult {
  return html`<div class="field">
    ${textField({
      id: controlId('newRole'),
      label: l10n.t('Name of the role'),
      value: name,
      invalid: isInvalid(page, 'newRole'),
      required: true,
      describedBy: [findingsId('newRole')],
      onInput: (typed) => change({ name: typed }),
      onLeave: () => page.touch('newRole'),
    })}
    ${findingList(page, 'newRole')}
    ${page.findings.some(({ code }) => code === 'role-permission-missing') ? html`<p class="actions">${copyRequest(page)}</p>` : nothing}
  </div>`;
}

function permissionsOf({ language }: Page, { permissions }: NewRole): TemplateResult {
  return html`<details open>
    <summary>${l10n.t('Permissions of the role ({0})', permissions.length)}</summary>
    <ul class="plain">
      ${permissions.map((each) => html`<li><code>${each.permission}</code> ${reason(each.for, language)}</li>`)}
    </ul>
  </details>`;
}

/** Nothing of the role changes by itself when other calls are asked about. */
function ofFormerCalls(
  page: Page,
  made: NewRole,
  change: (part: Partial<NewRole>) => void,
): TemplateResult | typeof nothing {
  const { found } = page.needs;
  if (found?.callsAs !== 'client' || found.permissions.total > found.permissions.first.length)
    return html`<p class="hint">${untoldCallsText()}</p>`;
  const { givable, leftOut } = madeOf(found);
  const had = made.permissions.map(({ permission }) => permission);
  const needed = givable.map(({ permission }) => permission);
  const lacking = needed.filter((permission) => !had.includes(permission));
  const excess = had.filter((permission) => !needed.includes(permission));
  if (lacking.length === 0 && excess.length === 0) return leftOutNote(page, leftOut);
  return html`<div class="note" data-live="status">
    ${formerCallsTexts(lacking, excess, page.language).map((text) => html`<p>${text}</p>`)}
    ${
      givable.length === 0
        ? nothing
        : html`<p class="actions">
            ${button({
              label: l10n.t('Use what the calls need now'),
              onClick: () => {
                change({ permissions: givable });
                focusField(controlId('newRole'));
              },
            })}
          </p>`
    }
  </div>`;
}

/** What the role is made of, and what one lacks oneself. */
function madeOf({ permissions }: NeedsFound) {
  const givable = permissions.first
    .filter(({ isHeld }) => isHeld !== false)
    .map((each) => ({ permission: each.permission, for: each.for }));
  const leftOut = permissions.first.flatMap(({ permission, isHeld }) =>
    isHeld === false ? [permission] : [],
  );
  return { givable, leftOut };
}

function leftOutNote(page: Page, leftOut: readonly string[]): TemplateResult | typeof nothing {
  if (leftOut.length === 0) return nothing;
  return html`<p class="finding warning">
      ${severityMark({ severity: 'warning' })}<span>${leftOutText(leftOut, page.language)}</span>
    </p>
    <p class="actions">${copyRequest(page)}</p>`;
}

function copyRequest(page: Pick<Page, 'looks' | 'send'>): TemplateResult {
  return copyButton(page, 'role-request', l10n.t('Copy a request to an administrator'));
}
