import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../src/core/procedures/draft.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import type { Page } from '../page.ts';
import { choiceButtons, filledNote, neededRow, reason } from './found.ts';

/** The scopes that are needed, and the ways to choose them; `preset` stays chosen whatever is called. */
export function neededScopes(page: Page, found: NeedsFound, preset: readonly string[]): TemplateResult {
  const { scopes: chosen } = page.answers;
  const needed = found.scopes.map(({ scope }) => scope);
  const lacking = needed.filter((scope) => !chosen.includes(scope));
  const excess = chosen.filter((scope) => !needed.includes(scope) && !preset.includes(scope));
  const choose = (removed: readonly string[]) => {
    const takenBack = ({ scopes }: Answers) => ({ scopes: changed(scopes, removed, lacking) });
    page.answer(
      { scopes: changed(chosen, lacking, removed) },
      { filled: { added: lacking, removed, takenBack } },
    );
  };
  return html`${
    needed.length === 0
      ? nothing
      : html`<ul class="plain">
          ${found.scopes.map(({ scope, for: calls }) =>
            neededRow(chosen.includes(scope), html`<code>${scope}</code>`, reason(calls, page.language)),
          )}
        </ul>`
  }
  ${filledNote(page)}
  ${needed.length === 0 ? nothing : choiceButtons(page, { lacking, excess }, { add: () => choose([]), only: () => choose(excess) })}`;
}

function changed(chosen: readonly string[], added: readonly string[], removed: readonly string[]): string[] {
  return [
    ...chosen.filter((scope) => !removed.includes(scope)),
    ...added.filter((scope) => !chosen.includes(scope)),
  ];
}
