import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { placeOf } from '../../src/core/texts/regions.ts';
import { button } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Page } from '../page.ts';
import { regionFact } from './regionFact.ts';
import { openedWays, waysToggle } from './ways.ts';

/** The person makes the client on the admin page of the region with this domain, so nobody needs to sign in. */
export function withoutSignIn(page: Page, region: string): TemplateResult {
  return html`<dl class="facts">
      ${regionFact(region)}
      <dt>${l10n.t('Signed in as')}</dt>
      <dd>${l10n.t('nobody')}</dd>
    </dl>
    <p class="reason">
      ${l10n.t('You create the client yourself on the admin page of {0}. Nothing is sent from here.', placeOf(region))}
    </p>
    <p class="actions">
      ${button({
        id: controlId('org'),
        label: l10n.t('Choose another region'),
        onClick: () => page.send({ type: 'connect', way: 'admin-page' }),
      })}
      ${waysToggle(page, l10n.t('Sign in instead'))}
    </p>
    ${openedWays(
      page,
      page.ways.filter(({ kind }) => kind !== 'admin-page'),
    )}`;
}
