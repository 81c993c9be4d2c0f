import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import { adoptedClient } from '../../src/core/procedures/startFrom/adopt.ts';
import { anyGrantTypeName } from '../../src/core/texts/clientFields.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { durationText } from '../../src/core/texts/duration.ts';
import { button } from '../controls.ts';
import { controlId, findingLine } from '../findings.ts';
import { focusField } from '../focus.ts';
import { adminPageLink } from '../links.ts';
import type { Page } from '../page.ts';
import { deploymentQuestion } from '../steps/deployment.ts';
import { moreRegions } from '../steps/moreRegions.ts';
import { CHOOSE_ANOTHER, clientList } from './clientList.ts';

/** The client that is used as it is: what it is, what is unusual about it, and the ways to something else. */
export function adopted(page: Page): TemplateResult {
  const client = adoptedClient(page.answers, page.context);
  return html`<div id="adopted" tabindex="-1">
      <dl class="facts">
        ${client === undefined ? nothing : facts(client)}
        <dt>${l10n.t('Client ID')}</dt>
        <dd><code>${page.answers.adopts}</code></dd>
      </dl>
      <div class="findings">${page.findings.filter(isShown).map((finding) => findingLine(page, finding))}</div>
    </div>
    <p class="actions" id=${controlId('adopts')} tabindex="-1">
      ${button({
        id: CHOOSE_ANOTHER,
        label: l10n.t('Choose another client'),
        expanded: page.looks.startsFrom === 'use',
        onClick: () => chooseAnother(page),
      })}
      ${button({ label: l10n.t('Create a new client instead'), onClick: () => page.answer({ adopts: null }) })}
      ${adminPageLink(page)}
    </p>
    ${others(page)} ${page.procedure === 'embeddable' ? html`${deploymentQuestion(page)} ${moreRegions(page)}` : nothing}`;
}

/** What there is to say about the client; what is said about other questions stands with them. */
function isShown({ place, severity }: Page['findings'][number]): boolean {
  if (place === 'partnerPage') return false;
  return place === 'adopts' || (severity !== 'error' && place !== 'target' && place !== 'org');
}

function facts(client: OAuthClient) {
  const { description, authorizedGrantType, accessTokenValiditySeconds } = client;
  return html`<dt>${l10n.t('App Name')}</dt>
    <dd>${clientName(client)}</dd>
    ${fact(l10n.t('Description'), description ?? '')}
    ${fact(l10n.t('Grant Type'), anyGrantTypeName(authorizedGrantType ?? ''))}
    ${fact(l10n.t('Token Duration'), durationText(accessTokenValiditySeconds ?? 0))}`;
}

function fact(name: string, value: string): TemplateResult | typeof nothing {
  return value === ''
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`;
}

function chooseAnother(page: Pick<Page, 'look' | 'looks'>): void {
  const isOpen = page.looks.startsFrom === 'use';
  page.look({ startsFrom: isOpen ? undefined : 'use', clientSearch: '' });
  if (!isOpen) focusField('start-from-source');
}

function others(page: Page): TemplateResult | typeof nothing {
  const org = orgOf(page.context);
  if (page.looks.startsFrom !== 'use' || org === undefined) return nothing;
  return html`<div class="source opened">${clientList(page, org, 'use')}</div>`;
}
