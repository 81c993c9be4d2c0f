import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { clientHosts, orgOf } from '../../src/core/procedures/context.ts';
import {
  asOfText,
  type Doubt,
  doubtsOf,
  filledTexts,
  likelyText,
  neededText,
  notNeededText,
  reasonText,
  recognizedText,
} from '../../src/core/texts/callsInWizard.ts';
import { insteadOfTexts, notUnderstoodTexts } from '../../src/core/texts/privileges.ts';
import type { NeedsFound, Some } from '../../src/core/wizard/needs/shown.ts';
import { button } from '../controls.ts';
import { severityMark } from '../findings.ts';
import { focusField } from '../focus.ts';
import type { Page } from '../page.ts';
import { FIND_BUTTON, findNeeds, isOutdated } from './pastedCalls.ts';

/** What was found, whence, and what it leaves open. */
export function foundView(
  page: Page,
  found: NeedsFound,
  choices: (found: NeedsFound) => TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="found">
    <p class="outcome" data-live="status">
      <b>${recognizedText(found, page.language)}</b><span>${neededText(found)}</span>
    </p>
    ${isOutdated(page) ? html`<p class="hint">${l10n.t('The text has changed since. This is the answer to the one before.')}</p>` : nothing}
    ${choices(found)} ${permissions(page, found)}
    ${doubtsOf(found, page.language).map(doubt)} ${calmly([likelyText(found, page.language)])}
    ${whence(page)}
  </div>`;
}

function whence(page: Page): TemplateResult | typeof nothing {
  const { description } = page.needs;
  if (description.kind !== 'known') return nothing;
  const { host, insteadOf, unread = 0 } = description;
  const apiHost = new URL(clientHosts(page.context)?.apiUrl ?? `https://${host}`).host;
  return html`${
    insteadOf === undefined
      ? nothing
      : doubt({ severity: 'warning', texts: insteadOfTexts(insteadOf, description, apiHost, page.language) })
  }
    <p class="hint">
      ${asOfText({ ...description, isPractice: orgOf(page.context)?.practice === true }, page.language)}
      <button class="link" @click=${() => findNeeds(page, true)}>${l10n.t('Refresh')}</button>
    </p>
    ${calmly(notUnderstoodTexts({ unread }, page.language))}`;
}

/** What need not be acted on, a line each. */
function calmly(texts: readonly (string | undefined)[]): readonly TemplateResult[] {
  return texts.flatMap((text) => (text === undefined ? [] : [html`<p class="hint">${text}</p>`]));
}

/** What need not be acted on has no mark, so that what should be is seen. */
function doubt({ severity, texts }: Doubt): TemplateResult {
  if (severity === 'hint')
    return html`<p class="hint">${texts.map((text) => html`<span>${text}</span>`)}</p>`;
  return html`<p class="finding ${severity}">
    ${severityMark({ severity })}${texts.map((text) => html`<span>${text}</span>`)}
  </p>`;
}

/** The scopes open the door alone: what is behind it, each person may as far as their own permissions go. */
function permissions(
  { language }: Page,
  { callsAs, permissions: all, roles }: NeedsFound,
): TemplateResult | typeof nothing {
  if (all.total === 0) return nothing;
  const title =
    callsAs === 'person'
      ? l10n.t('Permissions that whoever logs in needs, too ({0})', all.total)
      : l10n.t('Permissions that they need ({0})', all.total);
  const isAllThereIs = callsAs === 'client' && roles === undefined;
  // What stands in the way of what is chosen is never folded.
  const someAreLacked = callsAs === 'client' && all.first.some(({ isHeld }) => isHeld === false);
  return html`<details ?open=${isAllThereIs || someAreLacked}>
    <summary>${title}</summary>
    <ul class="plain">
      ${all.first.map(
        (each) => html`<li>
          <code>${each.permission}</code> ${reason(each.for, language)}
          ${callsAs === 'client' && each.isHeld === false ? html`<span class="lacked">${severityMark({ severity: 'warning' })}${l10n.t('You do not have it yourself.')}</span>` : nothing}
        </li>`,
      )}
    </ul>
  </details>`;
}

/** What something is for, beside its name. */
export function reason(calls: Some<string>, language: string): TemplateResult {
  return html`<span class="muted">${reasonText(calls, language)}</span>`;
}

/** One thing that is needed, and whether it is chosen already. */
export function neededRow(isChosen: boolean, name: unknown, content: unknown): TemplateResult {
  return html`<li class=${isChosen ? 'chosen' : 'lacking'}>
    <span class="mark" aria-hidden="true">${isChosen ? '✓' : nothing}</span>
    <span class="name">${name}<span class="visually-hidden"> ${isChosen ? l10n.t('(chosen)') : l10n.t('(not chosen)')}</span></span>
    <span class="why">${content}</span>
  </li>`;
}

const FILLED = 'filled';

/** The button that was pressed is gone: what it did, and the way back, stand in its place. */
export function focusFilled(): void {
  focusField(FILLED);
}

/** What was done by one of the buttons below, and the way back. */
export function filledNote(
  page: Pick<Page, 'answer' | 'answers' | 'language' | 'looks'>,
): TemplateResult | typeof nothing {
  const { filled } = page.looks;
  if (filled === undefined) return nothing;
  const takeBack = () => {
    page.answer(filled.takenBack(page.answers), { filled: undefined });
    focusField(FIND_BUTTON);
  };
  return html`<p id=${FILLED} class="filled" data-live="status" tabindex="-1">
    ${filledTexts(filled, page.language).map((text) => html`<span>${text}</span>`)}
    <button class="link" @click=${takeBack}>${l10n.t('Undo')}</button>
  </p>`;
}

/** What is lacking and what is in excess of what is chosen, by name, and what the person can do about it. */
type Choice = {
  lacking: readonly string[];
  excess: readonly string[];
  /** Chooses what is lacking. */
  add: () => void;
  /** The same, and no longer what is not needed; undefined where nothing would go. */
  only: (() => void) | undefined;
};

/** A button for each of them, with what it is about. */
export function choiceButtons(
  { language }: Pick<Page, 'language'>,
  { lacking, excess, add, only }: Choice,
): TemplateResult {
  return html`${excess.length === 0 ? nothing : html`<p class="hint">${notNeededText(excess, language)}</p>`}
  ${
    lacking.length === 0 && only === undefined
      ? nothing
      : html`<p class="actions">
          ${lacking.length === 0 ? nothing : button({ label: l10n.t('Choose these'), onClick: add })}
          ${only === undefined ? nothing : button({ label: l10n.t('Only these'), onClick: only })}
        </p>`
  }`;
}
