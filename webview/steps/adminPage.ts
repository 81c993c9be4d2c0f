import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { clientRegion } from '../../src/core/procedures/context.ts';
import { asksForRoles } from '../../src/core/procedures/grantTypes.ts';
import { procedures } from '../../src/core/procedures/index.ts';
import { typedLines } from '../../src/core/procedures/redirectUris.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { adminPageDoor, adminPageFieldList } from '../adminPageFields.ts';
import { textField } from '../controls.ts';
import { controlId, findingList, findingsId, isInvalid, jump } from '../findings.ts';
import { heading } from '../heading.ts';
import { type Page, stepAsking } from '../page.ts';
import { scimRoleThere } from './divisions.ts';
import { rolesThere } from './roles.ts';

/** G1 without an API call: the person makes the client on the admin page and brings its Client ID back. */
export function adminPage(page: Page): TemplateResult {
  const region = clientRegion(page.context);
  return html`${heading(
    page,
    stepTitle('admin-page'),
    l10n.t('Enter your answers on the admin page of Genesys Cloud, then bring the Client ID back here.'),
    'oauth-clients',
  )}
  ${wrongAnswers(page)}
  <ol class="plan">
    <li>
      ${region === undefined ? nothing : adminPageDoor(page, region)}
    </li>
    <li>
      <h3>${l10n.t('Enter these values there')}</h3>
      ${values(page)}
    </li>
    <li>
      <h3>${l10n.t('Save there, then paste the Client ID here')}</h3>
      ${clientId(page)}
    </li>
  </ol>`;
}

/** A wrong value copied is a wrong client made, so what is wrong on other pages comes first. */
function wrongAnswers(page: Page): TemplateResult | typeof nothing {
  const errors = page.findings.filter(
    ({ place, severity }) => severity === 'error' && stepAsking(page, place) !== 'admin-page',
  );
  if (errors.length === 0) return nothing;
  return html`<div class="summary">
    <h3>${l10n.t('Correct these first, or you copy values that do not work:')}</h3>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

function values(page: Pick<Page, 'answers' | 'looks' | 'procedure' | 'send'>): TemplateResult {
  const request = procedures[page.procedure].request(page.answers);
  return request === undefined
    ? html`<p class="muted">${l10n.t('They stand here once the token duration is a number.')}</p>`
    : html`${adminPageFieldList(page, request, page.answers)}
        ${asksForRoles(request.authorizedGrantType) ? whichRoles(page) : nothing}`;
}

/** What is not said by name yet is chosen there. */
function whichRoles({
  procedure,
  answers,
}: Pick<Page, 'answers' | 'procedure'>): TemplateResult | typeof nothing {
  const isScim = procedure === 'scim';
  const named = isScim ? answers.divisionNames : answers.roleNames;
  if (typedLines(named).length > 0) return nothing;
  return html`<p class="hint">${isScim ? scimRoleThere() : rolesThere()}</p>`;
}

function clientId(page: Page): TemplateResult {
  return html`<div class="field">
    ${textField({
      id: controlId('clientId'),
      label: l10n.t('Client ID'),
      value: page.answers.clientId,
      invalid: isInvalid(page, 'clientId'),
      required: true,
      describedBy: [findingsId('clientId'), 'hint-clientId'],
      onInput: (clientId) => page.answer({ clientId }),
      onLeave: () => page.touch('clientId'),
    })}
    ${findingList(page, 'clientId')}
    <p id="hint-clientId" class="hint">
      ${l10n.t('The admin page also shows a Client Secret. Leave it there, or put it into your password manager. It is not asked for here.')}
    </p>
  </div>`;
}
