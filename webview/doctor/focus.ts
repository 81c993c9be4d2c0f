import type { DoctorPageState } from '../../src/core/doctorPage/messages.ts';
import { focusField } from '../focus.ts';

type LookKind = DoctorPageState['look']['kind'];

/** The part of the page with the answer and what stands for it while there is none. */
export const ANSWER_ID = 'answer';

/** How far the look is that is shown. */
let shown: LookKind = 'unasked';

/** What has the focus in the page, as long as it can have it: what is gone or switched off cannot. */
export function focusIn(root: HTMLElement): Element | undefined {
  const active = document.activeElement;
  return active !== null && root.contains(active) && !active.hasAttribute('disabled') ? active : undefined;
}

/**
 * Where the keyboard goes on once the page was drawn anew: at the answer that the person has just asked for, wherever that
 * stands, and otherwise where it was, or near what is gone.
 */
export function keepFocus(
  root: HTMLElement,
  { look }: DoctorPageState,
  before: { readonly focus: Element | undefined; readonly isAwaited: boolean },
): void {
  shown = look.kind;
  const now = focusIn(root);
  const isLost = before.focus !== undefined && now === undefined;
  const isAnswered = before.isAwaited && look.kind === 'looked';
  if (isAnswered && (isLost || now?.id === 'find-out')) {
    focusField(ANSWER_ID);
    document.getElementById(ANSWER_ID)?.scrollIntoView();
  } else if (isLost) whenFocused(root, () => focusField(nearby(shown)));
}

/** Whoever comes to say what they see can paste at once. */
export function beginAtText(root: HTMLElement, { about, look }: DoctorPageState): void {
  if (about.subject.kind === 'text' && look.kind === 'unasked')
    whenFocused(root, () => focusField(nearby('unasked')));
}

/** The ID of what stands where the person was. */
function nearby(look: LookKind): string {
  switch (look) {
    case 'looking':
      return 'cancel';
    case 'cancelled':
      return 'look-again';
    case 'unasked':
      return 'pasted';
    case 'looked':
      return ANSWER_ID;
  }
}

/**
 * Not before VS Code gives the page the focus: it may be in another tab, or in a question. Where the person then begins,
 * counts.
 */
function whenFocused(root: HTMLElement, go: () => void): void {
  if (document.hasFocus()) {
    go();
    return;
  }
  const begin = () => {
    if (focusIn(root) === undefined) go();
  };
  window.addEventListener('focus', begin, { once: true });
}
