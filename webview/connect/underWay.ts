import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { placeOf } from '../../src/core/texts/regions.ts';
import type { Connecting } from '../../src/core/wizard/state.ts';
import { button, progress } from '../controls.ts';
import { focusField } from '../focus.ts';
import type { Page } from '../page.ts';

const UNDER_WAY = 'under-way';

/** What is under way until somebody is signed in, or undefined when nothing is. */
export function underWayText(connecting: Connecting): string | undefined {
  switch (connecting.kind) {
    case 'starting-practice-org':
      return l10n.t('Starting the practice org…');
    case 'signing-in':
      return connecting.where === 'here'
        ? l10n.t('Signing in: go on at the top of the window.')
        : l10n.t('Signing in: log in with the browser, then come back here.');
    case 'trying-regions':
      return l10n.t('Trying {0}…', placeOf(connecting.region));
    case 'loading-org':
      return l10n.t('Reading the organization…');
    case 'disconnected':
    case 'preparing-client':
    case 'connected':
      return undefined;
  }
}

/** Whether this page waits for a connection that is being made: until that is there, nothing is missing. */
export function awaitsConnection({ memory, connecting }: Pick<Page, 'connecting' | 'memory'>): boolean {
  return memory.step === 'connect' && underWayText(connecting) !== undefined;
}

/** What is under way, and the way out of it. */
export function underWay(page: Pick<Page, 'send'>, text: string): TemplateResult {
  return html`<div id=${UNDER_WAY} class="under-way" tabindex="-1">${progress(text)}</div>
    ${cancel(page)}`;
}

/** Shows the person what is waited for. */
export function focusUnderWay(): void {
  focusField(UNDER_WAY);
}

/** Ends what is under way; nothing typed is lost. */
export function cancel(page: Pick<Page, 'send'>): TemplateResult {
  return button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel' }) });
}
