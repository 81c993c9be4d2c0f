import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { requestErrorOf } from '../src/core/operations/newRole.ts';
import type { Failure } from '../src/core/operations/run.ts';
import type { PlatformError } from '../src/core/platform/errors.ts';
import { millisecondsToWait, type RetryAfter } from '../src/core/platform/retryAfter.ts';
import type { ProofFailure } from '../src/core/proof/proof.ts';
import type { SignInFailure } from '../src/core/signIn/attempt.ts';
import { MOST_SECONDS_TOLD } from '../src/core/texts/apiErrors/requestErrors.ts';
import { button } from './controls.ts';

type Again = {
  label: string;
  look?: 'primary';
  id?: string;
  /** What asks for a wait before it; nothing where there is none. */
  wait: RetryAfter | undefined;
  onClick: () => void;
  /** It is done when the wait is over, without a click: it only reads. */
  byItself?: true;
};

/** A button that does again what failed, as soon as the org will have it. Until then it counts the seconds. */
export function tryAgain(again: Again): unknown {
  return again.wait === undefined ? button(again) : countingDown(again, again.wait);
}

/** What asks for a wait before a failed operation is tried again: the org had too many requests. */
export function waitBefore(failure: Failure | SignInFailure | ProofFailure): RetryAfter | undefined {
  if (failure.kind === 'perhaps-created' || failure.kind === 'role-perhaps-created')
    return waitAfter(failure.lookup);
  if (failure.kind === 'role-not-taken-back') return waitAfter(requestErrorOf(failure.error));
  return 'error' in failure ? waitAfter(failure.error) : undefined;
}

/** The same of a request. */
export function waitAfter(
  error: PlatformError | { kind: 'login-refused' | 'not-kept' | 'no-secret' } | undefined,
): RetryAfter | undefined {
  return error?.kind === 'rate-limited' ? error : undefined;
}

/** Shorter waits the request has kept itself, in vain; what asks without a click must not ask all the time. */
const LEAST_SECONDS_BY_ITSELF = 10;

/** Draws itself anew each second, without the page around it. */
class CountDown extends AsyncDirective {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn: [Again, RetryAfter] | undefined;
  private hasWaited = false;

  override render(again: Again, wait: RetryAfter): TemplateResult {
    clearTimeout(this.timer);
    this.drawn = [again, wait];
    const left = millisecondsToWait(
      again.byItself ? atLeast(wait, LEAST_SECONDS_BY_ITSELF) : wait,
      Date.now(),
    );
    const isOver = left === 0;
    if (isOver && this.hasWaited && again.byItself) queueMicrotask(again.onClick);
    if (!isOver) this.timer = setTimeout(() => this.redraw(), left % 1000 || 1000);
    this.hasWaited = !isOver;
    return html`${button({ ...again, disabled: !isOver })} ${isOver ? overText() : leftText(again, Math.ceil(left / 1000))}`;
  }

  override disconnected(): void {
    clearTimeout(this.timer);
  }

  override reconnected(): void {
    this.redraw();
  }

  private redraw(): void {
    if (this.drawn !== undefined) this.setValue(this.render(...this.drawn));
  }
}
const countingDown = directive(CountDown);

function atLeast(wait: RetryAfter, seconds: number): RetryAfter {
  const { retryAfterSeconds } = wait;
  return retryAfterSeconds === undefined
    ? wait
    : { ...wait, retryAfterSeconds: Math.max(retryAfterSeconds, seconds) };
}

/** For the eyes alone: the failure has told the wait to those who listen, who are not to hear each second. */
function leftText({ byItself }: Again, seconds: number): TemplateResult {
  const text = byItself ? againByItselfText(seconds) : againByClickText(seconds);
  return html`<span class="hint countdown" aria-hidden="true">${text}</span>`;
}

function overText(): TemplateResult {
  return html`<span class="visually-hidden" data-live="status">${l10n.t('You can try again now.')}</span>`;
}

function againByClickText(seconds: number): string {
  if (seconds === 1) return l10n.t('You can try again in 1 second.');
  return seconds <= MOST_SECONDS_TOLD
    ? l10n.t('You can try again in {0} seconds.', seconds)
    : l10n.t('You can try again in {0} minutes.', Math.ceil(seconds / 60));
}

function againByItselfText(seconds: number): string {
  if (seconds === 1) return l10n.t('It is tried again in 1 second.');
  return seconds <= MOST_SECONDS_TOLD
    ? l10n.t('It is tried again in {0} seconds.', seconds)
    : l10n.t('It is tried again in {0} minutes.', Math.ceil(seconds / 60));
}
