import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { SignInFailure } from '../../src/core/signIn/attempt.ts';
import { mayBeWrongRegion, signInFailureText } from '../../src/core/texts/signInFailures.ts';
import type { Connecting } from '../../src/core/wizard/state.ts';
import { button } from '../controls.ts';
import { failureView } from '../failure.ts';
import type { Page } from '../page.ts';
import { tryAgain, waitBefore } from '../tryAgain.ts';

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

/** Why the last try came to nothing, and the ways on that lead through the same sign-in. */
export function failedToConnect(
  page: Pick<Page, 'context' | 'send'>,
  failure: SignInFailure,
): TemplateResult {
  const text = signInFailureText(failure);
  const org = orgOf(page.context);
  const what =
    org === undefined ? text.what : l10n.t('You are still signed in to {0}. The last try failed.', org.name);
  return failureView(
    page,
    { ...text, what },
    {
      remedy: html`<p class="actions">
      ${mayBeWrongRegion(failure) ? tryRegions(page) : nothing}
      ${tryAgain({ label: l10n.t('Try again'), wait: waitBefore(failure), onClick: () => page.send({ type: 'connect-again' }) })}
    </p>`,
    },
  );
}

function tryRegions(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    label: l10n.t('Try the likely regions'),
    look: 'primary',
    onClick: () => page.send({ type: 'try-regions' }),
  });
}
