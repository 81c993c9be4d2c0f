import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../src/core/procedures/draft.ts';
import { enoughText } from '../../src/core/texts/callsInWizard.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import type { Page } from '../page.ts';
import { choiceButtons, filledNote, focusFilled, neededRow, reason } from './found.ts';

/** The scopes that are needed, and the ways to choose them; `preset` stays chosen whatever is called. */
export function neededScopes(page: Page, found: NeedsFound, preset: readonly string[]): TemplateResult {
  const { scopes: chosen } = page.answers;
  const needed = found.scopes.map(({ scope }) => scope);
  const rows = found.scopes.map((each) => ({
    ...each,
    wider: each.orElse.find((scope) => chosen.includes(scope)),
  }));
  const isLacking = ({ scope, wider }: (typeof rows)[number]) =>
    !chosen.includes(scope) && wider === undefined;
  const lacking = rows.filter(isLacking).map(({ scope }) => scope);
  // What is preset stays, and is enough where it is wider.
  const exactly = rows
    .filter((row) => isLacking(row) || (row.wider !== undefined && !preset.includes(row.wider)))
    .map(({ scope }) => scope);
  const beyond = chosen.filter((scope) => !needed.includes(scope) && !preset.includes(scope));
  const excess = beyond.filter((scope) => !rows.some(({ wider }) => wider === scope));
  const choose = (wanted: readonly string[], removed: readonly string[]) => {
    const added = wanted.filter((scope) => !chosen.includes(scope));
    const takenBack = ({ scopes }: Answers) => ({ scopes: changed(scopes, removed, added) });
    page.answer({ scopes: changed(chosen, added, removed) }, { filled: { added, removed, takenBack } });
    focusFilled();
  };
  if (needed.length === 0) return html`${filledNote(page)}`;
  return html`<ul class="plain">
      ${rows.map(({ scope, for: calls, wider }) =>
        neededRow(
          chosen.includes(scope) || wider !== undefined,
          html`<code>${scope}</code>`,
          html`${reason(calls, page.language)}${
            wider === undefined || chosen.includes(scope)
              ? nothing
              : html`<span class="muted">${enoughText(wider)}</span>`
          }`,
        ),
      )}
    </ul>
    ${filledNote(page)}
    ${choiceButtons(page, {
      lacking,
      excess,
      add: () => choose(lacking, []),
      only: beyond.length === 0 ? undefined : () => choose(exactly, beyond),
    })}`;
}

function changed(chosen: readonly string[], added: readonly string[], removed: readonly string[]): string[] {
  return [
    ...chosen.filter((scope) => !removed.includes(scope)),
    ...added.filter((scope) => !chosen.includes(scope)),
  ];
}
