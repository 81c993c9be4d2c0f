import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { adviceOn } from '../../src/core/texts/platformErrors.ts';
import { unreadable } from '../access/beingRead.ts';
import { tryAgain, waitAfter } from '../tryAgain.ts';
import type { ClientPage } from './page.ts';

/** The client itself could not be read again: all that is shown is of before. */
export function notReadAgain(page: ClientPage): TemplateResult | typeof nothing {
  const { failure, standing } = page.state;
  if (failure === undefined || standing !== 'there') return nothing;
  return unreadable(
    page,
    l10n.t('This client could not be read again. What you see is what it was.'),
    failure,
  );
}

/** A part of the page could not be read: why, and the way to try again. What was there before stays below. */
export function notReadNow({ send }: ClientPage, what: string, error: PlatformError): TemplateResult {
  const onClick = () => send({ type: 'refresh' });
  return html`<div data-live="status">
      <p>${what}</p>
      <p>${adviceOn(error).why}</p>
    </div>
    <p class="actions">${tryAgain({ label: l10n.t('Try again'), wait: waitAfter(error), onClick })}</p>`;
}
