import type { DoctorPageState } from '../../src/core/doctorPage/messages.ts';
import { focusField, focusIn, whenFocused } from '../focus.ts';

type LookKind = DoctorPageState['look']['kind'];

/** The part of the page with the answer and what stands for it while there is none. */
export const ANSWER_ID = 'answer';

/** The button that asks. */
export const ASK_ID = 'find-out';

/** Whether the person is still where they asked: then the answer is what they wait for. */
export function isAtQuestion(root: HTMLElement): boolean {
  const id = focusIn(root)?.id;
  return id === ASK_ID || id === nearby('looking');
}

/** Leads to the answer that the person has just asked for, wherever that stands. */
export function goToAnswer(): void {
  focusField(ANSWER_ID);
  document.getElementById(ANSWER_ID)?.scrollIntoView();
}

/** Whoever comes to say what they see can paste at once. */
export function beginAtText(root: HTMLElement, { about, look }: DoctorPageState): void {
  if (about.subject.kind === 'text' && look.kind === 'unasked')
    whenFocused(root, () => focusField(nearby('unasked')));
}

/** The ID of what stands where the person was, when that is gone. */
export function nearby(look: LookKind): string {
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
