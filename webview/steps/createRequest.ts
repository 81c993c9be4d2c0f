import { html, type TemplateResult } from 'lit';
import type { OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { Field } from '../../src/core/procedures/draft.ts';
import type { DraftFinding } from '../../src/core/procedures/draftFinding.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import { findingLine } from '../findings.ts';
import type { Page } from '../page.ts';
import { requestLine } from './requestLine.ts';

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
  page: Page,
  { url, body }: CreateClientStep,
  warnings: readonly DraftFinding[],
): TemplateResult {
  const fields = Object.entries(body);
  const rows = fields.map(([name, value], index) => {
    const text = `  ${JSON.stringify(name)}: ${valueText(value)}${index < fields.length - 1 ? ',' : ''}`;
    const own = warnings.filter(({ place }) => ANSWERS[place] === name);
    return html`${text.split('\n').map(requestLine)}${own.map((warning) => findingLine(page, warning))}`;
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
