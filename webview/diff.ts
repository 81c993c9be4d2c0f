import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { NEW_ROLE_ID } from '../src/core/procedures/newRole.ts';
import { NEW_CLIENT_ID, type Placement } from '../src/core/procedures/placement.ts';

type DiffLine = Extract<Placement, { kind: 'possible' }>['diff'][number];

/** The lines around a change; signs beside the colours, because not everybody sees those. */
export function diffView(lines: readonly DiffLine[], clientId?: string): TemplateResult {
  return html`<pre class="diff" role="group" aria-label=${l10n.t('Lines that change')} tabindex="0">${lines.map(
    ({ kind, line, text }) =>
      html`<span class="line ${kind}"><span class="number" aria-hidden="true">${line}</span><span class="sign" aria-hidden="true">${signs[kind]}</span>${changed(kind, withId(text, clientId))}</span>`,
  )}</pre>`;
}

/** Says to those who listen what the sign and the colour say. */
function changed(kind: DiffLine['kind'], text: TemplateResult): TemplateResult {
  switch (kind) {
    case 'same':
      return text;
    case 'removed':
      return html`<del><span class="visually-hidden">${l10n.t('Removed:')} </span>${text}</del>`;
    case 'added':
      return html`<ins><span class="visually-hidden">${l10n.t('Added:')} </span>${text}</ins>`;
  }
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
