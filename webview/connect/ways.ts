import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Way, wayId } from '../../src/core/signIn/ways.ts';
import { wayNeeds, wayTitle } from '../../src/core/texts/ways.ts';
import { button } from '../controls.ts';
import type { Page } from '../page.ts';

/**
 * A card for each way, in the order given; whoever does not want to sign in finds that apart, below the others. The
 * first card gets the id.
 */
export function wayCards(page: Pick<Page, 'send'>, ways: readonly Way[], id?: string): TemplateResult {
  const signIns = ways.filter(({ kind }) => kind !== 'admin-page');
  const others = ways.filter(({ kind }) => kind === 'admin-page');
  return html`${signIns.length === 0 ? nothing : cards(page, signIns, id)}
  ${others.length === 0 ? nothing : html`<h3>${l10n.t('No sign-in')}</h3>`}
  ${others.length === 0 ? nothing : cards(page, others, signIns.length === 0 ? id : undefined)}`;
}

/** The ways that lead to what one is at: a client that exists is changed in its org, and nowhere else. */
export function waysFor({ procedure, ways }: Pick<Page, 'procedure' | 'ways'>): readonly Way[] {
  return procedure === 'edit' ? ways.filter(({ kind }) => kind !== 'admin-page') : ways;
}

function cards(page: Pick<Page, 'send'>, ways: readonly Way[], firstId: string | undefined): TemplateResult {
  return html`<ul class="cards ways">
    ${ways.map(
      (way, index) => html`<li>
        <button
          id=${ifDefined(index === 0 ? firstId : undefined)}
          class="card"
          @click=${() => page.send({ type: 'connect', way: wayId(way) })}
        >
          <b>${wayTitle(way)}</b>
          <span>${wayNeeds(way)}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

/** Shows and hides the ways to somebody or something else than what is chosen now. */
export function waysToggle(page: Pick<Page, 'look' | 'looks'>, label: string, id?: string): TemplateResult {
  const { showsWays } = page.looks;
  return button({
    label,
    expanded: showsWays,
    ...(id === undefined ? {} : { id }),
    onClick: () => page.look({ showsWays: !showsWays }),
  });
}

/** The ways that the toggle has opened. */
export function openedWays(
  page: Pick<Page, 'looks' | 'send'>,
  ways: readonly Way[],
): TemplateResult | typeof nothing {
  return page.looks.showsWays ? html`<div class="opened">${wayCards(page, ways)}</div>` : nothing;
}
