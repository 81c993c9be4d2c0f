import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { ALL_DIVISIONS } from '../../src/core/platform/authorization.ts';
import type { Access } from '../../src/core/procedures/context.ts';
import type { ChosenRole } from '../../src/core/procedures/draft.ts';
import { homeIn } from '../../src/core/procedures/namedAccess.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { checkbox, searchField } from '../controls.ts';
import { longList, scrollToStart } from '../longList.ts';
import type { Page } from '../page.ts';
import { reading, unreadable } from './beingRead.ts';

/** As many divisions as the eye still takes in at once; with more there is a search. */
const FEW_DIVISIONS = 8;

/** Where one of the chosen roles applies. */
export function divisionsOfChosen(page: Page, chosen: ChosenRole, access: Access): TemplateResult {
  const { roleId } = chosen;
  return divisionPicker(page, chosen, access, (divisionIds) =>
    page.answer({
      roles: page.answers.roles.map((role) =>
        role.roleId === roleId ? { roleId, divisionIds: [...divisionIds] } : role,
      ),
    }),
  );
}

/** Where a role applies (rules G13, S5): everywhere in one click, or in a choice of divisions. */
export function divisionPicker(
  page: Page,
  chosen: ChosenRole,
  access: Access,
  choose: (divisionIds: readonly string[]) => void,
): TemplateResult {
  const { divisions } = access;
  switch (divisions.kind) {
    case 'loading':
      return reading(l10n.t('Reading divisions…'));
    case 'unknown':
      return unreadable(page, l10n.t('The divisions could not be read.'), divisions.error);
    case 'known':
      return knownDivisions(page, chosen, divisions.value.total, homeIn(access), choose);
  }
}

function knownDivisions(
  page: Page,
  { roleId, divisionIds }: ChosenRole,
  total: number,
  home: readonly string[],
  choose: (divisionIds: readonly string[]) => void,
): TemplateResult {
  const all = divisionIds.includes(ALL_DIVISIONS);
  const everywhere = checkbox({
    id: `division-${roleId}-all`,
    checked: all,
    onChange: (checked) => choose(checked ? [ALL_DIVISIONS] : home),
    content: html`<span class="name">${l10n.t('All divisions')}</span>
      <span class="muted">${l10n.t('also those that are added later')}</span>`,
    label: listed([l10n.t('All divisions'), l10n.t('also those that are added later')]),
  });
  return html`${total > 1 || all ? everywhere : nothing}
    ${all ? nothing : choiceOf(page, { roleId, divisionIds }, total, choose)}`;
}

function choiceOf(
  page: Page,
  { roleId, divisionIds }: ChosenRole,
  total: number,
  choose: (ids: readonly string[]) => void,
): TemplateResult {
  const search = page.looks.divisionSearch[roleId] ?? '';
  const { found, isBusy, onScroll, more } = longList(page, listId(roleId), 'divisions', search);
  return html`${total <= FEW_DIVISIONS ? nothing : searchOf(page, roleId, total, divisionIds)}
    <div class="divisions" id=${listId(roleId)} aria-busy=${isBusy} @scroll=${onScroll}>
      ${found?.rows.map(({ id, name }) =>
        checkbox({
          id: `division-${roleId}-${id}`,
          checked: divisionIds.includes(id),
          onChange: (checked) =>
            choose(checked ? [...divisionIds, id] : divisionIds.filter((other) => other !== id)),
          content: name,
          label: name,
        }),
      )}
    </div>
    ${found?.matching === 0 ? html`<p class="hint" data-live="status">${l10n.t('No division contains "{0}".', found.search)}</p>` : nothing}
    ${more}`;
}

function searchOf(
  page: Pick<Page, 'language' | 'look' | 'looks'>,
  roleId: string,
  total: number,
  divisionIds: readonly string[],
): TemplateResult {
  const { language } = page;
  return html`<div class="tools">
    ${searchField({
      id: `search-divisions-${roleId}`,
      label:
        total === 1
          ? l10n.t('Search 1 division')
          : l10n.t('Search {0} divisions', numberText(total, language)),
      value: page.looks.divisionSearch[roleId] ?? '',
      onInput: (text) => {
        page.look({ divisionSearch: { ...page.looks.divisionSearch, [roleId]: text } });
        scrollToStart(`#${CSS.escape(listId(roleId))}`);
      },
    })}
    <span class="muted" data-live="status">
      ${l10n.t('{0} of {1}', numberText(divisionIds.length, language), numberText(total, language))}
    </span>
  </div>`;
}

function listId(roleId: string): string {
  return `divisions-${roleId}`;
}
