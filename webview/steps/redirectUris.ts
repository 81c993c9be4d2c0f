import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { clientRegion } from '../../src/core/procedures/context.ts';
import { filesMeant } from '../../src/core/procedures/deployment.ts';
import { redirectUriLines } from '../../src/core/procedures/redirectUris.ts';
import { MOST_REDIRECT_URIS } from '../../src/core/procedures/rules/redirectUris.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { checkbox, textArea } from '../controls.ts';
import { controlId, findingList, findingsId, isInvalid } from '../findings.ts';
import { heading } from '../heading.ts';
import { fileLink, withLink } from '../links.ts';
import type { Page } from '../page.ts';
import { deploymentQuestion } from './deployment.ts';
import { answerPages, moreRegions } from './moreRegions.ts';

/** Where Genesys Cloud may send people after login (rules G14, E4). */
export function redirectUris(page: Page): TemplateResult {
  return page.procedure === 'embeddable' ? frameworkRedirectUris(page) : applicationRedirectUris(page);
}

function applicationRedirectUris(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('redirect-uris'),
    l10n.t(
      'Where Genesys Cloud may send people after login: the addresses of your application. It compares letter by letter.',
    ),
    'oauth-clients',
  )}
  ${uriLines(page, [
    l10n.t('Each starts with https://; only on this computer (localhost) may it start with http://.'),
    l10n.t('For example {0}', 'https://app.example.com/oauth/callback'),
  ])}`;
}

function frameworkRedirectUris(page: Page): TemplateResult {
  const isRegionKnown = clientRegion(page.context) !== undefined;
  return html`${heading(
    page,
    stepTitle('redirect-uris'),
    l10n.t(
      'Where Genesys Cloud may send the agent after login. It compares letter by letter: no query, no slash at the end.',
    ),
    'embeddable-framework',
  )}
  ${deploymentQuestion(page)}
  <div class="field">
    ${checkbox({
      id: controlId('dedicatedLoginWindow'),
      checked: page.answers.dedicatedLoginWindow,
      onChange: (dedicatedLoginWindow) => answerPages(page, { dedicatedLoginWindow }),
      content: html`${l10n.t('Agents log in in a separate window')} (<code>dedicatedLoginWindow</code>)`,
    })}
    <p class="hint">${page.answers.deployment === 'partner' ? partnersWindowHint(page) : loginWindowHint(page)}</p>
  </div>
  ${moreRegions(page)}
  ${uriLines(page)}
  ${isRegionKnown ? nothing : html`<p class="hint">${l10n.t('Once you are connected, the addresses of your region stand here.')}</p>`}`;
}

function uriLines(page: Page, hints: readonly string[] = []): TemplateResult {
  const count = redirectUriLines(page.answers.redirectUris).length;
  return html`<div class="field">
    ${textArea({
      id: controlId('redirectUris'),
      label: l10n.t('Authorized Redirect URIs'),
      value: page.answers.redirectUris,
      invalid: isInvalid(page, 'redirectUris'),
      required: true,
      describedBy: ['hint-redirectUris', findingsId('redirectUris')],
      onInput: (redirectUris) => page.answer({ redirectUris }),
      onLeave: () => page.touch('redirectUris'),
      rows: 5,
    })}
    ${findingList(page, 'redirectUris')}
    <p id="hint-redirectUris" class="hint">
      ${inOneText([l10n.t('One per line, {0} of at most {1}.', count, MOST_REDIRECT_URIS), ...hints])}
    </p>
  </div>`;
}

/** What the file says about the login window, which is on or off there in a line that can be opened. */
function setting(page: Pick<Page, 'answers' | 'context' | 'send'>) {
  const file = filesMeant(page.answers.target, page.context).find(
    ({ dedicatedLoginWindow }) => dedicatedLoginWindow.kind !== 'absent',
  );
  const place = file === undefined ? html`` : fileLink(page, file, file.dedicatedLoginWindow.line);
  return { kind: file?.dedicatedLoginWindow.kind ?? 'absent', place };
}

function loginWindowHint(page: Pick<Page, 'answers' | 'context' | 'send'>): TemplateResult {
  const { kind, place } = setting(page);
  switch (kind) {
    case 'on':
      return withLink(l10n.t('It is on in {0}, so authWindow.html is preset, too.'), place);
    case 'off':
      return withLink(l10n.t('It is off in {0}.'), place);
    case 'dynamic':
      return withLink(l10n.t('{0} computes it when it runs, so authWindow.html is preset, too.'), place);
    case 'absent':
      return html`${l10n.t('Then a second redirect URI is needed: authWindow.html.')}`;
  }
}

/** At which page the login window of a partner comes back, no source says (Genesys facts 12). */
function partnersWindowHint(page: Pick<Page, 'answers' | 'context' | 'send'>): TemplateResult {
  const { kind, place } = setting(page);
  const ask = l10n.t(
    'Then a second redirect URI may be needed. Which one is not documented for such a page, so none is preset: ask whoever runs the page, and add it below.',
  );
  switch (kind) {
    case 'on':
      return html`${withLink(l10n.t('It is on in {0}.'), place)} ${ask}`;
    case 'off':
      return html`${withLink(l10n.t('It is off in {0}.'), place)} ${page.answers.dedicatedLoginWindow ? ask : nothing}`;
    case 'dynamic':
      return html`${withLink(l10n.t('{0} computes it when it runs.'), place)} ${ask}`;
    case 'absent':
      return html`${ask}`;
  }
}
