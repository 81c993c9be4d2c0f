import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../../src/core/operations/run.ts';
import type { GrantType } from '../../../src/core/platform/oauthClients.ts';
import { asksForScopes } from '../../../src/core/procedures/grantTypes.ts';
import { placeNow } from '../../../src/core/wizard/saved.ts';
import { button } from '../../controls.ts';
import { withLink } from '../../links.ts';
import { practiceAddresses } from '../../notes.ts';
import type { Page } from '../../page.ts';

/** What the application does with its client, by grant type (rules G7 to G10). */
export function afterGeneral(page: Pick<Page, 'context' | 'send'>, run: FinishedRun): TemplateResult {
  const { grantType } = run.saved.answers;
  const { loginUrl } = placeNow(run.saved, page.context);
  return html`<h3>${l10n.t('What comes next')}</h3>
    ${practiceAddresses(run)}
    <ol>
      ${steps(grantType, loginUrl).map((step) => html`<li>${step}</li>`)}
      ${asksForScopes(grantType) ? html`<li>${l10n.t('Where the organization enforces scopes, an administrator authorizes the client under Authorized Applications.')}</li>` : nothing}
    </ol>
    <p>${button({ label: l10n.t('Read about the grant types'), onClick: () => page.send({ type: 'open-topic', topic: 'grant-types' }) })}</p>`;
}

function steps(grantType: GrantType, loginUrl: string): TemplateResult[] {
  const authorize = html`<code>${loginUrl}/oauth/authorize</code>`;
  const token = html`<code>${loginUrl}/oauth/token</code>`;
  switch (grantType) {
    case 'CLIENT-CREDENTIALS':
      return [
        keepSecret(),
        withLink(
          l10n.t(
            'The application gets its tokens at {0} with ID and secret, and another one when a token ends.',
          ),
          token,
        ),
      ];
    case 'CODE':
      return [
        withLink(l10n.t('The application sends people to {0} to log in.'), authorize),
        withLink(
          l10n.t(
            'It exchanges the code that they come back with at {0}: a server with ID and secret, a page in the browser with PKCE and without the secret.',
          ),
          token,
        ),
        keepSecret(),
      ];
    case 'TOKEN':
      return [
        withLink(
          l10n.t(
            'The application sends people to {0} to log in; they come back with the token in the address.',
          ),
          authorize,
        ),
        html`${l10n.t('Plan the move to Code Authorization / PKCE: Genesys withdraws this grant type.')}`,
      ];
    case 'SAML2-BEARER':
      return [
        withLink(
          l10n.t(
            'The application sends the SAML2 assertion, with ID and secret, to {0} and gets a token for it.',
          ),
          token,
        ),
        keepSecret(),
      ];
  }
}

function keepSecret(): TemplateResult {
  return html`${l10n.t('Put the Client Secret where the application keeps its secrets, never into its code or a repository.')}`;
}
