import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { NEW_ROLE_ID } from '../src/core/procedures/newRole.ts';
import { NEW_CLIENT_ID, type Placement } from '../src/core/procedures/placement.ts';

type DiffLine = Extract<Placement, { kind: 'possible' }>['diff'][number];

/** The lines around a change; signs beside the colours, because not everybody sees those. */
export function diffView(lines: readonly DiffLine[], clientId?: string): TemplateResult {
  return html`<pre class="diff" tabindex="0">${lines.map(
    ({ kind, line, text }) =>
      html`<span class="line ${kind}"><span class="number">${line}</span><span class="sign">${signs[kind]}</span>${withId(text, clientId)}</span>`,
  )}</pre>`;
}

/** Code with the Client ID in its place; while there is none yet, words stand for it, and for that of a new role. */
export function withId(text: string, clientId?: string): TemplateResult {
  const [before = '', ...after] = text.split(NEW_CLIENT_ID);
  const id = clientId ?? html`<i>${l10n.t('the new Client ID')}</i>`;
  return html`${withRoleId(before)}${after.map((part) => html`${id}${withRoleId(part)}`)}`;
}

function withRoleId(text: string): TemplateResult {
  const [before, ...after] = text.split(NEW_ROLE_ID);
  return html`${before}${after.map((part) => html`<i>${l10n.t('the ID of the new role')}</i>${part}`)}`;
}

const signs = { same: ' ', removed: '-', added: '+' } as const;
