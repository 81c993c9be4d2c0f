import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { Field } from '../../src/core/procedures/draft.ts';
import type { DraftFinding } from '../../src/core/procedures/draftFinding.ts';
import { NEW_CLIENT_ID } from '../../src/core/procedures/placement.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import { connectionText } from '../../src/core/scim/configFile.ts';
import { planStepNote, sentByStep } from '../../src/core/texts/planSteps.ts';
import { diffView, withId } from '../diff.ts';
import { findingLine } from '../findings.ts';
import type { Page } from '../page.ts';

/**
 * What a step of the plan that follows the creation sends or writes, to the letter; `clientId` is that of a client that
 * exists already.
 */
export function planStepContent(
  step: Exclude<PlanStep, { kind: 'create-client' | 'change-client' }>,
  clientId: string | undefined,
): TemplateResult {
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
      return html`<pre tabindex="0">${withId(step.text, clientId)}</pre>`;
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

function request(first: unknown, body: readonly string[] = []): TemplateResult {
  return html`<pre class="request">${[first, ...body].map(requestLine)}</pre>`;
}

/** A new connection as it is added, or what changes in the one that the client has already. */
function scimFileContent(
  { connection, diff }: Extract<PlanStep, { kind: 'write-scim-file' }>,
  clientId: string | undefined,
): TemplateResult {
  if (diff !== undefined && diff.length > 0) return diffView(diff, clientId);
  if (diff !== undefined)
    return said(l10n.t('The connection of this client is there already, as it is to be.'));
  const text = connectionText({ ...connection, clientId: NEW_CLIENT_ID });
  return html`<pre tabindex="0">${withId(text, clientId)}</pre>`;
}

type CreateClientStep = Extract<PlanStep, { kind: 'create-client' }>;

/** Which part of the request each question answers. */
const ANSWERS: { readonly [at in Field]?: keyof OAuthClientRequest } = {
  name: 'name',
  description: 'description',
  duration: 'accessTokenValiditySeconds',
  grantType: 'authorizedGrantType',
  redirectUris: 'registeredRedirectUri',
  scopes: 'scope',
  roles: 'roleDivisions',
};

/** More than this many values fill the page when each has a line of its own; they share one that wraps. */
const MOST_LINES = 6;

/** The request that creates the client, as it is sent, with what to know about a line below that line. */
export function createRequest(
  page: Pick<Page, 'answer' | 'language'>,
  { url, body }: CreateClientStep,
  warnings: readonly DraftFinding[],
): TemplateResult {
  const fields = Object.entries(body);
  const rows = fields.map(([name, value], index) => {
    const text = `  ${JSON.stringify(name)}: ${valueText(value)}${index < fields.length - 1 ? ',' : ''}`;
    const own = warnings.filter(({ place }) => ANSWERS[place] === name);
    return html`${text.split('\n').map((line) => requestLine(withId(line)))}${own.map((warning) => findingLine(page, warning))}`;
  });
  return html`<pre class="request">${requestLine(`POST ${url}`)}${requestLine('{')}${rows}${requestLine('}')}</pre>`;
}

/** Those that are about no line of this request. */
export function besidesRequest(
  { body }: CreateClientStep,
  warnings: readonly DraftFinding[],
): readonly DraftFinding[] {
  return warnings.filter(({ place }) => {
    const name = ANSWERS[place];
    return name === undefined || body[name] === undefined;
  });
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
