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

/** What could not be read, in the order of the page. */
type Part = 'use' | 'roles';

/**
 * A part of the page could not be read: why, and the way to try again, where neither is said further up. What was there
 * before stays below.
 */
export function notReadNow(page: ClientPage, part: Part, what: string, error: PlatformError): TemplateResult {
  if (isSaidAbove(page, part, error)) return html`<p data-live="status">${what}</p>`;
  const onClick = () => page.send({ type: 'refresh' });
  return html`<div data-live="status">
      <p>${what}</p>
      <p>${adviceOn(error).why}</p>
    </div>
    <p class="actions">${tryAgain({ label: l10n.t('Try again'), wait: waitAfter(error), onClick })}</p>`;
}

/** Whether the page has told this reason already. To try again is to read everything again. */
function isSaidAbove({ state }: ClientPage, part: Part, error: PlatformError): boolean {
  const { failure, standing, use } = state;
  const above = [
    ...(failure !== undefined && standing === 'there' ? [failure] : []),
    ...(part === 'roles' && use.kind === 'failed' ? [use.error] : []),
  ];
  return above.some((other) => adviceOn(other).why === adviceOn(error).why);
}
