import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../../src/core/operations/run.ts';
import {
  type FieldValue,
  type ProviderField,
  type ProviderId,
  providers,
  providerUrls,
} from '../../../src/core/scim/providers.ts';
import { providerName } from '../../../src/core/texts/scim.ts';
import { inOneText } from '../../../src/core/texts/sentences.ts';
import type { Copyable } from '../../../src/core/wizard/messages.ts';
import { placeNow } from '../../../src/core/wizard/saved.ts';
import { copyBeside } from '../../copyButton.ts';
import type { Page } from '../../page.ts';
import { providerGuide } from '../../providerGuide.ts';

/** What the identity provider is to be given, in the order in which one needs it, and until when that works (rule S6). */
export function forProvider(
  page: Pick<Page, 'context' | 'language' | 'looks' | 'send'>,
  run: FinishedRun,
): TemplateResult | typeof nothing {
  const { provider, holdsToken } = run.saved.answers;
  if (run.saved.procedure !== 'scim' || provider === undefined) return nothing;
  const isPractice = run.saved.place.practice && showsAddress(run, provider);
  return html`<h3>${l10n.t('Give this to {0}', providerName(provider))}</h3>
    <p class="hint above">${inOneText([whereTo(provider), ...(holdsToken ? [tokenInstead()] : [])])}</p>
    ${isPractice ? html`<p class="hint above">${l10n.t('The addresses are those of the practice org, which no identity provider reaches.')}</p>` : nothing}
    ${providerFieldList(page, run, provider)} ${tokenEnd(page, run, provider)}`;
}

/** Okta knows the addresses itself. */
function showsAddress({ tokenEndsAt }: FinishedRun, provider: ProviderId): boolean {
  const fields: readonly ProviderField[] = providers[provider].fields;
  return (
    tokenEndsAt === undefined ||
    fields.some(({ value }) => typeof value === 'string' && value.endsWith('-url'))
  );
}

/** It has ID and secret in sight, and needs neither. */
function tokenInstead(): string {
  return l10n.t('It takes the token, and neither the Client ID nor the Client Secret.');
}

/** What is left to do in the identity provider (rule S6). */
export function afterScim(
  page: Pick<Page, 'context' | 'send'>,
  run: FinishedRun,
): TemplateResult | typeof nothing {
  const { provider, holdsToken } = run.saved.answers;
  if (provider === undefined) return nothing;
  return html`<h3>${l10n.t('What comes next')}</h3>
    <ol>
      <li>${l10n.t('Turn on provisioning there for one user first, and look for that user in Genesys Cloud.')}</li>
      ${holdsToken ? html`<li>${calendarStep(page, run)}</li>` : nothing}
    </ol>
    ${providerGuide(page, provider)}`;
}

/** Where the end of the token is known here, it is put into a calendar file. */
function calendarStep(page: Pick<Page, 'send'>, { tokenEndsAt }: FinishedRun): TemplateResult {
  const text = l10n.t('Put the day on which the token ends into a calendar.');
  if (tokenEndsAt === undefined) return html`${text}`;
  const save = () => page.send({ type: 'save-calendar' });
  return html`<button id="save-calendar" class="link" @click=${save}>${text}</button>`;
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

function tokenEnd(
  page: Pick<Page, 'language'>,
  run: FinishedRun,
  provider: ProviderId,
): TemplateResult | typeof nothing {
  if (run.tokenEndsAt === undefined) return nothing;
  const clock = new Intl.DateTimeFormat(page.language, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="note after">
    <b>${l10n.t('The token that was made here ends on {0}.', clock.format(new Date(run.tokenEndsAt)))}</b>
    ${run.saved.place.practice ? nothing : html`<p>${l10n.t('Make a new one before, and give it to {0}: afterwards it can no longer synchronize users.', providerName(provider))}</p>`}
  </div>`;
}

/** Each field of the identity provider's own page with what goes into it. */
function providerFieldList(
  page: Pick<Page, 'context' | 'looks' | 'send'>,
  run: FinishedRun,
  provider: ProviderId,
): TemplateResult {
  const fields: readonly ProviderField[] = providers[provider].fields;
  const needed = providers[provider].holds === 'either' ? fields.filter(isNeeded(run)) : fields;
  return html`<dl class="entries">
    ${needed.map((field) => {
      const label = field.label ?? plainName(field.value);
      return html`<div>
        <dt lang=${field.label === undefined ? nothing : 'en'}>${label}</dt>
        <dd>${entry(page, run, field.value, label, providerUrls(provider, placeNow(run.saved, page.context)))}</dd>
      </div>`;
    })}
  </dl>`;
}

/** Of a provider of which only the person knows what it holds. */
function isNeeded({ saved: { answers } }: FinishedRun): (field: ProviderField) => boolean {
  return ({ value }) => {
    if (value === 'access-token') return answers.holdsToken;
    return value === 'scim-base-url' || !answers.holdsToken;
  };
}

function entry(
  page: Pick<Page, 'looks' | 'send'>,
  run: FinishedRun,
  value: FieldValue,
  label: string,
  urls: ReturnType<typeof providerUrls>,
): TemplateResult {
  if (typeof value !== 'string') return shown(html`<code>${value.fixed}</code>`);
  switch (value) {
    case 'scim-base-url':
      return copied(page, value, label, html`<code>${urls.scimBaseUrl}</code>`);
    case 'token-url':
      return copied(page, value, label, html`<code>${urls.tokenUrl}</code>`);
    case 'authorization-url':
      return copied(page, value, label, html`<code>${urls.authorizationUrl}</code>`);
    case 'client-id':
      return copied(page, value, label, html`<code>${run.client.id}</code>`);
    case 'client-secret':
      return run.hasSecret
        ? copied(page, value, label, html`${l10n.t("kept in VS Code's secret storage")}`)
        : shown(html`${l10n.t('the one that the admin page showed')}`);
    case 'access-token':
      return run.tokenEndsAt === undefined
        ? shown(
            html`${l10n.t('a token that you make with Client ID and Client Secret at {0}', urls.tokenUrl)}`,
          )
        : copied(page, 'scim-token', label, html`${l10n.t("kept in VS Code's secret storage")}`);
  }
}

function shown(value: TemplateResult): TemplateResult {
  return html`<span class="value">${value}</span>`;
}

function copied(
  page: Pick<Page, 'looks' | 'send'>,
  what: Copyable,
  about: string,
  value: TemplateResult,
): TemplateResult {
  return html`${shown(value)} ${copyBeside(page, what, about)}`;
}

/** What a field holds, where no source says what it is called. */
function plainName(value: FieldValue): string {
  if (typeof value !== 'string') return value.fixed;
  switch (value) {
    case 'scim-base-url':
      return l10n.t('Address of SCIM');
    case 'token-url':
      return l10n.t('Address for tokens');
    case 'authorization-url':
      return l10n.t('Address for authorization');
    case 'client-id':
      return l10n.t('Client ID');
    case 'client-secret':
      return l10n.t('Client Secret');
    case 'access-token':
      return l10n.t('Access token');
  }
}
