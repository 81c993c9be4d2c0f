import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { orgOf } from '../../src/core/procedures/context.ts';
import { mayAdopt } from '../../src/core/procedures/startFrom/fit.ts';
import { exportName } from '../exportNames.ts';
import { focusField } from '../focus.ts';
import type { Looks } from '../looks.ts';
import type { Page } from '../page.ts';
import { clientList } from './clientList.ts';
import { jsonField } from './jsonField.ts';
import { startedFrom } from './startedFrom.ts';

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
function sources({ procedure, context }: Page): Source[] {
  if (orgOf(context) === undefined) return ['json'];
  return mayAdopt(procedure) ? ['use', 'copy', 'json'] : ['copy', 'json'];
}

function chip(page: Page, source: Source): TemplateResult {
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
