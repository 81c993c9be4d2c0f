import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { orgOf } from '../../src/core/procedures/context.ts';
import { mayAdopt } from '../../src/core/procedures/startFrom/adopt.ts';
import { jsonRefusalText, leftOutTexts, notTakenText } from '../../src/core/texts/startFrom.ts';
import { button, textArea } from '../controls.ts';
import { focusField } from '../focus.ts';
import type { Looks, StartedFrom } from '../looks.ts';
import type { Page } from '../page.ts';
import { exportName } from '../takeElsewhere.ts';
import { clientList } from './clientList.ts';

type Source = NonNullable<Looks['startsFrom']>;

/** The way to begin with something that is there already, instead of with nothing. Closed until asked for. */
export function startFrom(page: Page): TemplateResult {
  const { startsFrom } = page.looks;
  return html`<div class="start-from">
    <div class="chips" role="group" aria-labelledby="start-from">
      <span id="start-from" class="label muted">${l10n.t('Start from')}</span>
      ${sources(page).map((source) => chip(page, source))}
    </div>
    ${startsFrom === undefined ? startedFrom(page) : html`<div class="source">${sourceView(page, startsFrom)}</div>`}
  </div>`;
}

/** Which clients there are is known only once one is signed in. */
function sources({ procedure, context }: Pick<Page, 'context' | 'procedure'>): Source[] {
  if (orgOf(context) === undefined) return ['json'];
  return mayAdopt(procedure) ? ['use', 'copy', 'json'] : ['copy', 'json'];
}

function chip(page: Pick<Page, 'look' | 'looks'>, source: Source): TemplateResult {
  const isOpen = page.looks.startsFrom === source;
  const toggle = () => {
    page.look({ startsFrom: isOpen ? undefined : source, clientSearch: '', jsonText: '', jsonRefusals: [] });
    if (!isOpen) focusField('start-from-source');
  };
  return html`<button id="start-from-${source}" class="chip ${isOpen ? 'on' : ''}" aria-expanded=${isOpen} @click=${toggle}>
    ${sourceName(source)}
  </button>`;
}

function sourceName(source: Source): string {
  switch (source) {
    case 'use':
      return l10n.t('An existing client, as it is');
    case 'copy':
      return l10n.t('A copy of a client');
    case 'json':
      return exportName('json');
  }
}

function sourceView(page: Page, source: Source): TemplateResult | typeof nothing {
  const org = orgOf(page.context);
  if (source === 'json') return jsonField(page);
  return org === undefined ? nothing : clientList(page, org, source);
}

/** What the answers were filled in from, what was not taken over, and the way back to those of before. */
function startedFrom(page: Pick<Page, 'language' | 'looks' | 'replace'>): TemplateResult | typeof nothing {
  const { startedFrom: filled } = page.looks;
  if (filled === undefined) return nothing;
  const undo = () => page.replace(filled.before, { startedFrom: undefined });
  return html`<div id="started-from" class="note filled" data-live="status" tabindex="-1">
    <p>
      <b>${whence(filled)}</b>
      <button class="link" @click=${undo}>${l10n.t('Undo')}</button>
    </p>
    ${filled.droppedSecret ? html`<p>${l10n.t('The secret in it was not taken: a new client gets its own.')}</p>` : nothing}
    ${filled.notTaken.map((each) => html`<p>${notTakenText(each)}</p>`)}
    ${filled.leftOut === undefined ? nothing : leftOutTexts(filled.leftOut, page.language).map((text) => html`<p>${text}</p>`)}
  </div>`;
}

function whence({ name }: StartedFrom): string {
  return name === undefined
    ? l10n.t('All pages are filled in from the JSON.')
    : l10n.t('All pages are filled in from "{0}".', name);
}

/** A client as JSON, pasted here or taken from the clipboard. */
function jsonField(page: Pick<Page, 'language' | 'look' | 'looks' | 'send'>): TemplateResult {
  const { jsonText, jsonRefusals } = page.looks;
  return html`<div class="field">
    ${textArea({
      id: 'start-from-source',
      label: l10n.t('JSON of the client'),
      value: jsonText,
      invalid: jsonRefusals.length > 0,
      describedBy: ['findings-json', 'hint-json'],
      onInput: (text) => page.look({ jsonText: text, jsonRefusals: [] }),
      onLeave: () => undefined,
      rows: 8,
    })}
    <div id="findings-json" class="findings" data-live="alert">
      ${jsonRefusals.map(
        (refusal) => html`<p class="finding error">
          <span class="mark" aria-hidden="true">⊗</span>${jsonRefusalText(refusal, page.language)}
        </p>`,
      )}
    </div>
    <p id="hint-json" class="hint">
      ${l10n.t('What "Copy as JSON" on the last page copies, or what the Platform API, an SDK or a Terraform state says about a client. A secret in it is not taken.')}
    </p>
    <p class="actions">
      ${button({ label: l10n.t('Fill in'), onClick: () => page.send({ type: 'read-json', text: jsonText }) })}
      ${button({ label: l10n.t('Take it from the clipboard'), onClick: () => page.send({ type: 'read-json' }) })}
    </p>
  </div>`;
}
