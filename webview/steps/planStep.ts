import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { NEW_CLIENT_ID } from '../../src/core/procedures/placement.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import { connectionText } from '../../src/core/scim/configFile.ts';
import { planStepNote, planStepTitle, sentByStep } from '../../src/core/texts/planSteps.ts';
import { diffView, withId } from '../diff.ts';

/**
 * What a step of the plan sends or writes, to the letter; `clientId` is that of a client that
 * exists already.
 */
export function planStepContent(
  step: Exclude<PlanStep, { kind: 'change-client' }>,
  clientId: string | undefined,
): TemplateResult {
  if (step.kind === 'create-client') return createRequest(step);
  const sent = sentByStep(step);
  const note = planStepNote(step);
  return html`${sent === undefined ? writtenBy(step, clientId) : request(withId(sent.head, clientId), sent.body)}
  ${note === undefined ? nothing : said(note)}`;
}

/** What a step writes, or whom it uses. */
function writtenBy(step: PlanStep, clientId: string | undefined): TemplateResult | typeof nothing {
  switch (step.kind) {
    case 'use-client':
      return step.adopted === undefined ? nothing : html`<p><code>${step.id}</code></p>`;
    case 'write-scim-file':
      return scimFileContent(step, clientId);
    case 'edit-framework-file':
      return diffView(step.diff, clientId);
    case 'create-framework-file':
      return html`<pre tabindex="0" role="group" aria-label=${planStepTitle(step)}>${withId(step.text, clientId)}</pre>`;
    case 'create-role':
    case 'give-role':
    case 'create-client':
    case 'change-client':
    case 'keep-secret':
    case 'read-back':
    case 'prove':
    case 'make-token':
      return nothing;
  }
}

function said(text: string): TemplateResult {
  return html`<p class="muted">${text}</p>`;
}

/** For those who want to see it. */
function request(first: unknown, body: readonly unknown[] = []): TemplateResult {
  return html`<details class="sent">
    <summary>${l10n.t('Show the request')}</summary>
    <pre class="request">${[first, ...body].map(requestLine)}</pre>
  </details>`;
}

/** A new connection as it is added, or what changes in the one that the client has already. */
function scimFileContent(
  step: Extract<PlanStep, { kind: 'write-scim-file' }>,
  clientId: string | undefined,
): TemplateResult {
  const { connection, diff } = step;
  if (diff !== undefined && diff.length > 0) return diffView(diff, clientId);
  if (diff !== undefined)
    return said(l10n.t('The connection of this client is there already, as it is to be.'));
  const text = connectionText({ ...connection, clientId: NEW_CLIENT_ID });
  return html`<pre tabindex="0" role="group" aria-label=${planStepTitle(step)}>${withId(text, clientId)}</pre>`;
}

/** More than this many values fill the page when each has a line of its own; they share one that wraps. */
const MOST_LINES = 6;

/** The request that creates the client, as it is sent. */
function createRequest({ url, body }: Extract<PlanStep, { kind: 'create-client' }>): TemplateResult {
  const fields = Object.entries(body);
  const lines = fields.flatMap(([name, value], index) =>
    `  ${JSON.stringify(name)}: ${valueText(value)}${index < fields.length - 1 ? ',' : ''}`.split('\n'),
  );
  return request(`POST ${url}`, ['{', ...lines.map((text) => withId(text)), '}']);
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const items = value.map((item) => JSON.stringify(item));
  return items.length > MOST_LINES ? `[${items.join(', ')}]` : `[\n    ${items.join(',\n    ')}\n  ]`;
}

/** A line of a request; a long one goes on below its own beginning. */
function requestLine(text: unknown): TemplateResult {
  return html`<span class="line">${text}</span>`;
}
