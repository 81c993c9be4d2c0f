import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { SignInFailure } from '../../src/core/signIn/failure.ts';
import { mayBeWrongRegion, signInFailureText } from '../../src/core/texts/signInFailures.ts';
import type { Connecting } from '../../src/core/wizard/state.ts';
import { button } from '../controls.ts';
import { failureView } from '../failure.ts';
import type { Page } from '../page.ts';

/** Why the last try to connect came to nothing, if it did; whoever was connected before still is. */
export function failureOf(connecting: Connecting): SignInFailure | undefined {
  switch (connecting.kind) {
    case 'disconnected':
    case 'connected':
      return connecting.failure;
    case 'starting-practice-org':
    case 'signing-in':
    case 'trying-regions':
    case 'loading-org':
    case 'preparing-client':
      return undefined;
  }
}

/** Why nobody is signed in, and the ways on that lead through the same sign-in. */
export function failedToConnect(page: Page, failure: SignInFailure): TemplateResult {
  return failureView(page, signInFailureText(failure), {
    remedy: html`<p class="actions">
      ${mayBeWrongRegion(failure) ? tryRegions(page) : nothing}
      ${button({ label: l10n.t('Try again'), onClick: () => page.send({ type: 'connect-again' }) })}
    </p>`,
  });
}

function tryRegions(page: Page): TemplateResult {
  return button({
    label: l10n.t('Try the likely regions'),
    look: 'primary',
    onClick: () => page.send({ type: 'try-regions' }),
  });
}
