import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FoundCause } from '../../src/core/doctor/answer.ts';
import { placeAsked, siteIn } from '../../src/core/doctor/place.ts';
import type { PlaceTold } from '../../src/core/doctor/subject.ts';
import { button, textField } from '../controls.ts';
import { missingHere } from '../findings.ts';
import { focusField } from '../focus.ts';
import type { DoctorPage } from './page.ts';

/** What only the person can say, beside the cause that turns on it. */
export function askPlace(page: DoctorPage, cause: FoundCause): TemplateResult | typeof nothing {
  switch (placeAsked(cause, page.state.about.subject)) {
    case 'login-page':
      return askLoginPage(page, cause);
    case 'site':
      return askSite(page);
    case undefined:
      return nothing;
  }
}

function askLoginPage(page: DoctorPage, { args }: FoundCause): TemplateResult {
  const partner = String(args['partner'] ?? '');
  return html`<div class="place" role="group" aria-labelledby="where-agents-log-in">
    <p id="where-agents-log-in">${l10n.t('Where do agents log in?')}</p>
    <p class="actions">
      ${button({ id: 'at-partner', label: l10n.t('At the Page of {0}', partner), onClick: () => say(page, { partner }) })}
      ${button({ id: 'at-own', label: l10n.t("At the Framework's Own Page"), onClick: () => say(page, { partner: '' }) })}
    </p>
  </div>`;
}

/** The ID of what is missing. */
const LACKS_SITE = 'findings-site';

function askSite(page: DoctorPage): TemplateResult {
  const site = siteIn(page.site);
  const isMissing = page.lacking === 'site' && site === undefined;
  const sayMissing = () => {
    page.lack('site');
    focusField('site');
  };
  return html`<div class="place">
    <div class="field">
      ${textField({
        id: 'site',
        label: l10n.t('Which site shows the framework?'),
        value: page.site,
        invalid: isMissing,
        describedBy: [LACKS_SITE],
        onInput: page.typeSite,
        onLeave: () => undefined,
      })}
      ${missingHere(LACKS_SITE, isMissing ? l10n.t('Write the address of the site, such as https://crm.example.com.') : undefined)}
    </div>
    <p class="actions">
      ${button({
        id: 'hold-site',
        label: l10n.t('Look for It in the List'),
        onClick: site === undefined ? sayMissing : () => say(page, { site }),
      })}
    </p>
  </div>`;
}

/** What was said, and how to take it back. */
export function placeSaid(page: DoctorPage): TemplateResult | typeof nothing {
  const { subject } = page.state.about;
  if (subject.kind !== 'framework') return nothing;
  const { partner, site } = subject;
  const loginPage =
    partner === ''
      ? l10n.t("You said that agents log in at the framework's own page.")
      : l10n.t('You said that agents log in at the page of {0}.', partner ?? '');
  return html`${partner === undefined ? nothing : line(page, loginPage, { partner: undefined })}
  ${site === undefined ? nothing : line(page, l10n.t('You said that {0} shows the framework.', site), { site: undefined })}`;
}

function line(page: DoctorPage, text: string, without: Change): TemplateResult {
  return html`<p class="muted">
    ${text} <button class="link" @click=${() => say(page, without)}>${l10n.t('Take It Back')}</button>
  </p>`;
}

type Change = { readonly [Name in keyof PlaceTold]: PlaceTold[Name] | undefined };

/** Says this, too, or no more. */
function say({ state, send }: DoctorPage, change: Change): void {
  const { subject } = state.about;
  if (subject.kind !== 'framework') return;
  const { partner, site } = { partner: subject.partner, site: subject.site, ...change };
  const place = { ...(partner !== undefined && { partner }), ...(site !== undefined && { site }) };
  send({ type: 'place-told', place });
}
