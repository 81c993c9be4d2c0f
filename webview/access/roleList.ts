import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Access } from '../../src/core/procedures/context.ts';
import type { ChosenRole } from '../../src/core/procedures/draft.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { checkbox, searchField } from '../controls.ts';
import { controlId } from '../findings.ts';
import { longList, scrollToStart, skipList } from '../longList.ts';
import type { Page } from '../page.ts';

/** The roles to choose from, found as one types, and below them those that cannot be given (rule G12). */
export function roleList(
  page: Page,
  access: Access,
  offer: Extract<RoleOffer, { kind: 'known' }>,
): TemplateResult {
  const { roleSearch } = page.looks;
  const givable = offer.givable.filter(matching(roleSearch));
  const others = offer.others.filter(matching(roleSearch));
  const list = longList(page, 'roles', roleSearch, givable.length + others.length);
  const shown = givable.slice(0, list.rows);
  const shownOthers = others.slice(0, list.rows - shown.length);
  return html`<div class="tools">
      ${searchField({
        id: controlId('roles'),
        label: l10n.t(
          'Search {0} roles',
          numberText(offer.givable.length + offer.others.length, page.language),
        ),
        value: roleSearch,
        onInput: (text) => {
          page.look({ roleSearch: text });
          scrollToStart('.roles');
        },
      })}
    </div>
    ${skipList()}
    <div class="roles" tabindex="0" role="region" aria-label=${stepTitle('roles')} @scroll=${list.onScroll}>
      ${offer.givable.length === 0 ? noneHeld() : nothing}
      ${shown.length === 0 ? nothing : html`<ul>${shown.map((role) => givableRole(page, access, role))}</ul>`}
      ${
        shownOthers.length === 0
          ? nothing
          : html`<p class="apart">${l10n.t('Cannot be given: you do not hold them')}</p>
            <ul>
              ${shownOthers.map(otherRole)}
            </ul>`
      }
      ${givable.length + others.length === 0 ? html`<p class="apart">${l10n.t('No role contains "{0}".', roleSearch)}</p>` : nothing}
    </div>
    ${list.more}`;
}

function matching(search: string): (role: ListedRole) => boolean {
  const wanted = search.trim().toLowerCase();
  return ({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted);
}

function noneHeld(): TemplateResult {
  return html`<p class="apart">
    ${l10n.t('You hold no role, so there is none to give. An administrator can give you one.')}
  </p>`;
}

function givableRole(page: Page, access: Access, { id, name, description }: ListedRole): TemplateResult {
  const { roles } = page.answers;
  return html`<li>
    ${checkbox({
      id: `role-${id}`,
      checked: roles.some(({ roleId }) => roleId === id),
      onChange: (checked) =>
        page.answer({
          roles: checked ? [...roles, newlyChosen(id, access)] : roles.filter(({ roleId }) => roleId !== id),
        }),
      label: `${name} ${description}`.trim(),
      content: html`<span class="name">${name}</span> <span class="muted">${description}</span>`,
    })}
  </li>`;
}

function otherRole({ name, description }: ListedRole): TemplateResult {
  return html`<li class="other"><span class="name">${name}</span> <span class="muted">${description}</span></li>`;
}

/** G13: in the Home division, unless the person says otherwise. */
function newlyChosen(roleId: string, { divisions }: Access): ChosenRole {
  const home = divisions.kind === 'known' ? divisions.value.find(({ isHome }) => isHome) : undefined;
  return { roleId, divisionIds: home === undefined ? [] : [home.id] };
}

/** A role as it is listed. */
type ListedRole = { id: string; name: string; description: string };

/** Which roles can be given to a client and which cannot, by name (rule G12). */
type RoleOffer =
  | { kind: 'loading' }
  /** Neither the roles nor who holds them could be read. */
  | { kind: 'unreadable' }
  | {
      kind: 'known';
      /** False when the org did not say what the caller holds: then all are offered. */
      knowsHeld: boolean;
      givable: readonly ListedRole[];
      others: readonly ListedRole[];
    };

/** Sorting thousands of roles at every keystroke would be felt; the org's answer stays the same object meanwhile. */
const offers = new WeakMap<Access, RoleOffer>();

/** The roles on offer, sorted once for each answer of the org. */
export function roleOffer(access: Access): RoleOffer {
  const offer = offers.get(access) ?? readOffer(access);
  offers.set(access, offer);
  return offer;
}

function readOffer({ roles, held }: Access): RoleOffer {
  if (roles.kind === 'loading' || held.kind === 'loading') return { kind: 'loading' };
  if (held.kind === 'unknown') {
    if (roles.kind === 'unknown') return { kind: 'unreadable' };
    return { kind: 'known', knowsHeld: false, givable: byName(roles.value), others: [] };
  }
  const names = new Map(held.value.map(({ roleId, roleName }) => [roleId, roleName]));
  const all =
    roles.kind === 'known' ? roles.value : [...names].map(([id, name]) => ({ id, name, description: '' }));
  return {
    kind: 'known',
    knowsHeld: true,
    givable: byName(all.filter(({ id }) => names.has(id))),
    others: byName(all.filter(({ id }) => !names.has(id))),
  };
}

function byName(roles: readonly ListedRole[]): ListedRole[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...roles].sort((a, b) => compare(a.name, b.name));
}
