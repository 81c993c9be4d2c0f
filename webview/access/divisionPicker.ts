import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Access, Division } from '../../src/core/procedures/context.ts';
import type { ChosenRole } from '../../src/core/procedures/draft.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import { button, checkbox, searchField } from '../controls.ts';
import type { Page } from '../page.ts';
import { reading, unreadable } from './reading.ts';

/** As many divisions as the eye still takes in at once; with more there is a search. */
const FEW_DIVISIONS = 8;
const MOST_ROWS = 100;

/** Where a role applies (rules G13, S5): all divisions in one click, or a choice of them. */
export function divisionPicker(page: Page, chosen: ChosenRole, { divisions }: Access): TemplateResult {
  switch (divisions.kind) {
    case 'loading':
      return reading(l10n.t('Reading divisions…'));
    case 'unknown':
      return unreadable(page, l10n.t('The divisions could not be read.'), divisions.error);
    case 'known':
      return knownDivisions(page, chosen, divisions.value);
  }
}

function knownDivisions(page: Page, chosen: ChosenRole, divisions: readonly Division[]): TemplateResult {
  const { roleId, divisionIds } = chosen;
  const search = page.looks.divisionSearch[roleId] ?? '';
  const wanted = search.trim().toLowerCase();
  const found = homeFirst(divisions).filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = found.slice(0, MOST_ROWS);
  const choose = (ids: readonly string[]) =>
    page.answer({
      roles: page.answers.roles.map((role) =>
        role.roleId === roleId ? { roleId, divisionIds: [...ids] } : role,
      ),
    });
  return html`${divisions.length === 1 ? nothing : quickChoices(page, chosen, divisions, choose)}
    ${
      divisions.length <= FEW_DIVISIONS
        ? nothing
        : html`<div class="tools">
            ${searchField({
              id: `search-divisions-${roleId}`,
              label: l10n.t('Search {0} divisions', numberText(divisions.length, page.language)),
              value: search,
              onInput: (text) =>
                page.look({ divisionSearch: { ...page.looks.divisionSearch, [roleId]: text } }),
            })}
          </div>`
    }
    <div class="divisions">
      ${shown.map(({ id, name }) =>
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
    ${found.length === 0 ? html`<p class="hint">${l10n.t('No division contains "{0}".', search)}</p>` : nothing}
    ${found.length === shown.length ? nothing : html`<p class="hint">${l10n.t('{0} more. Search to find them.', numberText(found.length - shown.length, page.language))}</p>`}`;
}

function quickChoices(
  page: Page,
  { divisionIds }: ChosenRole,
  divisions: readonly Division[],
  choose: (ids: readonly string[]) => void,
): TemplateResult {
  const home = divisions.filter(({ isHome }) => isHome).map(({ id }) => id);
  return html`<p class="actions">
    ${button({ label: l10n.t('All divisions'), onClick: () => choose(divisions.map(({ id }) => id)) })}
    ${home.length === 0 ? nothing : button({ label: l10n.t('Only the Home division'), onClick: () => choose(home) })}
    <span class="muted" role="status">
      ${l10n.t('{0} of {1}', numberText(divisionIds.length, page.language), numberText(divisions.length, page.language))}
    </span>
  </p>`;
}

const { compare: byName } = new Intl.Collator(undefined, { numeric: true });

function homeFirst(divisions: readonly Division[]): Division[] {
  const rank = ({ isHome }: Division) => (isHome ? 0 : 1);
  return [...divisions].sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name));
}
