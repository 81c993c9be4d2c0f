import { withoutSecrets } from '../../src/core/privileges/calls/secretsInText.ts';
import type { Page } from '../page.ts';

/** Longer than any list of endpoints; what is longer, such as a HAR, is not kept with the answers. */
export const MOST_KEPT = 20_000;

/** The button that asks what they need. */
export const FIND_BUTTON = 'find-needs';

type Pasted = Pick<Page, 'looks' | 'memory'>;

/** What the application calls, as it was typed here; in a page that is new, without its secrets. */
export function pastedCalls({ looks, memory }: Pasted): string {
  return looks.callsText ?? memory.draft.calls ?? '';
}

/** What is typed leaves the page without the secrets in it; the page shows it as it was typed. */
export function typeCalls(page: Pick<Page, 'answer' | 'look' | 'memory'>, callsText: string): void {
  const calls = callsText.length > MOST_KEPT ? '' : withoutSecrets(callsText);
  if (calls === (page.memory.draft.calls ?? '')) page.look({ callsText });
  else page.answer({ calls }, { callsText });
}

/** Asks what the calls need; with `anew` the API is asked again for what it says of itself. */
export function findNeeds(page: Pasted & Pick<Page, 'look' | 'send'>, anew: boolean): void {
  const callsAsked = pastedCalls(page);
  page.look({ callsAsked, filled: undefined });
  page.send({ type: 'find-needs', text: withoutSecrets(callsAsked), anew });
}

/** Whether the answer is that to another text. */
export function isOutdated(page: Pasted): boolean {
  const { callsAsked } = page.looks;
  return callsAsked !== undefined && callsAsked !== pastedCalls(page);
}
