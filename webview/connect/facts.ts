import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { regionOf } from '../../src/core/platform/regions.ts';
import type { Caller, Permission } from '../../src/core/procedures/context.ts';
import { placeText } from '../../src/core/texts/regions.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import type { Page } from '../page.ts';

/** More roles than this are too many to read; the rest is counted. */
const MOST_ROLES = 6;

/** Whom the org takes us for, and what that one may do there (rule G1). */
export function callerFacts(page: Pick<Page, 'procedure'>, caller: Caller): TemplateResult {
  switch (caller.kind) {
    case 'user':
      return html`${signedInAs(caller.name)} ${mayFact(page, caller)}
        <dt>${l10n.t('Roles')}</dt>
        <dd>${rolesText(caller.roles)}</dd>`;
    case 'client':
      return html`${signedInAs(l10n.t('the client {0}: no user', caller.name))} ${mayFact(page, caller)}`;
    case 'unknown':
      return html`${signedInAs(l10n.t('not known'))} ${mayFact(page, caller)}`;
  }
}

function signedInAs(name: string): TemplateResult {
  return html`<dt>${l10n.t('Signed in as')}</dt>
    <dd>${name}</dd>`;
}

function mayFact(page: Pick<Page, 'procedure'>, caller: Caller): TemplateResult {
  const isEdit = page.procedure === 'edit';
  const name = isEdit ? l10n.t('May change OAuth clients') : l10n.t('May add OAuth clients');
  if (caller.kind !== 'user')
    return html`<dt>${name}</dt>
      <dd>${l10n.t('not known until you save')}</dd>`;
  const isAllowed = may(caller, isEdit ? 'oauth:client:edit' : 'oauth:client:add');
  return html`<dt>${name}</dt>
    <dd class=${isAllowed ? 'good' : 'bad'}>${isAllowed ? l10n.t('Yes') : l10n.t('No')}</dd>`;
}

function rolesText(roles: readonly { name: string }[]): string {
  if (roles.length === 0) return l10n.t('none');
  // Role names have blanks in them, and some languages would set nothing else between them.
  const shown = listed(roles.slice(0, MOST_ROLES).map(({ name }) => name));
  return roles.length <= MOST_ROLES ? shown : l10n.t('{0} and {1} more', shown, roles.length - MOST_ROLES);
}

/** Of somebody who is no user, nothing is known beforehand: the org says so. */
export function may(caller: Caller, permission: Permission): boolean {
  return caller.kind !== 'user' || caller.permissions.includes(permission);
}

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** When the token ends (ISO 8601, or undefined when nobody said so): on the reader's clock, and in how long. */
export function tokenFact(endsAt: string | undefined, language: string): TemplateResult {
  return html`<dt>${l10n.t('Token ends')}</dt>
    <dd>${endsAt === undefined ? l10n.t('not known') : endText(new Date(endsAt), language)}</dd>`;
}

function endText(end: Date, language: string): TemplateResult {
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const seconds = (end.getTime() - Date.now()) / 1000;
  return html`${clock.format(end)} <span class="muted">${fromNow(seconds, language)}</span>`;
}

/** Seconds from now in the largest unit of which two or so are left: "in 7 hours", "3 minutes ago". */
function fromNow(seconds: number, language: string): string {
  const say = new Intl.RelativeTimeFormat(language);
  const length = Math.abs(seconds);
  if (length >= 2 * DAY_SECONDS) return say.format(Math.trunc(seconds / DAY_SECONDS), 'day');
  if (length >= 2 * HOUR_SECONDS) return say.format(Math.trunc(seconds / HOUR_SECONDS), 'hour');
  return say.format(Math.trunc(seconds / MINUTE_SECONDS), 'minute');
}

/** A region by its domain, and by its place as far as it has a known one. */
export function regionFact(domain: string): TemplateResult {
  const region = regionOf(domain);
  return html`<dt>${l10n.t('Region')}</dt>
    <dd>${domain}${region === undefined ? nothing : html` <span class="muted">${placeText(region)} · ${region.awsRegion}</span>`}</dd>`;
}
