import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { connected, withoutSignIn } from '../connect/connected.ts';
import { failedToConnect, failureOf } from '../connect/failed.ts';
import { preparingClient } from '../connect/preparing.ts';
import { underWay, underWayText } from '../connect/underWay.ts';
import { wayCards, waysFor } from '../connect/ways.ts';
import { controlId, findingList } from '../findings.ts';
import { heading } from '../heading.ts';
import { fileLink, withLink } from '../links.ts';
import type { Page } from '../page.ts';

/** Where the client is made, and whether the person may make one there (rules G1, G5, E1, S1). */
export function connect(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('connect'),
    page.procedure === 'edit'
      ? l10n.t('The organization that the client is in.')
      : l10n.t('The organization in which the client is created.'),
    'oauth-clients',
  )}
  ${connection(page)}`;
}

function connection(page: Page): TemplateResult {
  const { connecting } = page;
  const text = underWayText(connecting);
  if (text !== undefined) return underWay(page, text);
  if (connecting.kind === 'preparing-client') return preparingClient(page, connecting.region);
  const failure = failureOf(connecting);
  return html`${failure === undefined ? nothing : failedToConnect(page, failure)} ${destination(page)} ${page.procedure === 'embeddable' ? need(page) : nothing}`;
}

function destination(page: Page): TemplateResult {
  const { connecting, context } = page;
  switch (context.destination.kind) {
    case 'org':
      return connecting.kind === 'connected' ? connected(page, context.destination.org) : choice(page);
    case 'admin-page':
      return withoutSignIn(page, context.destination.region);
    case 'undecided':
      return choice(page);
  }
}

function choice(page: Page): TemplateResult {
  return html`${findingList(page, 'org')} ${wayCards(page, waysFor(page), controlId('org'))}`;
}

/** E1: what the project itself says about whether a client is needed. */
function need(page: Pick<Page, 'context' | 'send'>): TemplateResult | typeof nothing {
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
