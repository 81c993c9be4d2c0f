import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { orgOf } from '../../src/core/procedures/context.ts';
import { parseDuration } from '../../src/core/procedures/duration.ts';
import { procedures } from '../../src/core/procedures/index.ts';
import { redirectUriLines, typedLines } from '../../src/core/procedures/redirectUris.ts';
import { isNew } from '../../src/core/procedures/startFrom/adopt.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import { durationText } from '../../src/core/texts/duration.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { providerName } from '../../src/core/texts/scim.ts';
import { grantTypeName, stepTitle } from '../../src/core/texts/steps.ts';
import { namedRoles, usersLeftOut } from '../access/namedAccess.ts';
import { findingLine } from '../findings.ts';
import { type Page, stepAsking } from '../page.ts';

/** What was answered on each page, in words: with what to know about it, and the way back there. */
export function answersInWords(page: Page): TemplateResult {
  const steps = page.steps.map(({ id }) => id).filter((id) => id !== 'review');
  return html`<dl class="entries answers">${steps.map((step) => row(page, step))}</dl>`;
}

function row(page: Page, step: StepId): TemplateResult {
  const title = stepTitle(step);
  const warnings = page.findings.filter(
    ({ place, severity }) => severity !== 'error' && stepAsking(page, place) === step,
  );
  return html`<div>
    <dt>${title}</dt>
    <dd>
      <div class="value">
        ${answered(page, step)}
        <div class="findings">${warnings.map((warning) => findingLine(page, warning))}</div>
      </div>
      <button class="link" aria-label=${l10n.t('Edit {0}', title)} @click=${() => page.send({ type: 'go', step })}>
        ${l10n.t('Edit')}
      </button>
    </dd>
  </div>`;
}

function answered(page: Page, step: StepId): TemplateResult | typeof nothing {
  const { answers } = page;
  switch (step) {
    case 'connect':
      return where(page);
    case 'details':
      return isNew(answers) ? details(page) : adopted(page);
    case 'grant-type':
      return html`${grantTypeName(answers.grantType)}`;
    case 'identity-provider':
      return html`${answers.provider === undefined ? nothing : providerName(answers.provider)}`;
    case 'roles':
    case 'divisions':
      return access(page);
    case 'redirect-uris':
      return html`${redirectUriLines(answers.redirectUris).map(({ uri }) => line(html`<code>${uri}</code>`))}`;
    case 'scopes':
      return scopes(page);
    case 'framework-file':
      return framework(page);
    case 'admin-page':
      return html`<code>${answers.clientId}</code>`;
    case 'review':
      return nothing;
  }
}

function line(content: unknown): TemplateResult {
  return html`<div>${content}</div>`;
}

function where({ context: { destination } }: Pick<Page, 'context'>): TemplateResult | typeof nothing {
  switch (destination.kind) {
    case 'undecided':
      return nothing;
    case 'org':
      return html`${line(destination.org.name)}${line(html`<span class="muted">${placeOf(destination.org.region)}</span>`)}`;
    case 'admin-page':
      return html`${line(placeOf(destination.region))}`;
  }
}

function details({ answers }: Pick<Page, 'answers'>): TemplateResult {
  const { name, description, duration } = answers;
  const seconds = parseDuration(duration);
  return html`${line(html`<b>${name.trim()}</b>`)} ${description.trim() === '' ? nothing : line(description)}
  ${seconds === undefined ? nothing : line(l10n.t('Tokens last {0}', durationText(seconds)))}`;
}

/** Of a client that is used as it is, its name, where the org that was read has it, and its ID. */
function adopted({ answers, context }: Pick<Page, 'answers' | 'context'>): TemplateResult {
  const clients = orgOf(context)?.clients;
  const known = clients?.kind === 'known' ? clients.value.entries : [];
  const name = known.find(({ id }) => id === answers.adopts)?.name;
  return html`${name === undefined ? nothing : line(name)} ${line(html`<code>${answers.adopts}</code>`)}`;
}

/** Without signing in there are only names, as they were typed. */
function access(page: Page): TemplateResult {
  const { answers, context, procedure } = page;
  if (orgOf(context) === undefined)
    return html`${[...typedLines(answers.roleNames), ...typedLines(answers.divisionNames)].map(line)}`;
  const named = namedRoles(page, procedures[procedure].request(answers)?.roleDivisions ?? []);
  return html`${named} ${procedure === 'scim' ? usersLeftOut(page) : nothing}`;
}

function scopes({ answers }: Pick<Page, 'answers'>): TemplateResult {
  const { scopes: chosen } = answers;
  return html`${chosen.map((scope) => html`<code>${scope}</code> `)}`;
}

function framework({ answers: { target }, context }: Pick<Page, 'answers' | 'context'>): TemplateResult {
  const { files, newFiles } = context.workspace;
  if (target === undefined || target.kind === 'by-hand') return html`${l10n.t('Add the ID myself')}`;
  const file = [...files, ...newFiles].find(({ uri }) => uri === target.uri);
  return html`<code>${file?.path ?? target.uri}</code>`;
}
