import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Caller } from '../../src/core/procedures/context.ts';
import type { Page } from '../page.ts';

/** More roles than this are too many to read; the rest is counted. */
const MOST_ROLES = 6;

/** Whom the org takes us for, and what that one may do there (rule G1). */
export function callerFacts(page: Page, caller: Caller): TemplateResult {
  switch (caller.kind) {
    case 'user':
      return html`${signedInAs(caller.name)} ${mayAddFact(page)}
        <dt>${l10n.t('Roles')}</dt>
        <dd>${rolesText(caller.roles)}</dd>`;
    case 'client':
      return html`${signedInAs(l10n.t('the client {0}: no user', caller.name))} ${mayAddUnknown()}`;
    case 'unknown':
      return html`${signedInAs(l10n.t('not known'))} ${mayAddUnknown()}`;
  }
}

function signedInAs(name: string): TemplateResult {
  return html`<dt>${l10n.t('Signed in as')}</dt>
    <dd>${name}</dd>`;
}

function mayAddFact({ findings }: Page): TemplateResult {
  const mayAdd = !findings.some(({ code }) => code === 'permission-missing');
  return html`<dt>${l10n.t('May add OAuth clients')}</dt>
    <dd class=${mayAdd ? 'good' : 'bad'}>${mayAdd ? l10n.t('Yes') : l10n.t('No')}</dd>`;
}

function mayAddUnknown(): TemplateResult {
  return html`<dt>${l10n.t('May add OAuth clients')}</dt>
    <dd>${l10n.t('not known until you save')}</dd>`;
}

function rolesText(roles: readonly { name: string }[]): string {
  if (roles.length === 0) return l10n.t('none');
  // Role names have blanks in them, and some languages would set nothing else between them.
  const shown = roles
    .slice(0, MOST_ROLES)
    .map(({ name }) => name)
    .join(', ');
  return roles.length <= MOST_ROLES ? shown : l10n.t('{0} and {1} more', shown, roles.length - MOST_ROLES);
}

/** Of somebody who is no user, nothing is known beforehand: the org says so. */
export function may(caller: Caller, permission: string): boolean {
  return caller.kind !== 'user' || caller.permissions.includes(permission);
}
