import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { grantTypeName, stepTitle } from '../../src/core/texts/steps.ts';
import type { Topic } from '../../src/core/wizard/messages.ts';
import { choice } from '../choice.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import { heading } from '../heading.ts';
import { topicLink } from '../links.ts';
import type { Page } from '../page.ts';
import { type GrantTypeChoice, grantTypeChoices } from './grantTypeChoices.ts';

/** How the client gets its access token, and which of the ways lasts (rules G6 to G11, E3). */
export function grantType(page: Page): TemplateResult {
  const isEmbedded = page.procedure === 'embeddable';
  return html`${heading(
    page,
    stepTitle('grant-type'),
    isEmbedded
      ? l10n.t('How the embedded client gets its access token.')
      : l10n.t('How the application gets its access token: for itself, or for a person who logs in.'),
    'grant-types',
  )}
  <fieldset class="choices" id=${controlId('grantType')} tabindex="-1" aria-describedby=${findingsId('grantType')}>
    <legend class="visually-hidden">${stepTitle('grant-type')}</legend>
    ${grantTypeChoices(page).map((each) => grantTypeChoice(page, each))}
  </fieldset>
  ${findingList(page, 'grantType')} ${moreAbout(page)}
  ${
    isEmbedded
      ? html`<p class="hint">
          ${l10n.t(
            'Client Credentials and SAML2 Bearer do not apply here: the embedded client acts for the agent who is signed in.',
          )}
        </p>`
      : nothing
  }`;
}

/** G7, G10: what else to read before one chooses this. */
function moreAbout(page: Page): TemplateResult | typeof nothing {
  const link = (topic: Topic, label: string) => html`<p>${topicLink(page, topic, label)}</p>`;
  switch (page.answers.grantType) {
    case 'CLIENT-CREDENTIALS':
      return link('salesforce-permissions', l10n.t('Permissions that Genesys Cloud for Salesforce needs'));
    case 'SAML2-BEARER':
      return link('single-sign-on', l10n.t('About single sign-on'));
    case 'CODE':
    case 'TOKEN':
      return nothing;
  }
}

function grantTypeChoice(page: Page, { grant, tag, lines }: GrantTypeChoice): TemplateResult {
  const name = grantTypeName(grant);
  return choice({
    name: 'grant-type',
    title: tag === undefined ? name : html`${name} <span class="tag ${tag.look}">${tag.text}</span>`,
    lines,
    checked: page.answers.grantType === grant,
    onChoose: () => page.answer({ grantType: grant }),
  });
}
