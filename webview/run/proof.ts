import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Run } from '../../src/core/operations/run.ts';
import type { RetryAfter } from '../../src/core/platform/retryAfter.ts';
import type { Proof, ProofFailure } from '../../src/core/proof/proof.ts';
import { type WayToProve, wayToProve } from '../../src/core/proof/proof.ts';
import { proofFailureText, provenAtText, provenText, tokenEndText } from '../../src/core/texts/proof.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { button, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import { adminPageLink } from '../links.ts';
import type { Page } from '../page.ts';
import { tryAgain, waitBefore } from '../tryAgain.ts';

type Login = Extract<WayToProve, { kind: 'login' }>;

/** How the client that was made can show that it works, for those that Save has not proven already. */
export function proofView(page: Page, run: Run): TemplateResult | typeof nothing {
  const way = wayToProve(run);
  switch (way?.kind) {
    case 'login':
      return section(loginProof(page, run, way));
    case 'assertion':
      return section(
        html`<p>${l10n.t('A SAML2 assertion of your identity provider proves this client: send one with Client ID and Client Secret, and you get a token for it. It cannot be made from here.')}</p>`,
      );
    case undefined:
      return nothing;
  }
}

function section(content: TemplateResult): TemplateResult {
  return html`<h3>${l10n.t('Prove that it works')}</h3>
    <div id="proof">${content}</div>`;
}

function loginProof(page: Page, run: Run, way: Login): TemplateResult {
  const { proof } = page;
  const [easiest = ''] = way.redirectUris;
  const redirectUri = proof?.redirectUri ?? easiest;
  const again = tryLogin(page, l10n.t('Try the login again'), redirectUri);
  switch (proof?.kind) {
    case undefined:
      return html`<p>${whatHappens(redirectUri)}</p>
        ${whoseLogin(run, redirectUri)} ${tryLogin(page, l10n.t('Try the login'), redirectUri)} ${others(page, way, redirectUri)}`;
    case 'under-way':
      return html`${progress(stageText(proof))}
        ${button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel-login' }) })}`;
    case 'proved':
      return html`<p class="proven" data-live="status">
          <b>${provenText(proof)}</b> ${inOneText([tokenEndText(proof), provenAtText(proof, way)])}
        </p>
        ${again} ${others(page, way, redirectUri)}`;
    case 'left':
      return html`<p data-live="status">
          ${l10n.t('The login page was left with Cancel, or the login was not allowed. Nothing is proven yet.')}
        </p>
        ${again} ${others(page, way, redirectUri)}`;
    case 'failed':
      return html`${failureView(page, proofFailureText(proof.failure), { remedy: remedy(page, proof.failure) })}
        <p class="actions">${tryButton(page, l10n.t('Try the login again'), redirectUri, waitBefore(proof.failure))}${findOutWhy(page)}</p>
        ${others(page, way, redirectUri)}`;
  }
}

/** What a failure asks to look at is one click away. */
function remedy(page: Page, { kind }: ProofFailure): TemplateResult {
  const isAboutClient = kind === 'redirect-uri-refused' || kind === 'other-grant';
  return isAboutClient
    ? html`<p class="actions">
        ${adminPageLink(page)}
      </p>`
    : html``;
}

/** What a failure alone does not tell, the organization's own settings may. */
function findOutWhy(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    id: 'find-out-why',
    label: l10n.t('Find Out Why'),
    onClick: () => page.send({ type: 'find-out-why' }),
  });
}

function tryLogin(page: Pick<Page, 'send'>, label: string, redirectUri: string): TemplateResult {
  return html`<p class="actions">${tryButton(page, label, redirectUri)}</p>`;
}

/** Each other redirect URI, to be tried as well: what is proven of one says nothing about the next. */
function others(
  page: Pick<Page, 'send'>,
  { redirectUris }: Login,
  tried: string,
): TemplateResult | typeof nothing {
  const left = redirectUris.filter((each) => each !== tried);
  if (left.length === 0) return nothing;
  return html`<details>
    <summary>${l10n.t('Try another redirect URI')}</summary>
    <ul class="plain">
      ${left.map(
        (redirectUri) => html`<li>
          <code>${redirectUri}</code>
          ${button({
            label: l10n.t('Try the login'),
            name: l10n.t('Try the login at {0}', redirectUri),
            onClick: () => page.send({ type: 'try-login', redirectUri }),
          })}
        </li>`,
      )}
    </ul>
  </details>`;
}

function tryButton(page: Pick<Page, 'send'>, label: string, redirectUri: string, wait?: RetryAfter): unknown {
  const onClick = () => page.send({ type: 'try-login', redirectUri });
  return tryAgain({ id: 'try-login', label, wait, onClick });
}

/** What a click leads to, before it does. */
function whatHappens(redirectUri: string): string {
  return l10n.t(
    'Log in once with this client in your browser, as its users will, at {0}. The token of that login is used to read who you are, then ended, and kept nowhere.',
    redirectUri,
  );
}

/** In the practice org the browser may come back to a page of the real site, which can make nothing of it. */
function whoseLogin({ saved }: Run, redirectUri: string): TemplateResult | typeof nothing {
  if (!saved.place.practice) return nothing;
  const text = l10n.t(
    'It is the login page of the practice org; what stands at {0} does not know the practice org, and can do nothing with that login.',
    redirectUri,
  );
  return html`<p>${text}</p>`;
}

function stageText({ stage }: Extract<Proof, { kind: 'under-way' }>): string {
  switch (stage) {
    case 'probing':
      return l10n.t('Asking the login host about the client…');
    case 'in-browser':
      return l10n.t('Log in with the browser, then go on at the top of this window.');
    case 'checking':
      return l10n.t('Using the token…');
  }
}
