import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientName } from '../../src/core/texts/clientName.ts';
import { changedAgoText } from '../../src/core/texts/duration.ts';
import { procedureTitle } from '../../src/core/texts/steps.ts';
import type { FormerDraft } from '../../src/core/wizard/state.ts';
import { confirmation } from '../confirmation.ts';
import type { PageStore } from '../pageStore.ts';

/** More push the question itself out of sight; the others are one click away. */
const MOST_ROWS = 3;

/** The half-filled drafts that were left, each to go on with or to discard. */
export function formerDraftList(
  store: PageStore,
  drafts: readonly FormerDraft[],
): TemplateResult | typeof nothing {
  if (drafts.length === 0) return nothing;
  const shown = store.looks.showsAllDrafts ? drafts : drafts.slice(0, MOST_ROWS);
  return html`<h3 id="former-drafts">${l10n.t('Not finished yet')}</h3>
    <ul class="drafts" aria-labelledby="former-drafts">
      ${repeat(
        shown,
        ({ id }) => id,
        (draft) => html`<li>${row(store, draft)}</li>`,
      )}
    </ul>
    ${shown.length === drafts.length ? nothing : showAll(store, drafts.length)}`;
}

function row(store: PageStore, former: FormerDraft): TemplateResult {
  const { id, procedure, changedAt } = former;
  const changed = changedAgoText(changedAt, new Date(), document.documentElement.lang);
  return html`<button class="link" @click=${() => store.send({ type: 'take-up-draft', id })}>
      ${goOnText(former)}
    </button>
    <span class="muted">${procedureTitle(procedure)} · ${changed}</span>
    <span class="end">${discard(store, former)}</span>`;
}

function goOnText({ draft: { name = '', edits } }: FormerDraft): string {
  if (edits !== undefined) return l10n.t('Go on with the change of "{0}"', clientName(edits.record));
  const given = name.trim();
  return given === '' ? l10n.t('Go on with the unnamed draft') : l10n.t('Go on with "{0}"', given);
}

/** Asks once more: what is discarded is gone. */
function discard(store: PageStore, { id, draft: { name = '' } }: FormerDraft): TemplateResult {
  return confirmation({
    id: `discard-${id}`,
    isAsked: store.looks.asksToDiscard === id,
    ask: (isAsked) => store.look({ asksToDiscard: isAsked ? id : undefined }),
    opener: ({ id: openerId, open }) => html`<button id=${openerId} class="link" @click=${open}>
      ${l10n.t('Discard')}<span class="visually-hidden"> ${name}</span>
    </button>`,
    question: html`${l10n.t('Discard for good?')}`,
    answers: (
      leave,
    ) => html`<button class="link" @click=${() => store.send({ type: 'discard-draft', id })}>${l10n.t('Discard')}</button>
      <button class="link" @click=${leave}>${l10n.t('Keep')}</button>`,
  });
}

function showAll(store: PageStore, count: number): TemplateResult {
  return html`<p>
    <button class="link" @click=${() => store.look({ showsAllDrafts: true })}>
      ${l10n.t('Show all {0}', count)}
    </button>
  </p>`;
}
