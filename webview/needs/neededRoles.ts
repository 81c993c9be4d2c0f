import { html, nothing, type TemplateResult } from 'lit';
import type { Access } from '../../src/core/procedures/context.ts';
import type { Answers, ChosenRole } from '../../src/core/procedures/draft.ts';
import { homeIn, roleName } from '../../src/core/procedures/namedAccess.ts';
import { excessText } from '../../src/core/texts/callsInWizard.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import type { Page } from '../page.ts';
import { choiceButtons, filledNote, focusFilled, neededRow, reason } from './found.ts';

/** The roles that hold what is needed, and the ways to choose them. */
export function neededRoles(
  page: Page,
  { roles }: NeedsFound,
  access: Access,
): TemplateResult | typeof nothing {
  if (roles === undefined) return nothing;
  const { roles: chosen } = page.answers;
  const needed = roles.needed.first;
  const isChosen = (id: string) => chosen.some(({ roleId }) => roleId === id);
  const lacking = needed.filter(({ id }) => !isChosen(id));
  const excess = chosen.filter(({ roleId }) => !needed.some(({ id }) => id === roleId));
  const nameOf = ({ roleId }: ChosenRole) => roleName(roleId, access);
  const choose = (removed: readonly ChosenRole[]) => {
    const added = lacking.map(({ id }) => ({ roleId: id, divisionIds: homeIn(access) }));
    const takenBack = ({ roles: now }: Answers) => ({ roles: changed(now, removed, added) });
    const filled = { added: lacking.map(({ name }) => name), removed: removed.map(nameOf), takenBack };
    page.answer({ roles: changed(chosen, added, removed) }, { filled });
    focusFilled();
  };
  return html`${
    needed.length === 0
      ? nothing
      : html`<ul class="plain">
          ${needed.map((role) =>
            neededRow(
              isChosen(role.id),
              role.name,
              html`${reason(role.for, page.language)}<span class="muted">${excessText(role, page.language)}</span>`,
            ),
          )}
        </ul>`
  }
  ${filledNote(page)}
  ${
    needed.length === 0
      ? nothing
      : choiceButtons(page, {
          lacking: lacking.map(({ name }) => name),
          excess: excess.map(nameOf),
          add: () => choose([]),
          only: excess.length === 0 ? undefined : () => choose(excess),
        })
  }`;
}

function changed(
  chosen: readonly ChosenRole[],
  added: readonly ChosenRole[],
  removed: readonly ChosenRole[],
): ChosenRole[] {
  const isAmong = (some: readonly ChosenRole[], { roleId }: ChosenRole) =>
    some.some((other) => other.roleId === roleId);
  return [
    ...chosen.filter((role) => !isAmong(removed, role)),
    ...added.filter((role) => !isAmong(chosen, role)),
  ];
}
