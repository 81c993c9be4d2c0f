import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { mayHaveBeenCarriedOut, type PlatformError } from '../../src/core/platform/errors.ts';
import type { Access, Caller, Org, ScimRoleStanding } from '../../src/core/procedures/context.ts';
import { draftFindingText } from '../../src/core/procedures/draftFinding.ts';
import { platformErrorText } from '../../src/core/texts/failures.ts';
import { permissionText } from '../../src/core/texts/permissionTexts.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { readAgain, unreadable } from '../access/beingRead.ts';
import { confirmation } from '../confirmation.ts';
import { button, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import type { Page } from '../page.ts';
import { waitAfter } from '../tryAgain.ts';
import { may } from './facts.ts';

/** S1: whether the person can make a SCIM client at all, and the ways there. Nothing where no other procedure asks. */
export function scimRole(page: Page, org: Org): TemplateResult | typeof nothing {
  if (page.procedure !== 'scim') return nothing;
  const { roleChange } = page;
  if (roleChange?.kind === 'restoring') return progress(l10n.t('Restoring the default roles…'));
  if (roleChange?.kind === 'restoring-altered') return progress(l10n.t('Restoring the role…'));
  if (roleChange?.kind === 'granting') return progress(l10n.t('Giving you the role…'));
  if (roleChange?.kind === 'waiting')
    return progress(l10n.t('You have the role. The organization takes a few seconds to notice…'));
  const standing = org.access.scimRole;
  switch (standing.kind) {
    case 'held':
      return standing.doubt?.error === undefined ? nothing : notChecked(page, standing.doubt.error);
    case 'unclear':
      return roleUnclear(
        page,
        org.access,
        html`<p class="hint reading" data-live="status">${l10n.t('Reading roles…')}</p>`,
      );
    case 'missing':
    case 'not-held':
      return html`${lastTry(page)} ${obstacle(page, org, standing.kind)}`;
    case 'altered':
      return html`${lastTry(page)} ${alteredRole(page, org, standing)}`;
  }
}

/** The role as one of the facts about whoever is signed in. */
export function scimRoleFact(
  page: Pick<Page, 'procedure'>,
  { access }: Org,
): TemplateResult | typeof nothing {
  const standing = access.scimRole;
  if (page.procedure !== 'scim' || standing.kind !== 'held') return nothing;
  return html`<dt>${l10n.t('Role for SCIM')}</dt>
    ${
      standing.doubt === undefined
        ? html`<dd class="good">${listed(standing.roles.map(({ name }) => name))}</dd>`
        : html`<dd>${listed(standing.roles.map(({ name }) => l10n.t('{0} (not checked)', name)))}</dd>`
    }`;
}

/** The roles are still being read, which `loading` says, or the org does not tell. */
export function roleUnclear(
  page: Pick<Page, 'send'>,
  { roles, held }: Access,
  loading: TemplateResult,
): TemplateResult {
  const error = held.kind === 'unknown' ? held.error : roles.kind === 'unknown' ? roles.error : undefined;
  return error === undefined
    ? loading
    : unreadable(page, l10n.t('Whether you hold the role for SCIM could not be read.'), error);
}

/** Why the last try came to nothing. */
function lastTry(page: Pick<Page, 'roleChange' | 'send'>): TemplateResult | typeof nothing {
  const { roleChange } = page;
  switch (roleChange?.kind) {
    case 'failed':
      return failed(page, roleChange.error);
    case 'changed-meanwhile':
      return note(
        l10n.t('Nothing was restored: somebody has changed the role meanwhile.'),
        l10n.t('Look at what is different now, then decide again.'),
      );
    case 'still-altered':
      return note(
        l10n.t('The role was restored, but the organization still shows it as it was.'),
        l10n.t('It may take a moment. Refresh in a minute.'),
      );
    case 'not-visible':
      return note(
        l10n.t('You have the role, but the organization does not show it yet.'),
        l10n.t('It was waited for {0} seconds. Refresh in a minute.', roleChange.seconds),
      );
    default:
      return nothing;
  }
}

function note(what: string, next: string): TemplateResult {
  return html`<div class="note" data-live="alert">
    <b>${what}</b>
    <p>${next}</p>
  </div>`;
}

function failed(page: Pick<Page, 'send'>, error: PlatformError): TemplateResult {
  const what = mayHaveBeenCarriedOut(error)
    ? l10n.t('It is not certain whether the organization changed anything. Refresh.')
    : l10n.t('The organization changed nothing.');
  return failureView(page, platformErrorText(what, error));
}

function obstacle(page: Page, { caller }: Org, kind: 'missing' | 'not-held'): TemplateResult {
  const finding = page.findings.find(({ code }) => code === `scim-role-${kind}`);
  return html`<div class="note error" data-live="alert">
    <b>${l10n.t('A SCIM client needs a role that you do not hold.')}</b>
    <p>${finding === undefined ? nothing : draftFindingText(finding, page.language)}</p>
    ${kind === 'missing' ? restore(page, caller) : grant(page, caller)}
  </div>`;
}

/** S4: nothing is wrong as far as anybody knows, so it is no error. */
function notChecked(page: Pick<Page, 'send'>, error: PlatformError): TemplateResult {
  const what = l10n.t('Whether the role for SCIM is as Genesys Cloud ships it was not checked.');
  const remedy = html`<p class="actions">${readAgain(page, waitAfter(error))}</p>`;
  return failureView(page, platformErrorText(what, error), { remedy, isWarning: true });
}

function restore(page: Pick<Page, 'send'>, caller: Caller): TemplateResult {
  const what = l10n.t(
    'Restoring adds the default roles that the organization lacks. It changes none that it has. It needs the permission authorization:role:edit.',
  );
  if (!may(caller, 'authorization:role:edit')) {
    return html`<p>${what}</p>
      <p>${l10n.t('You lack it; an administrator of the organization can restore them.')}</p>`;
  }
  return html`<p>${what}</p>
    <p class="actions">
      ${button({ label: l10n.t('Restore the default roles'), onClick: () => page.send({ type: 'restore-scim-role' }) })}
    </p>`;
}

function grant(page: Pick<Page, 'look' | 'looks' | 'send'>, caller: Caller): TemplateResult | typeof nothing {
  if (caller.kind !== 'user' || !may(caller, 'authorization:grant:add')) return nothing;
  return confirmation({
    id: 'grant-role',
    isAsked: page.looks.asksToGrantRole,
    ask: (asksToGrantRole) => page.look({ asksToGrantRole }),
    opener: ({
      id,
      open,
    }) => html`<p>${l10n.t('You may give roles, so you can also give it to yourself.')}</p>
      <p class="actions">${button({ id, label: l10n.t('Give the role to me'), onClick: open })}</p>`,
    question: html`<p>
      ${l10n.t('{0} then holds the role in every division, until somebody takes it away. Give it?', caller.name)}
    </p>`,
    answers: (leave) => html`<p class="actions">
      ${button({ label: l10n.t('Yes, give it to me'), onClick: () => page.send({ type: 'grant-scim-role' }) })}
      ${button({ label: l10n.t('Cancel'), onClick: leave })}
    </p>`,
  });
}

type Altered = Extract<ScimRoleStanding, { kind: 'altered' }>;

/** S4: what is different about the role, and the offer to restore it, which says what comes and goes. */
function alteredRole(page: Page, { caller }: Org, { role, added, taken }: Altered): TemplateResult {
  const finding = page.findings.find(({ place, code }) => place === 'org' && code === 'altered-role');
  return html`<div class="note error" data-live="alert">
    <b>${l10n.t('A SCIM client needs this role as Genesys Cloud ships it.')}</b>
    <p>${finding === undefined ? nothing : draftFindingText(finding, page.language)}</p>
    ${
      !may(caller, 'authorization:role:edit')
        ? html`<p>${l10n.t('Restoring it needs the permission authorization:role:edit. You lack it; an administrator of the organization can restore the role.')}</p>`
        : restoreRole(page, role.name, added, taken)
    }
  </div>`;
}

function restoreRole(
  page: Pick<Page, 'look' | 'looks' | 'send'>,
  name: string,
  added: readonly string[],
  taken: readonly string[],
): TemplateResult {
  return confirmation({
    id: 'restore-role',
    isAsked: page.looks.asksToRestoreRole,
    ask: (asksToRestoreRole) => page.look({ asksToRestoreRole }),
    opener: ({
      id,
      open,
    }) => html`<p>${l10n.t('Restoring makes this one role again what Genesys Cloud ships, and changes no other.')}</p>
      <p class="actions">${button({ id, label: l10n.t('Restore this role'), onClick: open })}</p>`,
    question: html`<p>${l10n.t('This is for everybody who has the role {0}: people, groups and OAuth clients.', name)}</p>
      ${permissionList(l10n.t('They lose:'), added)} ${permissionList(l10n.t('They get:'), taken)}
      <p>${l10n.t('Restore it?')}</p>`,
    answers: (leave) => html`<p class="actions">
      ${button({ label: l10n.t('Yes, restore it'), onClick: () => page.send({ type: 'restore-altered-role' }) })}
      ${button({ label: l10n.t('Leave it as it is'), onClick: leave })}
    </p>`,
  });
}

function permissionList(title: string, permissions: readonly string[]): TemplateResult | typeof nothing {
  if (permissions.length === 0) return nothing;
  return html`<p>${title}</p>
    <ul class="permissions" tabindex="0" aria-label=${title}>
      ${permissions.map((permission) => html`<li><code>${permissionText(permission)}</code></li>`)}
    </ul>`;
}
