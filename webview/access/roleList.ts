import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import type { Access, ListedRole } from '../../src/core/procedures/context.ts';
import { homeIn } from '../../src/core/procedures/namedAccess.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { checkbox, searchField } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Listing } from '../listings.ts';
import { longList, scrollToStart, skipList } from '../longList.ts';
import type { Page } from '../page.ts';

/** The roles to choose from, found as one types, and below them those that cannot be given (rule G12). */
export function roleList(page: Page, access: Access, total: number): TemplateResult {
  const { roleSearch } = page.looks;
  const { found, isBusy, onScroll, more } = longList(page, 'roles', 'roles', roleSearch);
  return html`<div class="tools">
      ${searchField({
        id: controlId('roles'),
        label:
          total === 1
            ? l10n.t('Search 1 role')
            : l10n.t('Search {0} roles', numberText(total, page.language)),
        value: roleSearch,
        onInput: (text) => {
          page.look({ roleSearch: text });
          scrollToStart('.roles');
        },
      })}
    </div>
    ${skipList()}
    <div class="roles" tabindex="0" role="group" aria-label=${stepTitle('roles')} aria-busy=${isBusy} @scroll=${onScroll}>
      ${access.held.kind === 'known' && access.held.value.total === 0 ? noneHeld() : nothing}
      ${found?.of === 'roles' ? rowsOf(page, access, found) : nothing}
    </div>
    ${more}`;
}

function rowsOf(
  page: Pick<Page, 'answer' | 'answers'>,
  access: Access,
  found: Extract<Listing, { of: 'roles' }>,
): TemplateResult {
  const givable = found.rows.slice(0, found.choosable);
  const others = found.rows.slice(found.choosable);
  return html`${givable.length === 0 ? nothing : html`<ul>${givable.map((role) => givableRole(page, access, role))}</ul>`}
    ${
      others.length === 0
        ? nothing
        : html`<p class="apart">${l10n.t('Cannot be given: you do not hold them')}</p>
            <ul>
              ${others.map(otherRole)}
            </ul>`
    }
    ${found.matching === 0 ? html`<p class="apart" data-live="status">${l10n.t('No role contains "{0}".', found.search)}</p>` : nothing}`;
}

function noneHeld(): TemplateResult {
  return html`<p class="apart">
    ${l10n.t('You hold no role, so there is none to give. An administrator can give you one.')}
  </p>`;
}

function givableRole(
  page: Pick<Page, 'answer' | 'answers'>,
  access: Access,
  { id, name, description }: ListedRole,
): TemplateResult {
  const { roles } = page.answers;
  return html`<li>
    ${checkbox({
      id: `role-${id}`,
      checked: roles.some(({ roleId }) => roleId === id),
      onChange: (checked) =>
        page.answer({
          roles: checked
            ? [...roles, { roleId: id, divisionIds: homeIn(access) }]
            : roles.filter(({ roleId }) => roleId !== id),
        }),
      label: `${name} ${description}`.trim(),
      content: html`<span class="name">${name}</span> <span class="muted">${description}</span>`,
    })}
  </li>`;
}

function otherRole({ name, description }: ListedRole): TemplateResult {
  return html`<li class="other"><span class="name">${name}</span> <span class="muted">${description}</span></li>`;
}

/** Which roles can be given to a client (rule G12). */
type RoleOffer =
  | { kind: 'loading' }
  /** Neither the roles nor who holds them could be read. */
  | { kind: 'unreadable'; error: PlatformError }
  | {
      kind: 'known';
      /** False when the org did not say what the caller holds: then all are offered. */
      knowsHeld: boolean;
      /** How many are listed: all of the org, or at least those that the caller holds. */
      total: number;
    };

/** What there is to choose from. */
export function roleOffer({ roles, held }: Access): RoleOffer {
  if (roles.kind === 'loading' || held.kind === 'loading') return { kind: 'loading' };
  const listed = roles.kind === 'known' ? roles : held;
  return listed.kind === 'unknown'
    ? { kind: 'unreadable', error: listed.error }
    : { kind: 'known', knowsHeld: held.kind === 'known', total: listed.value.total };
}
