import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReadBack, Run, Saved } from '../../src/core/operations/run.ts';
import { durationText, numberText } from '../../src/core/texts/duration.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { adminPageLabel } from '../adminPageLabels.ts';
import { adminPageLink } from '../links.ts';
import type { Page } from '../page.ts';

type Different = Extract<ReadBack, { kind: 'different' }>;

/** Whether the client is what was asked for, as one of the facts about it. */
export function readBackFact({ readBack }: Run): TemplateResult | typeof nothing {
  if (readBack === undefined) return nothing;
  return html`<dt>${l10n.t('Read back')}</dt>
    ${
      readBack.kind === 'as-asked'
        ? html`<dd class="good">${l10n.t('It is what you asked for')}</dd>`
        : readBack.kind === 'different'
          ? html`<dd class="bad">${l10n.t('It is not what you asked for')}</dd>`
          : html`<dd class="muted">${l10n.t('The organization did not show the client, so it was not compared.')}</dd>`
    }`;
}

/** S4: what Genesys Cloud quietly made something else of, and what to do about it. */
export function readBackWarning(page: Page, { readBack, saved }: Run): TemplateResult | typeof nothing {
  if (readBack?.kind !== 'different') return nothing;
  return html`<div class="note" data-live="alert">
    <b>${l10n.t('Genesys Cloud made something else of the client.')}</b>
    ${shorter(page, readBack, saved)} ${otherFields(page, readBack)}
    <p class="actions">
      ${adminPageLink(page)}
    </p>
  </div>`;
}

function shorter(
  page: Pick<Page, 'language'>,
  { durationSeconds }: Different,
  { procedure }: Saved,
): TemplateResult | typeof nothing {
  if (durationSeconds === undefined) return nothing;
  const { asked, made } = durationSeconds;
  const advice =
    procedure === 'scim'
      ? l10n.t(
          'It does so when the client has any role but the one for SCIM, or when that role is not as Genesys Cloud ships it. See to the roles of the client on its admin page, then set the duration there again: {0} seconds.',
          numberText(asked, page.language),
        )
      : l10n.t('Set the duration on its admin page again: {0} seconds.', numberText(asked, page.language));
  const fact = l10n.t('Its tokens last {0}, not {1}.', lasting(page, made), lasting(page, asked));
  return html`<p>${inOneText([fact, advice])}</p>`;
}

/** In the unit of the admin page, and as people say it. */
function lasting({ language }: Pick<Page, 'language'>, seconds: number): string {
  return l10n.t('{0} seconds ({1})', numberText(seconds, language), durationText(seconds));
}

function otherFields(
  { language }: Pick<Page, 'language'>,
  { fields }: Different,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const names = new Intl.ListFormat(language).format(fields.map(fieldName));
  return html`<p>${l10n.t('Not as asked: {0}. Look at them on its admin page.', names)}</p>`;
}

function fieldName(field: Different['fields'][number]): string {
  switch (field) {
    case 'authorizedGrantType':
      return adminPageLabel('grant-type');
    case 'registeredRedirectUri':
      return adminPageLabel('redirect-uris');
    case 'scope':
      return adminPageLabel('scopes');
    case 'roleDivisions':
      return l10n.t('Roles');
  }
}
