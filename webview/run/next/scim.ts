import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../../src/core/operations/run.ts';
import { type ProviderId, providers } from '../../../src/core/scim/providers.ts';
import { providerName } from '../../../src/core/texts/scim.ts';
import type { Page } from '../../page.ts';
import { providerGuide } from '../../providerGuide.ts';
import { providerFieldList } from './providerFields.ts';
import { whatComesNext } from './whatComesNext.ts';

/** What the identity provider is to be given, and until when that works (rule S6). */
export function afterScim(page: Page, run: FinishedRun): TemplateResult | typeof nothing {
  const { provider, holdsToken } = run.saved.answers;
  if (provider === undefined) return nothing;
  return html`<h3>${l10n.t('Give this to {0}', providerName(provider))}</h3>
    <p class="hint above">${whereTo(provider)}</p>
    ${providerFieldList(page, run, provider)} ${tokenEnd(page, run, provider)}
    <h3>${whatComesNext(run)}</h3>
    <ol>
      <li>${l10n.t('Turn on provisioning there for one user first, and look for that user in Genesys Cloud.')}</li>
      ${holdsToken ? html`<li>${l10n.t('Put the day on which the token ends into a calendar.')}</li>` : nothing}
    </ol>
    ${providerGuide(page, provider)}`;
}

function whereTo(provider: ProviderId): string {
  const { app, source } = providers[provider];
  if (app !== null && app !== undefined) return l10n.t('In its app "{0}", under provisioning.', app);
  return source === 'none'
    ? l10n.t('What its fields are called differs; these are the values.')
    : l10n.t(
        'In its SCIM connection. No guide of Genesys names every field, so some may be called otherwise.',
      );
}

function tokenEnd(page: Page, run: FinishedRun, provider: ProviderId): TemplateResult | typeof nothing {
  if (run.tokenEndsAt === undefined) return nothing;
  const clock = new Intl.DateTimeFormat(page.language, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="note after">
    <b>${l10n.t('The token ends on {0}.', clock.format(new Date(run.tokenEndsAt)))}</b>
    <p>
      ${l10n.t('Make a new one before, and give it to {0}: afterwards it can no longer synchronize users.', providerName(provider))}
    </p>
  </div>`;
}
