import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { regionOf } from '../../src/core/platform/regions.ts';
import type { Org } from '../../src/core/procedures/context.ts';
import { connectFailureText } from '../../src/core/texts/failures.ts';
import { problemText } from '../../src/core/texts/problems.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { button, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import { heading } from '../heading.ts';
import { hipaaNote } from '../hipaaNote.ts';
import { fileLink, withLink } from '../links.ts';
import type { Page } from '../page.ts';
import { controlId, problemList } from '../problems.ts';

/** Which org the client is made in, and whether the person may make one there (rules G1, G5, E1). */
export function connect(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('connect'),
    l10n.t('The organization in which the client is created.'),
    'oauth-clients',
  )}
  ${connection(page)} ${need(page)}`;
}

function connection(page: Page): TemplateResult {
  const { connecting, context } = page;
  switch (connecting.kind) {
    case 'disconnected':
      return html`${
        connecting.failure === undefined
          ? nothing
          : failureView(page, connectFailureText(connecting.failure), tryAgain(page))
      }${ways(page)}`;
    case 'starting-practice-org':
      return waiting(page, l10n.t('Starting the practice org…'));
    case 'signing-in':
      return waiting(page, l10n.t('Signing in: choose who to be at the top of the window.'));
    case 'loading-org':
      return waiting(page, l10n.t('Reading the organization…'));
    case 'connected':
      return context.org === undefined ? ways(page) : connected(page, context.org);
  }
}

function tryAgain(page: Page): TemplateResult {
  const onClick = () => page.send({ type: 'connect' });
  return html`<p class="actions">${button({ label: l10n.t('Try again'), onClick })}</p>`;
}

function ways(page: Page): TemplateResult {
  return html`<ul class="cards">
      <li>
        <button id=${controlId('org')} class="card" @click=${() => page.send({ type: 'connect' })}>
          <b>${l10n.t('Practice org')}</b>
          <span>
            ${l10n.t('A simulated organization on this computer. You need no account, and nothing leaves this computer.')}
          </span>
        </button>
      </li>
    </ul>
    ${problemList(page, 'org')}`;
}

function waiting(page: Page, text: string): TemplateResult {
  return html`${progress(text)}
  ${button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel' }) })}`;
}

function connected(page: Page, org: Org): TemplateResult {
  const region = regionOf(org.region);
  const mayAdd = !page.problems.some(({ code }) => code === 'permission-missing');
  return html`<dl class="facts">
      <dt>${l10n.t('Organization')}</dt>
      <dd>${org.name}${org.practice ? html` <span class="tag">${l10n.t('practice')}</span>` : nothing}</dd>
      <dt>${l10n.t('Region')}</dt>
      <dd>${org.region}${region === undefined ? nothing : html` <span class="muted">${region.place} · ${region.awsRegion}</span>`}</dd>
      <dt>${l10n.t('Signed in as')}</dt>
      <dd>${org.person.name}</dd>
      <dt>${l10n.t('May add OAuth clients')}</dt>
      <dd class=${mayAdd ? 'good' : 'bad'}>${mayAdd ? l10n.t('Yes') : l10n.t('No')}</dd>
    </dl>
    ${mayAdd ? nothing : permissionProblem(page)} ${org.hipaa ? hipaaNote() : nothing}
    <p class="actions">
      ${button({
        id: controlId('org'),
        label: l10n.t('Sign in as somebody else'),
        onClick: () => page.send({ type: 'connect' }),
      })}
      ${button({ label: l10n.t('Sign out'), onClick: () => page.send({ type: 'disconnect' }) })}
    </p>`;
}

/** G1 is said at once, before anything is filled in. */
function permissionProblem(page: Page): TemplateResult {
  return html`<div class="note error" role="alert">
    <b>${l10n.t('You cannot create the client with this account.')}</b>
    ${page.problems.filter(({ code }) => code === 'permission-missing').map((problem) => html`<p>${problemText(problem, page.language)}</p>`)}
  </div>`;
}

/** E1: what the project itself says about whether a client is needed. */
function need(page: Page): TemplateResult | typeof nothing {
  const files = page.context.workspace.files.filter(({ placement }) => placement?.kind !== 'unreadable');
  if (files.length === 0) return nothing;
  return html`<h3>${l10n.t('Do you need this client?')}</h3>
    <ul class="plain">
      ${files.map(
        (file) => html`<li>
          ${
            file.getAuthTokenLine === undefined
              ? withLink(
                  l10n.t('{0} does not call getAuthToken: only a public deployment needs the client.'),
                  fileLink(page, file),
                )
              : withLink(
                  l10n.t('{0} calls getAuthToken: a private deployment needs the client, too.'),
                  fileLink(page, file, file.getAuthTokenLine),
                )
          }
        </li>`,
      )}
    </ul>`;
}
