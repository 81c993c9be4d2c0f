import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GrantType } from '../../src/core/platform/oauthClients.ts';
import {
  implicitGrantMayBeRefused,
  implicitGrantWithdrawal,
} from '../../src/core/procedures/implicitGrant.ts';
import { monthText } from '../../src/core/texts/duration.ts';
import { grantTypeName, stepTitle } from '../../src/core/texts/steps.ts';
import { heading } from '../heading.ts';
import type { Page } from '../page.ts';
import { controlId, problemList, problemsId } from '../problems.ts';

/** How the embedded client gets its access token, and which of the two ways lasts (rules E3, G9, G11). */
export function grantType(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('grant-type'),
    l10n.t('How the embedded client gets its access token.'),
    'grant-types',
  )}
  <fieldset class="choices" id=${controlId('grantType')} tabindex="-1" aria-describedby=${problemsId('grantType')}>
    <legend class="visually-hidden">${stepTitle('grant-type')}</legend>
    ${choice(
      page,
      'CODE',
      l10n.t(
        'The browser proves itself with a key that it uses once; there is no secret in the page. One client works in every region.',
      ),
    )}
    ${choice(page, 'TOKEN', implicitText(page), l10n.t('being withdrawn'))}
  </fieldset>
  ${problemList(page, 'grantType')}
  <p class="hint">
    ${l10n.t(
      'Client Credentials and SAML2 Bearer do not apply here: the embedded client acts for the agent who is signed in.',
    )}
  </p>`;
}

function choice(page: Page, grant: GrantType, text: string, tag?: string): TemplateResult {
  return html`<label class="choice">
    <input
      type="radio"
      name="grant-type"
      value=${grant}
      .checked=${live(page.answers.grantType === grant)}
      @change=${() => page.answer({ grantType: grant })}
    />
    <span class="title"
      ><b>${grantTypeName(grant)}</b>${tag === undefined ? nothing : html` <span class="tag warning">${tag}</span>`}</span
    >
    <span class="text">${text}</span>
  </label>`;
}

/** The sources give different months, so both are said. */
function implicitText({ language, context }: Page): string {
  const month = (which: 'noNewClientsFrom' | 'existingClientsEnd', pick: 0 | 1) =>
    monthText(implicitGrantWithdrawal[pick][which], language);
  const published = l10n.t('The token comes back in the address. This is what the published procedure says.');
  const withdrawal = l10n.t(
    'Genesys announced its end: no new clients since {0} or {1}, existing ones stop in {2} or {3}; the sources differ.',
    month('noNewClientsFrom', 0),
    month('noNewClientsFrom', 1),
    month('existingClientsEnd', 0),
    month('existingClientsEnd', 1),
  );
  const stillAllowed = l10n.t('Your organization may still allow it.');
  return [published, withdrawal, ...(implicitGrantMayBeRefused(context.today) ? [stillAllowed] : [])].join(
    ' ',
  );
}
