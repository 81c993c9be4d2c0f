import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { OAuthClientRequest } from '../src/core/platform/oauthClients.ts';
import { type AdminPageField, adminPageFields } from '../src/core/procedures/adminPage.ts';
import type { NamedAccess } from '../src/core/procedures/namedAccess.ts';
import { durationText } from '../src/core/texts/duration.ts';
import { placeOf } from '../src/core/texts/regions.ts';
import { grantTypeName } from '../src/core/texts/steps.ts';
import { adminPageLabel } from './adminPageLabels.ts';
import { copyBeside } from './copyButton.ts';
import { adminPageLink } from './links.ts';
import type { Page } from './page.ts';

/** What to enter on the admin page so that the client is the one described, field by field in its order. */
export function adminPageFieldList(
  page: Pick<Page, 'looks' | 'send'>,
  request: OAuthClientRequest,
  access?: NamedAccess,
): TemplateResult {
  return html`<dl class="entries">
    ${adminPageFields(request, access).map(
      ({ field, lines }) => html`<div>
        <dt>${adminPageLabel(field)}</dt>
        <dd>
          <span class="value">${value(field, lines, request)}</span>
          ${lines.join('') === '' ? nothing : wayThere(page, field)}
        </dd>
      </div>`,
    )}
  </dl>`;
}

/** How a value gets into its field there. */
function wayThere(page: Pick<Page, 'looks' | 'send'>, field: AdminPageField): TemplateResult {
  if (field === 'grant-type') return html`<span class="pick">${l10n.t('pick it there')}</span>`;
  return copyBeside(page, `admin-${field}`, adminPageLabel(field));
}

function value(field: AdminPageField, lines: readonly string[], request: OAuthClientRequest): TemplateResult {
  switch (field) {
    case 'grant-type':
      return html`${grantTypeName(request.authorizedGrantType)}`;
    case 'duration':
      return html`<code>${lines}</code>
        <span class="muted">= ${durationText(request.accessTokenValiditySeconds)}</span>`;
    case 'name':
    case 'description':
      return html`${lines}`;
    case 'roles':
    case 'divisions':
    case 'redirect-uris':
    case 'scopes':
      return html`${lines.map((line) => html`<code>${line}</code>`)}`;
  }
}

/** Opens the list of OAuth clients on the admin page of a region (its domain), and says how to get there otherwise. */
export function adminPageDoor(page: Page, region: string): TemplateResult {
  return html`<h3>${l10n.t('Go to the admin page of {0}', placeOf(region))}</h3>
    ${adminPageLink(page)}
    <p class="hint">
      ${l10n.t('Click Admin > Integrations > OAuth > Add Client. In the newer menu: Menu > IT and Integrations > OAuth > Add Client.')}
    </p>`;
}
